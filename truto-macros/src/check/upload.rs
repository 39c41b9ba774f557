//! Bodies that are not JSON: one file, or a part for each field; and files, which travel in no other body.

use syn::Type;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink};
use crate::grammar::BodyForm;
use crate::model::{Endpoint, Place, Shape, ungrouped, wrapper};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    if let (Some((form, span)), false) = (endpoint.body, endpoint.method.has_body()) {
        let what = format!("`{}` has no body, and `body = {}` describes one", endpoint.method.as_str(), form.as_str());
        sink.error(span, Code::Body, what, "leave out `body`");
        // Where the fields would have travelled is not known: the mistake is the method or the key.
        endpoint.body = None;
        return;
    }
    let form = endpoint.body_form();
    for field in &mut endpoint.fields {
        let in_body = field.place == Place::Body;
        if let (Some((_, span)), true, true) = (&field.keys.within, in_body, form != BodyForm::Json) {
            let what = format!("`within` is for a JSON body, and this one is `{}`", form.as_str());
            sink.error(*span, Code::Conflict, what, "leave out `within`");
            field.keys.within = None;
        }
        let (inner, wrappers) = innermost(&field.ty);
        let Some(spelling) = Spelling::of(inner) else { continue };
        let what = match spelling {
            Spelling::Plain if !in_body => format!("`{}` is a file, and a file travels in the body", field.name),
            Spelling::Plain if form == BodyForm::Json => {
                format!("`{}` is a file, and a JSON body holds none", field.name)
            }
            _ if in_body && form == BodyForm::Multipart && matches!(field.shape, Shape::Patch(_)) => {
                format!("`{}` is a file, which cannot be cleared", field.name)
            }
            Spelling::Plain if form == BodyForm::Multipart && wrappers > 1 => {
                format!("`{}` holds files in one wrapper too many", field.name)
            }
            _ => continue,
        };
        let fix = match (in_body, form) {
            (false, _) => "take it out of the path, the query or the header; for a type of your own, write its path",
            (true, BodyForm::Json) => {
                "write `body = multipart` or `body = raw` in the attribute; for a type of your own, write its path"
            }
            (true, _) => "use `File`, `Option<File>` or `Vec<File>`",
        };
        // The file itself, without what it is wrapped in.
        sink.error(inner.span(), Code::FieldType, what, fix);
    }
    if form == BodyForm::Raw {
        one_file(endpoint, sink);
    }
}

/// A raw body is the bytes of one file.
fn one_file(endpoint: &Endpoint, sink: &mut Sink) {
    let fix = "a raw body is one field of type `File`: give it to one field, and the others `query` or `header`";
    let fields = || endpoint.fields.iter().filter(|field| field.place == Place::Body);
    // The field that can be the body is meant to be it, wherever it stands.
    let Some(body) = fields().find(|field| endpoint.is_file(field)).or_else(|| fields().next()) else {
        let span = endpoint.body.map_or_else(proc_macro2::Span::call_site, |(_, span)| span);
        sink.error(span, Code::BodyFields, "the raw body has no field", "declare one of type `File`");
        return;
    };
    if !(endpoint.is_file(body) && matches!(body.shape, Shape::Required(_) | Shape::Defaulted(_))) {
        let what = format!("`{}` is the raw body, and its type is not `File`", body.name);
        sink.error(body.ty.span(), Code::BodyFields, what, "write `File`, or leave out `body = raw`");
    }
    for other in fields().filter(|field| field.name != body.name) {
        let what = format!("`{}` is the raw body, and `{}` is in the body too", body.name, other.name);
        sink.error(other.name.span(), Code::BodyFields, what, fix);
    }
}

/// What a type is without its wrappers, and how many there are.
fn innermost(ty: &Type) -> (&Type, usize) {
    match wrapper(ty) {
        Some((_, inner)) => {
            let (innermost, wrappers) = innermost(inner);
            (innermost, wrappers + 1)
        }
        None => (ty, 0),
    }
}

/// How a file is spelt.
enum Spelling {
    /// `File`, alone or in a wrapper: the one of `truto_core`, unless the user has a type of this name.
    Plain,
    /// With a path, which may be to any type.
    Path,
}

impl Spelling {
    fn of(ty: &Type) -> Option<Self> {
        let Type::Path(path) = ungrouped(ty) else { return None };
        if !path.path.segments.last()?.arguments.is_none() {
            return None;
        }
        let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match segments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["File"] | [.., "truto_core", "File"] => Some(Self::Plain),
            [.., "File"] => Some(Self::Path),
            _ => None,
        }
    }
}
