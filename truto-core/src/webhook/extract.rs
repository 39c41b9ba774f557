//! An event as the argument of an axum handler.

use axum_core::extract::rejection::BytesRejection;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;

use crate::util::escaped::Escaped;
use crate::webhook::{Event, Webhook, WebhookError};

/// Why a request has no event. It is also the response: 401 without a valid signature, 400 if the signed body is not an event, and what
/// axum answers if the body cannot be read, such as 413 if it is too long.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rejection {
    /// The delivery is not accepted.
    Refused(WebhookError),
    /// The body cannot be read.
    Body(BytesRejection),
}

/// An event whose signature is verified before anything else of the request is parsed. The state of the router holds the [`Webhook`].
///
/// axum reads bodies of at most 2 MB. `sync_job_run:record` may be longer: raise the limit with `axum::extract::DefaultBodyLimit`.
///
/// ```
/// use axum::{Router, http::StatusCode, routing::post};
/// use truto_core::webhook::{Event, Webhook};
///
/// async fn receive(event: Event) -> StatusCode {
///     println!("{}", event.kind);
///     StatusCode::OK
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let webhook = Webhook::new("d5fac1cb-1820-4da7-bfd8-a6b758bcf8ff")?;
/// let app: Router = Router::new().route("/truto", post(receive)).with_state(webhook);
/// # Ok(()) }
/// ```
impl<S: Send + Sync> FromRequest<S> for Event
where
    Webhook: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let signature = request.headers().get("x-truto-signature").cloned();
        // Truto's signatures are text, so an empty text stands for any other header: it is malformed.
        let signature = signature.as_ref().map(|value| value.to_str().unwrap_or_default());
        if signature.is_none() {
            return Err(Rejection::Refused(WebhookError::MissingSignature));
        }
        let body = Bytes::from_request(request, state).await.map_err(Rejection::Body)?;
        Webhook::from_ref(state).read(signature, &body).map_err(Rejection::Refused)
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(error) => (status(&error), format!("{error}\n")).into_response(),
            Self::Body(error) => error.into_response(),
        }
    }
}

fn status(error: &WebhookError) -> StatusCode {
    match error {
        WebhookError::MissingSignature | WebhookError::WrongSignature => StatusCode::UNAUTHORIZED,
        WebhookError::MalformedSignature | WebhookError::Body(_) => StatusCode::BAD_REQUEST,
        WebhookError::EmptySecret => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl core::fmt::Display for Rejection {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Refused(error) => error.fmt(f),
            Self::Body(error) => write!(f, "the body cannot be read: {}", Escaped(&error.to_string())),
        }
    }
}

impl core::error::Error for Rejection {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Refused(error) => Some(error),
            Self::Body(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::extract::DefaultBodyLimit;
    use axum::routing::post;
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::Sha256;
    use tower::ServiceExt;

    use super::*;

    const BODY: &str = r#"{"id": "1", "event": "test", "payload": {}}"#;

    fn signed(body: &str) -> String {
        let digest = Hmac::<Sha256>::new_from_slice(b"secret").unwrap().chain_update(body).finalize().into_bytes();
        digest.iter().fold("format=sha256,v=".to_owned(), |text, byte| text + &format!("{byte:02x}"))
    }

    async fn answer(signature: Option<&str>, body: &str) -> (StatusCode, String) {
        let receive = async |event: Event| event.id;
        let app = Router::new().route("/", post(receive)).layer(DefaultBodyLimit::max(100));
        let mut request = Request::post("/");
        if let Some(signature) = signature {
            request = request.header("X-Truto-Signature", signature);
        }
        let request = request.body(axum::body::Body::from(body.to_owned())).unwrap();
        let answer = app.with_state(Webhook::new("secret").unwrap()).oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = axum::body::to_bytes(answer.into_body(), 1000).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn only_what_is_signed_reaches_the_handler() {
        assert_eq!(answer(Some(&signed(BODY)), BODY).await, (StatusCode::OK, "1".to_owned()));
        assert_eq!(answer(None, BODY).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(answer(Some(&signed("other")), BODY).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(answer(Some("v=1"), BODY).await.0, StatusCode::BAD_REQUEST);
        let (status, said) = answer(Some(&signed("[]")), "[]").await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert!(said.starts_with("the signature is valid, but the body is not an event"), "{said}");
        let long = format!("{BODY}{}", " ".repeat(100));
        assert_eq!(answer(Some(&signed(&long)), &long).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    }
}
