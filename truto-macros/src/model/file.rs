//! Files, recognized by the spelling of their type.

use syn::{PathArguments, Type};

use crate::syntax::{by_names, ungrouped};

/// How surely a type is the crate's `File`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileType {
    /// `File` alone or in `truto_core`: the crate's.
    Plain,
    /// `File` with another path: possibly a type of the user's.
    Path,
}

impl FileType {
    /// `None` if the type is not called `File`.
    pub(crate) fn of(ty: &Type) -> Option<Self> {
        let Type::Path(path) = ungrouped(ty) else { return None };
        if !matches!(path.path.segments.last()?.arguments, PathArguments::None) {
            return None;
        }
        by_names(ty, |names| match names {
            ["File"] | [.., "truto_core", "File"] => Some(Self::Plain),
            [.., "File"] => Some(Self::Path),
            _ => None,
        })
    }
}
