//! One field of a request, borrowed and without its type: what the encoder sees.

use core::any::Any;

use serde::Serialize;
use serde_json::Value;

use crate::file::File;
use crate::finite;
use crate::patch::Patch;

/// What a field of a request holds at the moment of sending.
///
/// Only derived code uses it: the encoder asks an [`Endpoint`](crate::Endpoint) for each field of its contract.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::{Endpoint, Slot};
///
/// let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).contacts(["2"]).build();
/// let names = CreateAssociation::CONTRACT.fields().iter().enumerate();
/// let sent = names.filter(|(index, _)| !link.slot(*index).is_absent()).map(|(_, field)| field.name());
/// assert_eq!(sent.collect::<Vec<_>>(), ["entity_id", "entity", "contacts"]);
/// # assert!(Slot::list(&Vec::<String>::new()).is_absent());
/// ```
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Nothing: the field is left out.
    Absent,
    /// `null`: the field is cleared.
    Null,
    /// A value.
    Value(&'a dyn Encode),
    /// A file.
    File(&'a File),
    /// Files; none of them is the same as `Absent`.
    Files(&'a [File]),
}

impl<'a> Slot<'a> {
    /// A field that is always sent.
    ///
    /// A file is one by its type, and not by what a declaration calls it: an alias of [`File`] is sent as its bytes too.
    pub fn required<T: Serialize + 'static>(value: &'a T) -> Self {
        Self::of_files(value).unwrap_or(Self::Value(value))
    }

    /// A field that is left out when it is `None`.
    pub fn optional<T: Serialize + 'static>(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Absent, Self::required)
    }

    /// A field that is left out when it is empty.
    #[must_use]
    pub fn list<T: Serialize + 'static>(values: &'a Vec<T>) -> Self {
        if values.is_empty() { Self::Absent } else { Self::required(values) }
    }

    /// A field with three states.
    pub fn patch<T: Serialize + 'static>(value: &'a Patch<T>) -> Self {
        match value {
            Patch::Leave => Self::Absent,
            Patch::Set(value) => Self::required(value),
            Patch::Clear => Self::Null,
        }
    }

    fn of_files(value: &'a dyn Any) -> Option<Self> {
        let file = value.downcast_ref().map(Self::File);
        let files = || value.downcast_ref::<Vec<File>>().map(|files| Self::Files(files));
        let optional =
            || value.downcast_ref::<Option<File>>().map(|file| file.as_ref().map_or(Self::Absent, Self::File));
        file.or_else(files).or_else(optional)
    }

    /// The files that the field is; none for every other one.
    #[must_use]
    pub const fn files(&self) -> &'a [File] {
        match self {
            Self::File(file) => core::slice::from_ref(file),
            Self::Files(files) => files,
            Self::Absent | Self::Null | Self::Value(_) => &[],
        }
    }

    /// Whether the field is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent | Self::Files([]))
    }
}

impl core::fmt::Debug for Slot<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value(..)",
            Self::File(_) => "File(..)",
            Self::Files(_) => "Files(..)",
        })
    }
}

/// A value of any type that serde can serialize.
///
/// Only derived code uses it: it is serde's `Serialize` without the type parameter.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::{Endpoint, Slot};
///
/// let link = CreateAssociation::builder().entity_id("00Q1").entity(crm_entity::Leads).build();
/// let Slot::Value(id) = link.slot(0) else { panic!("the first field is required") };
/// assert_eq!(id.to_json().unwrap(), "00Q1");
/// ```
pub trait Encode {
    /// Appends the value to `out` as JSON text.
    ///
    /// # Errors
    /// What the type's own `Serialize` refuses, and a number that is not finite: JSON has none, and `null` would clear.
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error>;

    /// The value as a JSON tree, of the same numbers as the text.
    ///
    /// # Errors
    /// Those of [`write_json`](Self::write_json).
    fn to_json(&self) -> Result<Value, serde_json::Error>;
}

impl<T: Serialize> Encode for T {
    fn write_json(&self, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
        let start = out.len();
        serde_json::to_writer(&mut *out, self)?;
        // serde_json writes `null` for what is not finite: only where there is one is there something to look for.
        if out[start..].windows(4).any(|window| window == b"null") { finite::check(self) } else { Ok(()) }
    }

    fn to_json(&self) -> Result<Value, serde_json::Error> {
        let tree = serde_json::to_value(self)?;
        if holds(&tree, &Value::is_null) {
            finite::check(self)?;
        }
        if holds(&tree, &Value::is_f64) {
            // A tree has no `f32`, and spells `0.1` of one as `0.10000000149011612`. The text has it right.
            return serde_json::from_slice(&serde_json::to_vec(self)?);
        }
        Ok(tree)
    }
}

fn holds(tree: &Value, is_it: &impl Fn(&Value) -> bool) -> bool {
    match tree {
        Value::Array(items) => items.iter().any(|item| holds(item, is_it)),
        Value::Object(members) => members.values().any(|member| holds(member, is_it)),
        plain => is_it(plain),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Encode;

    #[derive(serde::Serialize)]
    enum Shape {
        Newtype(f64),
        Tuple(u8, Option<f32>),
        Struct { at: Vec<f64> },
    }

    fn both(value: &dyn Encode) -> Option<(String, Value)> {
        let mut text = Vec::new();
        let written = value.write_json(&mut text).is_ok();
        let tree = value.to_json().ok();
        assert_eq!(written, tree.is_some(), "text and tree agree");
        tree.map(|tree| (String::from_utf8(text).unwrap(), tree))
    }

    #[test]
    fn a_number_that_is_not_finite_is_refused_at_any_depth() {
        let refused: &[&dyn Encode] = &[
            &f64::NAN,
            &f32::INFINITY,
            &Some(f64::NEG_INFINITY),
            &vec![Some(1.0), None, Some(f64::NAN)],
            &std::collections::BTreeMap::from([("a", (1, f32::NAN))]),
            &Shape::Newtype(f64::NAN),
            &Shape::Tuple(1, Some(f32::NAN)),
            &Shape::Struct { at: vec![1.0, f64::INFINITY] },
        ];
        for (index, value) in refused.iter().enumerate() {
            assert_eq!(both(*value), None, "value {index}");
        }
        assert!(f64::NAN.to_json().unwrap_err().to_string().contains("not finite"));
    }

    #[test]
    fn nothing_and_finite_numbers_are_kept() {
        assert_eq!(both(&vec![Some("null"), None]), Some((r#"["null",null]"#.to_owned(), json!(["null", null]))));
        assert_eq!(
            both(&Shape::Tuple(1, None)),
            Some((r#"{"Tuple":[1,null]}"#.to_owned(), json!({"Tuple": [1, null]})))
        );
        assert_eq!(both(&u64::MAX), Some((u64::MAX.to_string(), json!(u64::MAX))));
        assert_eq!(both(&((), 1.5)), Some(("[null,1.5]".to_owned(), json!([null, 1.5]))));
    }

    #[test]
    fn a_small_float_is_spelt_the_same_in_text_and_tree() {
        for value in [0.1_f32, 1.1, -16.3, 3.0e-7] {
            let (text, tree) = both(&Some(value)).unwrap();
            assert_eq!(text, tree.to_string());
        }
        assert_eq!(both(&0.1_f32).unwrap().0, "0.1");
    }
}
