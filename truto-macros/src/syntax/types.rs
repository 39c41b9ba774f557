//! Types by their spelling: a macro sees neither imports nor aliases.

use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::syntax::tokens::text;

/// The outermost `Option`, `Vec` or `Patch` of a type, and the type in it.
///
/// `Option` and `Vec` count alone or by their path in the standard library: any other path is a type of the user's. `Patch`
/// counts with any path, because the crate can be renamed, and a missed `Patch` would fail at run time.
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

/// Judges a type by the names of its path, without generic arguments.
pub(crate) fn by_names<T>(ty: &Type, judge: impl FnOnce(&[&str]) -> Option<T>) -> Option<T> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    if path.qself.is_some() {
        return None;
    }
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    judge(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The text of a type as the user wrote it.
pub(crate) fn type_text(ty: &Type) -> String {
    text(&ungrouped(ty).to_token_stream())
}

/// The type in parentheses, or in the invisible group that `macro_rules` puts around it.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        other => other,
    }
}
