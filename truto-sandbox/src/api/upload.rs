//! Bodies that are not JSON, as the JSON form of their request: the contract judges uploads like everything else.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use truto_core::File;
use truto_core::contract::{BodyForm, Contract, Field, Place, Presence};
use truto_core::shape::Shape;

use crate::answer::refusal::Refusal;

/// A body, taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    /// What is JSON in it, and files.
    pub(crate) members: Map<String, Value>,
    /// What is text, and may be meant as a number.
    pub(crate) texts: Map<String, Value>,
}

impl Body {
    /// What a body says, whatever separates its parts.
    pub(crate) fn says<'a>(&self, form: BodyForm, body: &'a Bytes) -> Cow<'a, [u8]> {
        match form {
            BodyForm::Multipart => {
                let parts = [&self.members, &self.texts].map(|part| Value::Object(part.clone()).to_string());
                Cow::Owned(format!("[{}]", parts.join(",")).into_bytes())
            }
            _ => Cow::Borrowed(body),
        }
    }
}

/// A raw body: the one file of the request.
pub(crate) fn raw(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Map<String, Value> {
    let field = contract.fields().iter().find(|field| field.place() == Place::Body);
    let file = File::new(body.clone()).content_type(content_type(headers));
    field.into_iter().map(|field| (field.wire_name().to_owned(), json(&file))).collect()
}

/// A body of parts (RFC 7578): files and JSON as such, and the others as text.
pub(crate) fn multipart(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<Body, Refusal> {
    let sent = content_type(headers);
    let (essence, parameters) = sent.split_once(';').unwrap_or((sent, ""));
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="));
    let Some(boundary) = boundary.filter(|_| essence.trim().eq_ignore_ascii_case("multipart/form-data")) else {
        return Err(Refusal::bad_request("The content type must be `multipart/form-data` with a boundary"));
    };
    let parts = split(body, boundary.trim_matches('"'))
        .ok_or_else(|| Refusal::bad_request("The body is not what its boundary promises"))?;
    let mut read = Body::default();
    for part in parts {
        let mut fields = contract.fields().iter().filter(|field| field.place() == Place::Body);
        let field = fields.find(|field| field.wire_name() == part.name);
        let is_known = read.members.contains_key(&part.name) || read.texts.contains_key(&part.name);
        match part.value()? {
            Content::File(file) => match read.members.get_mut(&part.name) {
                Some(Value::Array(files)) => files.push(file),
                None if !is_known => {
                    let file = if field.is_some_and(is_list) { Value::Array(vec![file]) } else { file };
                    read.members.insert(part.name, file);
                }
                _ => return Err(twice(&part.name)),
            },
            _ if is_known => return Err(twice(&part.name)),
            Content::Json(value) => drop(read.members.insert(part.name, value)),
            Content::Text(text) if field.is_some() => drop(read.texts.insert(part.name, text)),
            // What nobody knows is the contract's to refuse.
            Content::Text(text) => drop(read.members.insert(part.name, text)),
        }
    }
    Ok(read)
}

fn twice(name: &str) -> Refusal {
    Refusal::bad_request(format!("The part `{name}` occurs twice"))
}

/// Whether a field holds a list, of which one file is no less.
fn is_list(field: &Field) -> bool {
    let shape = field.shape();
    field.presence() == Presence::List || matches!(shape, Shape::List(_) | Shape::Nullable(Shape::List(_)))
}

fn content_type(headers: &HeaderMap) -> &str {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn json(file: &File) -> Value {
    serde_json::to_value(file).unwrap_or_default()
}

/// One part of a body.
struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Bytes,
}

/// What a part holds.
enum Content {
    File(Value),
    Json(Value),
    Text(Value),
}

impl Part {
    fn value(&self) -> Result<Content, Refusal> {
        let content_type = self.content_type.as_deref();
        if let Some(name) = &self.file_name {
            let file = File::new(self.content.clone()).content_type(content_type.unwrap_or("text/plain"));
            return Ok(Content::File(json(&file.file_name(name))));
        }
        if content_type == Some("application/json") {
            let refuse = |error| Refusal::bad_request(format!("The part `{}` is not valid JSON: {error}", self.name));
            return serde_json::from_slice(&self.content).map(Content::Json).map_err(refuse);
        }
        Ok(Content::Text(Value::String(String::from_utf8_lossy(&self.content).into_owned())))
    }
}

/// The parts between the boundaries; `None` where the body is no sequence of them.
fn split(body: &Bytes, boundary: &str) -> Option<Vec<Part>> {
    let delimiter = format!("\r\n--{boundary}");
    let mut at = delimiter.len() - 2;
    // The first boundary has no line before it.
    body.starts_with(delimiter.get(2..)?.as_bytes()).then_some(())?;
    let mut parts = Vec::new();
    loop {
        let rest = body.get(at..)?;
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let end = at + find(rest, delimiter.as_bytes())?;
        let head = find(rest, b"\r\n\r\n").filter(|head| at + head + 4 <= end)?;
        parts.push(part(std::str::from_utf8(&rest[..head]).ok()?, body.slice(at + head + 4..end))?);
        at = end + delimiter.len();
    }
}

fn part(head: &str, content: Bytes) -> Option<Part> {
    let header = |name: &str| {
        let mut lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    let disposition = header("content-disposition")?;
    let parameter = |name: &str| {
        let (_, rest) = disposition.split_once(&format!("; {name}=\""))?;
        let (value, _) = rest.split_once('"')?;
        Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
    };
    Some(Part {
        name: parameter("name")?,
        file_name: parameter("filename"),
        content_type: header("content-type").map(str::to_owned),
        content,
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderMap;
    use serde_json::{Value, json};
    use truto_core::contract::{BodyForm, Contract, Field, Kind, Method};

    use super::multipart;

    const FIELDS: &[Field] = &[
        Field::optional("size", Kind::Integer),
        Field::optional("tags", Kind::Any),
        Field::optional("file", Kind::File),
        Field::list("more", Kind::File),
    ];
    const CONTRACT: Contract =
        Contract::new("Upload", Method::Post, "/unified/crm/files", FIELDS).with_body(BodyForm::Multipart);

    fn read(content_type: &str, body: &str) -> Option<Value> {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", content_type.parse().unwrap());
        let read = multipart(&CONTRACT, &headers, &Bytes::from(body.to_owned())).ok()?;
        Some(json!({ "members": read.members, "texts": read.texts }))
    }

    #[test]
    fn parts_become_what_the_contract_says() {
        let body = "--B\r\ncontent-disposition: form-data; name=\"size\"\r\n\r\n7\r\n\
            --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n\
            --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"a%22\"\r\n\r\n\r\n\r\n\
            --B\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n\r\n\
            --B--\r\n";
        let file = json!({ "content_type": "text/plain", "file_name": "a\"", "base64": "DQo=" });
        let expected = json!({
            "members": { "tags": [1], "more": [file], "other": "" },
            "texts": { "size": "7" },
        });
        assert_eq!(read("multipart/form-data; boundary=B", body), Some(expected.clone()));
        assert_eq!(read("Multipart/Form-Data; charset=x; boundary=\"B\"", body), Some(expected));
        assert_eq!(read("multipart/form-data; boundary=B", "--B--\r\n"), Some(json!({ "members": {}, "texts": {} })));
    }

    #[test]
    fn what_is_no_sequence_of_parts_is_refused() {
        let head = "Content-Disposition: form-data; name=\"size\"";
        for body in [
            String::new(),
            "--B".to_owned(),
            "--C--".to_owned(),
            format!("--B\r\n{head}\r\n\r\n7"),
            format!("--B\r\n{head}\r\n--B--"),
            "--B\r\nContent-Disposition: form-data\r\n\r\n7\r\n--B--".to_owned(),
            "--B\r\n\r\n7\r\n--B--".to_owned(),
            format!("--B\r\n{head}\r\n\r\n7\r\n--B\r\n{head}\r\n\r\n8\r\n--B--"),
            format!("--B\r\n{head}\r\nContent-Type: application/json\r\n\r\n{{\r\n--B--"),
        ] {
            assert_eq!(read("multipart/form-data; boundary=B", &body), None, "{body}");
        }
        for content_type in ["multipart/form-data", "multipart/mixed; boundary=B", "application/json"] {
            assert_eq!(read(content_type, "--B--\r\n"), None, "{content_type}");
        }
    }
}
