// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `all-of-single` of the model `odd`.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `all-of-single`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AllOfSingle {
    /// Status of the ticket.
    pub status: Option<Open<AllOfSingleStatus>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Status of the ticket.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AllOfSingleStatus {
    /// `new`.
    New,
    /// `done`.
    Done,
}

/// Lists all of single.
///
/// `GET /unified/odd/all-of-single` returns pages of [`AllOfSingle`].
#[unified_endpoint(GET, "/unified/odd/all-of-single", response = AllOfSingle, paginated)]
pub struct ListAllOfSingle {
    /// Status of the ticket. Values: `new`, `done`.
    pub status: Option<Filter<String>>,
}

/// Reads an all of single.
///
/// `GET /unified/odd/all-of-single/{id}` returns the [`AllOfSingle`].
#[unified_endpoint(GET, "/unified/odd/all-of-single/{id}", response = AllOfSingle)]
pub struct GetAllOfSingle {
    /// Id of the all of single.
    pub id: Id<AllOfSingle>,
    /// Status of the ticket.
    pub status: Option<Open<AllOfSingleStatus>>,
}

/// Creates an all of single. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/all-of-single` returns the [`AllOfSingle`].
#[unified_endpoint(POST, "/unified/odd/all-of-single", response = AllOfSingle)]
pub struct CreateAllOfSingle {
    /// Status of the ticket.
    #[truto(query)]
    pub status: Option<Open<AllOfSingleStatus>>,
    /// Status of the ticket.
    #[truto(rename = "status")]
    pub status_2: Option<Open<AllOfSingleStatus>>,
}

/// Changes an all of single. What is not set stays as it is.
///
/// `PATCH /unified/odd/all-of-single/{id}` returns the [`AllOfSingle`].
#[unified_endpoint(PATCH, "/unified/odd/all-of-single/{id}", response = AllOfSingle)]
pub struct UpdateAllOfSingle {
    /// Id of the all of single.
    pub id: Id<AllOfSingle>,
    /// Status of the ticket.
    #[truto(query)]
    pub status: Option<Open<AllOfSingleStatus>>,
    /// Status of the ticket.
    #[truto(rename = "status")]
    pub status_2: Patch<Open<AllOfSingleStatus>>,
}
