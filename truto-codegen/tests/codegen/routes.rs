//! The declared contracts of the platform against `models/platform.json`, route by route and field by field.
//!
//! The comparison reads the file by itself, so that a mistake of the generator is a difference.

use std::collections::BTreeSet;
use std::fs;

use truto_codegen::tree::Tree;
use truto_core::contract::{BodyForm, Contract, Place};
use truto_core::platform;
use truto_core::record::{Record, RecordContract};
use truto_core::shape::Shape;

use crate::support::{assert_explained, here, workspace};

/// What differs from the model, and why. A `*` stands for any text.
const DIFFERENCES: &[(&str, &str)] = &[
    ("mcp *: body *", "the body of JSON-RPC is written by hand, for all methods of the protocol"),
    ("mcp *: answers JSON-RPC response, declared as *", "the answer of JSON-RPC has a type"),
    ("mcp call: query integrated_account_id is not declared", "only the types of the TypeScript SDK have it"),
    ("integration install: body override is declared only", "the route of `environment-integration create`"),
    ("unified-model install: body * is declared only", "the route of `environment-unified-model create`"),
    ("link-token post_connect_form: body form is declared only", "no source shows the body, so it is any content"),
    ("team invite: body invitation is declared only", "no source shows the body, so it is any content"),
    ("sync-job* record: default_runtime_version is a integer, declared as Any", "a note of the model: or a string"),
    ("sync-job-run-state record: value is a string, declared as Any", "a note of the model: or any JSON"),
    ("sync-job-run-state record: key is promised", "it is the id of the record"),
    ("batch-request*", "`truto_core::batch` has it"),
    ("unified-meta method_meta: not declared", "`Account::meta` has it"),
    ("Capabilities*: no record is declared", "`truto_core::capabilities` reads both shapes"),
    ("ResourceMethodConfig: no record is declared", "it is inside of members that have no type"),
    ("SyncNodeV4 record: depends_on is a string, declared as Any", "the two kinds of step are one type, and disagree"),
    ("SyncResourceLegacy record: delete_tracking is a string, *", "the other kind of step lists the values"),
    ("Sync*: * is declared only", "the two kinds of step are one type"),
];

macro_rules! records {
    ($($name:literal => $record:path,)+) => {
        &[$(($name, <$record as Record>::RECORD)),+]
    };
}

/// The record of each resource, and the type of each shape.
const RECORDS: &[(&str, &RecordContract)] = records! {
    "integrated-account" => platform::IntegratedAccount,
    "sandbox-integrated-account" => platform::SandboxIntegratedAccount,
    "mcp-token" => platform::McpToken,
    "integration" => platform::Integration,
    "environment" => platform::Environment,
    "environment-integration" => platform::EnvironmentIntegration,
    "unified-model" => platform::UnifiedModel,
    "environment-unified-model" => platform::EnvironmentUnifiedModel,
    "unified-model-resource-method" => platform::UnifiedModelResourceMethod,
    "environment-unified-model-resource-method" => platform::EnvironmentUnifiedModelResourceMethod,
    "link-token" => platform::LinkToken,
    "webhook" => platform::Webhook,
    "notification-destination" => platform::NotificationDestination,
    "sync-job" => platform::SyncJob,
    "sync-job-run" => platform::SyncJobRun,
    "sync-job-run-state" => platform::SyncJobRunState,
    "sync-job-cron-trigger" => platform::SyncJobCronTrigger,
    "sync-job-template" => platform::SyncJobTemplate,
    "daemon" => platform::Daemon,
    "daemon-job" => platform::DaemonJob,
    "daemon-job-run" => platform::DaemonJobRun,
    "daemon-job-cron-trigger" => platform::DaemonJobCronTrigger,
    "workflow" => platform::Workflow,
    "workflow-run" => platform::WorkflowRun,
    "datastore" => platform::Datastore,
    "file" => platform::UploadedFile,
    "log" => platform::Log,
    "user" => platform::User,
    "team" => platform::Team,
    "api-token" => platform::ApiToken,
    "static-gate" => platform::StaticGate,
    "alarm" => platform::Alarm,
    "category" => platform::Category,
    "documentation" => platform::Documentation,
    "Tool" => platform::values::Tool,
    "UnifiedMethodMeta" => platform::unified_meta::UnifiedMethodMeta,
    "IntegrationConfig" => platform::integration::IntegrationConfig,
    "EnvironmentIntegrationOverride" => platform::environment_integration::EnvironmentIntegrationOverride,
    "MappingConfig" => platform::values::MappingConfig,
    "SyncNodeV4" => platform::values::SyncNode,
    "SyncResourceLegacy" => platform::values::SyncNode,
};

#[test]
fn the_declarations_are_the_model_but_for_a_list_with_reasons() {
    let file = fs::read_to_string(here().join("models/platform.json")).unwrap();
    let model: Tree = serde_json::from_str(&file).unwrap();
    let registry = platform::endpoints();
    let contracts: Vec<&Contract> = registry.iter().map(|registration| registration.contract()).collect();
    let mut found = Vec::new();
    let (mut fields, mut methods) = (0, 0);
    let mut routes = BTreeSet::new();
    let of = |key: &str| model.get(key).unwrap().members().collect::<Vec<_>>();
    for (name, tree) in of("resources").into_iter().chain(of("shapes")) {
        let described = tree.get("fields").filter(|fields| fields.members().next().is_some());
        match (RECORDS.iter().find(|(known, _)| *known == name), described) {
            (Some((_, record)), Some(described)) => fields += members(name, described, record, &mut found),
            (None, Some(_)) => found.push(format!("{name}: no record is declared")),
            (_, None) => {}
        }
        for (method, tree) in tree.get("methods").into_iter().flat_map(Tree::members) {
            methods += 1;
            let route = (tree.text_of("verb").unwrap(), tree.text_of("path").unwrap());
            let contract = contracts.iter().find(|known| (known.method().as_str(), known.path()) == route);
            let Some(contract) = contract else {
                found.push(format!("{name} {method}: not declared"));
                continue;
            };
            routes.insert(route);
            compare(&format!("{name} {method}"), name, tree, contract, &mut found);
        }
    }
    assert_eq!(routes.len(), contracts.len(), "a route that the model does not have");
    println!("{methods} methods, {} routes, {fields} fields of records, {} differences", routes.len(), found.len());
    assert_explained(&found, DIFFERENCES);
}

#[test]
fn what_is_not_verified_says_so() {
    let file = fs::read_to_string(here().join("models/platform.json")).unwrap();
    let model: Tree = serde_json::from_str(&file).unwrap();
    let mut count = 0;
    for (name, tree) in model.get("resources").unwrap().members() {
        let path = workspace().join(format!("truto-core/src/platform/{}.rs", name.replace('-', "_")));
        let text = fs::read_to_string(path).unwrap_or_default();
        for (method, tree) in tree.get("methods").unwrap().members().filter(|(_, tree)| tree.is_set("unverified")) {
            count += 1;
            let (verb, path) = (tree.text_of("verb").unwrap(), format!("{:?}", tree.text_of("path").unwrap()));
            // An endpoint is a paragraph: its documentation, its attribute and its struct.
            let start = format!("\n#[unified_endpoint({verb}, {path},");
            let at = text.find(&start).unwrap_or_else(|| panic!("{name} {method}"));
            let docs = text[..at].rsplit("\n\n").next().unwrap();
            assert!(docs.contains("Unverified: "), "{name} {method}: {docs}");
        }
        let record = RECORDS.iter().find(|(known, _)| *known == name).map(|(_, record)| record);
        for (wire, _) in tree.get("fields").unwrap().members().filter(|(_, field)| field.is_set("unverified")) {
            count += 1;
            let doc = record.unwrap().field(wire).unwrap().doc();
            assert!(doc.contains("Unverified: ") || doc.contains("Only the TypeScript SDK"), "{name}.{wire}: {doc}");
        }
    }
    assert_eq!(count, 16, "routes and fields that are not verified");
}

/// Compares described fields with a record, and returns how many they are.
fn members(resource: &str, model: &Tree, record: &RecordContract, found: &mut Vec<String>) -> usize {
    let mut count = 0;
    let mut top = BTreeSet::new();
    for (path, field) in model.members() {
        if path.contains('(') {
            continue; // The members of a variant, which the field's documentation lists.
        }
        let about = field.text_of("description_short").unwrap_or_default();
        if field.text_of("type") == Some("group") {
            for name in about.split(", ").filter_map(|name| name.split(' ').next()) {
                count += 1;
                top.insert(name.to_owned());
                if record.field(name).is_none() {
                    found.push(format!("{resource} record: {name} of {path} is not declared"));
                }
            }
            continue;
        }
        count += 1;
        top.insert(path.split(['.', '[']).next().unwrap().to_owned());
        match declared(record, path) {
            Some(shape) => typed(&format!("{resource} record: {path}"), field, path.ends_with("[]"), shape, found),
            None => found.push(format!("{resource} record: {path} is not declared")),
        }
    }
    for field in record.fields().iter().filter(|field| !top.contains(field.wire_name())) {
        found.push(format!("{resource} record: {} is declared only", field.wire_name()));
    }
    for field in record.fields().iter().filter(|field| field.is_required() && field.wire_name() != "id") {
        found.push(format!("{resource} record: {} is promised", field.wire_name()));
    }
    count
}

/// The shape of a member of a member: `config.steps[].action`.
fn declared(record: &RecordContract, path: &str) -> Option<Shape> {
    let mut parts = path.split('.').map(|part| part.trim_end_matches("[]"));
    let mut shape = record.field(parts.next()?)?.shape();
    for part in parts {
        let item = match shape {
            Shape::List(item) => *item,
            shape => shape,
        };
        let Shape::Record(record) = item else { return None };
        shape = record.contract().field(part)?.shape();
    }
    Some(shape)
}

fn typed(place: &str, field: &Tree, is_list: bool, shape: Shape, found: &mut Vec<String>) {
    let ty = field.text_of("type").unwrap();
    let ty = ty.strip_suffix("|null").unwrap_or(ty);
    let values = field.texts_of("enum");
    let (item, shape) = match (ty.strip_suffix("[]"), shape) {
        (Some(item), Shape::List(shape)) => (item, *shape),
        (None, Shape::List(shape)) if is_list || ty == "array" => ("object", *shape),
        (_, shape) => (ty, shape),
    };
    match (item, shape) {
        ("string" | "uuid", Shape::String) if values.is_empty() => {}
        ("string", Shape::Choice(declared)) if !values.is_empty() => {
            for value in values.iter().filter(|value| !declared.contains(&value.as_str())) {
                found.push(format!("{place} has no value `{value}`"));
            }
        }
        ("date-time", Shape::Timestamp)
        | ("boolean", Shape::Boolean)
        | ("number", Shape::Number)
        | ("integer", Shape::Integer { .. })
        | ("object", Shape::Record(_))
        | ("object" | "array", Shape::Any) => {}
        (other, Shape::Any) if other.contains('|') || other == "any" => {}
        (item, shape) => found.push(format!("{place} is a {item}, declared as {shape:?}")),
    }
}

fn compare(place: &str, resource: &str, method: &Tree, contract: &Contract, found: &mut Vec<String>) {
    let is_list = contract.is_paginated();
    let of_pages = |name: &str| is_list && ["limit", "next_cursor"].contains(&name);
    let mut query: Vec<(String, bool)> = Vec::new();
    for (wire, field) in method.get("query").into_iter().flat_map(Tree::members) {
        let base = wire.split('[').next().unwrap();
        if !of_pages(base) && query.iter().all(|(known, _)| known != base) {
            query.push((base.to_owned(), field.is_set("required")));
        }
    }
    let body = method.get("body").into_iter().flat_map(Tree::members);
    let body: Vec<(String, bool)> = body.map(|(wire, field)| (wire.to_owned(), field.is_set("required"))).collect();
    named(&format!("{place}: query"), &query, contract, Place::Query, found);
    if body.iter().any(|(wire, _)| wire == "<any>") {
        assert_eq!(contract.body(), BodyForm::Raw, "{place}");
    } else {
        named(&format!("{place}: body"), &body, contract, Place::Body, found);
    }
    answers(place, resource, method.text_of("response").unwrap(), contract, found);
}

fn named(place: &str, model: &[(String, bool)], contract: &Contract, of: Place, found: &mut Vec<String>) {
    let fields = || contract.fields().iter().filter(|field| field.place() == of);
    for (wire, is_required) in model {
        match fields().find(|field| field.wire_name() == wire) {
            Some(field) if field.is_required() == *is_required => {}
            Some(_) if *is_required => found.push(format!("{place} {wire} is optional")),
            Some(_) => found.push(format!("{place} {wire} is required")),
            None => found.push(format!("{place} {wire} is not declared")),
        }
    }
    for field in fields().filter(|field| model.iter().all(|(wire, _)| wire != field.wire_name())) {
        found.push(format!("{place} {} is declared only", field.wire_name()));
    }
}

/// Compares what is answered: a name of a record, or its members in braces.
fn answers(place: &str, resource: &str, response: &str, contract: &Contract, found: &mut Vec<String>) {
    let one = response.split(" with ").next().unwrap();
    let (one, is_list) = one.strip_suffix("[]").map_or((one, one == "array"), |one| (one, true));
    if is_list != contract.is_paginated() {
        found.push(format!("{place}: answers {response}, paginated: {}", contract.is_paginated()));
    }
    let fits = match contract.answer() {
        Shape::Record(record) => {
            let record = record.contract();
            match one.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some(members) => members.split(", ").all(|member| record.field(member.trim_end_matches('?')).is_some()),
                None => {
                    let own: String =
                        resource.split('-').flat_map(|word| [word[..1].to_uppercase(), word[1..].to_owned()]).collect();
                    record.name() == one || (record.name() == own && (one == "row" || own.ends_with(one)))
                }
            }
        }
        _ => {
            one == "{id}"
                || one == "Capabilities"
                || ["array", "unknown", "JSON"].iter().any(|text| one.starts_with(text))
        }
    };
    if !fits {
        found.push(format!("{place}: answers {response}, declared as {:?}", contract.answer()));
    }
}
