//! Whole answers: the bytes in memory, and what the caller's type makes of them.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::contract::Contract;
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
pub(crate) struct Answer {
    pub(crate) contract: &'static Contract,
    pub(crate) meta: Meta,
    pub(crate) body: Bytes,
    pub(crate) redactor: Redactor,
}

impl Answer {
    /// Decodes the body as JSON. An empty body, and any body of a 204, reads as `null`: `Option<T>`, `()` and
    /// [`Json`](crate::Json) take it, every other type is an error.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let text = self.body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.body);
        if self.meta.status() == 204 || text.trim_ascii().is_empty() {
            return serde_json::from_str("null").map_err(|_| self.error(DecodeKind::Empty));
        }
        if let Some(found) = self.meta.content_type().filter(|found| !is_json(found)) {
            return Err(self.error(DecodeKind::ContentType { found: found.to_owned() }));
        }
        if ApiError::hides_in(text) {
            let endpoint = self.contract.to_string();
            return Err(ApiError::new(&endpoint, self.meta.clone(), self.body.clone(), &self.redactor).into());
        }
        serde_json::from_slice(text).map_err(|error| self.error(explain::<T>(text, &error)))
    }

    fn error(&self, kind: DecodeKind) -> Error {
        let endpoint = self.contract.to_string();
        DecodeError::new(&endpoint, self.meta.clone(), self.body.clone(), kind, &self.redactor).into()
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
pub struct RawResponse {
    body: Bytes,
    meta: Meta,
    contract: &'static Contract,
    redactor: Redactor,
}

impl RawResponse {
    pub(crate) fn new(answer: Answer) -> Self {
        let Answer { contract, meta, body, redactor } = answer;
        Self { body, meta, contract, redactor }
    }

    /// HTTP status, always 2xx.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status()
    }

    /// Every header of the answer.
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.meta.headers()
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The body as it came, of whatever kind.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// The body as it came, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.body
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    /// [`Error::Decode`] when it is not JSON, or of another shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let Self { body, meta, contract, redactor } = self.clone();
        Answer { contract, meta, body, redactor }.decode()
    }
}

impl core::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RawResponse").field("meta", &self.meta).field("body", &self.body.len()).finish_non_exhaustive()
    }
}
