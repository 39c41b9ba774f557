//! The JSON body of a request, written as text without a tree in between.

use crate::contract::common::REMOTE_DATA;
use crate::contract::{Field, Place};
use crate::error::Failure;
use crate::request::encode::document::Member;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::{NO_FILE, RequestView, unencodable, value_failure};
use crate::util::encoder::Encoder;

impl RequestView<'_> {
    pub(super) fn json_body(&self) -> Result<Vec<u8>, Failure> {
        let mut out = Vec::with_capacity(256);
        self.write_object(&mut out, &[])?;
        Ok(out)
    }

    /// Writes the object at `within`.
    fn write_object(&self, out: &mut Vec<u8>, within: &'static [&'static str]) -> Result<(), Failure> {
        let mut object = ObjectWriter::start(out);
        for member in self.members(within, |field| field.place() == Place::Body) {
            match member {
                Member::Field(field, value) => object.field(field, value)?,
                Member::Object(name, path) => {
                    object.key(name);
                    self.write_object(object.out, path)?;
                }
            }
        }
        if let ([], Some(data)) = (within, &self.common.remote_data) {
            object.key(REMOTE_DATA);
            let written = serde_json::to_writer(&mut *object.out, data);
            written.map_err(|error| Failure::value(REMOTE_DATA, error.to_string()))?;
        }
        object.out.push(b'}');
        Ok(())
    }
}

/// Writes a JSON object, member by member.
struct ObjectWriter<'a> {
    out: &'a mut Vec<u8>,
    is_empty: bool,
}

impl<'a> ObjectWriter<'a> {
    fn start(out: &'a mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, is_empty: true }
    }

    /// Writes a member, unless its value is left out.
    fn field(&mut self, field: &Field, value: FieldRef<'_>) -> Result<(), Failure> {
        match value {
            FieldRef::Absent | FieldRef::Files([]) => {}
            FieldRef::Null => {
                self.key(field.wire_name());
                self.out.extend_from_slice(b"null");
            }
            FieldRef::Value(value) => {
                let (before, was_empty) = (self.out.len(), self.is_empty);
                self.key(field.wire_name());
                if !value.encode(Encoder::field(self.out)).map_err(|error| unencodable(field, &error))? {
                    self.out.truncate(before);
                    self.is_empty = was_empty;
                }
            }
            FieldRef::File(_) | FieldRef::Files(_) => return Err(value_failure(field, NO_FILE)),
        }
        Ok(())
    }

    fn key(&mut self, key: &str) {
        if !core::mem::take(&mut self.is_empty) {
            self.out.push(b',');
        }
        // Writing a string to memory cannot fail.
        let _ = serde_json::to_writer(&mut *self.out, key);
        self.out.push(b':');
    }
}
