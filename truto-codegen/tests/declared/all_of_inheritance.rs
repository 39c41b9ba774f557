// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `all_of_inheritance` of the model `fixtures`.
//!
//! Sources of [`AllOfInheritance`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AllOfInheritance {
    /// The member `id`.
    pub id: Id<AllOfInheritance>,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Option<Timestamp>,
    /// The name of the channel.
    pub name: Option<String>,
    /// The member `kind`.
    pub kind: Option<Open<AllOfInheritanceKind>>,
    /// The member `members`.
    pub members: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `AllOfInheritanceKind`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AllOfInheritanceKind {
    /// `public`.
    Public,
    /// `private`.
    Private,
    /// `direct`.
    Direct,
}

/// Lists all of inheritance.
///
/// `GET /unified/fixtures/all_of_inheritance` returns pages of [`AllOfInheritance`].
#[unified_endpoint(GET, "/unified/fixtures/all_of_inheritance", response = AllOfInheritance, paginated)]
pub struct ListAllOfInheritance {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `created_at`.
    pub created_at: Option<DateFilter>,
    /// The member `updated_at`.
    pub updated_at: Option<DateFilter>,
    /// The name of the channel. Required by the API.
    pub name: Option<Filter<String>>,
    /// The member `kind`. Values: `public`, `private`, `direct`.
    pub kind: Option<Filter<String>>,
    /// The member `members`.
    pub members: Option<Filter<i64>>,
}

/// Reads an all of inheritance.
///
/// `GET /unified/fixtures/all_of_inheritance/{id}` returns the [`AllOfInheritance`].
#[unified_endpoint(GET, "/unified/fixtures/all_of_inheritance/{id}", response = AllOfInheritance)]
pub struct GetAllOfInheritance {
    /// Id of the all of inheritance.
    pub id: Id<AllOfInheritance>,
}

/// Creates an all of inheritance. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/all_of_inheritance` returns the [`AllOfInheritance`].
#[unified_endpoint(POST, "/unified/fixtures/all_of_inheritance", response = AllOfInheritance)]
pub struct CreateAllOfInheritance {
    /// The member `id`.
    pub id: String,
    /// The member `created_at`.
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Option<Timestamp>,
    /// The name of the channel.
    pub name: String,
    /// The member `kind`.
    pub kind: Option<Open<AllOfInheritanceKind>>,
    /// The member `members`.
    pub members: Option<i64>,
}

/// Changes an all of inheritance. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/all_of_inheritance/{id}` returns the [`AllOfInheritance`].
#[unified_endpoint(PATCH, "/unified/fixtures/all_of_inheritance/{id}", response = AllOfInheritance)]
pub struct UpdateAllOfInheritance {
    /// Id of the all of inheritance.
    pub id: Id<AllOfInheritance>,
    /// The member `created_at`.
    pub created_at: Patch<Timestamp>,
    /// The member `updated_at`.
    pub updated_at: Patch<Timestamp>,
    /// The name of the channel.
    pub name: Patch<String>,
    /// The member `kind`.
    pub kind: Patch<Open<AllOfInheritanceKind>>,
    /// The member `members`.
    pub members: Patch<i64>,
}

/// Deletes an all of inheritance.
///
/// `DELETE /unified/fixtures/all_of_inheritance/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/all_of_inheritance/{id}", response = Deleted)]
pub struct DeleteAllOfInheritance {
    /// Id of the all of inheritance.
    pub id: Id<AllOfInheritance>,
}

/// Calls the method `move-stage` of [`AllOfInheritance`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/all_of_inheritance/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/all_of_inheritance/move-stage", response = Option<Json>)]
pub struct MoveStageAllOfInheritance {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// The member `created_at`.
    #[truto(query)]
    pub created_at: Option<Timestamp>,
    /// The member `updated_at`.
    #[truto(query)]
    pub updated_at: Option<Timestamp>,
    /// The name of the channel.
    #[truto(query)]
    pub name: String,
    /// The member `kind`.
    #[truto(query)]
    pub kind: Option<Open<AllOfInheritanceKind>>,
    /// The member `members`.
    #[truto(query)]
    pub members: Option<i64>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `created_at`.
    #[truto(rename = "created_at")]
    pub created_at_2: Option<Timestamp>,
    /// The member `updated_at`.
    #[truto(rename = "updated_at")]
    pub updated_at_2: Option<Timestamp>,
    /// The name of the channel.
    #[truto(rename = "name")]
    pub name_2: String,
    /// The member `kind`.
    #[truto(rename = "kind")]
    pub kind_2: Option<Open<AllOfInheritanceKind>>,
    /// The member `members`.
    #[truto(rename = "members")]
    pub members_2: Option<i64>,
}
