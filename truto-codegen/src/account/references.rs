//! Which objects refer to a record of another resource.
//!
//! A schema does not say so. An object that is called like a resource and holds an `id`, and perhaps a `name`, is taken for a
//! reference: `account: {id, name}` where the model has `accounts`. The id is then an id of that resource.

use crate::description::{Field, Kind, Resource};
use crate::names;

/// Turns objects into references.
pub(super) fn refer(resources: &mut [Resource]) {
    let targets: Vec<(String, String)> =
        resources.iter().map(|resource| (names::singular(&resource.name), resource.name.clone())).collect();
    for resource in resources {
        let requests = resource
            .methods
            .iter_mut()
            .flat_map(|method| method.query.iter_mut().chain(method.body.iter_mut().flatten()));
        for field in resource.fields.iter_mut().chain(requests) {
            of_field(field, &targets);
        }
    }
}

fn of_field(field: &mut Field, targets: &[(String, String)]) {
    let one = names::singular(&field.wire);
    let target = targets.iter().find(|(name, _)| *name == one).map(|(_, target)| target);
    of_kind(&mut field.kind, target);
}

fn of_kind(kind: &mut Kind, target: Option<&String>) {
    match kind {
        Kind::List(item) | Kind::Map(item) => of_kind(item, target),
        Kind::Object { name: None, fields } => {
            if let Some(target) = target.filter(|_| is_reference(fields)) {
                *kind = Kind::Reference(target.clone());
            }
        }
        _ => {}
    }
}

fn is_reference(fields: &[Field]) -> bool {
    let is_id = |field: &Field| field.wire == "id" && matches!(field.kind, Kind::Text | Kind::Integer | Kind::Any(_));
    let is_name = |field: &Field| field.wire == "name" && field.kind == Kind::Text;
    fields.iter().any(is_id) && fields.iter().all(|field| is_id(field) || is_name(field))
}
