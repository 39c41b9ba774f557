// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `any_of_nullable_pydantic` of the model `fixtures`.
//!
//! Sources of [`AnyOfNullablePydantic`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AnyOfNullablePydantic {
    /// The member `id`.
    pub id: Id<AnyOfNullablePydantic>,
    /// The member `first_name`.
    pub first_name: Option<String>,
    /// The member `age`.
    pub age: Option<i64>,
    /// The member `department`.
    pub department: Option<Department>,
    /// The member `emails`.
    pub emails: Vec<String>,
    /// The member `level`.
    pub level: Option<Open<AnyOfNullablePydanticLevel>>,
    /// The member `joined`.
    pub joined: Option<Timestamp>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    pub extra: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Department`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Department {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `parent`. Any JSON, because it contains itself.
    pub parent: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `AnyOfNullablePydanticLevel`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AnyOfNullablePydanticLevel {
    /// `junior`.
    Junior,
    /// `senior`.
    Senior,
}

/// Lists any of nullable pydantic.
///
/// `GET /unified/fixtures/any_of_nullable_pydantic` returns pages of [`AnyOfNullablePydantic`].
#[unified_endpoint(GET, "/unified/fixtures/any_of_nullable_pydantic", response = AnyOfNullablePydantic, paginated)]
pub struct ListAnyOfNullablePydantic {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// The member `first_name`.
    pub first_name: Option<Filter<String>>,
    /// The member `age`.
    pub age: Option<Filter<i64>>,
    /// The member `department[id]`.
    #[truto(rename = "department[id]")]
    pub department_id: Option<Filter<String>>,
    /// The member `department[parent]`. Any JSON, because it contains itself.
    #[truto(rename = "department[parent]")]
    pub department_parent: Option<Json>,
    /// The member `emails`.
    pub emails: Option<Vec<String>>,
    /// The member `level`. Values: `junior`, `senior`.
    pub level: Option<Filter<String>>,
    /// The member `joined`.
    pub joined: Option<DateFilter>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    pub extra: Option<Json>,
}

/// Reads an any of nullable pydantic.
///
/// `GET /unified/fixtures/any_of_nullable_pydantic/{id}` returns the [`AnyOfNullablePydantic`].
#[unified_endpoint(GET, "/unified/fixtures/any_of_nullable_pydantic/{id}", response = AnyOfNullablePydantic)]
pub struct GetAnyOfNullablePydantic {
    /// Id of the any of nullable pydantic.
    pub id: Id<AnyOfNullablePydantic>,
}

/// Creates an any of nullable pydantic. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/any_of_nullable_pydantic` returns the [`AnyOfNullablePydantic`].
#[unified_endpoint(POST, "/unified/fixtures/any_of_nullable_pydantic", response = AnyOfNullablePydantic)]
pub struct CreateAnyOfNullablePydantic {
    /// The member `id`.
    pub id: String,
    /// The member `first_name`.
    pub first_name: Option<String>,
    /// The member `age`.
    pub age: Option<i64>,
    /// The member `department`.
    pub department: Option<Department>,
    /// The member `emails`.
    pub emails: Vec<String>,
    /// The member `level`.
    pub level: Option<Open<AnyOfNullablePydanticLevel>>,
    /// The member `joined`.
    pub joined: Option<Timestamp>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    pub extra: Option<Json>,
}

/// Changes an any of nullable pydantic. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/any_of_nullable_pydantic/{id}` returns the [`AnyOfNullablePydantic`].
#[unified_endpoint(PATCH, "/unified/fixtures/any_of_nullable_pydantic/{id}", response = AnyOfNullablePydantic)]
pub struct UpdateAnyOfNullablePydantic {
    /// Id of the any of nullable pydantic.
    pub id: Id<AnyOfNullablePydantic>,
    /// The member `first_name`.
    pub first_name: Patch<String>,
    /// The member `age`.
    pub age: Patch<i64>,
    /// The member `department`.
    pub department: Patch<Department>,
    /// The member `emails`.
    pub emails: Option<Vec<String>>,
    /// The member `level`.
    pub level: Patch<Open<AnyOfNullablePydanticLevel>>,
    /// The member `joined`.
    pub joined: Patch<Timestamp>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    pub extra: Patch<Json>,
}

/// Deletes an any of nullable pydantic.
///
/// `DELETE /unified/fixtures/any_of_nullable_pydantic/{id}` returns the id of the deleted record, if the provider tells
/// it.
#[unified_endpoint(DELETE, "/unified/fixtures/any_of_nullable_pydantic/{id}", response = Deleted)]
pub struct DeleteAnyOfNullablePydantic {
    /// Id of the any of nullable pydantic.
    pub id: Id<AnyOfNullablePydantic>,
}

/// Calls the method `move-stage` of [`AnyOfNullablePydantic`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/any_of_nullable_pydantic/move-stage` returns any JSON, or nothing, because the API's pages
/// do not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/any_of_nullable_pydantic/move-stage", response = Option<Json>)]
pub struct MoveStageAnyOfNullablePydantic {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// The member `first_name`.
    #[truto(query)]
    pub first_name: Option<String>,
    /// The member `age`.
    #[truto(query)]
    pub age: Option<i64>,
    /// The member `department[id]`.
    #[truto(query, rename = "department[id]")]
    pub department_id: Option<String>,
    /// The member `department[parent]`. Any JSON, because it contains itself.
    #[truto(query, rename = "department[parent]")]
    pub department_parent: Option<Json>,
    /// The member `emails`.
    #[truto(query)]
    pub emails: Option<Vec<String>>,
    /// The member `level`.
    #[truto(query)]
    pub level: Option<Open<AnyOfNullablePydanticLevel>>,
    /// The member `joined`.
    #[truto(query)]
    pub joined: Option<Timestamp>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    #[truto(query)]
    pub extra: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_2: Option<String>,
    /// The member `age`.
    #[truto(rename = "age")]
    pub age_2: Option<i64>,
    /// The member `department`.
    pub department: Option<Department>,
    /// The member `emails`.
    #[truto(rename = "emails")]
    pub emails_2: Vec<String>,
    /// The member `level`.
    #[truto(rename = "level")]
    pub level_2: Option<Open<AnyOfNullablePydanticLevel>>,
    /// The member `joined`.
    #[truto(rename = "joined")]
    pub joined_2: Option<Timestamp>,
    /// The member `extra`. Any JSON, because the schema says no more than that it may be null.
    #[truto(rename = "extra")]
    pub extra_2: Option<Json>,
}
