//! One field of a request, borrowed and without its type: what the encoder sees.

use core::any::Any;

use serde::Serialize;

use crate::types::file::File;
use crate::types::patch::Patch;
use crate::util::encode::Encode;

/// What a field of a request holds at the moment of sending.
///
/// Only derived code uses it: the encoder asks an [`Endpoint`](crate::Endpoint) for each field of its contract.
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::generated::Slot;
/// use truto_core::Endpoint;
///
/// let link = CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).contacts(["2"]).build();
/// let names = CreateAssociation::CONTRACT.fields().iter().enumerate();
/// let sent = names.filter(|(index, _)| !link.slot(*index).is_absent()).map(|(_, field)| field.name());
/// assert_eq!(sent.collect::<Vec<_>>(), ["entity_id", "entity", "contacts"]);
/// # assert!(Slot::list(&Vec::<String>::new()).is_absent());
/// ```
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Nothing: the field is left out.
    Absent,
    /// `null`: the field is cleared.
    Null,
    /// A value.
    Value(&'a dyn Encode),
    /// A file.
    File(&'a File),
    /// Files; none of them is the same as `Absent`.
    Files(&'a [File]),
}

impl<'a> Slot<'a> {
    /// A field that is always sent, unless its own type is an `Option` under another name, and `None`.
    ///
    /// A file is one by its type, and not by what a declaration calls it: an alias of [`File`] is sent as its bytes too.
    pub fn required<T: Serialize + 'static>(value: &'a T) -> Self {
        Self::of_files(value).unwrap_or(Self::Value(value))
    }

    /// A field that is left out when it is `None`.
    pub fn optional<T: Serialize + 'static>(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Absent, |given| Self::given(given, value))
    }

    /// A field that is left out when it is empty.
    #[must_use]
    pub fn list<T: Serialize + 'static>(values: &'a Vec<T>) -> Self {
        if values.is_empty() { Self::Absent } else { Self::required(values) }
    }

    /// A field with three states.
    pub fn patch<T: Serialize + 'static>(value: &'a Patch<T>) -> Self {
        match value {
            Patch::Leave => Self::Absent,
            Patch::Set(given) => Self::given(given, value),
            Patch::Clear => Self::Null,
        }
    }

    /// A field whose value was given inside of `whole`, which says so: a `None` in it is `null`, and not left out.
    fn given<T: Serialize + 'static>(value: &'a T, whole: &'a dyn Encode) -> Self {
        Self::of_files(value).unwrap_or(Self::Value(whole))
    }

    fn of_files(value: &'a dyn Any) -> Option<Self> {
        let file = value.downcast_ref().map(Self::File);
        let files = || value.downcast_ref::<Vec<File>>().map(|files| Self::Files(files));
        let optional =
            || value.downcast_ref::<Option<File>>().map(|file| file.as_ref().map_or(Self::Absent, Self::File));
        file.or_else(files).or_else(optional)
    }

    /// The files that the field is; none for every other one.
    #[must_use]
    pub const fn files(&self) -> &'a [File] {
        match self {
            Self::File(file) => core::slice::from_ref(file),
            Self::Files(files) => files,
            Self::Absent | Self::Null | Self::Value(_) => &[],
        }
    }

    /// Whether the field is left out.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent | Self::Files([]))
    }
}

impl core::fmt::Debug for Slot<'_> {
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
