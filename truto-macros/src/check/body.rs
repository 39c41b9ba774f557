//! Keys against the place of their field: body objects, query spellings.

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Place};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let method = endpoint.method;
    for field in &mut endpoint.fields {
        if let (Some(span), Some(_)) = (field.keys.query, &field.keys.header) {
            let what = format!("`{}` cannot be in the query and in a header", field.name);
            sink.error(span, Code::Conflict, what, "leave out one of the two");
            field.keys.query = None;
        }
        if let (Some((_, span)), Place::Query | Place::Header) = (&field.keys.within, field.place) {
            let elsewhere = field.keys.query.is_some() || field.keys.header.is_some();
            if elsewhere {
                let what = format!("`within` is for the body, and `{}` is not in it", field.name);
                sink.error(*span, Code::Conflict, what, "leave out `within`, or the key that puts the field elsewhere");
            } else {
                let what = format!("`{}` has no body for `within`", method.as_str());
                sink.error(*span, Code::Body, what, "leave out `within`: the field goes into the query");
            }
            field.keys.within = None;
        }
        if let (Some((_, span)), true) = (&field.keys.style, field.place != Place::Query) {
            let what = format!("`style` is for query fields, and `{}` is not in the query", field.name);
            sink.error(*span, Code::Conflict, what, "leave out `style`, or add `query`");
            field.keys.style = None;
        }
    }
}
