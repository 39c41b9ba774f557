//! The identity of a listing: a [`Checkpoint`](crate::Checkpoint) remembers it of a request, and refuses another request.

use crate::contract::Place;
use crate::contract::common::push_line;
use crate::error::Failure;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::{RequestView, unencodable};
use crate::util::encode::Encode;

impl RequestView<'_> {
    /// Bytes that are the same for the same values in every run and in every version, for any account and page.
    ///
    /// Values without an order are sorted. Secret headers are left out, so that a checkpoint survives a new API key.
    pub(crate) fn identity(&self) -> Result<Vec<u8>, Failure> {
        let mut identity = Vec::new();
        for (field, value) in self.fields_where(|_| true) {
            if self.is_cursor(field) || field.is_secret() && field.place() == Place::Header {
                continue;
            }
            let value: &dyn Encode = match value {
                FieldRef::Absent | FieldRef::File(_) | FieldRef::Files(_) => continue,
                FieldRef::Null => &(),
                FieldRef::Value(value) => value,
            };
            let name = format_args!("{:?} {:?}", field.place(), field.json_path());
            push_line(&mut identity, name, value).map_err(|error| unencodable(field, &error))?;
        }
        self.common.identity(&mut identity);
        Ok(identity)
    }
}
