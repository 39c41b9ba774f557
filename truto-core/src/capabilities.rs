//! What an account can do: its integration, the unified and the proxy resources with their methods, how it is authorised, and how
//! well it is described.
//!
//! [`Account::capabilities`](crate::Account::capabilities) asks for them. The API prints them in two forms, and both are read. Any
//! part may be missing: a block that is missing is empty, and a row that has no name is counted in
//! [`unread_rows`](Capabilities::unread_rows). Neither fails the call.
//!
//! ```
//! use truto_core::capabilities::{Capabilities, MethodSupport};
//!
//! let answer = r#"{"unified": [{"model": "crm", "resource": "contacts", "methods": ["list", "get"]}]}"#;
//! let capabilities: Capabilities = serde_json::from_str(answer).unwrap();
//! assert_eq!(capabilities.support_of("crm", "contacts", "list"), MethodSupport::Supported);
//! let MethodSupport::NoMethod { methods } = capabilities.support_of("crm", "contacts", "delete") else { panic!() };
//! assert_eq!(methods, ["list", "get"]);
//! ```

pub(crate) mod cache;
mod parts;
mod read;
mod status;
mod support;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::capabilities::read::{Block, rows};
pub use parts::{AiReadiness, Auth, AuthField, Integration, ProxyMethod, ProxyResource, UnifiedResource};
pub use status::{AccountStatus, ConnectionStatus};
pub use support::MethodSupport;

/// What an account can do, without the state of its connection, which [`Account::status`](crate::Account::status) asks for.
///
/// The module's page has an example.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Capabilities {
    /// The provider's integration.
    pub integration: Integration,
    /// The environment of the account.
    pub environment_id: Option<String>,
    /// Resources of the unified API, one for each model and resource.
    pub unified: Vec<UnifiedResource>,
    /// Resources of the provider's own API.
    pub proxy: Vec<ProxyResource>,
    /// How the account is authorised.
    pub auth: Auth,
    /// How many methods are described.
    pub ai_readiness: AiReadiness,
    /// How many rows of `unified` and `proxy` have no name, and are left out.
    pub unread_rows: usize,
    /// Whether the answer has a block of unified resources at all.
    lists_unified: bool,
}

impl Capabilities {
    /// The unified resource of this model and name.
    ///
    /// ```
    /// # use truto_core::capabilities::Capabilities;
    /// let answer = r#"{"unified": {"resources": [{"api_name": "crm/contacts", "methods": [{"method": "list"}]}]}}"#;
    /// let capabilities: Capabilities = serde_json::from_str(answer).unwrap();
    /// assert!(capabilities.resource("crm", "contacts").is_some_and(|contacts| contacts.has("list")));
    /// ```
    #[must_use]
    pub fn resource(&self, model: &str, resource: &str) -> Option<&UnifiedResource> {
        self.unified.iter().find(|row| row.is(model, resource))
    }

    /// Whether the account has this method of a unified resource.
    #[must_use]
    pub fn support_of(&self, model: &str, resource: &str, method: &str) -> MethodSupport {
        if !self.lists_unified {
            return MethodSupport::Unknown;
        }
        let mut methods: Vec<&String> = Vec::new();
        for row in self.unified.iter().filter(|row| row.is(model, resource)) {
            // A row without methods does not tell which methods exist, and a method without a name may be this method.
            if row.has(method) || row.methods.is_empty() || row.unread_methods > 0 {
                return if row.has(method) { MethodSupport::Supported } else { MethodSupport::Unknown };
            }
            methods.extend(&row.methods);
        }
        if methods.is_empty() {
            return self.without_resource(model, resource);
        }
        MethodSupport::NoMethod { methods: methods.into_iter().cloned().collect() }
    }

    /// The answer for a resource that is not listed.
    fn without_resource(&self, model: &str, resource: &str) -> MethodSupport {
        // It may be a row that could not be read, or one whose names are read the other way round: the forms disagree about them.
        if self.unread_rows > 0 || self.unified.iter().any(|row| row.model.as_deref() == Some(resource)) {
            return MethodSupport::Unknown;
        }
        let of_model = self.unified.iter().filter(|row| row.model.as_deref().is_none_or(|name| name == model));
        let resources: Vec<String> = of_model.map(|row| row.resource.clone()).collect();
        if !resources.is_empty() {
            return MethodSupport::NoResource { resources };
        }
        let mut models: Vec<String> = self.unified.iter().filter_map(|row| row.model.clone()).collect();
        models.sort_unstable();
        models.dedup();
        MethodSupport::NoModel { models }
    }
}

impl<'de> Deserialize<'de> for Capabilities {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answer = Value::deserialize(deserializer)?;
        if !answer.is_object() {
            return Err(D::Error::custom("expected the capabilities of an account, which are an object"));
        }
        let answer = Block(&answer);
        let unified = answer.get("unified").and_then(rows);
        let (lists_unified, unified) = (unified.is_some(), unified.unwrap_or_default());
        let proxy = answer.get("proxy").and_then(rows).unwrap_or_default();
        let all = unified.len() + proxy.len();
        let unified: Vec<_> = unified.iter().filter_map(|row| UnifiedResource::read(Block(row))).collect();
        let proxy: Vec<_> = proxy.iter().filter_map(|row| ProxyResource::read(Block(row))).collect();
        Ok(Self {
            integration: Integration::read(answer.block("integration")),
            environment_id: answer.text(&["environment_id"]),
            auth: Auth::read(answer.block("auth")),
            ai_readiness: AiReadiness::read(answer.block("ai_readiness")),
            unread_rows: all - unified.len() - proxy.len(),
            lists_unified,
            unified,
            proxy,
        })
    }
}

#[cfg(test)]
mod tests;
