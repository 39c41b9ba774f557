//! The four response formats, and what the common parameters do to them.
//!
//! `unified` is the documented shape with `remote_data`; `normalized` is the same without it (the API does not say what
//! it looks like, and a client must not rely on more); `raw` is the provider's answer; `stream` is the provider's answer
//! in chunks, or as many NDJSON records as a test asks for.

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::records::Records;
use crate::answer::refusal::Refusal;
use crate::answer::{Answer, Content, JSON, NDJSON};
use crate::api::endpoints::{Item, Outcome};
use crate::api::options::{Format, Options};
use crate::api::paging::Page;
use crate::provider::Provider;

/// Adds what the caller meant for the provider alone to what the provider holds.
pub(crate) fn pass_through(
    outcome: &mut Outcome,
    provider: Provider,
    remote_query: &Map<String, Value>,
    remote_data: &Map<String, Value>,
) {
    let items = match outcome {
        Outcome::One(_, item) => std::slice::from_mut(item),
        Outcome::List(items) => items.as_mut_slice(),
    };
    for item in items {
        provider.merge(&mut item.remote, remote_data);
        if !remote_query.is_empty() {
            // No provider echoes its query. A caller who wants to see that it got there finds it here.
            item.remote.insert("_sandbox".to_owned(), json!({ "remote_query": remote_query }));
        }
    }
}

/// The answer in the format that was asked for.
///
/// # Errors
/// When the page that was asked for is not there.
pub(crate) fn render(
    outcome: Outcome,
    options: &Options,
    provider: Provider,
    stream_bytes: u64,
) -> Result<Answer, Refusal> {
    let (status, content) = match outcome {
        Outcome::One(status, item) => (status, Shown::One(item)),
        Outcome::List(items) => (StatusCode::OK, Shown::Page(options.paging.page(items, &options.selection)?)),
    };
    Ok(match options.format {
        Format::Unified => Answer::json(status, &unified(content, options, !options.ignore_remote_data)),
        Format::Normalized => Answer::json(status, &unified(content, options, false)),
        Format::Raw => Answer::json(status, &raw(content, provider)),
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

/// What an answer shows.
enum Shown {
    One(Item),
    Page(Page),
}

fn unified(content: Shown, options: &Options, with_remote_data: bool) -> Value {
    let one = |item: Item| {
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
        Shown::One(item) => one(item),
        Shown::Page(page) => page.envelope(one),
    }
}

fn raw(content: Shown, provider: Provider) -> Value {
    match content {
        Shown::One(item) => provider.envelope(item.remote),
        Shown::Page(page) => page.items.into_iter().map(|item| Value::Object(item.remote)).collect(),
    }
}
