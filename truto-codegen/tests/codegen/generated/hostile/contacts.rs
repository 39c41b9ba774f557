// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `contacts` of the model `hostile`.

use truto_core::types::{Id, Unknown};
use truto_core::{UnifiedRecord, unified_endpoint};

use super::results::ResultRecord;

/// A record of `contacts`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Contact {
    /// The member `id`.
    pub id: Option<Id<Contact>>,
    /// The member `results`.
    pub results: Vec<ResultRecordRef>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The result record of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ResultRecordRef {
    /// Id of the result record.
    pub id: Option<Id<ResultRecord>>,
    /// Name of the result record. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<ResultRecord>>> From<T> for ResultRecordRef {
    fn from(id: T) -> Self {
        let id: Id<ResultRecord> = id.into();
        Self::default().id(id)
    }
}

/// Reads a contact.
///
/// `GET /unified/hostile/contacts/{id}` returns the [`Contact`].
#[unified_endpoint(GET, "/unified/hostile/contacts/{id}", response = Contact)]
pub struct GetContact {
    /// Id of the contact.
    pub id: Id<Contact>,
}
