//! The identity of a listing: what a [`Checkpoint`](crate::Checkpoint) remembers of a request, so that another one is refused.

use crate::contract::Place;
use crate::error::Failure;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::{RequestView, unencodable};
use crate::util::encoder::Encoder;

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
            let before = identity.len();
            identity.extend_from_slice(format!("{:?} {:?}: ", field.place(), field.json_path()).as_bytes());
            let written = match value {
                FieldRef::Absent | FieldRef::File(_) | FieldRef::Files(_) => false,
                FieldRef::Null => {
                    identity.extend_from_slice(b"null");
                    true
                }
                FieldRef::Value(value) => {
                    let written = value.encode(Encoder::identity(&mut identity));
                    written.map_err(|error| unencodable(field, &error))?
                }
            };
            if written {
                identity.push(b'\n');
            } else {
                identity.truncate(before);
            }
        }
        self.common.identity(&mut identity);
        Ok(identity)
    }
}
