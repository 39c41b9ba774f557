//! Sorts the members of a JSON object into the fields of a contract. Any other key is a failure, with a suggestion.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::contract::common::{Common, REMOTE_DATA};
use crate::contract::{Contract, Field, Place};
use crate::error::{Failure, Problem};
use crate::request::decode::{FieldInput, RequestReader};
use crate::util::json::kind_of;

const NEEDS_CALL: &str = "is a common parameter; deserialize a `truto_core::Call` instead of the request to keep it";

/// Which object is sorted into the fields.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The JSON form of a request, with every field in it.
    Document,
    /// The body of a request that a server received: fields of other places are not keys of it.
    #[cfg_attr(not(feature = "server"), expect(dead_code, reason = "only a received request has it"))]
    Body,
}

impl Form {
    fn holds(self, field: &Field) -> bool {
        self == Self::Document || field.place() == Place::Body
    }

    fn common(self, contract: &Contract) -> impl Iterator<Item = &'static str> {
        Common::names(contract).filter(move |name| self == Self::Document || *name == REMOTE_DATA)
    }

    /// Why a common parameter cannot have this value here.
    fn refusal(self, value: &Value) -> Option<String> {
        match (self, value) {
            (_, Value::Null) | (Self::Body, Value::Object(_)) => None,
            (Self::Body, other) => Some(format!("expected an object, found {}", kind_of(other))),
            // An empty parameter can be dropped, because it says nothing.
            (Self::Document, Value::Object(members)) if members.is_empty() => None,
            (Self::Document, _) => Some(NEEDS_CALL.to_owned()),
        }
    }
}

impl RequestReader {
    /// Sorts the members of the object at `within` into the fields.
    pub(super) fn sort(&mut self, object: Map<String, Value>, within: &[&'static str], form: Form) {
        let fields = self.contract.fields();
        for (key, value) in object {
            let is_it = |field: &Field| field.objects() == within && field.wire_name() == key && form.holds(field);
            let indices: Vec<usize> = (0..fields.len()).filter(|index| is_it(&fields[*index])).collect();
            if !indices.is_empty() {
                // One name may stand for a field of the body and for a field of the query.
                for index in indices {
                    self.values[index] = FieldInput::Json(value.clone());
                }
            } else if let Some(name) = nested_object(fields, within, &key) {
                match value {
                    Value::Object(members) => self.sort(members, &[within, &[name]].concat(), form),
                    Value::Null => {}
                    other => {
                        let reason = format!("expected an object, found {}", kind_of(&other));
                        self.failures.push(Failure::value(join(within, &key), reason));
                    }
                }
            } else if within.is_empty() && form.common(self.contract).any(|name| name == key) {
                let refusal = form.refusal(&value).map(|reason| Failure::value(key, reason));
                self.failures.extend(refusal);
            } else {
                let suggestion = self.nearest(within, &key, form);
                self.fail(join(within, &key), Problem::Unknown { suggestion });
            }
        }
    }

    /// The known key that is meant by an unknown one.
    fn nearest(&self, within: &[&'static str], key: &str, form: Form) -> Option<String> {
        let depth = within.len();
        let all = || self.contract.fields().iter().filter(|field| form.holds(field));
        let mut here: Vec<&str> = all()
            .filter(|field| field.objects().starts_with(within))
            .map(|field| field.objects().get(depth).copied().unwrap_or(field.wire_name()))
            .chain(form.common(self.contract).filter(|_| within.is_empty()))
            .collect();
        let mut seen = HashSet::new();
        here.retain(|name| seen.insert(*name));
        if let Some(near) = truto_names::nearest(key, &here) {
            return Some(join(within, near));
        }
        // The right name in the wrong place, such as `contacts` beside `associations`.
        let mut elsewhere = all().filter(|field| field.wire_name() == key);
        let only = elsewhere.next().filter(|_| elsewhere.next().is_none());
        only.map(Field::json_path)
    }
}

/// The nested object called `key`, if a field is in it at any depth.
fn nested_object(fields: &[Field], within: &[&'static str], key: &str) -> Option<&'static str> {
    fields.iter().find_map(|field| {
        let next = field.objects().strip_prefix(within)?.first()?;
        (*next == key).then_some(*next)
    })
}

fn join(within: &[&str], key: &str) -> String {
    [within, &[key]].concat().join(".")
}
