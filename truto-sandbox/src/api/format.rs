//! The four response formats.
//!
//! `unified` is the documented shape with `remote_data`, and `normalized` is the same without it (the API does not document
//! it). `raw` is the provider's answer. `stream` is the provider's answer in chunks, or as many NDJSON records as a test
//! asks for.

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::records::Records;
use crate::answer::refusal::Refusal;
use crate::answer::{Answer, Content, JSON, NDJSON};
use crate::api::endpoints::{Item, Output};
use crate::api::options::{Format, Options};
use crate::api::paging::Page;
use crate::provider::Provider;

/// Adds the caller's `remote_data` and `remote_query` to the records of the provider.
pub(crate) fn pass_through(
    output: &mut Output,
    provider: Provider,
    remote_query: &Map<String, Value>,
    remote_data: &Map<String, Value>,
) {
    let items = match output {
        Output::One(_, item) => std::slice::from_mut(item),
        Output::List(items) => items.as_mut_slice(),
        // Only the records of the page are converted, and then they echo the query.
        Output::Rows(..) => return,
    };
    for item in items {
        provider.merge(&mut item.remote, remote_data);
        echo(item, remote_query);
    }
}

/// Adds the caller's `remote_query` to the record of the provider.
fn echo(item: &mut Item, remote_query: &Map<String, Value>) {
    if !remote_query.is_empty() {
        // No provider echoes its query. The sandbox does, so that a caller can see it.
        item.remote.insert("_sandbox".to_owned(), json!({ "remote_query": remote_query }));
    }
}

/// Renders the answer in the requested format.
///
/// # Errors
/// If the page does not exist, or a filter cannot be applied.
pub(crate) fn render(
    output: Output,
    options: &Options,
    provider: Provider,
    stream_bytes: u64,
) -> Result<Answer, Refusal> {
    let is_raw = matches!(options.format, Format::Raw | Format::Stream);
    let unified = |item: Item| {
        let mut fields = item.unified;
        if options.format == Format::Unified && !options.ignore_remote_data {
            fields.insert("remote_data".to_owned(), Value::Object(item.remote));
        }
        for excluded in &options.exclude_fields {
            fields.remove(excluded);
        }
        Value::Object(fields)
    };
    let raw = |items: Vec<Item>| items.into_iter().map(|item| Value::Object(item.remote)).collect();
    let list = |page: Page<Item>| if is_raw { raw(page.items) } else { page.envelope(unified) };
    let (status, body) = match output {
        Output::One(status, item) if is_raw => (status, provider.envelope(item.remote)),
        Output::One(status, item) => (status, unified(item)),
        Output::List(items) => (StatusCode::OK, list(options.paging.page(items, &options.selection)?)),
        Output::Rows(rows, view) => {
            let page = options.paging.page(rows, &options.selection)?;
            let page = page.map(|row| {
                let mut item = view.item(&row);
                echo(&mut item, &options.remote_query);
                item
            });
            (StatusCode::OK, list(page))
        }
    };
    Ok(match options.format {
        Format::Stream if stream_bytes > 0 => {
            Answer::new(status, NDJSON, Content::Records(Records::new(&body, stream_bytes)))
        }
        Format::Stream => Answer::new(status, JSON, Content::Chunked(Bytes::from(body.to_string()))),
        _ => Answer::with_status(status, body),
    })
}
