//! Whole answers: the bytes in memory, and what the caller's type makes of them.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::attempt::Attempt;
use crate::contract::Method;
use crate::error::redact::Redactor;
use crate::error::{ApiError, DecodeError, DecodeKind, Error};
use crate::meta::Meta;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A record with the head of the answer that it came in.
///
/// ```no_run
/// # use truto_core::{Account, Response, crm::{Association, CreateAssociation, crm_entity}};
/// # async fn example(account: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let Response { body, meta } = link.send_with_meta(account).await?;
/// assert_eq!(body.entity_id.as_deref(), Some("001Ux000003GhNt"));
/// println!("{} after {} attempts", meta.status(), meta.attempts());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Response<T> {
    /// The record.
    pub body: T,
    /// Status, headers, request id, rate-limit state, attempts.
    pub meta: Meta,
}

/// A 2xx answer, read to its end.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) attempt: Attempt,
    pub(crate) meta: Meta,
    pub(crate) body: Bytes,
    pub(crate) redactor: Redactor,
}

impl Answer {
    /// The answer to a `DELETE` whose record is gone.
    pub(crate) fn already_deleted(attempt: Attempt, mut meta: Meta) -> Self {
        meta.mark_already_deleted();
        Self { attempt, meta, body: Bytes::new(), redactor: Redactor::default() }
    }

    /// Whether there is nothing to decode.
    fn is_empty(&self) -> bool {
        self.meta.status() == 204 || self.meta.was_already_deleted() || self.text().trim_ascii().is_empty()
    }

    fn text(&self) -> &[u8] {
        self.body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.body)
    }

    /// Checks that this is an answer of the API's, whatever it holds: JSON by its content type, and no error in disguise.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.is_empty() {
            return Ok(());
        }
        if let Some(found) = self.meta.content_type().filter(|found| !is_json(found)) {
            return Err(self.error(DecodeKind::ContentType { found: found.to_owned() }));
        }
        if ApiError::hides_in(self.text()) {
            return Err(ApiError::new(self.attempt, self.meta.clone(), self.body.clone(), &self.redactor).into());
        }
        Ok(())
    }

    /// Decodes the body as JSON. An empty body, and any body of a 204, reads as `null`: `Option<T>`, `()` and
    /// [`Json`](crate::Json) take it, every other type is an error. What was deleted may be a struct that needs nothing, too.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        if self.is_empty() {
            let may_be_object = self.attempt.contract.method() == Method::Delete;
            let object = if may_be_object { "{}" } else { "null" };
            let nothing = serde_json::from_str("null").or_else(|_| serde_json::from_str(object));
            return nothing.map_err(|_| self.error(DecodeKind::Empty));
        }
        serde_json::from_slice(self.text()).map_err(|error| self.error(explain::<T>(self.text(), &error)))
    }

    fn error(&self, kind: DecodeKind) -> Error {
        let context = self.attempt.unanswered(self.meta.request_id());
        DecodeError::new(context, self.meta.clone(), self.body.clone(), kind, &self.redactor).into()
    }
}

/// Why `text` is no `T`. The path to the misfit costs a second pass, which only a failure pays.
pub(crate) fn explain<T: DeserializeOwned>(text: &[u8], error: &serde_json::Error) -> DecodeKind {
    if !error.is_data() {
        return DecodeKind::Syntax { reason: error.to_string() };
    }
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => DecodeKind::Shape { path: error.path().to_string(), reason: error.inner().to_string() },
        Ok(_) => DecodeKind::Shape { path: ".".to_owned(), reason: error.to_string() },
    }
}

/// Whether a content type is JSON: `application/json`, `text/json`, or anything with the suffix `+json` (RFC 6839).
fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// What the provider said: status, headers and bytes (`truto_response_format=raw`).
///
/// `Debug` shows the size of the body alone: it is a customer's record.
///
/// ```no_run
/// # use truto_core::{Account, Json, crm::{CreateAssociation, crm_entity}};
/// # async fn example(salesforce: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let answer = link.raw(salesforce).await?;
/// let record: Json = answer.json()?;
/// assert_eq!(record["Id"], "001Ux000003GhNt"); // a field of Salesforce's
/// println!("{} bytes, {:?}", answer.bytes().len(), answer.headers().get("content-type"));
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct RawResponse(Answer);

impl RawResponse {
    pub(crate) fn new(answer: Answer) -> Self {
        Self(answer)
    }

    /// HTTP status, 2xx but for a `DELETE` of what [was already deleted](Meta::was_already_deleted).
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.meta.status()
    }

    /// Every header of the answer.
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.0.meta.headers()
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The body as it came, of whatever kind.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.0.body
    }

    /// The body as it came, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0.body
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    /// [`Error::Decode`] when it is not JSON, or of another shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.0.check()?;
        self.0.decode()
    }
}

impl core::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Answer { meta, body, .. } = &self.0;
        f.debug_struct("RawResponse").field("meta", meta).field("body", &body.len()).finish_non_exhaustive()
    }
}
