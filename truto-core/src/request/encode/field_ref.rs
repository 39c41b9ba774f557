//! A field of a request as the encoder sees it: borrowed, and without its type.
//!
//! The encoder is compiled once for all endpoints, so a value reaches it as `dyn Encode`. A file is the exception: its bytes
//! must not pass through JSON. Stable Rust cannot choose by type in generic code, so `dyn Any` finds the files.

use core::any::Any;

use serde::Serialize;

use crate::types::file::File;
use crate::types::patch::Patch;
use crate::util::encode::Encode;

/// The value of a field at the moment of sending.
///
/// The encoder asks an [`Endpoint`](crate::Endpoint) for each field of its contract.
#[derive(Clone, Copy)]
pub enum FieldRef<'a> {
    /// No value: the field is left out.
    Absent,
    /// `null`: the field is cleared.
    Null,
    /// A value.
    Value(&'a dyn Encode),
    /// A file.
    File(&'a File),
    /// Files. An empty slice is the same as `Absent`.
    Files(&'a [File]),
}

impl<'a> FieldRef<'a> {
    /// A field that is always sent, unless its type is an alias of `Option` and its value is `None`.
    ///
    /// Files are recognized by type, so an alias of [`File`] works too.
    pub fn required<T: Serialize + 'static>(value: &'a T) -> Self {
        Self::file(value).unwrap_or(Self::Value(value))
    }

    /// A field that is left out if it is `None`.
    pub fn optional<T: Serialize + 'static>(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Absent, |inner| Self::set(inner, value))
    }

    /// A field that is left out if it is empty.
    #[must_use]
    pub fn list<T: Serialize + 'static>(values: &'a Vec<T>) -> Self {
        if values.is_empty() { Self::Absent } else { Self::required(values) }
    }

    /// A field with three states.
    pub fn patch<T: Serialize + 'static>(value: &'a Patch<T>) -> Self {
        match value {
            Patch::Leave => Self::Absent,
            Patch::Set(inner) => Self::set(inner, value),
            Patch::Clear => Self::Null,
        }
    }

    /// A field that was set to `inner`. `whole` is encoded, so that a `None` inside of it becomes `null` and is not left out.
    fn set<T: Serialize + 'static>(inner: &'a T, whole: &'a dyn Encode) -> Self {
        Self::file(inner).unwrap_or(Self::Value(whole))
    }

    fn file(value: &'a dyn Any) -> Option<Self> {
        let file = value.downcast_ref().map(Self::File);
        let files = || value.downcast_ref::<Vec<File>>().map(|files| Self::Files(files));
        let optional =
            || value.downcast_ref::<Option<File>>().map(|file| file.as_ref().map_or(Self::Absent, Self::File));
        file.or_else(files).or_else(optional)
    }

    /// The files in the field; empty for any other value.
    #[must_use]
    pub const fn files(&self) -> &'a [File] {
        match self {
            Self::File(file) => core::slice::from_ref(file),
            Self::Files(files) => files,
            Self::Absent | Self::Null | Self::Value(_) => &[],
        }
    }

    /// Returns `true` if the field is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent | Self::Files([]))
    }
}

impl core::fmt::Debug for FieldRef<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Absent => "Absent",
            Self::Null => "Null",
            Self::Value(_) => "Value(..)",
            Self::File(_) => "File(..)",
            Self::Files(_) => "Files(..)",
        })
    }
}
