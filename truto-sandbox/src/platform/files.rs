//! `POST /file` keeps a file, and its URL shows it to anybody, as at the API.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use http_body_util::Full;
use multer::Multipart;
use serde_json::json;

use super::Call;
use crate::answer::refusal::{Failure, Refusal};
use crate::answer::{Answer, Content};
use crate::state::Shared;
use crate::state::platform::StoredFile;
use crate::state::platform::tables::Tables;

/// The path of the files that were uploaded.
pub(crate) const PREFIX: &str = "/files/";
const FILE: &str = "file";

pub(super) async fn upload(call: &Call<'_>) -> Result<Answer, Refusal> {
    let content_type = call.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let refuse = |error: &multer::Error| Refusal::bad_request(format!("The body is not a form with a file: {error}"));
    let boundary = multer::parse_boundary(content_type).map_err(|error| refuse(&error))?;
    let body = http_body_util::BodyDataStream::new(Full::new(call.body.clone()));
    let mut form = Multipart::new(body, boundary);
    while let Some(part) = form.next_field().await.map_err(|error| refuse(&error))? {
        if part.name() == Some(FILE) {
            let content_type =
                part.content_type().map_or_else(|| "application/octet-stream".to_owned(), ToString::to_string);
            let content = part.bytes().await.map_err(|error| refuse(&error))?;
            let id = call.shared.platform.with(Tables::new_id);
            let url = format!("{}{PREFIX}{id}", call.base_url());
            // A slice of the connection's buffer would keep all of the buffer.
            call.shared.platform.keep_file(StoredFile { id, content_type, content: Bytes::copy_from_slice(&content) });
            return Ok(Answer::with_status(StatusCode::CREATED, json!({ "url": url })));
        }
    }
    Err(Refusal::invalid(&[Failure::new(FILE, "is required")]))
}

/// Shows a file to anybody who knows its URL.
pub(crate) fn show(shared: &Shared, path: &str) -> Result<Answer, Refusal> {
    let id = path.strip_prefix(PREFIX).unwrap_or_default();
    let file = shared.platform.file(id).ok_or_else(|| Refusal::not_found("There is no such file"))?;
    let content_type = HeaderValue::from_str(&file.content_type);
    let content_type = content_type.unwrap_or(HeaderValue::from_static("application/octet-stream"));
    Ok(Answer::new(StatusCode::OK, content_type, Content::Whole(file.content)))
}
