//! Entity rules: one entity, of a type that can be one, and fields that may depend on it.

use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Shape, ungrouped};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    one_entity(endpoint, sink);
    let has_entity = endpoint.entity().is_some();
    for field in &mut endpoint.fields {
        let Some((_, span)) = &field.keys.only_for else { continue };
        let span = *span;
        if field.keys.entity.is_some() {
            let what = format!("`{}` is the entity, and no rule can depend on itself", field.name);
            sink.error(span, Code::Conflict, what, "leave out `only_for`");
        } else if !has_entity {
            let what = format!("the rule of `{}` has no entity to depend on", field.name);
            sink.error(span, Code::RuleWithoutEntity, what, "mark the entity's field with `#[truto(entity)]`");
        } else if matches!(field.shape, Shape::Required(_) | Shape::Defaulted(_)) {
            let what = format!("`{}` is always sent, so every other entity would be refused", field.name);
            sink.error(span, Code::Conflict, what, "make it an `Option`, or leave out `only_for`");
        } else {
            continue;
        }
        field.keys.only_for = None;
    }
}

fn one_entity(endpoint: &mut Endpoint, sink: &mut Sink) {
    let mut first: Option<String> = None;
    for field in &mut endpoint.fields {
        let Some(span) = field.keys.entity else { continue };
        if let Some(first) = &first {
            let what = format!("`{first}` is the entity already");
            sink.error(span, Code::TwoEntities, what, "leave out one of the two");
            field.keys.entity = None;
            continue;
        }
        first = Some(field.name.to_string());
        let is_path = matches!(ungrouped(&field.ty), Type::Path(_));
        if !is_path || !field.shape.is_required() {
            let what = format!("`{}` is the entity, which is one value and always there", field.name);
            let fix = "use an enum with `#[derive(UnifiedEntity)]`, without `Option`, `Vec` or a default";
            sink.error(field.ty.span(), Code::EntityType, what, fix);
            field.keys.entity = None;
        }
    }
    if endpoint.entity().is_none() && first.is_some() {
        // The entity was there but could not be one: its rules are not the mistake.
        endpoint.fields.iter_mut().for_each(|field| field.keys.only_for = None);
    }
}
