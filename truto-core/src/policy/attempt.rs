//! One attempt of a call: which one it is, and the errors that it can fail with.

use std::sync::Arc;

use bytes::Bytes;

use crate::contract::Contract;
use crate::error::{
    ApiError, ApiErrorKind, Context, Error, NetworkError, NetworkKind, Outcome, Size, TimeoutError, TooLargeError,
};
use crate::meta::Meta;
use crate::policy::clock::End;
use crate::policy::outcome::Repeat;
use crate::redact::Redactor;

/// Which attempt of which call.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) contract: &'static Contract,
    /// What a dynamic call gives for the placeholders, for its errors.
    pub(crate) names: Option<Arc<[String]>>,
    /// From 1.
    pub(crate) number: u32,
    pub(crate) repeat: Repeat,
}

impl Attempt {
    /// The context of an error of this attempt.
    pub(crate) fn context(&self, outcome: Outcome, request_id: Option<&str>) -> Context {
        let request_id = request_id.map(str::to_owned);
        let endpoint = self.contract.named(self.names.as_deref());
        Context { endpoint, outcome, attempts: self.number, request_id, records: None }
    }

    /// The context of an attempt that was sent and got no usable answer.
    pub(crate) fn unanswered(&self, request_id: Option<&str>) -> Context {
        self.context(self.repeat.unanswered(false), request_id)
    }

    /// The server refused, with its status or in the body of a success.
    pub(crate) fn refused(&self, meta: Meta, body: Bytes, redactor: &Redactor) -> Error {
        let context = self.context(Outcome::Unknown, meta.request_id());
        let mut error = ApiError::new(context, meta, body, redactor);
        error.context.outcome = match self.repeat.answered(error.status()) {
            // For a blocked account the server does nothing.
            Outcome::Unknown if error.kind() == ApiErrorKind::Blocked => Outcome::Rejected,
            outcome => outcome,
        };
        error.into()
    }

    /// A clock ran out.
    pub(crate) fn timed_out(&self, end: End, request_id: Option<&str>) -> Error {
        let End { clock, after, .. } = end;
        TimeoutError { context: self.unanswered(request_id), clock, after }.into()
    }

    /// The connection was lost inside the body, after this many bytes.
    pub(crate) fn interrupted(&self, received: u64, cause: String, request_id: Option<&str>) -> Error {
        let context = self.unanswered(request_id);
        NetworkError { context, kind: NetworkKind::BodyInterrupted, received, cause }.into()
    }

    /// The answer is larger than allowed.
    pub(crate) fn too_large(&self, size: Size, limit: u64, request_id: Option<&str>) -> Error {
        TooLargeError { context: self.unanswered(request_id), size, limit }.into()
    }
}
