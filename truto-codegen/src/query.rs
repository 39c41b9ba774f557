//! Parameters of a query. A query holds no objects, so each member of an object is a parameter: `owner[id]`.

use crate::description::{Field, Kind, Text};
use crate::names;

/// The same parameters, without objects.
pub(crate) fn flattened(fields: Vec<Field>) -> Vec<Field> {
    let mut out = Vec::new();
    for field in fields {
        match &field.kind {
            Kind::Object { fields, .. } => {
                let members = fields.iter().map(|member| Field {
                    wire: format!("{}[{}]", field.wire, member.wire),
                    name: Some(format!("{}_{}", rust(&field), rust(member))),
                    description: if member.description.is_empty() { &field } else { member }.description.clone(),
                    notes: [field.notes.clone(), member.notes.clone()].concat(),
                    is_required: field.is_required && member.is_required,
                    is_secret: field.is_secret || member.is_secret,
                    ..member.clone()
                });
                out.extend(flattened(members.collect()));
            }
            Kind::Reference(target) => out.push(Field {
                wire: format!("{}[id]", field.wire),
                name: Some(format!("{}_id", rust(&field))),
                description: Text::Ours(format!("Id of the {}", names::words(&field.wire).join(" "))),
                kind: Kind::Id(target.clone()),
                ..field.clone()
            }),
            _ => out.push(field),
        }
    }
    out
}

fn rust(field: &Field) -> &str {
    field.name.as_deref().unwrap_or(&field.wire)
}
