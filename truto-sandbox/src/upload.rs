//! Bodies that are not JSON, as the JSON form of their request: the contract judges uploads like everything else.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};
use truto_core::File;
use truto_core::contract::{Contract, Field, Kind, Place, Presence};

use crate::refusal::Refusal;
use crate::validate::typed;

/// A raw body: the one file of the request.
pub(crate) fn raw(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Map<String, Value> {
    let field = contract.fields().iter().find(|field| field.place() == Place::Body);
    let file = File::new(body.clone()).content_type(content_type(headers));
    field.into_iter().map(|field| (field.wire_name().to_owned(), json(&file))).collect()
}

/// A body of parts (RFC 7578): a member for each name, in the types that the contract states.
pub(crate) fn multipart(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<Map<String, Value>, Refusal> {
    let sent = content_type(headers);
    let (essence, parameters) = sent.split_once(';').unwrap_or((sent, ""));
    let boundary = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="));
    let Some(boundary) = boundary.filter(|_| essence.trim().eq_ignore_ascii_case("multipart/form-data")) else {
        return Err(Refusal::bad_request("The content type must be `multipart/form-data` with a boundary"));
    };
    let parts = split(body, boundary.trim_matches('"'))
        .ok_or_else(|| Refusal::bad_request("The body is not what its boundary promises"))?;
    let mut members = Map::new();
    for part in parts {
        let field =
            contract.fields().iter().find(|field| field.place() == Place::Body && field.wire_name() == part.name);
        let value = part.value(field)?;
        match (members.get_mut(&part.name), field.map(Field::presence)) {
            (Some(Value::Array(items)), _) if part.file_name.is_some() => items.push(value),
            (Some(_), _) => return Err(Refusal::bad_request(format!("The part `{}` occurs twice", part.name))),
            (None, Some(Presence::List)) if part.file_name.is_some() => {
                members.insert(part.name, Value::Array(vec![value]));
            }
            (None, _) => {
                members.insert(part.name, value);
            }
        }
    }
    Ok(members)
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

impl Part {
    fn value(&self, field: Option<&Field>) -> Result<Value, Refusal> {
        let content_type = self.content_type.as_deref();
        if let Some(name) = &self.file_name {
            let file = File::new(self.content.clone()).content_type(content_type.unwrap_or("text/plain"));
            return Ok(json(&file.file_name(name)));
        }
        if content_type == Some("application/json") {
            let refuse = |error| Refusal::bad_request(format!("The part `{}` is not valid JSON: {error}", self.name));
            return serde_json::from_slice(&self.content).map_err(refuse);
        }
        let text = Value::String(String::from_utf8_lossy(&self.content).into_owned());
        // A file without a name is a plain value to every server.
        Ok(field.filter(|field| field.kind() != Kind::File).map_or(text.clone(), |field| typed(field, &text)))
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
        multipart(&CONTRACT, &headers, &Bytes::from(body.to_owned())).ok().map(Value::Object)
    }

    #[test]
    fn parts_become_what_the_contract_says() {
        let body = "--B\r\ncontent-disposition: form-data; name=\"size\"\r\n\r\n7\r\n\
            --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n\
            --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"a%22\"\r\n\r\n\r\n\r\n\
            --B\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n\r\n\
            --B--\r\n";
        let file = json!({ "content_type": "text/plain", "file_name": "a\"", "base64": "DQo=" });
        let expected = json!({ "size": 7, "tags": [1], "more": [file], "other": "" });
        assert_eq!(read("multipart/form-data; boundary=B", body), Some(expected.clone()));
        assert_eq!(read("Multipart/Form-Data; charset=x; boundary=\"B\"", body), Some(expected));
        assert_eq!(read("multipart/form-data; boundary=B", "--B--\r\n"), Some(json!({})));
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
