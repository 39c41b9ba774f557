// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `arrays_nested` of the model `fixtures`.
//!
//! Sources of [`ArraysNested`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Json, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct ArraysNested {
    /// The member `matrix`.
    pub matrix: Vec<Vec<f64>>,
    /// The member `cube`.
    pub cube: Vec<Vec<Vec<i64>>>,
    /// The member `rows`.
    pub rows: Vec<Vec<Row>>,
    /// The member `untyped`.
    pub untyped: Vec<RawJson>,
    /// The member `anything`.
    pub anything: Vec<RawJson>,
    /// The member `nullable_items`.
    pub nullable_items: Vec<String>,
    /// The member `enums`.
    pub enums: Vec<Open<ArraysNestedEnums>>,
    /// The member `dates`.
    pub dates: Vec<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Row`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Row {
    /// The member `value`.
    pub value: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `ArraysNestedEnums`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ArraysNestedEnums {
    /// `read`.
    Read,
    /// `write`.
    Write,
}

/// Lists arrays nested.
///
/// `GET /unified/fixtures/arrays_nested` returns pages of [`ArraysNested`].
#[unified_endpoint(GET, "/unified/fixtures/arrays_nested", response = ArraysNested, paginated)]
pub struct ListArraysNested {
    /// The member `matrix`.
    pub matrix: Option<Json>,
    /// The member `cube`.
    pub cube: Option<Json>,
    /// The member `rows`.
    pub rows: Option<Json>,
    /// The member `untyped`.
    pub untyped: Option<Json>,
    /// The member `anything`.
    pub anything: Option<Json>,
    /// The member `nullable_items`.
    pub nullable_items: Option<Vec<String>>,
    /// The member `enums`.
    pub enums: Option<Vec<Open<ArraysNestedEnums>>>,
    /// The member `dates`.
    pub dates: Option<Vec<Timestamp>>,
}

/// Reads an arrays nested.
///
/// `GET /unified/fixtures/arrays_nested/{id}` returns the [`ArraysNested`].
#[unified_endpoint(GET, "/unified/fixtures/arrays_nested/{id}", response = ArraysNested)]
pub struct GetArraysNested {
    /// Id of the arrays nested.
    pub id: Id<ArraysNested>,
}

/// Creates an arrays nested. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/arrays_nested` returns the [`ArraysNested`].
#[unified_endpoint(POST, "/unified/fixtures/arrays_nested", response = ArraysNested)]
pub struct CreateArraysNested {
    /// The member `matrix`.
    pub matrix: Vec<Vec<f64>>,
    /// The member `cube`.
    pub cube: Vec<Vec<Vec<i64>>>,
    /// The member `rows`.
    pub rows: Vec<Vec<Row>>,
    /// The member `untyped`.
    pub untyped: Vec<Json>,
    /// The member `anything`.
    pub anything: Vec<Json>,
    /// The member `nullable_items`.
    pub nullable_items: Vec<String>,
    /// The member `enums`.
    pub enums: Vec<Open<ArraysNestedEnums>>,
    /// The member `dates`.
    pub dates: Vec<Timestamp>,
}

/// Changes an arrays nested. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/arrays_nested/{id}` returns the [`ArraysNested`].
#[unified_endpoint(PATCH, "/unified/fixtures/arrays_nested/{id}", response = ArraysNested)]
pub struct UpdateArraysNested {
    /// Id of the arrays nested.
    pub id: Id<ArraysNested>,
    /// The member `matrix`.
    pub matrix: Option<Vec<Vec<f64>>>,
    /// The member `cube`.
    pub cube: Option<Vec<Vec<Vec<i64>>>>,
    /// The member `rows`.
    pub rows: Option<Vec<Vec<Row>>>,
    /// The member `untyped`.
    pub untyped: Option<Vec<Json>>,
    /// The member `anything`.
    pub anything: Option<Vec<Json>>,
    /// The member `nullable_items`.
    pub nullable_items: Option<Vec<String>>,
    /// The member `enums`.
    pub enums: Option<Vec<Open<ArraysNestedEnums>>>,
    /// The member `dates`.
    pub dates: Option<Vec<Timestamp>>,
}

/// Deletes an arrays nested.
///
/// `DELETE /unified/fixtures/arrays_nested/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/arrays_nested/{id}", response = Deleted)]
pub struct DeleteArraysNested {
    /// Id of the arrays nested.
    pub id: Id<ArraysNested>,
}

/// Calls the method `move-stage` of [`ArraysNested`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/arrays_nested/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/arrays_nested/move-stage", response = Option<Json>)]
pub struct MoveStageArraysNested {
    /// The member `matrix`.
    #[truto(query)]
    pub matrix: Option<Json>,
    /// The member `cube`.
    #[truto(query)]
    pub cube: Option<Json>,
    /// The member `rows`.
    #[truto(query)]
    pub rows: Option<Json>,
    /// The member `untyped`.
    #[truto(query)]
    pub untyped: Option<Json>,
    /// The member `anything`.
    #[truto(query)]
    pub anything: Option<Json>,
    /// The member `nullable_items`.
    #[truto(query)]
    pub nullable_items: Option<Vec<String>>,
    /// The member `enums`.
    #[truto(query)]
    pub enums: Option<Vec<Open<ArraysNestedEnums>>>,
    /// The member `dates`.
    #[truto(query)]
    pub dates: Option<Vec<Timestamp>>,
    /// The member `matrix`.
    #[truto(rename = "matrix")]
    pub matrix_2: Vec<Vec<f64>>,
    /// The member `cube`.
    #[truto(rename = "cube")]
    pub cube_2: Vec<Vec<Vec<i64>>>,
    /// The member `rows`.
    #[truto(rename = "rows")]
    pub rows_2: Vec<Vec<Row>>,
    /// The member `untyped`.
    #[truto(rename = "untyped")]
    pub untyped_2: Vec<Json>,
    /// The member `anything`.
    #[truto(rename = "anything")]
    pub anything_2: Vec<Json>,
    /// The member `nullable_items`.
    #[truto(rename = "nullable_items")]
    pub nullable_items_2: Vec<String>,
    /// The member `enums`.
    #[truto(rename = "enums")]
    pub enums_2: Vec<Open<ArraysNestedEnums>>,
    /// The member `dates`.
    #[truto(rename = "dates")]
    pub dates_2: Vec<Timestamp>,
}
