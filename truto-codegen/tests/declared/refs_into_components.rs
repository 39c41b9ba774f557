// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `refs_into_components` of the model `fixtures`.
//!
//! Sources of [`RefsIntoComponent`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RefsIntoComponent {
    /// The member `id`.
    pub id: Option<Id<RefsIntoComponent>>,
    /// The member `manager`.
    pub manager: Option<Manager>,
    /// The member `home`.
    pub home: Option<Home>,
    /// The member `work`.
    pub work: Option<Work>,
    /// The member `status`.
    pub status: Option<Open<RefsIntoComponentStatus>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Manager`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Manager {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `display_name`.
    pub display_name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Home`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Home {
    /// The member `street_1`.
    pub street_1: Option<String>,
    /// The member `street_2`.
    pub street_2: Option<String>,
    /// The member `city`.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Work`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Work {
    /// The member `street_1`.
    pub street_1: Option<String>,
    /// The member `street_2`.
    pub street_2: Option<String>,
    /// The member `city`.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `RefsIntoComponentStatus`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum RefsIntoComponentStatus {
    /// `active`.
    Active,
    /// `on_leave`.
    OnLeave,
    /// `terminated`.
    Terminated,
}

/// Lists refs into components.
///
/// `GET /unified/fixtures/refs_into_components` returns pages of [`RefsIntoComponent`].
#[unified_endpoint(GET, "/unified/fixtures/refs_into_components", response = RefsIntoComponent, paginated)]
pub struct ListRefsIntoComponents {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `manager[id]`.
    #[truto(rename = "manager[id]")]
    pub manager_id: Option<Filter<String>>,
    /// The member `manager[display_name]`.
    #[truto(rename = "manager[display_name]")]
    pub manager_display_name: Option<Filter<String>>,
    /// The member `home[street_1]`.
    #[truto(rename = "home[street_1]")]
    pub home_street_1: Option<Filter<String>>,
    /// The member `home[street_2]`.
    #[truto(rename = "home[street_2]")]
    pub home_street_2: Option<Filter<String>>,
    /// The member `home[city]`.
    #[truto(rename = "home[city]")]
    pub home_city: Option<Filter<String>>,
    /// ISO 3166-1 alpha-2.
    #[truto(rename = "home[country]")]
    pub home_country: Option<Filter<String>>,
    /// The member `work[street_1]`.
    #[truto(rename = "work[street_1]")]
    pub work_street_1: Option<Filter<String>>,
    /// The member `work[street_2]`.
    #[truto(rename = "work[street_2]")]
    pub work_street_2: Option<Filter<String>>,
    /// The member `work[city]`.
    #[truto(rename = "work[city]")]
    pub work_city: Option<Filter<String>>,
    /// ISO 3166-1 alpha-2.
    #[truto(rename = "work[country]")]
    pub work_country: Option<Filter<String>>,
    /// The member `status`. Values: `active`, `on_leave`, `terminated`.
    pub status: Option<Filter<String>>,
}

/// Reads a refs into component.
///
/// `GET /unified/fixtures/refs_into_components/{id}` returns the [`RefsIntoComponent`].
#[unified_endpoint(GET, "/unified/fixtures/refs_into_components/{id}", response = RefsIntoComponent)]
pub struct GetRefsIntoComponent {
    /// Id of the refs into component.
    pub id: Id<RefsIntoComponent>,
}

/// Creates a refs into component. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/refs_into_components` returns the [`RefsIntoComponent`].
#[unified_endpoint(POST, "/unified/fixtures/refs_into_components", response = RefsIntoComponent)]
pub struct CreateRefsIntoComponent {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `manager`.
    pub manager: Option<Manager>,
    /// The member `home`.
    pub home: Option<Home>,
    /// The member `work`.
    pub work: Option<Work>,
    /// The member `status`.
    pub status: Option<Open<RefsIntoComponentStatus>>,
}

/// Changes a refs into component. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/refs_into_components/{id}` returns the [`RefsIntoComponent`].
#[unified_endpoint(PATCH, "/unified/fixtures/refs_into_components/{id}", response = RefsIntoComponent)]
pub struct UpdateRefsIntoComponent {
    /// Id of the refs into component.
    pub id: Id<RefsIntoComponent>,
    /// The member `manager`.
    pub manager: Patch<Manager>,
    /// The member `home`.
    pub home: Patch<Home>,
    /// The member `work`.
    pub work: Patch<Work>,
    /// The member `status`.
    pub status: Patch<Open<RefsIntoComponentStatus>>,
}

/// Deletes a refs into component.
///
/// `DELETE /unified/fixtures/refs_into_components/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/refs_into_components/{id}", response = Deleted)]
pub struct DeleteRefsIntoComponent {
    /// Id of the refs into component.
    pub id: Id<RefsIntoComponent>,
}

/// Calls the method `move-stage` of [`RefsIntoComponent`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/refs_into_components/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/refs_into_components/move-stage", response = Option<Json>)]
pub struct MoveStageRefsIntoComponents {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `manager[id]`.
    #[truto(query, rename = "manager[id]")]
    pub manager_id: Option<String>,
    /// The member `manager[display_name]`.
    #[truto(query, rename = "manager[display_name]")]
    pub manager_display_name: Option<String>,
    /// The member `home[street_1]`.
    #[truto(query, rename = "home[street_1]")]
    pub home_street_1: Option<String>,
    /// The member `home[street_2]`.
    #[truto(query, rename = "home[street_2]")]
    pub home_street_2: Option<String>,
    /// The member `home[city]`.
    #[truto(query, rename = "home[city]")]
    pub home_city: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[truto(query, rename = "home[country]")]
    pub home_country: Option<String>,
    /// The member `work[street_1]`.
    #[truto(query, rename = "work[street_1]")]
    pub work_street_1: Option<String>,
    /// The member `work[street_2]`.
    #[truto(query, rename = "work[street_2]")]
    pub work_street_2: Option<String>,
    /// The member `work[city]`.
    #[truto(query, rename = "work[city]")]
    pub work_city: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[truto(query, rename = "work[country]")]
    pub work_country: Option<String>,
    /// The member `status`.
    #[truto(query)]
    pub status: Option<Open<RefsIntoComponentStatus>>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The member `manager`.
    pub manager: Option<Manager>,
    /// The member `home`.
    pub home: Option<Home>,
    /// The member `work`.
    pub work: Option<Work>,
    /// The member `status`.
    #[truto(rename = "status")]
    pub status_2: Option<Open<RefsIntoComponentStatus>>,
}
