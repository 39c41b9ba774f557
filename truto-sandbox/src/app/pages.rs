//! Keeps web pages away from the control routes, which need no token on loopback.
//!
//! A page in a browser on this machine can reach a loopback port. Its `Origin` gives it away. After DNS rebinding the
//! sandbox is its own origin, and the name in `Host` gives it away.

use std::net::IpAddr;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{HOST, HeaderValue, ORIGIN};
use http::uri::Authority;

use crate::answer::refusal::Refusal;
use crate::state::App;

pub(super) async fn refuse(state: App, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if headers.contains_key(ORIGIN) {
        return forbidden("The control routes do not accept requests from web pages");
    }
    // Programs may omit `Host`, browsers cannot. Beyond loopback, the token protects.
    if !state.settings.control_needs_token && !headers.get_all(HOST).iter().all(is_loopback) {
        return forbidden("The control routes need a `Host` that is `localhost` or a loopback address");
    }
    next.run(request).await
}

fn forbidden(message: &str) -> Response {
    Refusal::new(StatusCode::FORBIDDEN, message).into_response()
}

fn is_loopback(host: &HeaderValue) -> bool {
    let Ok(authority) = Authority::try_from(host.as_bytes()) else {
        return false;
    };
    let host = authority.host();
    let name = host.strip_suffix('.').unwrap_or(host);
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost")
        || address.parse().is_ok_and(|address: IpAddr| address.to_canonical().is_loopback())
}
