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
    };
    for item in items {
        provider.merge(&mut item.remote, remote_data);
        if !remote_query.is_empty() {
            // No provider echoes its query. The sandbox does, so that a caller can see it.
            item.remote.insert("_sandbox".to_owned(), json!({ "remote_query": remote_query }));
        }
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
    let (status, content) = match output {
        Output::One(status, item) => (status, Selected::One(item)),
        Output::List(items) => (StatusCode::OK, Selected::Page(options.paging.page(items, &options.selection)?)),
    };
    Ok(match options.format {
        Format::Unified => Answer::with_status(status, unified(content, options, !options.ignore_remote_data)),
        Format::Normalized => Answer::with_status(status, unified(content, options, false)),
        Format::Raw => Answer::with_status(status, raw(content, provider)),
        Format::Stream if stream_bytes > 0 => {
            let records = Records::new(&raw(content, provider), stream_bytes);
            Answer::new(status, NDJSON, Content::Records(records))
        }
        Format::Stream => {
            let bytes = Bytes::from(raw(content, provider).to_string());
            Answer::new(status, JSON, Content::Chunked(bytes))
        }
    })
}

/// The content of an answer.
enum Selected {
    One(Item),
    Page(Page),
}

fn unified(content: Selected, options: &Options, with_remote_data: bool) -> Value {
    let fields = |item: Item| {
        let mut fields = item.unified;
        if with_remote_data {
            fields.insert("remote_data".to_owned(), Value::Object(item.remote));
        }
        for excluded in &options.exclude_fields {
            fields.remove(excluded);
        }
        Value::Object(fields)
    };
    match content {
        Selected::One(item) => fields(item),
        Selected::Page(page) => page.envelope(fields),
    }
}

fn raw(content: Selected, provider: Provider) -> Value {
    match content {
        Selected::One(item) => provider.envelope(item.remote),
        Selected::Page(page) => page.items.into_iter().map(|item| Value::Object(item.remote)).collect(),
    }
}
