//! Entity rules at run time: the same rules that the compiler checks, read from the contract.

use crate::contract::Contract;
use crate::error::{Failure, Problem};

/// Every field that is set although the request's entity forbids it, in the order of the declaration.
pub(crate) fn violations(
    contract: &'static Contract,
    entity: Option<usize>,
    is_set: impl Fn(usize) -> bool,
) -> Vec<Failure> {
    let Some(entity) = entity else { return Vec::new() };
    let mut violations = Vec::new();
    for (index, field) in contract.fields().iter().enumerate() {
        let forbidden = field.allowed_entities().is_some_and(|allowed| !allowed.contains(&entity));
        if forbidden && is_set(index) {
            let entity = contract.entity_wire_name(entity).unwrap_or_default();
            let problem = Problem::Rule { entity, allowed: contract.allowed_wire_names(field) };
            violations.push(Failure::new(field.json_path(), problem));
        }
    }
    violations
}
