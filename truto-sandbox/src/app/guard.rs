//! Decides which requests may pass: those with the token, and on loopback those that no web page sends.

use std::net::IpAddr;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{AUTHORIZATION, HOST, HeaderValue, ORIGIN};
use http::uri::Authority;
use http::{HeaderMap, StatusCode};

use crate::answer::refusal::Refusal;
use crate::platform::caller::Caller;
use crate::state::{App, Shared};

/// Where to find the token.
const HELP: &str = "use `sandbox.token()`, or the token in the first line that the program prints";

/// Guards the control routes, which need no token on loopback.
///
/// A page in a browser on this machine can reach a loopback port. Its `Origin` gives it away. After DNS rebinding the
/// sandbox is its own origin, and the name in `Host` gives it away.
pub(super) async fn control(state: App, request: Request, next: Next) -> Result<Response, Refusal> {
    let headers = request.headers();
    let forbidden = |message| Err(Refusal::new(StatusCode::FORBIDDEN, message));
    if headers.contains_key(ORIGIN) {
        return forbidden("The control routes do not accept requests from web pages");
    }
    if state.settings.control_needs_token {
        authorize(headers, &state.settings.token)?;
    } else if !headers.get_all(HOST).iter().all(is_loopback) {
        // Programs may omit `Host`, browsers cannot.
        return forbidden("The control routes need a `Host` that is `localhost` or a loopback address");
    }
    Ok(next.run(request).await)
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

/// The caller behind the token in `Authorization: Bearer …`: the API token, or that of an account.
pub(super) fn caller(shared: &Shared, headers: &HeaderMap) -> Result<Caller, Refusal> {
    let refused = match authorize(headers, &shared.settings.token) {
        Ok(()) => return Ok(Caller::Api),
        Err(refused) => refused,
    };
    let sent = headers.get(AUTHORIZATION).and_then(|header| header.to_str().ok()?.split_once(' '));
    sent.and_then(|(_, token)| Caller::of_account_token(shared, token.trim())).ok_or(refused)
}

/// Checks the token in `Authorization: Bearer …`.
pub(super) fn authorize(headers: &HeaderMap, token: &str) -> Result<(), Refusal> {
    let refuse = |reason| Err(Refusal::unauthorized(format!("{reason}: {HELP}")));
    let Some(header) = headers.get(AUTHORIZATION) else {
        return refuse("The `Authorization` header is missing");
    };
    let sent = header.to_str().ok().and_then(|text| text.split_once(' '));
    match sent.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")) {
        Some((_, sent)) if equal(sent.trim().as_bytes(), token.as_bytes()) => Ok(()),
        Some(_) => refuse("The token is not valid"),
        None => refuse("The `Authorization` header must be `Bearer <token>`"),
    }
}

/// Compares in constant time. A sandbox does not need that, but people copy its code.
fn equal(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |differs, (l, r)| differs | (l ^ r)) == 0
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::authorize;

    fn allows(header: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", header.parse().unwrap());
        authorize(&headers, "t0ken").is_ok()
    }

    #[test]
    fn only_requests_with_the_token_pass() {
        assert!(allows("Bearer t0ken"));
        assert!(allows("bearer  t0ken"));
        for header in ["Bearer", "Bearer ", "Bearer t0ke", "Bearer t0kenn", "Basic t0ken", "t0ken", ""] {
            assert!(!allows(header), "{header}");
        }
        assert!(authorize(&HeaderMap::new(), "t0ken").is_err());
    }
}
