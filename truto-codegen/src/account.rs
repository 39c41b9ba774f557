//! What a connected account says of itself: its capabilities, and the description of each method.
//!
//! `GET /integrated-account/{id}/capabilities` names the resources and their methods, in either of its two shapes, and
//! `GET /unified/{model}/{resource}/meta/{method}` has the schemas.

use truto_core::{Account, unified_endpoint};

use crate::description::{Field, Kind, Method, Model, Resource, Text};
use crate::error::Error;
use crate::schema::Reader;
use crate::tree::Tree;

#[unified_endpoint(GET, "/integrated-account/{id}/capabilities", response = Tree)]
struct ReadCapabilities {
    id: String,
    #[truto(rename = "type")]
    kind: Option<String>,
}

#[unified_endpoint(GET, "/unified/{model}/{resource}/meta/{method}", response = Tree)]
struct ReadMeta {
    model: String,
    resource: String,
    method: String,
}

/// The description of a resource's method.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Name of the resource.
    pub resource: String,
    /// Name of the method.
    pub method: String,
    /// The answer of the meta route. `None` if the account has no description of the method.
    pub description: Option<Tree>,
}

/// Reads what an account says of a model.
///
/// # Errors
/// If a call fails, or if the account does not have the model.
pub async fn describe(account: &Account, id: &str, model: &str) -> Result<Model, Error> {
    let answer = ReadCapabilities::builder().id(id).kind("unified").send(account).await;
    let capabilities =
        answer.map_err(|error| Error::new(format!("the capabilities of `{id}` could not be read: {error}")))?;
    let mut metas = Vec::new();
    for (resource, method) in methods(&capabilities, model)? {
        let call = ReadMeta::builder().model(model).resource(&resource).method(&method).send(account).await;
        let description = match call {
            Ok(description) => Some(description),
            Err(error) if error.status().is_some_and(|status| status == 404) => None,
            Err(error) => {
                let what = format!("the description of `{method}` of `{resource}` could not be read");
                return Err(Error::new(format!("{what}: {error}")));
            }
        };
        metas.push(Meta { resource, method, description });
    }
    Ok(from_meta(model, &metas))
}

/// The resources and methods of a model, in the order of the answer.
///
/// # Errors
/// If the account does not have the model.
pub fn methods(capabilities: &Tree, model: &str) -> Result<Vec<(String, String)>, Error> {
    let unified = capabilities.get("unified");
    let rows = match unified {
        Some(Tree::List(rows)) => rows.as_slice(),
        Some(object) => object.get("resources").map(Tree::items).unwrap_or_default(),
        None => &[],
    };
    let mut models: Vec<String> = Vec::new();
    let mut found: Vec<(String, String)> = Vec::new();
    for row in rows {
        let name = ["api_name", "resource", "name"].into_iter().find_map(|key| row.text_of(key)).unwrap_or_default();
        // Some answers have the model in the name of the resource.
        let (of, name) = match (row.text_of("model").or_else(|| row.text_of("unified_model")), name.split_once('/')) {
            (Some(of), None) => (of, name),
            (Some(of), Some((_, name))) | (None, Some((of, name))) => (of, name),
            (None, None) => continue,
        };
        if !models.iter().any(|known| known == of) {
            models.push(of.to_owned());
        }
        if of != model {
            continue;
        }
        for method in row.get("methods").map(Tree::items).unwrap_or_default() {
            let method = method.text().or_else(|| method.text_of("method")).or_else(|| method.text_of("name"));
            let pair = (name.to_owned(), method.unwrap_or_default().to_owned());
            if !found.contains(&pair) && [&pair.0, &pair.1].into_iter().all(|name| is_name(name)) {
                found.push(pair);
            }
        }
    }
    if found.is_empty() {
        let has = if models.is_empty() { "no model".to_owned() } else { format!("`{}`", models.join("`, `")) };
        return Err(Error::new(format!("the account has no methods of the model `{model}`: it has {has}")));
    }
    Ok(found)
}

/// Whether a name can be a segment of a path as it is.
fn is_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    !name.is_empty() && name.len() < 100 && name.chars().all(is_plain)
}

/// Makes a model of the descriptions.
#[must_use]
pub fn from_meta(model: &str, metas: &[Meta]) -> Model {
    let mut names: Vec<String> = Vec::new();
    for meta in metas {
        if !names.contains(&meta.resource) {
            names.push(meta.resource.clone());
        }
    }
    let of = |name: &String| metas.iter().filter(|meta| meta.resource == *name).collect::<Vec<_>>();
    let resources = names.iter().map(|name| resource(name, &of(name), &names)).collect();
    Model { name: model.to_owned(), label: model.to_owned(), resources, types: Vec::new() }
}

fn resource(name: &str, metas: &[&Meta], names: &[String]) -> Resource {
    // `get` answers the whole record, and a list may leave fields out.
    let record = ["get", "list", "update", "create"].into_iter().find_map(|method| {
        let meta = metas.iter().find(|meta| meta.method == method)?;
        let description = meta.description.as_ref()?;
        let schemas = ["schema", "response_schema"].into_iter().filter_map(|key| description.get(key));
        schemas.map(|schema| Reader::new(schema, names).fields()).find(|fields| !fields.is_empty())
    });
    let links = metas.iter().filter_map(|meta| meta.description.as_ref()?.text_of("documentation_link"));
    let mut sources: Vec<String> = links.map(str::to_owned).collect();
    sources.dedup();
    Resource {
        name: name.to_owned(),
        record_name: None,
        description: Text::Ours(String::new()),
        notes: Vec::new(),
        sources,
        fields: record.unwrap_or_default(),
        methods: metas.iter().map(|meta| method(meta, names)).collect(),
        by_hand: None,
    }
}

fn method(meta: &Meta, names: &[String]) -> Method {
    let mut method = Method::new(&meta.method);
    let Some(description) = &meta.description else {
        let note = "The account does not describe this method: what it takes is for `remote_query` and `remote_data`";
        method.notes.push(Text::Ours(note.to_owned()));
        return method;
    };
    let fields = |key: &str| description.get(key).map(|schema| Reader::new(schema, names).fields()).unwrap_or_default();
    method.query = fields("query_schema").into_iter().map(ordered).collect();
    let has_body = matches!(method.verb(), "POST" | "PATCH");
    let body = if has_body { fields("request_body_schema") } else { Vec::new() };
    if method.is_custom() || !body.is_empty() {
        method.body = Some(body);
    }
    method
}

/// The order of a list is an object of fields, each `asc` or `desc`.
fn ordered(mut field: Field) -> Field {
    if field.wire == "sort_by" {
        field.kind = match field.kind {
            Kind::Object { fields, .. } => Kind::Order(fields.into_iter().map(|field| field.wire).collect()),
            _ => Kind::Order(Vec::new()),
        };
    }
    field
}
