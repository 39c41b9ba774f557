//! The body of a request as a JSON tree, for servers. A client writes it as text: see `json.rs`.

use serde_json::{Map, Value};

use crate::contract::Place;
use crate::error::InvalidRequest;
use crate::request::encode::document::Member;
use crate::request::encode::{RequestView, to_json};

impl RequestView<'_> {
    /// The members of the body, files included.
    ///
    /// # Errors
    /// Every field of any place that cannot be encoded.
    pub(crate) fn body_as_json(&self) -> Result<Map<String, Value>, InvalidRequest> {
        let failures: Vec<_> =
            self.fields_where(|_| true).filter_map(|(field, value)| to_json(field, value).err()).collect();
        if failures.is_empty() { Ok(self.body_object(&[])) } else { Err(self.invalid(failures)) }
    }

    fn body_object(&self, within: &'static [&'static str]) -> Map<String, Value> {
        let members = self.members(within, |field| field.place() == Place::Body);
        let members = members.filter_map(|member| match member {
            Member::Field(field, value) => Some((field.wire_name().to_owned(), to_json(field, value).ok()??)),
            Member::Object(name, within) => Some((name.to_owned(), Value::Object(self.body_object(within)))),
        });
        members.collect()
    }
}
