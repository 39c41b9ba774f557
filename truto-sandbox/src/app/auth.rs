//! The token: `Authorization: Bearer …`, compared without telling how much of it was right.
//!
//! Constant time is of no use to a sandbox; it is here so that nobody copies the other way.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::answer::refusal::Refusal;
use crate::state::App;

/// Where the token is, which nobody is told by the network.
const TOKEN: &str = "the sandbox lets in `sandbox.token()`, which the program prints in its first line";

pub(super) async fn check(state: App, request: Request, next: Next) -> Response {
    match authorize(request.headers(), &state.settings.token) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// Lets the bearer of the token in.
pub(super) fn authorize(headers: &HeaderMap, token: &str) -> Result<(), Refusal> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::unauthorized(format!("The `Authorization` header is missing: {TOKEN}")));
    };
    let sent = header.to_str().ok().and_then(|text| text.split_once(' '));
    match sent {
        Some((scheme, sent)) if scheme.eq_ignore_ascii_case("bearer") => {
            if equal(sent.trim().as_bytes(), token.as_bytes()) {
                Ok(())
            } else {
                Err(Refusal::unauthorized(format!("The token is not valid: {TOKEN}")))
            }
        }
        _ => Err(Refusal::unauthorized(format!("The `Authorization` header must be `Bearer <token>`: {TOKEN}"))),
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
    fn only_the_bearer_of_the_token_gets_in() {
        assert!(allows("Bearer t0ken"));
        assert!(allows("bearer  t0ken"));
        for header in ["Bearer", "Bearer ", "Bearer t0ke", "Bearer t0kenn", "Basic t0ken", "t0ken", ""] {
            assert!(!allows(header), "{header}");
        }
        assert!(authorize(&HeaderMap::new(), "t0ken").is_err());
    }
}
