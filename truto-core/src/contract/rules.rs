//! Entity and provider rules at run time, read from the contract. The compiler checks the same rules on builders.

use crate::contract::{Contract, Field, Kind, Support};
use crate::error::{Failure, Problem};

/// The failures of all fields that are set and that the entity forbids, in the order of the declaration.
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

/// The failure of a request that the account's provider does not support. It is `None` if the provider is not known.
pub(crate) fn unsupported(
    contract: &'static Contract,
    entity: Option<usize>,
    provider: Option<&str>,
) -> Option<Failure> {
    let provider = provider?;
    if contract.providers().is_empty() {
        return None;
    }
    let support = contract.support_of(provider);
    if support.is_some_and(|support| entity.is_none_or(|entity| support.includes(entity))) {
        return None;
    }
    let names = |ids: &[usize]| ids.iter().filter_map(|id| contract.entity_wire_name(*id)).collect();
    let supported = support.and_then(Support::entities).map(names).unwrap_or_default();
    let field = contract.fields().iter().find(|field| field.kind() == Kind::Entity);
    let problem = Problem::Provider {
        provider: provider.to_owned(),
        entity: entity.and_then(|entity| contract.entity_wire_name(entity)),
        supported,
    };
    Some(Failure::new(field.map(Field::json_path).unwrap_or_default(), problem))
}
