//! A method that an account does not have, and what it has in its place.

use core::fmt;

use crate::error::quoted_list;
use crate::redact::shown;

/// How many names a sentence shows, and how much of each, in bytes: the server wrote them.
const SHOWN: usize = 16;
const SHOWN_NAME: usize = 120;

/// A method that an account does not have, as its capabilities say. `Display` is a sentence:
/// "`pipedrive` has no method `merge` of `crm/contacts`, only `list` or `get`".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unsupported {
    /// Short name of the account's integration, if it is known.
    pub integration: Option<String>,
    /// Name of the model.
    pub model: &'static str,
    /// Name of the resource.
    pub resource: &'static str,
    /// Name of the method.
    pub method: &'static str,
    /// What the account does not have.
    pub lacks: Lacks,
    /// What it has in its place: methods, resources or models.
    pub available: Vec<String>,
}

/// What an account does not have of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lacks {
    /// The method of the resource.
    Method,
    /// The resource of the model.
    Resource,
    /// The model.
    Model,
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { integration, model, resource, method, lacks, available } = self;
        match integration {
            Some(name) => write!(f, "`{}` has no ", shown(name, SHOWN_NAME))?,
            None => f.write_str("the account has no ")?,
        }
        match lacks {
            Lacks::Method => write!(f, "method `{method}` of `{model}/{resource}`")?,
            Lacks::Resource => write!(f, "resource `{resource}` of the model `{model}`")?,
            Lacks::Model => write!(f, "model `{model}`")?,
        }
        let names: Vec<String> = available.iter().take(SHOWN).map(|name| shown(name, SHOWN_NAME)).collect();
        match available.len() - names.len() {
            0 if names.is_empty() => Ok(()),
            0 => write!(f, ", only {}", quoted_list(&names.iter().map(String::as_str).collect::<Vec<_>>())),
            more => write!(f, ", only `{}` and {more} more", names.join("`, `")),
        }
    }
}
