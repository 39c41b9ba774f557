// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `references` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `references`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Reference {
    /// The member `contact`.
    pub contact: Option<Contact>,
    /// The member `tickets`.
    pub tickets: Vec<Ticket>,
    /// The member `nobody`.
    pub nobody: Option<Nobody>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Contact`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Contact {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Ticket`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Ticket {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Nobody`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Nobody {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists references.
///
/// `GET /unified/odd/references` returns pages of [`Reference`].
#[unified_endpoint(GET, "/unified/odd/references", response = Reference, paginated)]
pub struct ListReferences {
    /// The member `contact[id]`.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<Filter<String>>,
    /// The member `tickets`.
    pub tickets: Option<Vec<Ticket>>,
    /// The member `nobody[id]`.
    #[truto(rename = "nobody[id]")]
    pub nobody_id: Option<Filter<String>>,
}

/// Reads a reference.
///
/// `GET /unified/odd/references/{id}` returns the [`Reference`].
#[unified_endpoint(GET, "/unified/odd/references/{id}", response = Reference)]
pub struct GetReference {
    /// Id of the reference.
    pub id: Id<Reference>,
    /// The member `contact[id]`.
    #[truto(rename = "contact[id]")]
    pub contact_id: Option<String>,
    /// The member `tickets`.
    pub tickets: Option<Vec<Ticket>>,
    /// The member `nobody[id]`.
    #[truto(rename = "nobody[id]")]
    pub nobody_id: Option<String>,
}

/// Creates a reference. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/references` returns the [`Reference`].
#[unified_endpoint(POST, "/unified/odd/references", response = Reference)]
pub struct CreateReference {
    /// The member `contact[id]`.
    #[truto(query, rename = "contact[id]")]
    pub contact_id: Option<String>,
    /// The member `tickets`.
    #[truto(query)]
    pub tickets: Option<Vec<Ticket>>,
    /// The member `nobody[id]`.
    #[truto(query, rename = "nobody[id]")]
    pub nobody_id: Option<String>,
    /// The member `contact`.
    pub contact: Option<Contact>,
    /// The member `tickets`.
    #[truto(rename = "tickets")]
    pub tickets_2: Vec<Ticket>,
    /// The member `nobody`.
    pub nobody: Option<Nobody>,
}

/// Changes a reference. What is not set stays as it is.
///
/// `PATCH /unified/odd/references/{id}` returns the [`Reference`].
#[unified_endpoint(PATCH, "/unified/odd/references/{id}", response = Reference)]
pub struct UpdateReference {
    /// Id of the reference.
    pub id: Id<Reference>,
    /// The member `contact[id]`.
    #[truto(query, rename = "contact[id]")]
    pub contact_id: Option<String>,
    /// The member `tickets`.
    #[truto(query)]
    pub tickets: Option<Vec<Ticket>>,
    /// The member `nobody[id]`.
    #[truto(query, rename = "nobody[id]")]
    pub nobody_id: Option<String>,
    /// The member `contact`.
    pub contact: Patch<Contact>,
    /// The member `tickets`.
    #[truto(rename = "tickets")]
    pub tickets_2: Option<Vec<Ticket>>,
    /// The member `nobody`.
    pub nobody: Patch<Nobody>,
}
