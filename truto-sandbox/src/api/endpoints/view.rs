//! How a stored record is shown: in the unified form, and in the form of its provider.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::Item;
use crate::provider::Provider;
use crate::state::store::{Fields, LinksOf, Store};

impl Item {
    /// Adds the caller's `remote_query` to the record of the provider. No provider echoes its query. The sandbox does, so that
    /// a caller can see it.
    pub(crate) fn echo(&mut self, remote_query: &Map<String, Value>) {
        if !remote_query.is_empty() {
            self.remote.insert("_sandbox".to_owned(), json!({ "remote_query": remote_query }));
        }
    }
}

/// The items of a list. Only those of the page are converted to the two forms.
#[derive(Clone, Debug)]
pub(crate) enum List {
    Items(Vec<Item>),
    Records(Vec<Fields>, View),
}

impl From<Vec<Item>> for List {
    fn from(items: Vec<Item>) -> Self {
        Self::Items(items)
    }
}

/// How the records of a resource are shown to an account.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// The provider and the resource without its model, if the sandbox has CRM data and this is one of its resources.
    crm: Option<(Provider, String)>,
    links: Arc<LinksOf>,
    /// Members that are left out.
    without: &'static [&'static str],
    /// The caller's query for the provider.
    remote_query: Map<String, Value>,
}

impl View {
    /// The view of one record, such as that of `get`.
    pub(super) fn of(store: &Store, (account, provider): (&str, Provider), resource: &str) -> Self {
        let crm = resource.strip_prefix("crm/").filter(|_| store.crm().is_some());
        let links = crm.map(|name| store.links_of(account, name)).unwrap_or_default();
        Self { crm: crm.map(|name| (provider, name.to_owned())), links, without: &[], remote_query: Map::new() }
    }

    /// The view of a list, whose rows lack some members at some providers.
    pub(super) fn thin(mut self) -> Self {
        if let Some((provider, name)) = &self.crm {
            self.without = provider.thin_members(name);
        }
        self
    }

    /// Lets the records echo the caller's query for the provider.
    pub(crate) fn echo(&mut self, remote_query: &Map<String, Value>) {
        self.remote_query.clone_from(remote_query);
    }

    pub(crate) fn item(&self, fields: &Fields) -> Item {
        let mut unified = Map::clone(fields);
        for member in self.without {
            unified.remove(*member);
        }
        let remote = match &self.crm {
            None => unified.clone(),
            Some((provider, name)) => {
                let id = unified.get("id").and_then(Value::as_str).unwrap_or_default();
                let links = self.links.get(id).map(Vec::as_slice).unwrap_or_default();
                provider.remote(name, &unified, links)
            }
        };
        let mut item = Item { unified, remote };
        item.echo(&self.remote_query);
        item
    }
}
