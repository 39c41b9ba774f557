//! Two fields of a record with the same wire name: one of the two values would be lost.

use crate::diag::{Code, Sink};
use crate::model::Record;

/// Reports the fields, and takes the second out of the record.
pub(crate) fn check(record: &mut Record, sink: &mut Sink) {
    let mut at = 0;
    while let Some(field) = record.fields.get(at) {
        let first = record.fields[..at].iter().find(|first| first.wire == field.wire);
        let Some(first) = first else {
            at += 1;
            continue;
        };
        let what = format!("the wire name `{}` is already used by `{}`", field.wire, first.name);
        let fix = "rename one of them with `#[truto(rename = \"…\")]`";
        let in_doubt = first.in_doubt || field.in_doubt;
        sink.unless(in_doubt, |sink| sink.error(field.wire_span, Code::WireName, what, fix));
        record.fields.remove(at);
        record.is_hollow = true;
    }
}
