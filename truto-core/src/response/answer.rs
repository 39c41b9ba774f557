//! A whole answer in memory, and how it is decoded.

use core::marker::PhantomData;

use bytes::Bytes;
use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

use crate::contract::Method;
use crate::error::{DecodeError, DecodeKind, Error, Size, is_error_envelope};
use crate::meta::Meta;
use crate::policy::attempt::Attempt;
use crate::redact::Redactor;
use crate::response::envelope::{Envelope, MAX_ITEMS};
use crate::response::page::Page;
use crate::response::result::{is_whole, only_result};
use crate::util::byte_order_mark;
use crate::util::content_type::Form;
use crate::util::json::from_slice_for_caller;
use crate::util::no_content::from_slice;

/// A 2xx answer with its whole body. It is `pub` only because a hidden method of `ResponseValue` takes it.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "no user of the crate can get a value of it")]
pub struct Answer {
    pub(crate) attempt: Attempt,
    pub(crate) meta: Meta,
    pub(crate) body: Bytes,
    pub(crate) redactor: Redactor,
}

impl Answer {
    /// The answer to a `DELETE` whose record is already gone.
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

    /// Checks that the API answered, and with a success: the content type is JSON, and the body is not an error envelope.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.is_empty() {
            return Ok(());
        }
        if let Some(found) = self.meta.content_type().filter(|found| Form::of(found) != Some(Form::Document)) {
            return Err(self.undecodable(DecodeKind::ContentType { found: found.to_owned() }));
        }
        if is_error_envelope(&self.body) {
            return Err(self.attempt.refused(self.meta.clone(), self.body.clone(), &self.redactor));
        }
        Ok(())
    }

    /// Decodes the body as JSON. An empty body, and any body of a 204, is read as `null`, and after a `DELETE` also as `{}`.
    /// A type without content, such as `()`, accepts any JSON.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        if !self.is_empty() {
            let text = self.text();
            if self.attempt.contract.is_custom_method()
                && let Some(result) = only_result(text)
            {
                return self.decode_result(text, result);
            }
            return from_slice(text).map_err(|error| self.undecodable(explain(text, PhantomData::<T>, &error)));
        }
        let is_delete = self.attempt.contract.method() == Method::Delete;
        // From bytes, because the reader of `T` is compiled again for each kind of input.
        let nothing = serde_json::from_slice(b"null");
        let nothing = if is_delete { nothing.or_else(|_| serde_json::from_slice(b"{}")) } else { nothing };
        nothing.map_err(|_| self.undecodable(DecodeKind::Empty))
    }

    /// Decodes the answer of a custom method: what stands in `result`, or else the whole `text`.
    fn decode_result<T: DeserializeOwned>(&self, text: &[u8], result: &[u8]) -> Result<T, Error> {
        let read = if is_whole::<T>(text, result) { from_slice(text) } else { from_slice(result) };
        read.or_else(|error| {
            from_slice(text).map_err(|_| {
                let mut kind = explain(result, PhantomData::<T>, &error);
                if let DecodeKind::Shape { path, .. } = &mut kind {
                    *path = match path.as_str() {
                        "." => "result".to_owned(),
                        path if path.starts_with('[') => format!("result{path}"),
                        path => format!("result.{path}"),
                    };
                }
                self.undecodable(kind)
            })
        })
    }

    /// Decodes the body as a page.
    pub(crate) fn page<T: DeserializeOwned>(&self) -> Result<Page<T>, Error> {
        if self.is_empty() {
            return Err(self.undecodable(DecodeKind::Empty));
        }
        let (text, seed) = (self.text(), PhantomData::<Envelope<T>>);
        let envelope =
            from_slice_for_caller(text, seed).map_err(|error| self.undecodable(explain(text, seed, &error)))?;
        if envelope.is_too_long {
            return Err(self.attempt.too_large(Size::Items, MAX_ITEMS as u64, self.meta.request_id()));
        }
        Ok(Page::new(envelope, self.meta.clone()))
    }

    /// Decodes the body into a type that borrows from it.
    pub(crate) fn decode_borrowed<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Error> {
        if self.is_empty() {
            return Err(self.undecodable(DecodeKind::Empty));
        }
        let text = self.text();
        serde_json::from_slice(text).map_err(|error| self.undecodable(explain(text, PhantomData::<T>, &error)))
    }

    /// The error of a body that cannot be decoded.
    pub(crate) fn undecodable(&self, kind: DecodeKind) -> Error {
        let context = self.attempt.unanswered(self.meta.request_id());
        DecodeError::new(context, self.meta.clone(), self.body.clone(), kind, &self.redactor).into()
    }
}

/// Finds out why `text` is not what `seed` expects. Tracking the JSON path costs a second pass, so only a failure pays for it.
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

#[cfg(test)]
mod tests {
    use super::*;

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
            let error = serde_json::from_str::<Envelope<Item>>(json).unwrap_err();
            let kind = explain(json.as_bytes(), PhantomData::<Envelope<Item>>, &error);
            let DecodeKind::Shape { path, reason } = kind else { panic!("{error}") };
            assert_eq!(path, expected, "{json}: {reason}");
        }
    }
}
