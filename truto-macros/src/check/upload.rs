//! Bodies that are not JSON: a raw body is one file, and files need a raw or a multipart body.

use syn::spanned::Spanned;
use syn::{Type, parse_quote};

use crate::diag::{Code, Sink};
use crate::grammar::{Body, BodyForm};
use crate::model::{Endpoint, Field, FileType, Place, Presence};
use crate::recovery::Recovered;
use crate::syntax::wrapper;

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    match endpoint.body {
        Body::Said(form, span) if !endpoint.method.has_body() => {
            let what = format!("`{}` has no body for `body = {}`", endpoint.method.as_str(), form.as_str());
            sink.error(span, Code::Body, what, "remove `body`");
            // The places of the fields are unclear, because the mistake may be the method or the key.
            endpoint.body = Body::Unsaid;
            return;
        }
        Body::InDoubt => return,
        Body::Said(..) | Body::Unsaid => {}
    }
    let form = endpoint.body_form();
    let mut is_elsewhere = false;
    for field in &mut endpoint.fields {
        sink.unless(recovered.in_doubt.contains(&field.name), |sink| is_elsewhere |= files_of(field, form, sink));
    }
    if form == BodyForm::Raw {
        one_file(endpoint, recovered, is_elsewhere, sink);
    }
}

/// Checks the files of a field. Returns true if they are outside the body.
fn files_of(field: &mut Field, form: BodyForm, sink: &mut Sink) -> bool {
    const TYPES: &str = "use `File`, `Option<File>` or `Vec<File>`";
    let in_body = field.place == Place::Body;
    if let (Some((_, span)), true, true) = (&field.keys.within, in_body, form != BodyForm::Json) {
        let what = format!("`within` is for JSON bodies, and this body is `{}`", form.as_str());
        sink.error(*span, Code::Conflict, what, "remove `within`");
        field.keys.within = None;
    }
    let (inner, wrappers) = innermost(&field.ty);
    let Some(file_type) = FileType::of(inner) else { return false };
    let (what, fix) = match file_type {
        FileType::Plain if !in_body => (
            format!("`{}` is a file, and files are sent in the body", field.name),
            "move it out of the path, the query or the header; for your own type, write its path",
        ),
        FileType::Plain if form == BodyForm::Json => (
            format!("`{}` is a file, and a JSON body cannot contain files", field.name),
            "write `body = multipart` or `body = raw` in the attribute; for your own type, write its path",
        ),
        _ if in_body && form == BodyForm::Multipart && field.presence == Presence::Patch => {
            (format!("`{}` is a file and cannot be cleared", field.name), TYPES)
        }
        FileType::Plain if form == BodyForm::Multipart && wrappers > 1 => {
            (format!("`{}` has too many wrappers around `File`", field.name), TYPES)
        }
        _ => return false,
    };
    sink.error(inner.span(), Code::FieldType, what, fix);
    !in_body
}

/// A raw body is the bytes of one file.
fn one_file(endpoint: &mut Endpoint, recovered: &mut Recovered, is_elsewhere: bool, sink: &mut Sink) {
    let fix = "keep one field of type `File` in the body, and mark the others `query` or `header`";
    let is_candidate = |field: &Field| field.place == Place::Body && !recovered.in_doubt.contains(&field.name);
    let is_file = |field: &Field| is_candidate(field) && endpoint.is_file(field);
    let fields = &endpoint.fields;
    let Some(body) = fields.iter().position(is_file).or_else(|| fields.iter().position(is_candidate)) else {
        // A file in another place, or a field whose keys cannot be read, may be meant to be the body.
        let has_doubts = fields.iter().any(|field| recovered.in_doubt.contains(&field.name));
        if let Body::Said(_, span) = endpoint.body
            && !is_elsewhere
            && !has_doubts
        {
            sink.error(span, Code::BodyFields, "`body = raw` needs a field", "declare a field of type `File`");
        }
        return;
    };
    let name = fields[body].name.clone();
    for (_, other) in fields.iter().enumerate().filter(|(at, field)| *at != body && is_candidate(field)) {
        let what = format!("`{name}` is the raw body, and `{}` is also in the body", other.name);
        sink.error(other.name.span(), Code::BodyFields, what, fix);
    }
    if FileType::of(&endpoint.fields[body].ty).is_none() {
        let krate = &endpoint.krate.path;
        let field = &mut endpoint.fields[body];
        let (innermost, _) = innermost(&field.ty);
        let file = if FileType::of(innermost).is_some() { innermost.clone() } else { parse_quote!(#krate::File) };
        if !recovered.type_replaced.contains(&field.name) {
            let what = format!("`{name}` is the raw body, and its type is not `File`");
            sink.error(field.ty.span(), Code::BodyFields, what, "write `File`, or remove `body = raw`");
        }
        field.replace_type(file, recovered);
    }
}

/// The type without its wrappers, and their number.
fn innermost(ty: &Type) -> (&Type, usize) {
    match wrapper(ty) {
        Some((_, inner)) => {
            let (innermost, wrappers) = innermost(inner);
            (innermost, wrappers + 1)
        }
        None => (ty, 0),
    }
}
