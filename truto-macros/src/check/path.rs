//! Placeholders against fields, both ways.

use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::diag::{Code, Sink, nearest};
use crate::model::{Endpoint, Place, Shape};

pub(super) fn check(endpoint: &mut Endpoint, sink: &mut Sink) {
    let names: Vec<String> = endpoint.fields.iter().map(|field| field.name.unraw().to_string()).collect();
    if let Some(template) = &endpoint.template {
        for placeholder in template.placeholders.iter().filter(|placeholder| !names.contains(placeholder)) {
            // Another placeholder's field is taken.
            let free: Vec<&str> =
                names.iter().filter(|name| !template.placeholders.contains(name)).map(String::as_str).collect();
            let fix = match nearest(placeholder, &free) {
                Some(near) => format!("did you mean `{{{near}}}`?"),
                None => format!("declare a field `{placeholder}`"),
            };
            sink.error(
                template.span(),
                Code::Placeholder,
                format!("the placeholder `{{{placeholder}}}` has no field"),
                fix,
            );
        }
    }
    for field in &mut endpoint.fields {
        if field.place != Place::Path {
            if let Some(span) = field.keys.slash.take() {
                let what = format!("`slash` is for path values, and `{}` is not in the path", field.name);
                sink.error(span, Code::Conflict, what, "leave `slash` out, or write the field into the path");
            }
            continue;
        }
        let elsewhere = [
            ("query", field.keys.query.take()),
            ("header", field.keys.header.take().map(|(_, span)| span)),
            ("within", field.keys.within.take().map(|(_, span)| span)),
        ];
        for (key, span) in elsewhere {
            if let Some(span) = span {
                let what = format!("`{}` stands in the path, `{key}` puts it elsewhere", field.name);
                sink.error(
                    span,
                    Code::Conflict,
                    what,
                    format!("leave out `{key}`, or take `{{{}}}` out of the path", field.name),
                );
            }
        }
        if let Some(rename) = field.keys.rename.take() {
            let what = format!("`{}` stands in the path, which has no names", field.name);
            sink.error(
                rename.literal.span(),
                Code::Conflict,
                what,
                "leave out `rename`: the placeholder is the field's name",
            );
        }
        if matches!(field.shape, Shape::Optional(_) | Shape::List(_) | Shape::Patch(_)) {
            let what = match field.shape {
                Shape::List(_) => "a path value is one value, found a list",
                _ => "a path has no optional part",
            };
            let what = format!("`{}` stands in the path: {what}", field.name);
            sink.error(field.ty.span(), Code::OptionalPath, what, "use a type that is always there, such as `String`");
            field.shape = Shape::Required(crate::model::Value::Into(field.ty.clone()));
        }
    }
}
