//! Provider rules: no provider occurs twice.

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let mut known: Vec<String> = Vec::new();
    endpoint.providers.retain(|support| {
        let text = support.text();
        if known.contains(&text) {
            let what = format!("the provider `{text}` occurs twice");
            sink.error(support.span(), Code::RepeatedKey, what, "remove one of them");
            return false;
        }
        known.push(text);
        true
    });
}
