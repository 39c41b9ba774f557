//! What a CRM does with its records on a write: it demands members, completes them, dates them, and keeps references whole.
//!
//! All of it needs CRM data in the sandbox, except that links show up on kept records.

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::refusal::Refusal;
use crate::provider::Provider;
use crate::seed::references::{REFERENCES, Reference, kind_of};
use crate::state::store::{Stamp, Store};

/// Refuses a new record that lacks members which the provider demands.
pub(super) fn check_new(
    store: &Store,
    provider: Provider,
    resource: &str,
    fields: &Map<String, Value>,
) -> Result<(), Refusal> {
    let Some(name) = resource.strip_prefix("crm/").filter(|_| store.crm().is_some()) else { return Ok(()) };
    let missing = provider.missing_members(name, fields);
    let Some(first) = missing.first() else { return Ok(()) };
    let which = if name == "notes" { "one of " } else { "" };
    let message = format!("{} needs {which}{} for a new record of {resource}", provider.name(), missing.join(", "));
    let raw = provider.error(first, &message);
    Err(Refusal::remote_missing(StatusCode::UNPROCESSABLE_ENTITY, provider.name(), &message, (&raw, &missing)))
}

/// Completes a written record: names of references, the name of a person, moments and the version tag.
///
/// `written` holds the members that the caller wrote.
pub(super) fn complete(
    store: &mut Store,
    (account, resource): (&str, &str),
    fields: &mut Map<String, Value>,
    written: &Map<String, Value>,
    stamp: Stamp,
) {
    let Some(name) = resource.strip_prefix("crm/").filter(|_| store.crm().is_some()) else { return };
    for reference in REFERENCES.iter().filter(|reference| reference.resource == name && reference.named) {
        let items = match fields.get_mut(reference.member) {
            Some(Value::Array(items)) => items.as_mut_slice(),
            Some(one) => std::slice::from_mut(one),
            None => continue,
        };
        for item in items.iter_mut().filter_map(Value::as_object_mut).filter(|item| !item.contains_key("name")) {
            let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
            if let Some(name) = name_of(store, account, reference.to, id) {
                item.insert("name".to_owned(), name);
            }
        }
    }
    let has = |member: &str| written.contains_key(member);
    if name == "contacts" && !has("name") && (has("first_name") || has("last_name")) {
        let part = |member: &str| fields.get(member).and_then(Value::as_str).unwrap_or_default();
        let full = format!("{} {}", part("first_name"), part("last_name")).trim().to_owned();
        fields.insert("name".to_owned(), Value::from(full));
    }
    store.stamp(resource, fields, stamp);
    if name == "contacts"
        && let Some(Value::String(moment)) = fields.get("updated_at")
    {
        let etag = crate::seed::etag(moment);
        fields.insert("etag".to_owned(), Value::from(etag));
    }
}

/// The display name of a record.
fn name_of(store: &mut Store, account: &str, kind: &str, id: &str) -> Option<Value> {
    let record = store.read(account, &format!("crm/{kind}"), id)?;
    record.get("name").or_else(|| record.get("title")).filter(|name| name.is_string()).cloned()
}

/// Refuses a link from or to a record that does not exist, if the sandbox has CRM data.
pub(super) fn check_link(
    store: &mut Store,
    (account, provider): (&str, Provider),
    records: &[(&str, &str)],
) -> Result<(), Refusal> {
    if store.crm().is_none() {
        return Ok(());
    }
    for (kind, id) in records {
        let resource = format!("crm/{}", kind_of(kind));
        if store.read(account, &resource, id).is_none() {
            let message = format!("{} has no record `{id}` of {resource}", provider.name());
            let raw = provider.error("id", &message);
            return Err(Refusal::remote(StatusCode::NOT_FOUND, provider.name(), &message, &raw));
        }
    }
    Ok(())
}

/// Writes a link into the two records, where the unified model has a member for it.
pub(super) fn link(store: &mut Store, account: &str, one: (&str, &str), other: (&str, &str)) {
    refer(store, account, one, other);
    refer(store, account, other, one);
}

/// Makes a record refer to another one.
fn refer(store: &mut Store, account: &str, (from, id): (&str, &str), (to, target): (&str, &str)) {
    let (from, to) = (kind_of(from), kind_of(to));
    let is_this = |reference: &&Reference| reference.resource == from && reference.to == to;
    let Some(reference) = REFERENCES.iter().find(is_this) else { return };
    let mut value = json!({ "id": target });
    if reference.named
        && let Some(name) = name_of(store, account, to, target)
    {
        value["name"] = name;
    }
    let resource = format!("crm/{from}");
    let Some(fields) = store.get(account, &resource, id) else { return };
    let held = fields.entry(reference.member).or_insert(Value::Null);
    if !reference.is_list {
        if held.get("id") == Some(&value["id"]) {
            return;
        }
        *held = value;
    } else if let Value::Array(items) = held {
        if items.iter().any(|item| item.get("id") == Some(&value["id"])) {
            return;
        }
        items.push(value);
    } else {
        *held = json!([value]);
    }
    touch(store, account, &resource, id);
}

/// Takes a removed record out of all records that refer to it.
pub(super) fn forget(store: &mut Store, account: &str, resource: &str, id: &str) {
    let Some(name) = resource.strip_prefix("crm/").filter(|_| store.crm().is_some()) else { return };
    for reference in REFERENCES.iter().filter(|reference| reference.to == name) {
        let resource = format!("crm/{}", reference.resource);
        let is_this = |value: &Value| value.get("id").and_then(Value::as_str) == Some(id);
        let refers = |value: &Value| value.as_array().map_or_else(|| is_this(value), |items| items.iter().any(is_this));
        let referring = store.list(account, &resource).into_iter().filter_map(|fields| {
            fields.get(reference.member).filter(|value| refers(value))?;
            Some(fields.get("id")?.as_str()?.to_owned())
        });
        for referring in referring.collect::<Vec<_>>() {
            if let Some(held) =
                store.get(account, &resource, &referring).and_then(|fields| fields.get_mut(reference.member))
            {
                match held {
                    Value::Array(items) => items.retain(|item| !is_this(item)),
                    one => *one = Value::Null,
                }
            }
            touch(store, account, &resource, &referring);
        }
    }
}

/// Dates a record that changed.
fn touch(store: &mut Store, account: &str, resource: &str, id: &str) {
    let Some(mut fields) = store.get(account, resource, id).map(std::mem::take) else { return };
    complete(store, (account, resource), &mut fields, &Map::new(), Stamp::Changed);
    if let Some(held) = store.get(account, resource, id) {
        *held = fields;
    }
}
