//! `POST /datastore/{id}/test/{method}`: object stores take it, and other stores do not.

use serde_json::json;

use super::{Call, body, rows};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::state::platform::tables::text;

const OBJECT_STORES: [&str; 2] = ["google_cloud_storage", "s3"];

pub(super) fn test(call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = rows::found(call)?;
    let kind = text(&row, "type").unwrap_or_default();
    if !OBJECT_STORES.contains(&kind) {
        return Err(Refusal::bad_request(format!("A datastore of the type `{kind}` has no test")));
    }
    let data = json!({ "method": call.value("method"), "sent": body::anything(call.body) });
    Ok(Answer::ok(json!({ "success": true, "data": data })))
}
