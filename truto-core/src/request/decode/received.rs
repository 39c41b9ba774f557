//! A request as a server receives it: the reverse of [`Endpoint::send`].
//!
//! A query is text, and `7` is a number to one field and a name to another. So the type of each field decides how its text is
//! read.
//!
//! [`Endpoint::send`]: crate::Endpoint::send

mod key;
mod query;
mod query_node;
mod reader;

use std::sync::LazyLock;

use http::HeaderMap;
use serde_json::{Map, Value};

use crate::contract::{Contract, Place, setters};
use crate::request::decode::sort::Form;
use crate::request::decode::{FieldInput, RequestReader};

pub use self::query::{QueryError, ReceivedQuery};
pub(crate) use self::query_node::QueryNode;
pub(crate) use self::reader::{read, read_empty};

/// The parts of a received request, for [`Registration::receive`](crate::server::Registration::receive) and [`read`](Self::read).
///
/// ```
/// use http::HeaderMap;
/// use truto_core::server::{Found, Received, ReceivedQuery};
/// use truto_core::{Patch, endpoints, json, unified_endpoint};
///
/// #[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
/// pub struct UpdateContact {
///     pub id: u64,
///     pub name: Patch<String>,
///     #[truto(query)]
///     pub notify: Option<bool>,
/// }
///
/// let Found::Registered(endpoint, path) = endpoints![UpdateContact].find("PATCH", "/unified/crm/contacts/7") else {
///     panic!("it is registered")
/// };
/// let query = ReceivedQuery::parse("notify=true").unwrap();
/// let body = json!({"name": null});
/// let headers = HeaderMap::new();
/// let received = Received::of_query(&query).path(&path).headers(&headers).body(body.as_object().unwrap());
///
/// assert!(endpoint.receive(received).is_ok());
/// let update: UpdateContact = received.read().unwrap();
/// assert_eq!((update.id, update.name, update.notify), (7, Patch::Clear, Some(true)));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    pub(crate) path: &'a Map<String, Value>,
    pub(crate) query: &'a ReceivedQuery,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Map<String, Value>,
    pub(crate) parts: &'a Map<String, Value>,
}

impl<'a> Received<'a> {
    /// A request with a query and nothing else.
    #[must_use]
    pub fn of_query(query: &'a ReceivedQuery) -> Self {
        static NOTHING: LazyLock<(HeaderMap, Map<String, Value>)> = LazyLock::new(Default::default);
        let (headers, nothing) = &*NOTHING;
        Self { path: nothing, query, headers, body: nothing, parts: nothing }
    }

    setters! {
        /// Adds the decoded values of the path by placeholder, as [`Registry::find`](crate::Registry::find) returns them.
        path(path: &'a Map<String, Value>) path = path;
        /// Adds the headers.
        headers(headers: &'a HeaderMap) headers = headers;
        /// Adds the members of a JSON body, or the JSON parts and the files of a multipart body.
        body(body: &'a Map<String, Value>) body = body;
        /// Adds the text parts of a multipart body. The field's type decides whether a part is read as a number.
        parts(parts: &'a Map<String, Value>) parts = parts;
    }
}

impl RequestReader {
    /// Takes the value of each field of `contract` from the field's place in a received request.
    pub(crate) fn received(contract: &'static Contract, received: Received<'_>) -> Self {
        let text = |name: &str, of: &Map<String, Value>| of.get(name).and_then(Value::as_str).map(QueryNode::text);
        let values = contract.fields().iter().map(|field| {
            let name = field.wire_name();
            let node = match field.place() {
                Place::Path => text(field.name(), received.path),
                Place::Query => {
                    return received.query.get(name).cloned().map_or(FieldInput::AbsentOrEmpty, FieldInput::Text);
                }
                Place::Header => {
                    received.headers.get(name).map(|value| QueryNode::text(String::from_utf8_lossy(value.as_bytes())))
                }
                Place::Body if field.objects().is_empty() => text(name, received.parts),
                Place::Body => None,
            };
            node.map_or(FieldInput::Absent, FieldInput::Text)
        });
        let mut reader = Self { contract, values: values.collect(), failures: Vec::new() };
        reader.sort(received.body.clone(), &[], Form::Body);
        reader
    }
}
