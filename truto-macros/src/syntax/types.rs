//! Types by their spelling: the path, the wrapper, the text.

use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::syntax::tokens::text;

/// The wrapper that `ty` is spelt with, and what is in it.
///
/// `Option` and `Vec` are those of the standard library, alone or by their path there: with another path they are types of
/// the user's. A `Patch` counts with any path, because this crate can have any name; were one missed, it would fail at run
/// time.
pub(crate) fn wrapper(ty: &Type) -> Option<(&'static str, &Type)> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let name = by_names(ty, |names| match names {
        ["Option"] | [.., "option", "Option"] => Some("Option"),
        ["Vec"] | [.., "vec", "Vec"] => Some("Vec"),
        [.., "Patch"] => Some("Patch"),
        _ => None,
    })?;
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    match (arguments.args.first(), arguments.args.len()) {
        (Some(GenericArgument::Type(inner)), 1) => Some((name, inner)),
        _ => None,
    }
}

/// What a type is by the names of its path, without what stands in angle brackets.
pub(crate) fn by_names<T>(ty: &Type, judge: impl FnOnce(&[&str]) -> Option<T>) -> Option<T> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    if path.qself.is_some() {
        return None;
    }
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    judge(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A type as the user wrote it.
pub(crate) fn type_text(ty: &Type) -> String {
    text(&ungrouped(ty).to_token_stream())
}

/// A type that came through `macro_rules` is wrapped in an invisible group.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        other => other,
    }
}
