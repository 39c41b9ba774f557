//! A request inside of a batch: which method of which resource it is, and its parts as JSON.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::client::account::Handle;
use crate::client::scope::AccountScope;
use crate::contract::common::KEY_BY;
use crate::contract::{Contract, Method, method_name};
use crate::endpoint::Endpoint;
use crate::endpoint::call::Call;
use crate::error::{Error, Failure, InvalidRequest};
use crate::request::encode::encoded::EncodedRequest;

/// The place of a request in a [`Batch`](crate::batch::Batch): it finds the rows of type `T` in the results.
pub struct Entry<T> {
    resource: String,
    writes: bool,
    response: PhantomData<fn() -> T>,
}

impl<T> Entry<T> {
    pub(super) fn new(resource: String, writes: bool) -> Self {
        Self { resource, writes, response: PhantomData }
    }

    /// The resource that the API answers under: `crm/contacts`, or the provider's own name for a request of the proxy API.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// Whether the request may change something.
    pub(super) fn writes(&self) -> bool {
        self.writes
    }
}

impl<T> AsRef<str> for Entry<T> {
    fn as_ref(&self) -> &str {
        &self.resource
    }
}

impl<T> Clone for Entry<T> {
    fn clone(&self) -> Self {
        Self::new(self.resource.clone(), self.writes)
    }
}

impl<T> fmt::Debug for Entry<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.resource).finish()
    }
}

/// A request as the batch sends it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct WireEntry {
    pub(super) resource: String,
    pub(super) method: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) depends_on: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) loop_on: Option<String>,
    /// Without it, rows of the proxy API are not in the answer.
    #[serde(skip_serializing_if = "is_false")]
    persist: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl WireEntry {
    /// The request of a call, and the values of its secret fields.
    pub(super) fn new<E: Endpoint<Scope = AccountScope>>(
        call: &Call<E>,
        account: &Handle,
    ) -> Result<(Self, Vec<String>), Error> {
        let (request, query) = call.view(|view| {
            let request = view.encode(account.id(), account.provider, account.caller.engine.random)?;
            if view.common.list_parameters().any(|(name, _)| name == KEY_BY) {
                let reason = "a batch answers with lists: leave it unset";
                return Err(view.invalid(vec![Failure::value(KEY_BY, reason)]).into());
            }
            Ok::<_, Error>((request, view.query_as_json()?))
        })?;
        Self::of_encoded(request, query)
            .map_err(|reason| InvalidRequest::new(E::CONTRACT.to_string(), vec![Failure::value("", reason)]).into())
    }

    /// The member with a text in which the server would find a placeholder.
    pub(super) fn placeholder(&self) -> Option<&'static str> {
        let in_json = |json: &Option<Box<RawValue>>| json.as_ref().is_some_and(|json| has_placeholder(json.get()));
        let names = [("resource", Some(&self.resource)), ("method", Some(&self.method)), ("id", self.id.as_ref())];
        if let Some((member, _)) = names.iter().find(|(_, name)| name.is_some_and(|name| name.contains(OPENING))) {
            return Some(member);
        }
        if in_json(&self.query) {
            return Some("query");
        }
        in_json(&self.body).then_some("body")
    }

    fn of_encoded(request: EncodedRequest, query: Option<Box<RawValue>>) -> Result<(Self, Vec<String>), String> {
        if !request.headers.is_empty() {
            return Err("a batch sends no header for a single request: send this request by itself".to_owned());
        }
        if request.content_type.is_some() {
            return Err("a batch sends JSON, and no files: send this request by itself".to_owned());
        }
        let (names, persist) = Names::of(request.contract, &request.path_and_query).ok_or(
            "a batch takes requests to `/unified/{model}/{resource}` and `/proxy/{resource}`, with an id or a method behind \
             it: send this request by itself",
        )?;
        let body = request.body.as_deref().map(serde_json::from_slice).transpose();
        let body = body.map_err(|error| error.to_string())?;
        let Names { resource, method, id } = names;
        let entry = Self { resource, method, id, query, body, depends_on: Vec::new(), loop_on: None, persist };
        Ok((entry, request.secrets))
    }
}

/// What a placeholder begins with.
const OPENING: &str = "{{";

/// Whether a text in this JSON has a placeholder.
pub(super) fn has_placeholder(json: &str) -> bool {
    fn is_in(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains(OPENING),
            Value::Array(items) => items.iter().any(is_in),
            Value::Object(members) => members.iter().any(|(name, member)| name.contains(OPENING) || is_in(member)),
            _ => false,
        }
    }

    // Outside of texts, JSON has no two braces in a row. A brace may be escaped.
    json.contains(OPENING) || json.contains("\\u007") && serde_json::from_str(json).is_ok_and(|value| is_in(&value))
}

/// The names in a path.
struct Names {
    resource: String,
    method: String,
    id: Option<String>,
}

impl Names {
    /// The names in the path of a request, and whether it belongs to the proxy API.
    fn of(contract: &Contract, path_and_query: &str) -> Option<(Self, bool)> {
        let path = path_and_query.split('?').next()?;
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8().map(Cow::into_owned).ok();
        let segments: Vec<String> = path.strip_prefix('/')?.split('/').map(decoded).collect::<Option<_>>()?;
        let (resource, rest, persist) = match segments.as_slice() {
            [api, model, resource, rest @ ..] if api == "unified" => (format!("{model}/{resource}"), rest, false),
            [api, resource, rest @ ..] if api == "proxy" => (resource.clone(), rest, true),
            _ => return None,
        };
        let last = match rest {
            [] => None,
            [last] => Some(last),
            _ => return None,
        };
        let method = method_name(contract.method(), last.map(String::as_str)).to_owned();
        // What follows a `POST` is the method.
        let id = last.filter(|_| contract.method() != Method::Post).cloned();
        Some((Self { resource, method, id }, persist))
    }
}
