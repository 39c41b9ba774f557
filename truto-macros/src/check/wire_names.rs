//! Two fields with the same place and wire name: one of the two values would be lost.

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Field, Place};
use crate::recovery::Recovered;

pub(super) fn check(endpoint: &Endpoint, recovered: &Recovered, sink: &mut Sink) {
    for (at, field) in endpoint.fields.iter().enumerate() {
        // If a key could not be read, place and name are a guess.
        if recovered.in_doubt.contains(&field.name) {
            continue;
        }
        let clear = |other: &&Field| !recovered.in_doubt.contains(&other.name);
        let earlier = &endpoint.fields[..at];
        if let Some(first) = earlier.iter().filter(clear).find(|first| same_name(first, field)) {
            let what = format!("the wire name `{}` is already used by `{}`", field.wire(), first.name);
            sink.error(field.wire_span(), Code::WireName, what, "rename one of them with `#[truto(rename = \"…\")]`");
        } else if let Some(holder) = endpoint.fields.iter().filter(clear).find(|other| is_inside(other, field)) {
            let what = format!(
                "`{}` is the wire name of this field and of the object that contains `{}`",
                field.wire(),
                holder.name
            );
            sink.error(field.wire_span(), Code::WireName, what, "give the field or the object another name");
        }
    }
}

fn same_name(first: &Field, second: &Field) -> bool {
    let same = match first.place {
        Place::Header => first.wire().eq_ignore_ascii_case(&second.wire()),
        _ => first.wire() == second.wire(),
    };
    first.place == second.place && first.within() == second.within() && same
}

/// Whether `other` is in an object that has the name of `field`, in the same place.
fn is_inside(other: &Field, field: &Field) -> bool {
    let depth = field.within().len();
    // In the JSON form of the request, fields of the path, the query and the headers are at the top level.
    other.place == Place::Body
        && other.within().starts_with(field.within())
        && other.within().get(depth).is_some_and(|object| *object == field.wire())
}
