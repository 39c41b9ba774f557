//! The declared contracts against `models/crm.json`, field by field and method by method.
//!
//! The comparison reads the file by itself, so that a mistake of the generator is a difference.

use std::fs;

use truto_codegen::tree::Tree;
use truto_core::contract::{Contract, Method, Place};
use truto_core::crm;
use truto_core::record::{Record, RecordContract};
use truto_core::shape::Shape;

use crate::support::{assert_explained, here};

/// What differs from the model, and why. A `*` stands for any text.
const DIFFERENCES: &[(&str, &str)] = &[
    ("associations record: *", "the record is written by hand, and reads two spellings"),
    ("* record: *.name is declared only", "all references to a resource are one type, and it has a name"),
    ("leads record: addresses.id is declared only", "an address is one type, with the fields of all resources"),
    ("leads record: email_addresses.id is declared only", "an email address is one type"),
    ("leads record: phone_numbers.id is declared only", "a phone number is one type"),
    ("pipelines record: stages.pipeline.name is declared only", "all references to a pipeline are one type"),
    ("projects record: status is an enum", "its filter lists the values"),
    ("contacts record: email_addresses.type is an enum", "an email address is one type, and leads list the values"),
    ("* record: phone_numbers.type is an enum", "a phone number is one type, and accounts list the values"),
    ("contacts create: query workspace[id] is declared only", "a note of the model: required by Highlevel"),
    ("engagements *: query engagement_type is declared only", "a note of the model: also a parameter of the query"),
    ("field_groups *: body entity is declared only", "a note of the model: requests spell `entity_type` so"),
    ("fields get: query entity is declared only", "a note of the model: required by several integrations"),
    ("fields *: body entity is declared only", "a note of the model: required by several integrations"),
    ("notes update: query contact[id] is declared only", "a note of the model: required by Highlevel"),
    ("tasks *: query contact[id] is declared only", "a note of the model: required by Highlevel"),
    ("opportunities list: query workspace[id] is declared only", "a note of the model: required by Highlevel"),
];

macro_rules! records {
    ($($resource:literal => $record:ident,)+) => {
        &[$(($resource, <crm::$record as Record>::RECORD)),+]
    };
}

const RECORDS: &[(&str, &RecordContract)] = records! {
    "accounts" => Account,
    "contacts" => Contact,
    "engagement_types" => EngagementType,
    "engagements" => Engagement,
    "field_groups" => FieldGroup,
    "fields" => Field,
    "leads" => Lead,
    "notes" => Note,
    "opportunities" => Opportunity,
    "pipelines" => Pipeline,
    "projects" => Project,
    "stages" => Stage,
    "tasks" => Task,
    "users" => User,
    "views" => View,
    "workspaces" => Workspace,
};

#[test]
fn the_declarations_are_the_model_but_for_a_list_with_reasons() {
    let file = fs::read_to_string(here().join("models/crm.json")).unwrap();
    let model: Tree = serde_json::from_str(&file).unwrap();
    let registry = crm::endpoints();
    let contracts: Vec<&Contract> = registry.iter().map(|registration| registration.contract()).collect();
    let mut found = Vec::new();
    let (mut fields, mut methods) = (0, 0);
    for (name, resource) in model.get("resources").unwrap().members() {
        let record = RECORDS.iter().find(|(known, _)| *known == name).map(|(_, record)| *record);
        match record {
            Some(record) => members(name, "", resource.get("fields").unwrap(), record, &mut found, &mut fields),
            None => found.push(format!("{name} record: not a record of the derive")),
        }
        methods += check_methods(name, resource, &contracts, &mut found);
    }
    let of_the_model = |contract: &&&Contract| {
        let resource = contract.path().split('/').nth(3).unwrap_or_default();
        model.get("resources").unwrap().get(resource).is_some()
    };
    assert_eq!(
        contracts.iter().filter(of_the_model).count(),
        contracts.len(),
        "a resource that the model does not have"
    );
    assert_eq!(contracts.len(), methods, "a method that the model does not have");
    println!("{methods} methods, {fields} fields of records, {} differences", found.len());

    assert_explained(&found, DIFFERENCES);
}

#[test]
fn a_text_to_search_for_takes_no_operators() {
    let search = crm::ListContacts::builder().search_term("Ada").build();
    assert_eq!(search.search_term.as_deref(), Some("Ada"));
}

/// Compares the members of an object with a record.
fn members(
    resource: &str,
    path: &str,
    model: &Tree,
    record: &RecordContract,
    found: &mut Vec<String>,
    count: &mut usize,
) {
    for (wire, field) in model.members() {
        *count += 1;
        let path = format!("{path}{wire}");
        let Some(declared) = record.field(wire) else {
            found.push(format!("{resource} record: {path} is not declared"));
            continue;
        };
        if field.is_set("required") && !declared.is_required() {
            found.push(format!("{resource} record: {path} is optional"));
        }
        shape(resource, &path, field, declared.shape(), found, count);
    }
    for declared in record.fields() {
        if model.get(declared.wire_name()).is_none() {
            found.push(format!("{resource} record: {path}{} is declared only", declared.wire_name()));
        }
    }
}

fn shape(resource: &str, path: &str, field: &Tree, declared: Shape, found: &mut Vec<String>, count: &mut usize) {
    let values = [field.texts_of("enum"), field.texts_of("enum_seen")].concat();
    match (field.text_of("type").unwrap(), declared) {
        ("string", Shape::Timestamp) if field.text_of("format") == Some("date-time") => {}
        ("string", Shape::String) if values.is_empty() && field.text_of("format").is_none() => {}
        ("string", Shape::Choice(declared)) => {
            if values.is_empty() {
                found.push(format!("{resource} record: {path} is an enum"));
            }
            for value in values.iter().filter(|value| !declared.contains(&value.as_str())) {
                found.push(format!("{resource} record: {path} has no value `{value}`"));
            }
        }
        ("integer", Shape::Integer { .. }) | ("number", Shape::Number) | ("boolean", Shape::Boolean) => {}
        ("object", Shape::Record(record)) => {
            members(resource, &format!("{path}."), field.get("properties").unwrap(), record.contract(), found, count);
        }
        ("object", Shape::Any) if field.get("properties").is_none() => {}
        ("array", Shape::List(item)) => shape(resource, path, field.get("items").unwrap(), *item, found, count),
        (ty, declared) => found.push(format!("{resource} record: {path} is a {ty}, declared as {declared:?}")),
    }
}

/// Compares the methods of a resource with the contracts, and returns how many there are.
fn check_methods(name: &str, resource: &Tree, contracts: &[&Contract], found: &mut Vec<String>) -> usize {
    let base = format!("/unified/crm/{name}");
    let plain = resource.texts_of("methods");
    let custom: Vec<(&str, &Tree)> = resource.get("custom_methods").into_iter().flat_map(Tree::members).collect();
    let all =
        plain.iter().map(|name| (name.as_str(), None)).chain(custom.iter().map(|(name, tree)| (*name, Some(*tree))));
    let mut count = 0;
    for (method, tree) in all {
        count += 1;
        let (verb, path) = match method {
            "list" => (Method::Get, base.clone()),
            "get" => (Method::Get, format!("{base}/{{id}}")),
            "create" => (Method::Post, base.clone()),
            "update" => (Method::Patch, format!("{base}/{{id}}")),
            "delete" => (Method::Delete, format!("{base}/{{id}}")),
            custom => (Method::Post, format!("{base}/{custom}")),
        };
        let contract = contracts.iter().find(|contract| contract.method() == verb && contract.path() == path);
        let Some(contract) = contract else {
            found.push(format!("{name} {method}: not declared"));
            continue;
        };
        let filters = resource.get("list_query").and_then(|query| query.get("filters"));
        let query = match (method, tree) {
            ("list", _) => filters.into_iter().flat_map(Tree::members).map(|(wire, _)| wire.to_owned()).collect(),
            (_, Some(tree)) => names(tree.get("body_or_query")),
            _ => Vec::new(),
        };
        let body = match (method, tree) {
            ("create" | "update", None) => {
                let read_only = ["id", "created_at", "updated_at", "remote_data"];
                let set = names(resource.get("fields")).into_iter().filter(|wire| !read_only.contains(&wire.as_str()));
                set.collect()
            }
            (_, Some(tree)) => names(tree.get("body")),
            _ => Vec::new(),
        };
        compare(&format!("{name} {method}: query"), &query, &declared(contract, Place::Query), found);
        compare(&format!("{name} {method}: body"), &body, &declared(contract, Place::Body), found);
    }
    count
}

fn names(tree: Option<&Tree>) -> Vec<String> {
    tree.into_iter().flat_map(Tree::members).map(|(wire, _)| wire.to_owned()).collect()
}

/// Wire names of a contract's fields in a place. An object in the body has its own name.
fn declared(contract: &Contract, place: Place) -> Vec<String> {
    let fields = contract.fields().iter().filter(|field| field.place() == place);
    let mut names: Vec<String> =
        fields.map(|field| (*field.objects().first().unwrap_or(&field.wire_name())).to_owned()).collect();
    names.dedup();
    names
}

/// Compares names. `owner[id]` stands for `owner`, if the model has no more than that.
fn compare(place: &str, model: &[String], declared: &[String], found: &mut Vec<String>) {
    let object = |name: &str| name.split('[').next().unwrap_or(name).to_owned();
    for name in model {
        if !declared.iter().any(|declared| object(declared) == *name) {
            found.push(format!("{place} {name} is not declared"));
        }
    }
    for name in declared {
        if !model.contains(&object(name)) {
            found.push(format!("{place} {name} is declared only"));
        }
    }
}
