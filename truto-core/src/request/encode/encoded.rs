//! A request as the engine sees it: path with query, headers, body. It names no type of the caller's.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

use crate::contract::Contract;
use crate::contract::common::{NEXT_CURSOR, RESPONSE_FORMAT};
use crate::policy::attempt::Attempt;
use crate::policy::outcome::Repeat;
use crate::request::encode::query::Query;

/// The format of the answer (`truto_response_format`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Unified,
    Normalized,
    Raw,
    Stream,
}

/// A request that can be sent any number of times.
///
/// It is made when the call is made, because the caller's values are borrowed. The format and the page are chosen later.
#[derive(Clone, Debug)]
pub(crate) struct EncodedRequest {
    pub(crate) contract: &'static Contract,
    /// What a dynamic call gives for the placeholders, for its errors.
    pub(crate) names: Option<Arc<[String]>>,
    pub(crate) path_and_query: String,
    /// Where the format is inserted into `path_and_query`. 0 if the endpoint has one format only.
    pub(crate) behind_account: usize,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Bytes>,
    /// `None` for JSON.
    pub(crate) content_type: Option<HeaderValue>,
    /// Values of secret fields, which no error may show.
    pub(crate) secrets: Vec<String>,
    /// The page of a list to ask for, unless it is the first page. `path_and_query` does not hold it.
    pub(crate) cursor: Option<String>,
}

impl EncodedRequest {
    /// A request whose answer has one format only, because the endpoint does not belong to the data of an account.
    pub(crate) fn without_format(contract: &'static Contract, path_and_query: String) -> Self {
        let (headers, secrets) = (Vec::new(), Vec::new());
        Self {
            contract,
            names: None,
            path_and_query,
            behind_account: 0,
            headers,
            body: None,
            content_type: None,
            secrets,
            cursor: None,
        }
    }

    /// The same request with its cursor in the query.
    pub(crate) fn with_cursor(mut self) -> Self {
        if let Some(cursor) = self.cursor.take() {
            if !self.path_and_query.contains('?') {
                self.path_and_query.push('?');
            }
            let mut query = Query::appending_to(self.path_and_query);
            query.text(NEXT_CURSOR, &cursor);
            self.path_and_query = query.finish();
        }
        self
    }

    /// The same request for an answer in this format. An answer that comes as the provider sent it has no format.
    pub(crate) fn in_format(mut self, format: Format) -> Self {
        if self.behind_account == 0 || self.contract.is_verbatim() {
            return self;
        }
        let format = match format {
            // The server's default.
            Format::Unified => return self,
            Format::Normalized => "normalized",
            Format::Raw => "raw",
            Format::Stream => "stream",
        };
        self.path_and_query.insert_str(self.behind_account, &format!("&{RESPONSE_FORMAT}={format}"));
        self
    }

    /// The same request for the page of this cursor.
    pub(crate) fn for_page(&self, cursor: Option<&str>) -> Self {
        Self { cursor: cursor.map(str::to_owned), ..self.clone() }.with_cursor()
    }

    /// This read before its first attempt, for errors of a listing that no answer caused.
    pub(crate) fn before_first_attempt(&self) -> Attempt {
        self.attempt(0, Repeat::Read)
    }

    /// An attempt to send this request.
    pub(crate) fn attempt(&self, number: u32, repeat: Repeat) -> Attempt {
        Attempt { contract: self.contract, names: self.names.clone(), number, repeat }
    }
}
