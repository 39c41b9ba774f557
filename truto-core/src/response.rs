//! Whole answers: the bytes in memory, and what the caller's type makes of them.

pub(crate) mod page;
pub(crate) mod records;
pub(crate) mod split;
pub(crate) mod stream;
pub(crate) mod unpack;

use core::cell::Cell;
use core::marker::PhantomData;

use bytes::Bytes;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::contract::Method;
use crate::error::{DecodeError, DecodeKind, Error, Size, is_error_envelope};
pub use crate::meta::Meta;
pub use crate::meta::rate_limit::RateLimit;
use crate::policy::attempt::Attempt;
use crate::redact::Redactor;
use crate::response::page::{EnvelopeSeed, MOST_ITEMS, Page};
use crate::util::byte_order_mark;
use crate::util::content_type::Form;
use crate::util::json::from_slice_for_caller;
use crate::util::nothing::from_slice;

pub use records::RecordStream;
pub use stream::ByteStream;

/// A record with the head of the answer that it came in.
///
/// ```no_run
/// # use truto_core::response::Response;
/// # use truto_core::{Account, crm::{Association, CreateAssociation, crm_entity}};
/// # async fn example(account: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let Response { body, meta } = link.send(account).with_meta().await?;
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
        byte_order_mark::skip(&self.body)
    }

    /// Checks that this is an answer of the API's, whatever it holds: JSON by its content type, and no error in disguise.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.is_empty() {
            return Ok(());
        }
        if let Some(found) = self.meta.content_type().filter(|found| Form::of(found) != Some(Form::Document)) {
            return Err(self.error(DecodeKind::ContentType { found: found.to_owned() }));
        }
        if is_error_envelope(&self.body) {
            return Err(self.attempt.refused(self.meta.clone(), self.body.clone(), &self.redactor));
        }
        Ok(())
    }

    /// Decodes the body as JSON. An empty body, and any body of a 204, reads as `null`: `Option<T>`, `()` and
    /// [`Json`](crate::Json) take it, every other type is an error. What was deleted may be a struct that needs nothing, too.
    /// `()` takes any other JSON as well, and so does every type that holds nothing.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        if !self.is_empty() {
            return from_slice(self.text()).map_err(|error| self.unread(PhantomData::<T>, &error));
        }
        let may_be_object = self.attempt.contract.method() == Method::Delete;
        let object = if may_be_object { "{}" } else { "null" };
        let nothing = serde_json::from_str("null").or_else(|_| serde_json::from_str(object));
        nothing.map_err(|_| self.error(DecodeKind::Empty))
    }

    /// Decodes the body as a page.
    pub(crate) fn page<T: DeserializeOwned>(&self) -> Result<Page<T>, Error> {
        if self.is_empty() {
            return Err(self.error(DecodeKind::Empty));
        }
        let too_many = Cell::new(false);
        let envelope = self.decode_with(EnvelopeSeed::<T>::new(&too_many));
        if too_many.get() {
            let most = MOST_ITEMS as u64;
            return Err(self.attempt.too_large(Size::Items, most, self.meta.request_id()));
        }
        envelope.map(|envelope| Page::new(envelope, self.meta.clone()))
    }

    fn decode_with<'de, S: DeserializeSeed<'de> + Copy>(&'de self, seed: S) -> Result<S::Value, Error> {
        from_slice_for_caller(self.text(), seed).map_err(|error| self.unread(seed, &error))
    }

    fn unread<'de, S: DeserializeSeed<'de>>(&'de self, seed: S, error: &serde_json::Error) -> Error {
        self.error(explain(self.text(), seed, error))
    }

    fn error(&self, kind: DecodeKind) -> Error {
        let context = self.attempt.unanswered(self.meta.request_id());
        DecodeError::new(context, self.meta.clone(), self.body.clone(), kind, &self.redactor).into()
    }
}

/// Why `text` is not what was asked for. The path to the misfit costs a second pass, which only a failure pays.
pub(crate) fn explain<'de, S: DeserializeSeed<'de>>(text: &'de [u8], seed: S, error: &serde_json::Error) -> DecodeKind {
    if !error.is_data() {
        return DecodeKind::Syntax { reason: error.to_string() };
    }
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let mut track = serde_path_to_error::Track::new();
    match seed.deserialize(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track)) {
        Err(error) => DecodeKind::Shape { path: track.path().to_string(), reason: error.to_string() },
        Ok(_) => DecodeKind::Shape { path: ".".to_owned(), reason: error.to_string() },
    }
}

/// What the provider said: status, headers and bytes (`truto_response_format=raw`).
///
/// `Debug` shows the size of the body alone: it is a customer's record.
///
/// ```no_run
/// # use truto_core::{Account, Json, crm::{CreateAssociation, crm_entity}};
/// # async fn example(salesforce: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let answer = link.send(salesforce).raw().await?;
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

    /// Every header of the answer, as far as it is true of [`bytes`](Self::bytes): see [`Meta::headers`].
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.0.meta.headers()
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The body, of whatever kind; unpacked, where it came packed.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.0.body
    }

    /// The same, without a copy.
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

/// What an answer can be decoded into: whatever serde can deserialize.
///
/// It holds for every such type; there is nothing to implement. `()` and whatever else holds nothing is for calls of which
/// nobody wants an answer: it takes an empty body, and any JSON that is no error. `Option<T>` takes an empty body or a `T`.
///
/// ```
/// use serde::Deserialize;
/// use truto_core::unified_endpoint;
///
/// #[derive(Deserialize)]
/// pub struct Note { pub text: Option<String> }
///
/// #[unified_endpoint(GET, "/unified/crm/notes/{id}", response = Note)]
/// pub struct GetNote {
///     pub id: String,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a response",
    label = "expected `Deserialize`",
    note = "add `#[derive(serde::Deserialize)]` to the type, or remove `response` to get dynamic JSON"
)]
pub trait ResponseValue: Sized + 'static {
    /// How an answer becomes this type.
    #[doc(hidden)]
    const READER: Reader<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> ResponseValue for T {
    const READER: Reader<Self> = Reader(Answer::decode);
}

/// A page is what a list answers, together with the head of its answer.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> ResponseValue for Page<T> {
    const READER: Reader<Self> = Reader(Answer::page);
}

/// How an answer becomes a value.
#[doc(hidden)]
pub struct Reader<T>(fn(&Answer) -> Result<T, Error>);

impl<T> Reader<T> {
    pub(crate) fn read(self, answer: &Answer) -> Result<T, Error> {
        (self.0)(answer)
    }
}

impl<T> Clone for Reader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reader<T> {}

impl<T> core::fmt::Debug for Reader<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::util::json::from_slice_seed;

    #[test]
    fn the_path_to_a_misfit_leads_through_the_envelope() {
        #[derive(Debug, serde::Deserialize)]
        struct Item {
            #[serde(rename = "id")]
            _id: String,
        }

        for (json, expected) in [
            (r#"{"result": [{"id": "1"}, {"id": 2}]}"#, "result[1].id"),
            (r#"{"x": 1, "results": {"a.b": {"id": "1"}, "k": {"id": 2}}}"#, "results.k.id"),
            (r#"[{"id": 1}]"#, "[0].id"),
            (r#"{"result": 7}"#, "result"),
            (r#"{"result": [], "next_cursor": [1]}"#, "next_cursor"),
            (r#"{"result": [], "is_partial_response": 1}"#, "is_partial_response"),
            ("{}", "."),
        ] {
            let too_many = Cell::new(false);
            let seed = EnvelopeSeed::<Item>::new(&too_many);
            let error = from_slice_seed(json.as_bytes(), seed).unwrap_err();
            let DecodeKind::Shape { path, reason } = explain(json.as_bytes(), seed, &error) else { panic!("{error}") };
            assert_eq!(path, expected, "{json}: {reason}");
        }
    }
}
