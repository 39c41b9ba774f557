//! Types by their spelling: a macro sees neither imports nor aliases.

use quote::ToTokens;
use syn::{GenericArgument, Ident, PathArguments, Type};

use crate::syntax::tokens::text;

/// The outermost `Option`, `Vec` or `Patch` of a type, and the type in it.
///
/// `Option` and `Vec` count alone or by their path in the standard library: any other path is a type of the user's. `Patch`
/// counts with any path, because the crate can be renamed, and a missed `Patch` would fail at run time.
pub(crate) fn wrapper(ty: &Type) -> Option<(&'static str, &Type)> {
    let name = by_names(ty, |names| match names {
        ["Option"] | [.., "option", "Option"] => Some("Option"),
        ["Vec"] | [.., "vec", "Vec"] => Some("Vec"),
        [.., "Patch"] => Some("Patch"),
        _ => None,
    })?;
    Some((name, only_argument(ty)?))
}

/// The argument of a path type that has one, such as `T` of `Vec<T>`.
pub(crate) fn only_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    match (arguments.args.first(), arguments.args.len()) {
        (Some(GenericArgument::Type(inner)), 1) => Some(inner),
        _ => None,
    }
}

/// The body of [`parts`] and of [`parts_mut`].
macro_rules! parts {
    ($ty:expr, $last:ident, $iter:ident $(, $mut:tt)?) => {
        match $ty {
            Type::Array(array) => vec![&$($mut)? *array.elem],
            Type::Slice(slice) => vec![&$($mut)? *slice.elem],
            Type::Tuple(tuple) => tuple.elems.$iter().collect(),
            Type::Path(path) => match path.path.segments.$last().map(|last| &$($mut)? last.arguments) {
                Some(PathArguments::AngleBracketed(arguments)) => {
                    let types = arguments.args.$iter();
                    types.filter_map(|ty| if let GenericArgument::Type(ty) = ty { Some(ty) } else { None }).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    };
}

/// The types that a type consists of: items, members of a tuple, type arguments of a path.
pub(crate) fn parts(ty: &Type) -> Vec<&Type> {
    parts!(ungrouped(ty), last, iter)
}

/// The same types as [`parts`], to be replaced, of a type without parentheses.
pub(crate) fn parts_mut(ty: &mut Type) -> Vec<&mut Type> {
    parts!(ty, last_mut, iter_mut, mut)
}

/// The last name of a path type, such as `Duration` of `std::time::Duration`.
pub(crate) fn last_name(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// Judges a type by the names of its path, without generic arguments. A type without a path has the default.
pub(crate) fn by_names<T: Default>(ty: &Type, judge: impl FnOnce(&[&str]) -> T) -> T {
    match ungrouped(ty) {
        Type::Path(path) if path.qself.is_none() => {
            let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            judge(&names.iter().map(String::as_str).collect::<Vec<_>>())
        }
        _ => T::default(),
    }
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
