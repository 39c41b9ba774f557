//! The four response formats, and what the common parameters do to them.
//!
//! `unified` is the documented shape with `remote_data`; `normalized` is the same without it (the API does not say what
//! it looks like, and a client must not rely on more); `raw` is the provider's answer; `stream` is the provider's answer
//! in chunks, or as many NDJSON records as a test asks for.

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Content, JSON, NDJSON};
use crate::endpoints::{Item, Outcome};
use crate::options::{Format, Options};
use crate::provider::Provider;
use crate::records::Records;

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
pub(crate) fn render(outcome: Outcome, options: &Options, provider: Provider, stream_bytes: u64) -> Answer {
    let status = match &outcome {
        Outcome::One(status, _) => *status,
        Outcome::List(_) => StatusCode::OK,
    };
    match options.format {
        Format::Unified => Answer::json(status, &unified(outcome, options, !options.ignore_remote_data)),
        Format::Normalized => Answer::json(status, &unified(outcome, options, false)),
        Format::Raw => Answer::json(status, &raw(outcome, provider)),
        Format::Stream if stream_bytes > 0 => {
            let records = Records::new(&raw(outcome, provider), stream_bytes);
            Answer::new(status, NDJSON, Content::Records(records))
        }
        Format::Stream => {
            let bytes = Bytes::from(raw(outcome, provider).to_string());
            Answer::new(status, JSON, Content::Chunked(bytes))
        }
    }
}

fn unified(outcome: Outcome, options: &Options, with_remote_data: bool) -> Value {
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
    match outcome {
        Outcome::One(_, item) => one(item),
        Outcome::List(items) => {
            let count = items.len();
            let result: Vec<Value> = items.into_iter().map(one).collect();
            json!({ "result": result, "next_cursor": null, "prev_cursor": null, "result_count": count })
        }
    }
}

fn raw(outcome: Outcome, provider: Provider) -> Value {
    match outcome {
        Outcome::One(_, item) => provider.envelope(item.remote),
        Outcome::List(items) => items.into_iter().map(|item| Value::Object(item.remote)).collect(),
    }
}
