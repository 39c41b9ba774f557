//! What two schemas of one value mean together: as alternatives, and as conditions that all hold.

use crate::description::{Field, Kind};

/// Why a member that is two things at once has no type.
const CONTRADICTION: &str = "the schema contradicts itself";

/// The kind of a value that has one of these kinds.
pub(super) fn either(kinds: &[Kind]) -> Option<Kind> {
    let (first, rest) = kinds.split_first()?;
    let one = rest.iter().try_fold(first.clone(), |known, kind| one_of(known, kind.clone()));
    Some(one.unwrap_or_else(|| {
        let mut names: Vec<&str> = Vec::new();
        for kind in kinds {
            if !names.contains(&named(kind)) {
                names.push(named(kind));
            }
        }
        Kind::Any(format!("it is {}", listed(&names)))
    }))
}

/// `a string, a number or a list`
fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// The kind of a value that has one kind or the other, if there is such a kind.
fn one_of(one: Kind, other: Kind) -> Option<Kind> {
    Some(match (one, other) {
        (one, other) if one == other => one,
        (Kind::Any(why), _) | (_, Kind::Any(why)) => Kind::Any(why),
        (Kind::Choice { name, mut values }, Kind::Choice { values: more, .. }) => {
            let new: Vec<String> = more.into_iter().filter(|value| !values.contains(value)).collect();
            values.extend(new);
            Kind::Choice { name, values }
        }
        // A choice keeps a value that is not among its values.
        (choice @ Kind::Choice { .. }, Kind::Text) | (Kind::Text, choice @ Kind::Choice { .. }) => choice,
        (Kind::Time, Kind::Text | Kind::Choice { .. }) | (Kind::Text | Kind::Choice { .. }, Kind::Time) => Kind::Text,
        (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Number,
        (Kind::Object { name, fields }, Kind::Object { fields: more, .. }) => {
            Kind::Object { name, fields: fields_of_either(fields, more) }
        }
        (Kind::List(one), Kind::List(other)) => {
            Kind::List(Box::new(either(&[*one, *other]).unwrap_or_else(|| Kind::any(CONTRADICTION))))
        }
        (Kind::Map(one), Kind::Map(other)) => {
            Kind::Map(Box::new(either(&[*one, *other]).unwrap_or_else(|| Kind::any(CONTRADICTION))))
        }
        _ => return None,
    })
}

/// The fields of two objects, if a value is the one or the other. A field is required if both require it.
fn fields_of_either(mut known: Vec<Field>, more: Vec<Field>) -> Vec<Field> {
    for field in &mut known {
        field.is_required &= more.iter().any(|other| other.wire == field.wire && other.is_required);
    }
    for field in more {
        match known.iter_mut().find(|other| other.wire == field.wire) {
            Some(same) => {
                if let Some(kind) = either(&[same.kind.clone(), field.kind]) {
                    same.kind = kind;
                }
                same.is_secret |= field.is_secret;
            }
            None => known.push(Field { is_required: false, ..field }),
        }
    }
    known
}

/// The kind of a value that has both kinds. A part that says nothing leaves the decision to the other.
pub(super) fn both(one: Option<Kind>, other: Option<Kind>) -> Option<Kind> {
    let (one, other) = match (one, other) {
        (None, kind) | (kind, None) => return kind,
        (Some(one), Some(other)) => (one, other),
    };
    Some(match (one, other) {
        (one, other) if one == other => one,
        (Kind::Any(_), kind) | (kind, Kind::Any(_)) => kind,
        (Kind::Choice { name, values }, Kind::Choice { values: more, .. }) => {
            let common: Vec<String> = values.into_iter().filter(|value| more.contains(value)).collect();
            if common.is_empty() { Kind::any(CONTRADICTION) } else { Kind::Choice { name, values: common } }
        }
        (choice @ Kind::Choice { .. }, Kind::Text | Kind::Time)
        | (Kind::Text | Kind::Time, choice @ Kind::Choice { .. }) => choice,
        (Kind::Time, Kind::Text) | (Kind::Text, Kind::Time) => Kind::Time,
        (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Integer,
        (Kind::Object { name, fields }, Kind::Object { fields: more, .. }) => {
            Kind::Object { name, fields: fields_of_both(fields, more) }
        }
        (object @ Kind::Object { .. }, Kind::Map(_)) | (Kind::Map(_), object @ Kind::Object { .. }) => object,
        (Kind::List(one), Kind::List(other)) => {
            Kind::List(Box::new(both(Some(*one), Some(*other)).unwrap_or_else(|| Kind::any(CONTRADICTION))))
        }
        (one, other) => Kind::Any(format!("{CONTRADICTION}: it is {} and {}", named(&one), named(&other))),
    })
}

/// The fields of two descriptions of one object.
pub(super) fn fields_of_both(mut known: Vec<Field>, more: Vec<Field>) -> Vec<Field> {
    for field in more {
        match known.iter_mut().find(|other| other.wire == field.wire) {
            Some(same) => {
                if let Some(kind) = both(Some(same.kind.clone()), Some(field.kind)) {
                    same.kind = kind;
                }
                same.is_required |= field.is_required;
                same.is_secret |= field.is_secret;
                if same.description.is_empty() {
                    same.description = field.description;
                }
                let new: Vec<_> = field.notes.into_iter().filter(|note| !same.notes.contains(note)).collect();
                same.notes.extend(new);
            }
            None => known.push(field),
        }
    }
    known
}

/// A kind in words.
pub(super) const fn named(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "a string",
        Kind::Integer => "a whole number",
        Kind::Number => "a number",
        Kind::Boolean => "a boolean",
        Kind::Time => "a time",
        Kind::Id(_) => "an id",
        Kind::Choice { .. } => "one of several strings",
        Kind::Object { .. } | Kind::Reference(_) | Kind::Record(_) | Kind::Core(_) | Kind::Map(_) | Kind::Order(_) => {
            "an object"
        }
        Kind::File | Kind::Content => "a file",
        Kind::List(_) => "a list",
        Kind::Any(_) => "any JSON",
    }
}
