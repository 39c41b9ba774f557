//! Provider rules: no provider occurs twice.

use std::collections::HashSet;

use crate::diag::{Code, Sink};
use crate::model::Endpoint;

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let mut known = HashSet::new();
    endpoint.providers.retain(|support| {
        let is_new = known.insert(support.text());
        if !is_new {
            let what = format!("the provider `{}` occurs twice", support.text());
            sink.error(support.span(), Code::RepeatedKey, what, "remove one of them");
        }
        is_new
    });
}
