//! Documentation: the filters of its rows, and `GET /unified/meta/{model}/{integration}`.

use http::StatusCode;
use http::header::HeaderValue;
use serde_json::{Map, Value, json};

use super::Call;
use super::pages::parameter;
use crate::answer::refusal::{Failure, Refusal};
use crate::answer::{Answer, Content};
use crate::api::resource::Resource;
use crate::provider::Provider;

/// The filters of documentation: each names the entity that it belongs to.
const ENTITIES: [&str; 4] =
    ["integration_id", "environment_integration_id", "unified_model_id", "environment_unified_model_id"];

/// Whether a list of documentation names an entity, which it must.
pub(super) fn names_entity(query: &Map<String, Value>) -> bool {
    ENTITIES.iter().any(|name| query.contains_key(*name))
}

/// The filters of a list of documentation, by the members of its rows.
pub(super) fn filters(query: &Map<String, Value>) -> Map<String, Value> {
    let member = |name: &str| if ENTITIES.contains(&name) { "entity_id".to_owned() } else { name.to_owned() };
    query.iter().map(|(name, value)| (member(name), value.clone())).collect()
}

/// The documentation of a model at an integration.
pub(super) fn of_model(call: &Call<'_>) -> Result<Answer, Refusal> {
    let (model, integration) = (call.value("model"), call.value("integration"));
    if Provider::of_integration(integration).is_none() {
        return Err(Refusal::not_found(format!("There is no integration `{}`", integration.escape_debug())));
    }
    let contracts = call.shared.settings.registry.iter().map(|registration| registration.contract());
    let mut methods: Vec<String> = contracts
        .filter_map(Resource::of)
        .filter(|of| of.model == model && of.is_named())
        .map(|of| format!("{} {}", of.name, of.method))
        .collect();
    methods.sort();
    let title = format!("{model} at {integration}");
    let text = |lines: String, content_type| {
        let content = Content::Whole(lines.into_bytes().into());
        Answer::new(StatusCode::OK, HeaderValue::from_static(content_type), content)
    };
    match parameter(&call.query, "format") {
        None | Some("json") => {
            Ok(Answer::ok(json!({ "model": model, "integration": integration, "methods": methods })))
        }
        Some("md") => {
            let lines = methods.join("\n- ");
            Ok(text(format!("# {title}\n\n- {lines}\n"), "text/markdown; charset=utf-8"))
        }
        Some("html") => {
            let lines = methods.join("<li>");
            let page = format!("<!doctype html><title>Documentation</title><ul><li>{lines}</ul>");
            Ok(text(page, "text/html; charset=utf-8"))
        }
        Some(_) => Err(Refusal::invalid(&[Failure::new("format", "expected one of `json`, `md`, `html`")])),
    }
}
