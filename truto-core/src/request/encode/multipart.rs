//! A `multipart/form-data` body (RFC 7578), as browsers write it (WHATWG HTML, "multipart form data").
//!
//! By hand, because `reqwest::multipart` streams its parts, and a retry must send the same bytes again.

use bytes::Bytes;
use http::HeaderValue;
use serde_json::Value;

use crate::types::file::File;
use crate::util::plain_text::plain_text;

/// Approximate size of the parts without the contents of files, in bytes.
const OVERHEAD: usize = 512;

/// A part of a body.
#[derive(Clone, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) value: PartValue,
}

/// What a part holds.
#[derive(Clone, PartialEq)]
pub(crate) enum PartValue {
    Json(Value),
    File(File),
}

/// The body of these parts, and its content type.
///
/// The boundary has 128 bits that are random, or a hash of the parts, so no content can hold it.
///
/// # Errors
/// Why the content type of a file is not valid.
pub(crate) fn encode(parts: &[Part], boundary: [u8; 16]) -> Result<(Bytes, HeaderValue), &'static str> {
    let length = |part: &Part| if let PartValue::File(file) = &part.value { file.bytes().len() } else { 0 };
    let mut body = Multipart::new(boundary, parts.iter().map(length).sum());
    for Part { name, value } in parts {
        match value {
            PartValue::Json(value) => body.value(name, value),
            PartValue::File(file) => body.file(name, file)?,
        }
    }
    Ok(body.finish())
}

/// A body under construction.
struct Multipart {
    boundary: String,
    out: Vec<u8>,
}

impl Multipart {
    /// A body for about `length` bytes of files.
    fn new(boundary: [u8; 16], length: usize) -> Self {
        let boundary = format!("truto-{:032x}", u128::from_be_bytes(boundary));
        Self { boundary, out: Vec::with_capacity(length.saturating_add(OVERHEAD)) }
    }

    /// Adds a value: a string, a number or a boolean as text, any other value as JSON.
    fn value(&mut self, name: &str, value: &Value) {
        self.start(name);
        match value {
            Value::String(_) | Value::Number(_) | Value::Bool(_) => {
                self.push("\r\n\r\n");
                self.push(&plain_text(value));
            }
            Value::Null | Value::Array(_) | Value::Object(_) => {
                self.push("\r\nContent-Type: application/json\r\n\r\n");
                self.push(&value.to_string());
            }
        }
        self.push("\r\n");
    }

    /// Adds a file.
    ///
    /// # Errors
    /// Why the file's content type is not valid.
    fn file(&mut self, name: &str, file: &File) -> Result<(), &'static str> {
        let content_type = file.content_type_header()?;
        self.start(name);
        // Servers read a part without a file name as a plain value.
        self.push("; filename=\"");
        self.push_escaped(file.name().unwrap_or("file"));
        self.push("\"\r\nContent-Type: ");
        self.out.extend_from_slice(content_type.as_bytes());
        self.push("\r\n\r\n");
        self.out.extend_from_slice(file.bytes());
        self.push("\r\n");
        Ok(())
    }

    /// The body, and its content type.
    fn finish(mut self) -> (Bytes, HeaderValue) {
        self.out.extend_from_slice(b"--");
        self.out.extend_from_slice(self.boundary.as_bytes());
        self.out.extend_from_slice(b"--\r\n");
        let content_type = HeaderValue::try_from(format!("multipart/form-data; boundary={}", self.boundary));
        // Letters, digits and hyphens are always valid in a header.
        (self.out.into(), content_type.unwrap_or(HeaderValue::from_static("multipart/form-data")))
    }

    fn start(&mut self, name: &str) {
        self.out.extend_from_slice(b"--");
        self.out.extend_from_slice(self.boundary.as_bytes());
        self.push("\r\nContent-Disposition: form-data; name=\"");
        self.push_escaped(name);
        self.push("\"");
    }

    /// Adds a quoted name. Only characters that would end the name or the header are percent-encoded.
    fn push_escaped(&mut self, name: &str) {
        for byte in name.bytes() {
            match byte {
                b'"' => self.push("%22"),
                b'\r' => self.push("%0D"),
                b'\n' => self.push("%0A"),
                other => self.out.push(other),
            }
        }
    }

    fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BOUNDARY: &str = "truto-abababababababababababababababab";

    fn body(of: impl FnOnce(&mut Multipart)) -> String {
        let mut parts = Multipart::new([0xab; 16], 0);
        of(&mut parts);
        let (body, content_type) = parts.finish();
        assert_eq!(content_type, format!("multipart/form-data; boundary={BOUNDARY}"));
        String::from_utf8(body.to_vec()).unwrap().replace(BOUNDARY, "B")
    }

    #[test]
    fn parts_are_byte_exact() {
        let body = body(|parts| {
            parts.value("name", &json!("a\nb"));
            parts.value("size", &json!(1.5));
            parts.value("tags", &json!(["x", null]));
            parts.file("file", &File::text("hi").file_name("h.txt")).unwrap();
            parts.file("file", &File::new(vec![0x68, 0x69])).unwrap();
        });
        assert_eq!(
            body,
            "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\nb\r\n\
             --B\r\nContent-Disposition: form-data; name=\"size\"\r\n\r\n1.5\r\n\
             --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: application/json\r\n\r\n[\"x\",null]\r\n\
             --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"h.txt\"\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\nhi\r\n\
             --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\
             Content-Type: application/octet-stream\r\n\r\nhi\r\n\
             --B--\r\n"
        );
    }

    #[test]
    fn no_name_ends_its_header() {
        let body = body(|parts| {
            let evil = File::text("x").file_name("a\"; x=\"\r\nX-Evil: 1\r\n\r\nü\\");
            parts.file("f\"\r\n", &evil).unwrap();
        });
        let head = body.split("\r\n\r\n").next().unwrap();
        assert_eq!(
            head,
            "--B\r\nContent-Disposition: form-data; name=\"f%22%0D%0A\"; \
             filename=\"a%22; x=%22%0D%0AX-Evil: 1%0D%0A%0D%0Aü\\\"\r\nContent-Type: text/plain; charset=utf-8"
        );
        let mut parts = Multipart::new([0xab; 16], 0);
        assert!(parts.file("f", &File::text("x").content_type("a/b\r\nX-Evil: 1")).is_err());
    }
}
