//! Checks the token in `Authorization: Bearer …`.
//!
//! The comparison takes constant time. A sandbox does not need that, but people copy its code.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::answer::refusal::Refusal;
use crate::state::App;

/// Where to find the token.
const HELP: &str = "use `sandbox.token()`, or the token in the first line that the program prints";

pub(super) async fn check(state: App, request: Request, next: Next) -> Response {
    match authorize(request.headers(), &state.settings.token) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// Checks that a request carries the token.
pub(super) fn authorize(headers: &HeaderMap, token: &str) -> Result<(), Refusal> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::unauthorized(format!("The `Authorization` header is missing: {HELP}")));
    };
    match header.to_str().ok().and_then(|text| text.split_once(' ')) {
        Some((scheme, sent)) if scheme.eq_ignore_ascii_case("bearer") => {
            let is_valid = equal(sent.trim().as_bytes(), token.as_bytes());
            is_valid.then_some(()).ok_or_else(|| Refusal::unauthorized(format!("The token is not valid: {HELP}")))
        }
        _ => Err(Refusal::unauthorized(format!("The `Authorization` header must be `Bearer <token>`: {HELP}"))),
    }
}

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
