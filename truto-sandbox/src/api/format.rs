//! The four response formats.
//!
//! `unified` is the documented shape with `remote_data`, and `normalized` is the same without it (the API does not document
//! it). `raw` is the provider's answer. `stream` is the provider's answer in chunks, or as many NDJSON records as a test
//! asks for. The proxy answers the provider's bodies in any format, and the custom API has an envelope of its own.

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::answer::records::Records;
use crate::answer::refusal::Refusal;
use crate::answer::{Answer, Content, JSON, NDJSON};
use crate::api::endpoints::{Item, List, Output};
use crate::api::options::{Format, Options};
use crate::api::surface::Surface;
use crate::provider::Provider;
use crate::state::forwarded::enveloped;

/// Adds the caller's `remote_data` and `remote_query` to the records of the provider.
pub(crate) fn pass_through(
    output: &mut Output,
    provider: Provider,
    remote_query: &Map<String, Value>,
    remote_data: &Map<String, Value>,
) {
    let items = match output {
        Output::One(_, item) => std::slice::from_mut(item),
        Output::List(List::Items(items)) => items.as_mut_slice(),
        Output::List(List::Records(_, view)) => return view.echo(remote_query),
        Output::Deleted(_) | Output::Called(_) => return,
    };
    for item in items {
        provider.merge(&mut item.remote, remote_data);
        item.echo(remote_query);
    }
}

/// Renders the answer in the requested format.
///
/// # Errors
/// If the page does not exist, or a filter cannot be applied.
pub(crate) fn render(
    output: Output,
    options: &Options,
    (surface, provider): (Surface, Provider),
    stream_bytes: u64,
) -> Result<Answer, Refusal> {
    let is_raw = matches!(options.format, Format::Raw | Format::Stream);
    let (status, body) = match surface {
        _ if is_raw => raw(output, options, provider)?,
        Surface::Proxy => proxy(output, options, provider)?,
        Surface::Custom => custom(output, options)?,
        Surface::Unified | Surface::Other => unified(output, options)?,
    };
    let Some(body) = body else { return Ok(Answer::empty(status)) };
    Ok(match options.format {
        Format::Stream if stream_bytes > 0 => {
            Answer::new(status, NDJSON, Content::Records(Records::new(&body, stream_bytes)))
        }
        Format::Stream => Answer::new(status, JSON, Content::Chunked(Bytes::from(body.to_string()))),
        _ => Answer::with_status(status, body),
    })
}

/// A status with its body, if it has one.
type Rendered = Result<(StatusCode, Option<Value>), Refusal>;

/// The documented shapes of the unified API.
fn unified(output: Output, options: &Options) -> Rendered {
    let show = |item: Item| {
        let mut fields = item.unified;
        if options.format == Format::Unified && !options.ignore_remote_data {
            fields.insert("remote_data".to_owned(), Value::Object(item.remote));
        }
        for excluded in &options.exclude_fields {
            fields.remove(excluded);
        }
        Value::Object(fields)
    };
    Ok(match output {
        Output::One(status, item) => (status, Some(show(item))),
        Output::List(items) => (StatusCode::OK, Some(options.paging.page(items, &options.selection)?.envelope(show))),
        Output::Deleted(id) => (StatusCode::OK, Some(json!({ "id": id }))),
        Output::Called(result) => (StatusCode::OK, Some(json!({ "result": result }))),
    })
}

/// The provider's answer.
fn raw(output: Output, options: &Options, provider: Provider) -> Rendered {
    if let Output::List(items) = output {
        let page = options.paging.page(items, &options.selection)?;
        let remote: Value = page.items.into_iter().map(|item| Value::Object(item.remote)).collect();
        return Ok((StatusCode::OK, Some(remote)));
    }
    proxy(output, options, provider)
}

/// The provider's body, or a list of its records in the envelope of the API.
fn proxy(output: Output, options: &Options, provider: Provider) -> Rendered {
    Ok(match output {
        Output::One(status, item) => (status, Some(provider.envelope(item.remote))),
        Output::List(items) => {
            let page = options.paging.page(items, &options.selection)?;
            (StatusCode::OK, Some(page.envelope(|item| Value::Object(item.remote))))
        }
        Output::Deleted(id) => match provider {
            Provider::Salesforce => (StatusCode::NO_CONTENT, None),
            Provider::Attio | Provider::Close => (StatusCode::OK, Some(json!({}))),
            Provider::Pipedrive => {
                (StatusCode::OK, Some(provider.envelope(Map::from_iter([("id".to_owned(), Value::from(id))]))))
            }
        },
        Output::Called(result) => (StatusCode::OK, Some(result)),
    })
}

/// The envelope of the custom API.
fn custom(output: Output, options: &Options) -> Rendered {
    Ok(match output {
        Output::One(status, item) => (status, Some(enveloped(Value::Object(item.remote)))),
        Output::List(items) => {
            let page = options.paging.page(items, &options.selection)?;
            let mut envelope = page.envelope(|item| Value::Object(item.remote));
            if let Some(members) = envelope.as_object_mut() {
                members.remove("result_count");
            }
            (StatusCode::OK, Some(envelope))
        }
        Output::Deleted(id) => (StatusCode::OK, Some(enveloped(json!({ "id": id })))),
        Output::Called(result) => (StatusCode::OK, Some(enveloped(result))),
    })
}
