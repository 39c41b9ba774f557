//! Provider rules: each provider once, and entities only where there is one.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let has_entity = endpoint.entity().is_some();
    let mut known: Vec<String> = Vec::new();
    endpoint.providers.retain_mut(|support| {
        let text = support.text();
        if known.contains(&text) {
            let what = format!("the provider `{text}` occurs twice");
            sink.error(support.span(), Code::RepeatedKey, what, "leave out one of the two");
            return false;
        }
        known.push(text);
        if let (Some(first), false) = (support.entities.as_ref().and_then(|entities| entities.first()), has_entity) {
            let what = format!("the entities of `{}` have no field to be compared with", support.text());
            let fix = "mark the entity's field with `#[truto(entity)]`, or leave the entities out";
            sink.error(first.span(), Code::RuleWithoutEntity, what, fix);
            support.entities = None;
        }
        true
    });
}
