//! How a file is spelt.

use syn::{PathArguments, Type};

use crate::syntax::{by_names, ungrouped};

/// How a file is spelt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// `File`, alone or in `truto_core`: the one of this crate, and a type of the user's needs a path.
    Plain,
    /// With a path, which may be to any type.
    Path,
}

impl Spelling {
    /// `None` for what is no file.
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
