//! What a call means, from its method and its path.

use serde_json::Value;
use truto_core::contract::Method;

use super::Call;
use crate::api::surface::Surface;

/// The meaning of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    List,
    Get(String),
    Create,
    Update(String),
    Delete(String),
    /// A custom method, such as `contacts/merge`, which stores nothing.
    Custom,
}

/// A resource such as `crm/contacts` or `proxy/tickets`, and what the call does with it.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) resource: String,
    pub(super) action: Action,
}

impl Target {
    /// Reads the target of a call.
    ///
    /// A value behind the name of the resource is the id of a record, except after a `POST`: there it is a method.
    pub(super) fn of(call: Call<'_>) -> Self {
        let template: Vec<&str> = call.contract.path().trim_start_matches('/').split('/').collect();
        let surface = Surface::of(call.contract);
        // `/unified/{model}/{resource}`, `/proxy/{resource}`, or any other name.
        let name_length = match surface {
            Surface::Unified => 3,
            Surface::Proxy => 2,
            Surface::Custom | Surface::Other => 1,
        };
        let method = call.contract.method();
        let is_longer = template.len() > name_length;
        let is_custom = is_longer && method == Method::Post && matches!(surface, Surface::Unified | Surface::Proxy);
        let mut segments: Vec<&str> = template.iter().map(|segment| call.value(segment).unwrap_or(segment)).collect();
        let last = template.last().filter(|_| is_longer).and_then(|last| call.value(last));
        if last.is_some() {
            segments.pop();
        }
        if surface == Surface::Unified {
            segments.remove(0);
        }
        // Some integrations expect the id in the body.
        let id = last.or_else(|| call.body.get("id").and_then(Value::as_str)).map(str::to_owned);
        let action = match (method, id) {
            _ if is_custom => Action::Custom,
            (Method::Get, None) => Action::List,
            (Method::Get, Some(id)) => Action::Get(id),
            (Method::Delete, Some(id)) => Action::Delete(id),
            (Method::Patch | Method::Put, Some(id)) => Action::Update(id),
            (Method::Post, _) if last.is_none() => Action::Create,
            _ => Action::Custom,
        };
        Self { resource: segments.join("/"), action }
    }
}

impl<'a> Call<'a> {
    /// The value of a segment, if it is a placeholder.
    fn value(&self, segment: &str) -> Option<&'a str> {
        let name = segment.strip_prefix('{')?.strip_suffix('}')?;
        self.path.get(name)?.as_str()
    }
}
