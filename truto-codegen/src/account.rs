//! What a connected account says of itself: its capabilities, and the description of each method.
//!
//! [`ask`] makes the calls, and [`assemble`] turns the answers into a [`Model`]. The answers are data, so that a test or a file can
//! take the place of the calls.

mod assemble;
mod references;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use truto_core::Account;
use truto_core::describe::{MethodMeta, Surface};
use truto_core::types::RawJson;

pub use self::assemble::assemble;
use crate::description::Model;
use crate::error::Error;
use crate::tree::Tree;

/// What an account said of a model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Name of the model in paths: `ticketing`.
    pub model: String,
    /// Name of the model for people.
    pub label: Option<String>,
    /// The resources, by name.
    pub resources: BTreeMap<String, SaidResource>,
}

/// What an account said of a resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidResource {
    /// What the resource holds.
    pub description: Option<String>,
    /// Page of its documentation.
    pub docs_url: Option<String>,
    /// The methods, by name.
    pub methods: BTreeMap<String, SaidMethod>,
}

/// What an account said of a method.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidMethod {
    /// Schema of the answer.
    pub schema: Option<Tree>,
    /// Schema of the query.
    pub query_schema: Option<Tree>,
    /// Schema of the body.
    pub request_body_schema: Option<Tree>,
    /// Why the account does not describe the method, if it does not.
    pub failure: Option<String>,
}

impl SaidMethod {
    /// Reads the description of a method.
    fn of(meta: MethodMeta) -> Self {
        let mut failure = None;
        let mut tree = |name: &str, schema: Option<RawJson>| match schema?.parse::<Tree>() {
            Ok(tree) => Some(tree),
            Err(error) => {
                failure = Some(format!("its `{name}` cannot be read: {error}"));
                None
            }
        };
        let query_schema = tree("query_schema", meta.query_schema);
        let request_body_schema = tree("request_body_schema", meta.request_body_schema);
        let answer = tree("schema", meta.schema).filter(says_something);
        let schema = answer.or_else(|| tree("response_schema", meta.response_schema).filter(says_something));
        Self { schema, query_schema, request_body_schema, failure }
    }
}

fn says_something(schema: &Tree) -> bool {
    !matches!(schema, Tree::Null) && schema != &Tree::Object(Vec::new())
}

/// Asks an account for a model: one call for its capabilities, and one call for each method.
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use truto_codegen::{account, write};
///
/// let client = truto_core::Client::from_env()?;
/// let said = account::ask(&client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?, "ticketing").await?;
/// let model = account::assemble(&said)?;
/// for (name, text) in write::declarations(&model, &write::Style::default())? {
///     println!("// {name}\n{text}");
/// }
/// # Ok(()) }
/// ```
///
/// # Errors
/// If the account does not have the model, or if a call fails. A method that the account does not describe is not an error.
pub async fn ask(account: &Account, model: &str) -> Result<Said, Error> {
    let capabilities = account.capabilities().surface(Surface::Unified).await;
    let capabilities = capabilities
        .map_err(|error| Error::new(format!("the account {} did not say what it can do: {error}", account.id())))?;
    let mut said = Said { model: model.to_owned(), ..Said::default() };
    let of_model = capabilities.unified.iter().filter(|row| row.model.as_deref().is_none_or(|name| name == model));
    for row in of_model {
        if said.label.is_none() {
            said.label.clone_from(&row.model_label);
        }
        let resource = said.resources.entry(row.resource.clone()).or_default();
        resource.description = resource.description.take().or_else(|| row.description.clone());
        resource.docs_url = resource.docs_url.take().or_else(|| row.docs_url.clone());
        for method in &row.methods {
            resource.methods.entry(method.clone()).or_default();
        }
    }
    if said.resources.is_empty() {
        let mut models: Vec<&str> = capabilities.unified.iter().filter_map(|row| row.model.as_deref()).collect();
        models.sort_unstable();
        models.dedup();
        return Err(no_model(account.id(), model, &models));
    }
    for (name, resource) in &mut said.resources {
        for (method, about) in &mut resource.methods {
            *about = match account.meta(model, name, method).await {
                Ok(meta) => SaidMethod::of(meta),
                // The account cannot describe this method. Any other failure is about the call.
                Err(error) if matches!(error.status(), Some(400 | 404 | 405 | 422 | 501)) => SaidMethod {
                    failure: Some(format!("status {}", error.status().unwrap_or_default())),
                    ..SaidMethod::default()
                },
                Err(error) => {
                    let what = format!("the account {} did not describe `{method}` of `{model}/{name}`", account.id());
                    return Err(Error::new(format!("{what}: {error}")));
                }
            };
        }
    }
    Ok(said)
}

/// Asks an account for a model, and assembles it: [`ask`] and [`assemble`] in one.
///
/// # Errors
/// Those of both.
pub async fn describe(account: &Account, model: &str) -> Result<Model, Error> {
    assemble(&ask(account, model).await?)
}

fn no_model(account: &str, model: &str, models: &[&str]) -> Error {
    let has = match models {
        [] => "it has no unified model at all: check that the account is connected".to_owned(),
        models => format!(
            "it has {}: use one of these",
            models.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
    };
    Error::new(format!("the account {account} has no model `{model}`, {has}"))
}
