// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `enum_with_null` of the model `fixtures`.
//!
//! Sources of [`EnumWithNull`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnumWithNull {
    /// The member `gender`.
    pub gender: Option<Open<EnumWithNullGender>>,
    /// The member `typed`.
    pub typed: Option<Open<EnumWithNullTyped>>,
    /// The member `nullable`.
    pub nullable: Option<Open<EnumWithNullNullable>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    pub only_null: Option<RawJson>,
    /// The member `empty`.
    pub empty: Option<String>,
    /// The member `with_empty_text`.
    pub with_empty_text: Option<Open<EnumWithNullWithEmptyText>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `EnumWithNullGender`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumWithNullGender {
    /// `male`.
    Male,
    /// `female`.
    Female,
    /// `non-binary`.
    #[truto(rename = "non-binary")]
    NonBinary,
    /// `prefer not to say`.
    #[truto(rename = "prefer not to say")]
    PreferNotToSay,
}

/// Values of `EnumWithNullTyped`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumWithNullTyped {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Values of `EnumWithNullNullable`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumWithNullNullable {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Values of `EnumWithNullWithEmptyText`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumWithNullWithEmptyText {
    /// `low`.
    Low,
    /// `high`.
    High,
}

/// Lists enum with null.
///
/// `GET /unified/fixtures/enum_with_null` returns pages of [`EnumWithNull`].
#[unified_endpoint(GET, "/unified/fixtures/enum_with_null", response = EnumWithNull, paginated)]
pub struct ListEnumWithNull {
    /// The member `gender`. Values: `male`, `female`, `non-binary`, `prefer not to say`.
    pub gender: Option<Filter<String>>,
    /// The member `typed`. Values: `a`, `b`.
    pub typed: Option<Filter<String>>,
    /// The member `nullable`. Values: `a`, `b`.
    pub nullable: Option<Filter<String>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    pub only_null: Option<Json>,
    /// The member `empty`.
    pub empty: Option<Filter<String>>,
    /// The member `with_empty_text`. Values: `low`, `high`.
    pub with_empty_text: Option<Filter<String>>,
}

/// Reads an enum with null.
///
/// `GET /unified/fixtures/enum_with_null/{id}` returns the [`EnumWithNull`].
#[unified_endpoint(GET, "/unified/fixtures/enum_with_null/{id}", response = EnumWithNull)]
pub struct GetEnumWithNull {
    /// Id of the enum with null.
    pub id: Id<EnumWithNull>,
}

/// Creates an enum with null. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/enum_with_null` returns the [`EnumWithNull`].
#[unified_endpoint(POST, "/unified/fixtures/enum_with_null", response = EnumWithNull)]
pub struct CreateEnumWithNull {
    /// The member `gender`.
    pub gender: Option<Open<EnumWithNullGender>>,
    /// The member `typed`.
    pub typed: Option<Open<EnumWithNullTyped>>,
    /// The member `nullable`.
    pub nullable: Option<Open<EnumWithNullNullable>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    pub only_null: Option<Json>,
    /// The member `empty`.
    pub empty: Option<String>,
    /// The member `with_empty_text`.
    pub with_empty_text: Option<Open<EnumWithNullWithEmptyText>>,
}

/// Changes an enum with null. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/enum_with_null/{id}` returns the [`EnumWithNull`].
#[unified_endpoint(PATCH, "/unified/fixtures/enum_with_null/{id}", response = EnumWithNull)]
pub struct UpdateEnumWithNull {
    /// Id of the enum with null.
    pub id: Id<EnumWithNull>,
    /// The member `gender`.
    pub gender: Patch<Open<EnumWithNullGender>>,
    /// The member `typed`.
    pub typed: Patch<Open<EnumWithNullTyped>>,
    /// The member `nullable`.
    pub nullable: Patch<Open<EnumWithNullNullable>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    pub only_null: Patch<Json>,
    /// The member `empty`.
    pub empty: Patch<String>,
    /// The member `with_empty_text`.
    pub with_empty_text: Patch<Open<EnumWithNullWithEmptyText>>,
}

/// Deletes an enum with null.
///
/// `DELETE /unified/fixtures/enum_with_null/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/enum_with_null/{id}", response = Deleted)]
pub struct DeleteEnumWithNull {
    /// Id of the enum with null.
    pub id: Id<EnumWithNull>,
}

/// Calls the method `move-stage` of [`EnumWithNull`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/enum_with_null/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/enum_with_null/move-stage", response = Option<Json>)]
pub struct MoveStageEnumWithNull {
    /// The member `gender`.
    #[truto(query)]
    pub gender: Option<Open<EnumWithNullGender>>,
    /// The member `typed`.
    #[truto(query)]
    pub typed: Option<Open<EnumWithNullTyped>>,
    /// The member `nullable`.
    #[truto(query)]
    pub nullable: Option<Open<EnumWithNullNullable>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    #[truto(query)]
    pub only_null: Option<Json>,
    /// The member `empty`.
    #[truto(query)]
    pub empty: Option<String>,
    /// The member `with_empty_text`.
    #[truto(query)]
    pub with_empty_text: Option<Open<EnumWithNullWithEmptyText>>,
    /// The member `gender`.
    #[truto(rename = "gender")]
    pub gender_2: Option<Open<EnumWithNullGender>>,
    /// The member `typed`.
    #[truto(rename = "typed")]
    pub typed_2: Option<Open<EnumWithNullTyped>>,
    /// The member `nullable`.
    #[truto(rename = "nullable")]
    pub nullable_2: Option<Open<EnumWithNullNullable>>,
    /// The member `only_null`. Any JSON, because the schema says no more than that it may be null.
    #[truto(rename = "only_null")]
    pub only_null_2: Option<Json>,
    /// The member `empty`.
    #[truto(rename = "empty")]
    pub empty_2: Option<String>,
    /// The member `with_empty_text`.
    #[truto(rename = "with_empty_text")]
    pub with_empty_text_2: Option<Open<EnumWithNullWithEmptyText>>,
}
