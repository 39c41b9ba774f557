//! What the spelling of a field's type says: whether the field may be omitted, what its setter takes, whether it is a file.

use proc_macro2::Ident;
use quote::{ToTokens, format_ident};
use syn::{PathArguments, Type};

use crate::syntax::{by_names, ungrouped, wrapper};

/// Whether a field may be omitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    List,
    Patch,
    Defaulted,
}

/// The value of a field, and the argument of its setter.
pub(crate) enum Value {
    /// `impl Into<T>`
    Into(Type),
    /// `T`, for numbers and `bool`: with `impl Into<T>`, rustc could not infer the type of a literal.
    Plain(Type),
    /// `impl Into<T>` for a set or a map, which another call adds to.
    Collection(Type),
    /// `impl IntoIterator` of the items.
    List(Box<Value>),
}

/// The kind of a value on the wire, as far as the spelling of its type tells. The variants have their names in
/// `truto_core::contract::Kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    File,
    Any,
}

/// How surely a type is the crate's `File`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileType {
    /// `File` alone or in `truto_core`: the crate's.
    Plain,
    /// `File` with another path: possibly a type of the user's.
    Path,
}

impl Presence {
    /// The presence and the value of a field.
    pub(crate) fn of(ty: &Type, has_default: bool) -> (Self, Value) {
        if has_default {
            return (Self::Defaulted, Value::of(ty));
        }
        match wrapper(ty) {
            Some(("Option", inner)) => (Self::Optional, Value::of(inner)),
            Some(("Patch", inner)) => (Self::Patch, Value::of(inner)),
            Some(("Vec", inner)) => (Self::List, Value::of_item(inner)),
            _ => (Self::Required, Value::of(ty)),
        }
    }

    /// The constructor in `truto_core::contract::Field`, and the function that makes the access to the field.
    pub(crate) fn constructor(self) -> Ident {
        format_ident!("{}", format!("{self:?}").to_lowercase())
    }
}

impl Value {
    fn of(ty: &Type) -> Self {
        match wrapper(ty) {
            Some(("Vec", inner)) => Self::List(Box::new(Self::of_item(inner))),
            _ if is_collection(ty) => Self::Collection(ty.clone()),
            _ => Self::of_item(ty),
        }
    }

    /// The argument for an item of a list. A list inside a list is a value.
    pub(crate) fn of_item(ty: &Type) -> Self {
        let is_char = ungrouped(ty).to_token_stream().to_string() == "char";
        match kind(ty) {
            Kind::String | Kind::File | Kind::Any if !is_char => Self::Into(ty.clone()),
            _ => Self::Plain(ty.clone()),
        }
    }

    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Into(ty) | Self::Plain(ty) => kind(ty),
            Self::Collection(_) | Self::List(_) => Kind::Any,
        }
    }

    /// The value as a file, if it is one.
    pub(crate) fn file(&self) -> Option<FileType> {
        match self {
            Self::Into(ty) | Self::Plain(ty) => FileType::of(ty),
            Self::Collection(_) | Self::List(_) => None,
        }
    }
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

/// The kind of a type that is named alone or by its path in the standard library. Any other path is a type of the user's.
fn kind(ty: &Type) -> Kind {
    if FileType::of(ty) == Some(FileType::Plain) {
        return Kind::File;
    }
    let known = by_names(ty, |names| match names {
        ["String" | "char"] | ["std" | "alloc", "string", "String"] => Some(Kind::String),
        ["bool"] => Some(Kind::Boolean),
        ["f32" | "f64"] => Some(Kind::Number),
        ["u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize"] => {
            Some(Kind::Integer)
        }
        _ => None,
    });
    known.unwrap_or(Kind::Any)
}

const STANDARD: &[&str] = &["BTreeMap", "BTreeSet", "BinaryHeap", "HashMap", "HashSet", "LinkedList", "VecDeque"];
const INDEXED: &[&str] = &["IndexMap", "IndexSet"];

/// True if `ty` is a collection that can grow, named alone or by its path. Any other path is a type of the user's.
fn is_collection(ty: &Type) -> bool {
    let has_arguments = matches!(ungrouped(ty), Type::Path(path) if path.path.segments.last().is_some_and(|last| !last.arguments.is_none()));
    has_arguments
        && by_names(ty, |names| match names {
            [name] => STANDARD.contains(name) || INDEXED.contains(name),
            [.., "collections", name] => STANDARD.contains(name),
            ["indexmap", name] => INDEXED.contains(name),
            ["serde_json", "Map"] => true,
            _ => false,
        })
}
