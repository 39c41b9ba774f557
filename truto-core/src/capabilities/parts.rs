//! The blocks of the capabilities. Each is read from both forms of the answer.

use serde_json::Value;

use crate::capabilities::read::{Block, text};

/// The provider's integration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Integration {
    /// Id of the integration.
    pub id: Option<String>,
    /// Short name: `salesforce`.
    pub slug: Option<String>,
    /// Name for people: `Salesforce`.
    pub label: Option<String>,
    /// Short name of its category: `crm`.
    pub category: Option<String>,
}

impl Integration {
    pub(super) fn read(block: Block<'_>) -> Self {
        // One form calls them `name` and `label`, the other `slug` and `name`.
        let slug = block.text(&["slug"]);
        let label = block.text(if slug.is_some() { &["label", "name"] } else { &["label"] });
        Self {
            id: block.text(&["id"]),
            slug: slug.or_else(|| block.text(&["name"])),
            label,
            category: block.text(&["category"]),
        }
    }
}

/// A resource of the unified API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnifiedResource {
    /// Name of the model: `crm`. One form of the answer may leave it out.
    pub model: Option<String>,
    /// Name of the model for people.
    pub model_label: Option<String>,
    /// Name of the resource: `contacts`.
    pub resource: String,
    /// Name of the resource for people.
    pub label: Option<String>,
    /// What the resource holds.
    pub description: Option<String>,
    /// Page of the documentation.
    pub docs_url: Option<String>,
    /// Names of the methods, custom methods included.
    pub methods: Vec<String>,
    /// How many methods have no name, and are left out.
    pub unread_methods: usize,
    /// Whether the environment changed the mapping.
    pub env_overridden: Option<bool>,
}

impl UnifiedResource {
    /// Whether the resource has this method.
    #[must_use]
    pub fn has(&self, method: &str) -> bool {
        self.methods.iter().any(|name| name == method)
    }

    /// Whether it is the resource of this model and name. A row without a model fits any.
    pub(super) fn is(&self, model: &str, resource: &str) -> bool {
        self.resource == resource && self.model.as_deref().is_none_or(|name| name == model)
    }

    pub(super) fn read(row: Block<'_>) -> Option<Self> {
        let name = row.text(&["name"]);
        let api_name = row.text(&["api_name"]);
        let mut model = row.text(&["model", "unified_model"]);
        let resource = row.text(&["resource"]).or_else(|| match (&api_name, &name) {
            // `api_name` is the model, if `name` is spelt like the name of a resource.
            (Some(api_name), Some(name)) if model.is_none() && is_api_name(name) && !is_same(api_name, name) => {
                model = Some(api_name.clone());
                Some(name.clone())
            }
            (Some(api_name), _) => Some(api_name.clone()),
            (None, name) => name.clone(),
        })?;
        // Some answers write `crm/contacts`.
        let (model, resource) = match resource.split_once('/') {
            Some((before, after)) if !before.is_empty() && !after.is_empty() => {
                (Some(before.to_owned()), after.to_owned())
            }
            _ => (model, resource),
        };
        let methods: Vec<String> = row.list("methods").iter().filter_map(method_name).collect();
        Some(Self {
            model,
            model_label: row.text(&["model_label"]),
            label: row.text(&["label"]).or(name).filter(|label| *label != resource),
            resource,
            description: row.text(&["description"]),
            docs_url: row.text(&["docs_url"]),
            unread_methods: row.list("methods").len() - methods.len(),
            methods,
            env_overridden: row.flag("env_overridden"),
        })
    }
}

/// Whether a name could stand in a path, and is not for people.
fn is_api_name(name: &str) -> bool {
    name.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"_-".contains(&letter))
}

/// Whether two names are the same but for a model in front: `contacts` and `crm/contacts`.
fn is_same(api_name: &str, name: &str) -> bool {
    api_name.rsplit('/').next() == Some(name)
}

/// The name of a method, which is a text or the member of an object.
fn method_name(row: &Value) -> Option<String> {
    text(row).or_else(|| Block(row).text(&["method", "name"]))
}

/// A resource of the provider's own API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProxyResource {
    /// The provider's name for it.
    pub resource: String,
    /// What the resource holds.
    pub description: Option<String>,
    /// Page of the documentation.
    pub docs_url: Option<String>,
    /// Its methods.
    pub methods: Vec<ProxyMethod>,
}

impl ProxyResource {
    pub(super) fn read(row: Block<'_>) -> Option<Self> {
        Some(Self {
            resource: row.text(&["resource", "name"])?,
            description: row.text(&["description"]),
            docs_url: row.text(&["docs_url"]),
            methods: row.list("methods").iter().filter_map(ProxyMethod::read).collect(),
        })
    }
}

/// A method of a [`ProxyResource`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProxyMethod {
    /// `list`, `get`, `create`, `update`, `delete`, or the name of a custom method.
    pub method: String,
    /// Name of the tool: `list_all_hub_spot_contacts`.
    pub name: Option<String>,
    /// What it does.
    pub description: Option<String>,
    /// Whether it has a description.
    pub has_description: bool,
    /// Whether its query is described.
    pub has_query_schema: Option<bool>,
    /// Whether its body is described.
    pub has_body_schema: Option<bool>,
    /// Whether its response is described.
    pub has_response_schema: Option<bool>,
    /// The provider's own documentation.
    pub api_documentation_url: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether the provider advises against it.
    pub deprecated: bool,
}

impl ProxyMethod {
    fn read(row: &Value) -> Option<Self> {
        let method = method_name(row)?;
        let row = Block(row);
        let description = row.text(&["description"]);
        Some(Self {
            method,
            name: row.text(&["name"]),
            has_description: row.flag("has_description").unwrap_or(description.is_some()),
            description,
            has_query_schema: row.flag("has_query_schema"),
            has_body_schema: row.flag("has_body_schema"),
            has_response_schema: row.flag("has_response_schema"),
            api_documentation_url: row.text(&["api_documentation_url"]),
            tags: row.texts("tags"),
            deprecated: row.flag("deprecated").unwrap_or_default(),
        })
    }
}

/// How an account of the integration is authorised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Auth {
    /// Forms of credentials: `oauth2`, `api_key`.
    pub formats: Vec<String>,
    /// Fields of the form that your customer fills in.
    pub fields: Vec<AuthField>,
    /// Scopes that the connection asks for.
    pub scopes: Vec<String>,
    /// Where your customer finds the credentials.
    pub documentation_url: Option<String>,
}

impl Auth {
    pub(super) fn read(block: Block<'_>) -> Self {
        Self {
            formats: block.texts("formats"),
            fields: block.list("fields").iter().filter_map(|row| AuthField::read(Block(row))).collect(),
            scopes: block.texts("scopes"),
            documentation_url: block.text(&["documentation_url", "documentation_link"]),
        }
    }
}

/// A field of the form that your customer fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuthField {
    /// Its key.
    pub name: String,
    /// Its label.
    pub label: Option<String>,
    /// What to write into it.
    pub description: Option<String>,
    /// Type of the input: `text`, `password`.
    pub kind: Option<String>,
    /// Whether it has to be filled in.
    pub required: bool,
    /// Format of its value.
    pub format: Option<String>,
    /// An example of its value.
    pub placeholder: Option<String>,
}

impl AuthField {
    fn read(row: Block<'_>) -> Option<Self> {
        Some(Self {
            name: row.text(&["name"])?,
            label: row.text(&["label"]),
            description: row.text(&["description"]),
            kind: row.text(&["type"]),
            required: row.flag("required").unwrap_or_default(),
            format: row.text(&["format"]),
            placeholder: row.text(&["placeholder"]),
        })
    }
}

/// How many methods of the provider's API are described, for programs that let a language model call them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AiReadiness {
    /// How many methods there are.
    pub methods: Option<u64>,
    /// How many of them have a description.
    pub described_methods: Option<u64>,
    /// From 0 to 1.
    pub score: Option<f64>,
}

impl AiReadiness {
    pub(super) fn read(block: Block<'_>) -> Self {
        Self {
            methods: block.count(&["proxy_methods", "total_methods"]),
            described_methods: block.count(&["proxy_methods_with_descriptions", "described_methods"]),
            score: block.number(&["ai_ready_score", "score"]),
        }
    }
}
