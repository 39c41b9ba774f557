//! Entity rules: at most one entity, of an enum type, and rules only on fields that can depend on it.

use proc_macro2::Span;
use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink, list};
use crate::model::{Endpoint, Field, Kind, Presence, Value};
use crate::recovery::Recovered;
use crate::syntax::{ungrouped, wrapper};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    one_entity(endpoint, recovered, sink);
    if endpoint.entity().is_none() {
        rules_alone(endpoint, recovered, sink);
        return;
    }
    for field in &mut endpoint.fields {
        let Some((_, span)) = &field.keys.only_for else { continue };
        let (what, fix) = if field.keys.entity.is_some() {
            (format!("`{}` is the entity, and cannot depend on itself", field.name), "remove `only_for`")
        } else if matches!(field.presence, Presence::Required | Presence::Defaulted) {
            let what = format!("`{}` is always sent, so every other entity would be refused", field.name);
            (what, "make it an `Option`, or remove `only_for`")
        } else {
            continue;
        };
        if !recovered.in_doubt.contains(&field.name) {
            sink.error(*span, Code::Conflict, what, fix);
        }
        field.keys.only_for = None;
    }
}

/// Leaves at most one entity, and only one that rules can depend on.
fn one_entity(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let marked = |field: &Field| field.keys.entity.is_some();
    let is_clear = |field: &Field| marked(field) && !recovered.in_doubt.contains(&field.name);
    let fields = &mut endpoint.fields;
    let Some(first) = fields.iter().position(is_clear).or_else(|| fields.iter().position(marked)) else { return };
    let name = fields[first].name.clone();
    for (at, field) in fields.iter_mut().enumerate() {
        if at == first {
            an_enum(field, recovered, sink);
        } else if let Some(span) = field.keys.entity.take().filter(|_| !recovered.in_doubt.contains(&field.name)) {
            let what = format!("`{name}` is already the entity");
            sink.error(span, Code::TwoEntities, what, "remove the key `entity` from one of the fields");
        }
    }
    if endpoint.entity().is_none() {
        // The mistake is the entity, which is reported, and not its rules.
        endpoint.fields.iter_mut().for_each(|field| field.keys.only_for = None);
        endpoint.providers.iter_mut().for_each(|support| support.entities = None);
    }
}

/// Checks that the type of the entity may be an enum. In a wrapper, such as `Vec`, the inner type is meant.
fn an_enum(field: &mut Field, recovered: &mut Recovered, sink: &mut Sink) {
    let item = wrapper(&field.ty).map(|(_, item)| item.clone());
    let ty = item.as_ref().unwrap_or(&field.ty);
    let is_enum = matches!(ungrouped(ty), Type::Path(_)) && Value::of_item(ty).kind() == Kind::Any;
    if is_enum && field.presence == Presence::Required {
        return;
    }
    // A type that is reported already is not a second mistake.
    if !recovered.type_replaced.contains(&field.name) {
        let what = if is_enum {
            format!("`{}` is the entity, which must be a single required value", field.name)
        } else {
            format!("`{}` is the entity, and its type is not an enum", field.name)
        };
        let fix = "use an enum with `#[derive(UnifiedEntity)]`, without `Option`, `Vec` or a default";
        sink.error(field.ty.span(), Code::EntityType, what, fix);
    }
    if is_enum {
        let ty = ty.clone();
        field.keys.default = None;
        field.replace_type(ty, recovered);
    } else {
        field.keys.entity = None;
        recovered.type_unknown.insert(field.name.clone());
    }
}

/// Reports all rules without an entity as one mistake.
fn rules_alone(endpoint: &mut Endpoint, recovered: &Recovered, sink: &mut Sink) {
    let mut spans: Vec<Span> = Vec::new();
    let mut ruled: Vec<String> = Vec::new();
    for field in &mut endpoint.fields {
        if let Some((_, span)) = field.keys.only_for.take() {
            spans.push(span);
            ruled.push(field.name.to_string());
        }
    }
    let mut supported: Vec<String> = Vec::new();
    for support in &mut endpoint.providers {
        if let Some(first) = support.entities.take().and_then(|entities| entities.into_iter().next()) {
            spans.push(first.span());
            supported.push(support.text());
        }
    }
    let Some(span) = spans.first() else { return };
    let what = match (ruled.as_slice(), supported.as_slice()) {
        ([rule], _) => format!("`{rule}` has a rule, but no field is the entity"),
        ([], [support]) => format!("`{support}` lists entities, but no field is the entity"),
        ([], supported) => format!("{} list entities, but no field is the entity", list(supported, "and")),
        (fields, _) => format!("{} have rules, but no field is the entity", list(fields, "and")),
    };
    let candidates: Vec<&Field> = endpoint.fields.iter().filter(|field| may_be_the_entity(field)).collect();
    if candidates.iter().any(|field| recovered.in_doubt.contains(&field.name)) {
        // A key that could not be read may have marked the entity.
        return;
    }
    let mut fix = match candidates.as_slice() {
        [one] => format!("mark `{}` with `#[truto(entity)]`", one.name),
        _ => "mark the entity's field with `#[truto(entity)]`".to_owned(),
    };
    if ruled.is_empty() {
        fix.push_str(", or remove the entities");
    }
    sink.error(*span, Code::RuleWithoutEntity, what, fix);
}

/// Whether the type of a field may be an enum of the user.
fn may_be_the_entity(field: &Field) -> bool {
    const OURS: &[&str] = &["DateFilter", "Filter", "Json", "Reference", "SortBy", "Timestamp", "Value"];
    let Type::Path(path) = ungrouped(&field.ty) else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    field.presence == Presence::Required
        && field.value.kind() == Kind::Any
        && last.arguments.is_none()
        && !OURS.iter().any(|ours| last.ident == ours)
}
