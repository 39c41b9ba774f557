//! JSON Schemas, in every dialect that APIs use, as the fields of a record, of a query and of a body.
//!
//! Reading never fails on a part of a schema: a part that has no type in Rust becomes [`Kind::Any`] with the reason. It fails only if
//! the whole is not the schema of an object.
//!
//! Understood are JSON Schema from draft 3 to 2020-12 and the dialect of `OpenAPI` 3.0: `nullable` and `type: [..., "null"]`, `$ref`
//! to any part of the same schema, `allOf`, `anyOf`, `oneOf`, `const` and `enum` with `null` in them, schemas without `type`, and
//! objects of properties that stand alone. What only narrows a value, such as `pattern` or `not`, is ignored.

mod formats;
mod merge;
mod reader;

#[cfg(test)]
mod tests;

use crate::description::{Field, Kind};
use crate::error::Error;
use crate::schema::merge::named;
use crate::schema::reader::{Purpose, Reader};
use crate::tree::Tree;

/// Why a bare `object` has no type.
const NO_FIELDS: &str = "the schema names no fields";

/// Words that make an object a schema, and not an object of properties that stands alone.
const WORDS: &[&str] = &[
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "enum",
    "items",
    "oneOf",
    "patternProperties",
    "properties",
    "type",
];

/// Fields that were read from a schema.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// The fields, in the order of the schema.
    pub fields: Vec<Field>,
    /// Names that cannot be declared, because they are empty or hold characters that are not printed.
    pub left_out: Vec<String>,
}

/// Reads the fields of a record from the schema of an answer. The envelope of a list and the list itself are taken off.
///
/// ```
/// use truto_codegen::description::Kind;
/// use truto_codegen::{schema, tree::Tree};
///
/// let json = r#"{"type": "object", "properties": {"name": {"type": ["string", "null"]}, "tags": {"type": "array"}}}"#;
/// let tree: Tree = serde_json::from_str(json).unwrap();
/// let fields = schema::record(&tree).unwrap().fields;
/// assert_eq!((fields[0].wire.as_str(), &fields[0].kind), ("name", &Kind::Text));
/// assert!(matches!(&fields[1].kind, Kind::List(item) if matches!(**item, Kind::Any(_))));
/// ```
///
/// # Errors
/// If it is not the schema of an object with fields.
pub fn record(schema: &Tree) -> Result<Fields, Error> {
    let mut reader = Reader::new(schema, Purpose::Record);
    let kind = root(&mut reader, schema)?;
    let fields = match unwrapped(kind) {
        Kind::Object { fields, .. } => fields,
        other => return Err(no_record(&other)),
    };
    if fields.is_empty() {
        return Err(Error::new("the schema of the record names no fields: describe the record in the overrides"));
    }
    Ok(Fields { fields, left_out: reader.left_out })
}

/// Reads the parameters of a query. A schema that says nothing has no parameters.
///
/// A list of parameters, as `OpenAPI` has it, is read too.
///
/// # Errors
/// If it is not the schema of an object.
pub fn query(schema: &Tree) -> Result<Fields, Error> {
    if let Tree::List(parameters) = schema {
        let mut reader = Reader::new(schema, Purpose::Query);
        let fields = reader.parameters(parameters);
        return Ok(Fields { fields, left_out: reader.left_out });
    }
    request(schema, Purpose::Query, "query")
}

/// Reads the members of a body. Members that are read-only are left out.
///
/// # Errors
/// If it is not the schema of an object.
pub fn body(schema: &Tree) -> Result<Fields, Error> {
    let mut body = request(schema, Purpose::Body, "body")?;
    // In the name of a member of a request, these stand for objects inside of objects.
    let (fields, nested) = body.fields.into_iter().partition(|field| !field.wire.contains(['.', '[', ']']));
    body.fields = fields;
    body.left_out.extend(nested.into_iter().map(|field: Field| field.wire));
    Ok(body)
}

fn request(schema: &Tree, purpose: Purpose, what: &str) -> Result<Fields, Error> {
    let says_nothing = match schema {
        Tree::Null | Tree::Bool(true) => true,
        Tree::Object(members) => members.is_empty(),
        _ => false,
    };
    if says_nothing {
        return Ok(Fields::default());
    }
    let mut reader = Reader::new(schema, purpose);
    match root(&mut reader, schema)? {
        Kind::Object { fields, .. } => Ok(Fields { fields, left_out: reader.left_out }),
        Kind::Any(why) if why == NO_FIELDS => Ok(Fields::default()),
        other => {
            let what = format!("the schema of the {what} describes {}, not an object", named(&other));
            Err(Error::new(format!("{what}: correct it where the unified API is defined")))
        }
    }
}

/// The kind of the whole schema.
fn root<'s>(reader: &mut Reader<'s>, schema: &'s Tree) -> Result<Kind, Error> {
    let Tree::Object(members) = schema else {
        let what = match schema {
            Tree::Null => "null",
            Tree::Bool(_) => "a boolean",
            Tree::Number(_) => "a number",
            Tree::Text(_) => "a string",
            _ => "a list",
        };
        return Err(Error::new(format!(
            "the schema is {what}, not an object: a schema looks like {{\"type\": \"object\"}}"
        )));
    };
    let is_word = |(name, value): &(String, Tree)| {
        // A field may be called `type` or `items`, and is an object then.
        let is_field =
            value.is_object() && matches!(name.as_str(), "type" | "items" | "enum" | "const" | "$ref" | "$schema");
        WORDS.contains(&name.as_str()) && !is_field
    };
    let all_are_schemas = members.iter().all(|(_, value)| value.is_object());
    if !members.is_empty() && all_are_schemas && !members.iter().any(is_word) {
        return Ok(reader.properties(schema));
    }
    let seen = reader.whole(schema);
    match seen {
        Some(kind) => Ok(kind),
        None => {
            Err(Error::new("the schema has neither a type nor properties: a schema looks like {\"type\": \"object\"}"))
        }
    }
}

/// The record inside of a list, or of the envelope of a list.
fn unwrapped(kind: Kind) -> Kind {
    match kind {
        Kind::List(item) => *item,
        Kind::Object { name, mut fields } => {
            let is_envelope = fields.iter().any(|field| field.wire == "next_cursor" || field.wire == "prev_cursor");
            let result = fields.iter().position(|field| field.wire == "result" && matches!(field.kind, Kind::List(_)));
            match result.filter(|_| is_envelope) {
                Some(at) => unwrapped(fields.swap_remove(at).kind),
                None => Kind::Object { name, fields },
            }
        }
        other => other,
    }
}

fn no_record(kind: &Kind) -> Error {
    match kind {
        Kind::Any(why) => Error::new(format!("the schema describes no record: {why}; describe it in the overrides")),
        other => {
            Error::new(format!("the schema describes {}, not a record: describe it in the overrides", named(other)))
        }
    }
}
