// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `bare-list` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `bare-list`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct BareList {
    /// The member `id`.
    pub id: Option<Id<BareList>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists bare list.
///
/// `GET /unified/odd/bare-list` returns pages of [`BareList`].
#[unified_endpoint(GET, "/unified/odd/bare-list", response = BareList, paginated)]
pub struct ListBareList {
    /// The member `id`.
    pub id: Option<Filter<String>>,
}

/// Reads a bare list.
///
/// `GET /unified/odd/bare-list/{id}` returns the [`BareList`].
#[unified_endpoint(GET, "/unified/odd/bare-list/{id}", response = BareList)]
pub struct GetBareList {
    /// Id of the bare list.
    pub id: Id<BareList>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
}

/// Creates a bare list. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/bare-list` returns the [`BareList`].
#[unified_endpoint(POST, "/unified/odd/bare-list", response = BareList)]
pub struct CreateBareList {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
}

/// Changes a bare list. What is not set stays as it is.
///
/// `PATCH /unified/odd/bare-list/{id}` returns the [`BareList`].
#[unified_endpoint(PATCH, "/unified/odd/bare-list/{id}", response = BareList)]
pub struct UpdateBareList {
    /// Id of the bare list.
    pub id: Id<BareList>,
    /// The member `id`.
    #[truto(query, rename = "id")]
    pub id_2: Option<String>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_3: Patch<String>,
}
