//! The JSON form of a request: every field in one object, which [`decode`](crate::request::decode) reads back.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::contract::Field;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::{RequestView, to_json};
use crate::util::plain_numbers::Plain;

/// A member of an object of the request.
pub(super) enum Member<'a> {
    /// A field with a value.
    Field(&'static Field, FieldRef<'a>),
    /// A nested object: its name, and the path to its members.
    Object(&'static str, &'static [&'static str]),
}

impl<'a> RequestView<'a> {
    /// The JSON form, with path, query and header fields at top level and body fields where the body has them.
    pub(crate) fn document(&self) -> impl Serialize {
        Document { view: self, within: &[] }
    }

    /// The members of the object at `within`, of the fields that `accepts` lets pass. A nested object stands where the first of
    /// its fields is declared, and is left out if it would be empty.
    pub(super) fn members<'s>(
        &'s self,
        within: &'static [&'static str],
        accepts: impl Fn(&Field) -> bool + Copy + 's,
    ) -> impl Iterator<Item = Member<'a>> + 's {
        let fields = self.contract.fields();
        let is_inside = move |field: &Field, path: &[&str]| accepts(field) && field.objects().starts_with(path);
        fields.iter().enumerate().filter(move |(_, field)| accepts(field)).filter_map(move |(index, field)| {
            let rest = field.objects().strip_prefix(within)?;
            let Some(name) = rest.first() else {
                let value = (self.value_at)(index);
                return (!value.is_absent()).then_some(Member::Field(field, value));
            };
            let path = &field.objects()[..=within.len()];
            let (before, from_here) = fields.split_at(index);
            // From the back, because the fields of an object are declared side by side.
            if before.iter().rev().any(|earlier| is_inside(earlier, path)) {
                return None;
            }
            let is_set = |(later, field)| is_inside(field, path) && !(self.value_at)(index + later).is_absent();
            from_here.iter().enumerate().any(is_set).then_some(Member::Object(name, path))
        })
    }

    /// Whether another field of the same name and place in the document is not set.
    fn has_unset_twin(&self, field: &Field) -> bool {
        let is_twin = |other: &Field| {
            other.wire_name() == field.wire_name() && other.objects() == field.objects() && other.name() != field.name()
        };
        self.fields_where(is_twin).any(|(_, value)| value.is_absent())
    }
}

/// An object of the document. It is written by hand, because a field of the body and a field of the query may have one name:
/// the document has room for one value, and both fields are read from it.
struct Document<'s, 'a> {
    view: &'s RequestView<'a>,
    within: &'static [&'static str],
}

impl Serialize for Document<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut written: Vec<(&str, Value)> = Vec::new();
        for member in self.view.members(self.within, |_| true) {
            match member {
                Member::Field(field, value) => {
                    let name = field.wire_name();
                    let Some(value) = to_json(field, value).map_err(S::Error::custom)? else { continue };
                    let known = written.iter().find(|(known, _)| *known == name);
                    if known.is_some_and(|(_, known)| *known != value) || self.view.has_unset_twin(field) {
                        return Err(S::Error::custom(format_args!("two fields named `{name}` differ")));
                    }
                    if known.is_none() {
                        map.serialize_entry(name, &Plain(&value))?;
                        written.push((name, value));
                    }
                }
                Member::Object(name, within) => {
                    map.serialize_entry(name, &Document { view: self.view, within })?;
                }
            }
        }
        map.end()
    }
}
