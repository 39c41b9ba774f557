// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `enum_mixed` of the model `fixtures`.
//!
//! Sources of [`EnumMixed`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnumMixed {
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    pub priority: Option<RawJson>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    pub numbers: Option<i64>,
    /// The member `floats`. Values: `0.5`, `1`.
    pub floats: Option<f64>,
    /// The member `booleans`.
    pub booleans: Option<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    pub objects: Option<RawJson>,
    /// The member `twice`.
    pub twice: Option<Open<EnumMixedTwice>>,
    /// The member `numbers_as_text`.
    pub numbers_as_text: Option<Open<EnumMixedNumbersAsText>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `EnumMixedTwice`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumMixedTwice {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Values of `EnumMixedNumbersAsText`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumMixedNumbersAsText {
    /// `1`.
    #[truto(rename = "1")]
    Value1,
    /// `2`.
    #[truto(rename = "2")]
    Value2,
    /// `2.5`.
    #[truto(rename = "2.5")]
    Value25,
    /// `-1`.
    #[truto(rename = "-1")]
    Value12,
    /// `1e3`.
    #[truto(rename = "1e3")]
    Value1e3,
}

/// Lists enum mixed.
///
/// `GET /unified/fixtures/enum_mixed` returns pages of [`EnumMixed`].
#[unified_endpoint(GET, "/unified/fixtures/enum_mixed", response = EnumMixed, paginated)]
pub struct ListEnumMixed {
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    pub priority: Option<Json>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    pub numbers: Option<Filter<i64>>,
    /// The member `floats`. Values: `0.5`, `1`.
    pub floats: Option<Filter<f64>>,
    /// The member `booleans`.
    pub booleans: Option<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    pub objects: Option<Json>,
    /// The member `twice`. Values: `a`, `b`.
    pub twice: Option<Filter<String>>,
    /// The member `numbers_as_text`. Values: `1`, `2`, `2.5`, `-1`, `1e3`.
    pub numbers_as_text: Option<Filter<String>>,
}

/// Reads an enum mixed.
///
/// `GET /unified/fixtures/enum_mixed/{id}` returns the [`EnumMixed`].
#[unified_endpoint(GET, "/unified/fixtures/enum_mixed/{id}", response = EnumMixed)]
pub struct GetEnumMixed {
    /// Id of the enum mixed.
    pub id: Id<EnumMixed>,
}

/// Creates an enum mixed. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/enum_mixed` returns the [`EnumMixed`].
#[unified_endpoint(POST, "/unified/fixtures/enum_mixed", response = EnumMixed)]
pub struct CreateEnumMixed {
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    pub priority: Option<Json>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    pub numbers: Option<i64>,
    /// The member `floats`. Values: `0.5`, `1`.
    pub floats: Option<f64>,
    /// The member `booleans`.
    pub booleans: Option<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    pub objects: Option<Json>,
    /// The member `twice`.
    pub twice: Option<Open<EnumMixedTwice>>,
    /// The member `numbers_as_text`.
    pub numbers_as_text: Option<Open<EnumMixedNumbersAsText>>,
}

/// Changes an enum mixed. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/enum_mixed/{id}` returns the [`EnumMixed`].
#[unified_endpoint(PATCH, "/unified/fixtures/enum_mixed/{id}", response = EnumMixed)]
pub struct UpdateEnumMixed {
    /// Id of the enum mixed.
    pub id: Id<EnumMixed>,
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    pub priority: Patch<Json>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    pub numbers: Patch<i64>,
    /// The member `floats`. Values: `0.5`, `1`.
    pub floats: Patch<f64>,
    /// The member `booleans`.
    pub booleans: Patch<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    pub objects: Patch<Json>,
    /// The member `twice`.
    pub twice: Patch<Open<EnumMixedTwice>>,
    /// The member `numbers_as_text`.
    pub numbers_as_text: Patch<Open<EnumMixedNumbersAsText>>,
}

/// Deletes an enum mixed.
///
/// `DELETE /unified/fixtures/enum_mixed/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/enum_mixed/{id}", response = Deleted)]
pub struct DeleteEnumMixed {
    /// Id of the enum mixed.
    pub id: Id<EnumMixed>,
}

/// Calls the method `move-stage` of [`EnumMixed`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/enum_mixed/move-stage` returns any JSON, or nothing, because the API's pages do not agree on
/// the answer.
#[unified_endpoint(POST, "/unified/fixtures/enum_mixed/move-stage", response = Option<Json>)]
pub struct MoveStageEnumMixed {
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    #[truto(query)]
    pub priority: Option<Json>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    #[truto(query)]
    pub numbers: Option<i64>,
    /// The member `floats`. Values: `0.5`, `1`.
    #[truto(query)]
    pub floats: Option<f64>,
    /// The member `booleans`.
    #[truto(query)]
    pub booleans: Option<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    #[truto(query)]
    pub objects: Option<Json>,
    /// The member `twice`.
    #[truto(query)]
    pub twice: Option<Open<EnumMixedTwice>>,
    /// The member `numbers_as_text`.
    #[truto(query)]
    pub numbers_as_text: Option<Open<EnumMixedNumbersAsText>>,
    /// The member `priority`. Any JSON, because it is a whole number or a string.
    #[truto(rename = "priority")]
    pub priority_2: Option<Json>,
    /// The member `numbers`. Values: `0`, `1`, `2`.
    #[truto(rename = "numbers")]
    pub numbers_2: Option<i64>,
    /// The member `floats`. Values: `0.5`, `1`.
    #[truto(rename = "floats")]
    pub floats_2: Option<f64>,
    /// The member `booleans`.
    #[truto(rename = "booleans")]
    pub booleans_2: Option<bool>,
    /// The member `objects`. Any JSON, because the schema names no fields.
    #[truto(rename = "objects")]
    pub objects_2: Option<Json>,
    /// The member `twice`.
    #[truto(rename = "twice")]
    pub twice_2: Option<Open<EnumMixedTwice>>,
    /// The member `numbers_as_text`.
    #[truto(rename = "numbers_as_text")]
    pub numbers_as_text_2: Option<Open<EnumMixedNumbersAsText>>,
}
