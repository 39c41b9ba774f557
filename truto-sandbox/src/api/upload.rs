//! Bodies of requests as JSON members, so that the contract checks uploads like everything else.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use http_body_util::{BodyExt, Full};
use multer::Multipart;
use serde_json::{Map, Value};
use truto_core::File;
use truto_core::contract::{BodyForm, Contract, Field, Place, Presence};
use truto_core::shape::Shape;

use crate::answer::refusal::Refusal;

/// The members of a body.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestBody {
    /// JSON values and files.
    pub(crate) members: Map<String, Value>,
    /// Parts of plain text. The contract decides which of them are numbers.
    pub(crate) texts: Map<String, Value>,
}

impl RequestBody {
    /// Reads the body in the form that the contract declares.
    pub(crate) async fn read(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<Self, Refusal> {
        let members = match (contract.method().has_body(), contract.body()) {
            (false, _) => Map::new(),
            (true, BodyForm::Multipart) => return multipart(contract, headers, body).await,
            (true, BodyForm::Raw) => raw(contract, headers, body),
            (true, _) => object(headers, body)?,
        };
        Ok(Self { members, texts: Map::new() })
    }

    /// Reads the body of an endpoint that is not declared: a JSON object, or no body. If the body goes to the provider as it is,
    /// anything else is a file.
    pub(crate) fn read_any(headers: &HeaderMap, body: &Bytes, is_passed_on: bool) -> Result<Self, Refusal> {
        let content_type = header(headers, &CONTENT_TYPE);
        let members = if body.is_empty() {
            Map::new()
        } else if is_passed_on && !content_type.is_empty() && !is_json(content_type) {
            Map::from_iter([("file".to_owned(), json(&File::new(body.clone()).content_type(content_type)))])
        } else {
            object(headers, body)?
        };
        Ok(Self { members, texts: Map::new() })
    }

    /// The bytes that tell this body from another. Those of a form lack the boundary, which differs between attempts.
    pub(crate) fn identity<'a>(&self, form: BodyForm, body: &'a Bytes) -> Cow<'a, [u8]> {
        match form {
            BodyForm::Multipart => {
                let parts = [&self.members, &self.texts].map(|part| Value::Object(part.clone()).to_string());
                Cow::Owned(format!("[{}]", parts.join(",")).into_bytes())
            }
            _ => Cow::Borrowed(body),
        }
    }

    async fn add(&mut self, contract: &Contract, part: multer::Field<'_>) -> Result<(), Refusal> {
        let headers = part.headers().clone();
        let content = part.bytes().await.map_err(|error| malformed(&error))?;
        let Some(name) = disposition(&headers, "name") else {
            return Err(Refusal::bad_request("A part of the body has no name"));
        };
        let mut fields = contract.fields().iter().filter(|field| field.place() == Place::Body);
        let field = fields.find(|field| field.wire_name() == name);
        let is_repeated = self.members.contains_key(&name) || self.texts.contains_key(&name);
        let content_type = header(&headers, &CONTENT_TYPE);

        let mut members = &mut self.members;
        let value = if let Some(file_name) = disposition(&headers, "filename") {
            let content_type = if content_type.is_empty() { "text/plain" } else { content_type };
            let file = json(&File::new(content).content_type(content_type).file_name(file_name));
            if let Some(Value::Array(files)) = members.get_mut(&name) {
                files.push(file);
                return Ok(());
            }
            if field.is_some_and(is_list) { Value::Array(vec![file]) } else { file }
        } else if content_type == "application/json" {
            let refuse = |error| Refusal::bad_request(format!("The part `{name}` is not valid JSON: {error}"));
            serde_json::from_slice(&content).map_err(refuse)?
        } else {
            // The contract refuses members that it does not know.
            if field.is_some() {
                members = &mut self.texts;
            }
            Value::String(String::from_utf8_lossy(&content).into_owned())
        };
        if is_repeated {
            return Err(Refusal::bad_request(format!("The part `{name}` occurs twice")));
        }
        members.insert(name, value);
        Ok(())
    }
}

/// Reads a body that must be a JSON object.
fn object(headers: &HeaderMap, body: &Bytes) -> Result<Map<String, Value>, Refusal> {
    let sent = header(headers, &CONTENT_TYPE);
    if !is_json(sent) {
        let found = if sent.is_empty() { "none".to_owned() } else { format!("`{}`", sent.escape_debug()) };
        return Err(Refusal::bad_request(format!("The content type must be `application/json`, found {found}")));
    }
    members(body)
}

/// Whether a content type is JSON, in any spelling.
fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Reads the members of a JSON object.
pub(crate) fn members(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Refusal::bad_request("The body must be a JSON object")),
        Err(error) => Err(Refusal::bad_request(format!("The body is not valid JSON: {error}"))),
    }
}

/// Reads a raw body: it is the only file of the request.
fn raw(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Map<String, Value> {
    let field = contract.fields().iter().find(|field| field.place() == Place::Body);
    let file = File::new(body.clone()).content_type(header(headers, &CONTENT_TYPE));
    field.into_iter().map(|field| (field.wire_name().to_owned(), json(&file))).collect()
}

/// Reads a `multipart/form-data` body (RFC 7578).
async fn multipart(contract: &Contract, headers: &HeaderMap, body: &Bytes) -> Result<RequestBody, Refusal> {
    let boundary = multer::parse_boundary(header(headers, &CONTENT_TYPE))
        .map_err(|_| Refusal::bad_request("The content type must be `multipart/form-data` with a boundary"))?;
    let mut parts = Multipart::new(Full::new(body.clone()).into_data_stream(), boundary);
    let mut read = RequestBody::default();
    while let Some(part) = parts.next_field().await.map_err(|error| malformed(&error))? {
        read.add(contract, part).await?;
    }
    Ok(read)
}

fn malformed(error: &multer::Error) -> Refusal {
    Refusal::bad_request(format!("The body is not a valid multipart form: {error}"))
}

/// A parameter of a part's `Content-Disposition`, spelt as browsers do it.
///
/// `multer` takes a backslash for an escape, and so misreads a file name that ends with one.
fn disposition(headers: &HeaderMap, parameter: &str) -> Option<String> {
    let disposition = std::str::from_utf8(headers.get(CONTENT_DISPOSITION)?.as_bytes()).ok()?;
    let (_, rest) = disposition.split_once(&format!("; {parameter}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
}

/// Whether a field holds a list, so that a single file becomes a list too.
fn is_list(field: &Field) -> bool {
    let shape = field.shape();
    field.presence() == Presence::List || matches!(shape, Shape::List(_) | Shape::Nullable(Shape::List(_)))
}

/// The text of a header, or an empty text.
fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn json(file: &File) -> Value {
    serde_json::to_value(file).unwrap_or_default()
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

    async fn read(content_type: &str, body: &str) -> Option<Value> {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", content_type.parse().unwrap());
        let read = multipart(&CONTRACT, &headers, &Bytes::from(body.to_owned())).await.ok()?;
        Some(json!({ "members": read.members, "texts": read.texts }))
    }

    #[tokio::test]
    async fn parts_become_the_members_of_the_contract() {
        let body = "--B\r\ncontent-disposition: form-data; name=\"size\"\r\n\r\n7\r\n\
            --B\r\nContent-Disposition: form-data; name=\"tags\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n\
            --B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"a%22\\\"\r\n\r\n\r\n\r\n\
            --B\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n\r\n\
            --B--\r\n";
        let file = json!({ "content_type": "text/plain", "file_name": "a\"\\", "base64": "DQo=" });
        let expected = json!({
            "members": { "tags": [1], "more": [file], "other": "" },
            "texts": { "size": "7" },
        });
        assert_eq!(read("multipart/form-data; boundary=B", body).await, Some(expected.clone()));
        assert_eq!(read("Multipart/Form-Data; charset=x; boundary=\"B\"", body).await, Some(expected));
        assert_eq!(
            read("multipart/form-data; boundary=B", "--B--\r\n").await,
            Some(json!({ "members": {}, "texts": {} }))
        );
    }

    #[tokio::test]
    async fn an_invalid_form_is_refused() {
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
            assert_eq!(read("multipart/form-data; boundary=B", &body).await, None, "{body}");
        }
        for content_type in ["multipart/form-data", "multipart/mixed; boundary=B", "application/json"] {
            assert_eq!(read(content_type, "--B--\r\n").await, None, "{content_type}");
        }
    }
}
