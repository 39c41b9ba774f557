// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `enum_awkward_values` of the model `fixtures`.
//!
//! Sources of [`EnumAwkwardValue`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnumAwkwardValue {
    /// The member `status`.
    pub status: Option<Open<EnumAwkwardValueStatus>>,
    /// The member `very_long`.
    pub very_long: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `EnumAwkwardValueStatus`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum EnumAwkwardValueStatus {
    /// `in progress`.
    #[truto(rename = "in progress")]
    InProgress,
    /// `in-progress`.
    #[truto(rename = "in-progress")]
    InProgress2,
    /// `In Progress`.
    #[truto(rename = "In Progress")]
    InProgress3,
    /// `IN_PROGRESS`.
    #[truto(rename = "IN_PROGRESS")]
    InProgress4,
    /// `done!`.
    #[truto(rename = "done!")]
    Done,
    /// `done?`.
    #[truto(rename = "done?")]
    Done2,
    /// `100%`.
    #[truto(rename = "100%")]
    Value100,
    /// `1st`.
    #[truto(rename = "1st")]
    Value1st,
    /// `self`.
    #[truto(rename = "self")]
    SelfValue,
    /// `Self`.
    #[truto(rename = "Self")]
    SelfValue2,
    /// `type`.
    Type,
    /// `async`.
    Async,
    /// `Some`.
    #[truto(rename = "Some")]
    Some,
    /// `None`.
    #[truto(rename = "None")]
    None,
    /// `Ok`.
    #[truto(rename = "Ok")]
    Ok,
    /// `🚀`.
    #[truto(rename = "🚀")]
    Other,
    /// `日本`.
    #[truto(rename = "日本")]
    Other2,
    /// `a/b`.
    #[truto(rename = "a/b")]
    AB,
    /// `a\b`.
    #[truto(rename = "a\\b")]
    AB2,
    /// `quote"d`.
    #[truto(rename = "quote\"d")]
    QuoteD,
    /// `*/ fn evil() {}`.
    #[truto(rename = "*/ fn evil() {}")]
    FnEvil,
    /// `unknown`.
    Unknown,
    /// `Other`.
    #[truto(rename = "Other")]
    Other3,
}

/// Lists enum awkward values.
///
/// `GET /unified/fixtures/enum_awkward_values` returns pages of [`EnumAwkwardValue`].
#[unified_endpoint(GET, "/unified/fixtures/enum_awkward_values", response = EnumAwkwardValue, paginated)]
pub struct ListEnumAwkwardValues {
    /// The member `status`. Values: `in progress`, `in-progress`, `In Progress`, `IN_PROGRESS`, `done!`, `done?`,
    /// `100%`, `1st`, `self`, `Self`, `type`, `async`, `Some`, `None`, `Ok`, `🚀`, `日本`, `a/b`, `a\b`, `quote"d`,
    /// `*/ fn evil() {}`, `unknown`, `Other`.
    pub status: Option<Filter<String>>,
    /// The member `very_long`.
    pub very_long: Option<Filter<String>>,
}

/// Reads an enum awkward value.
///
/// `GET /unified/fixtures/enum_awkward_values/{id}` returns the [`EnumAwkwardValue`].
#[unified_endpoint(GET, "/unified/fixtures/enum_awkward_values/{id}", response = EnumAwkwardValue)]
pub struct GetEnumAwkwardValue {
    /// Id of the enum awkward value.
    pub id: Id<EnumAwkwardValue>,
}

/// Creates an enum awkward value. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/enum_awkward_values` returns the [`EnumAwkwardValue`].
#[unified_endpoint(POST, "/unified/fixtures/enum_awkward_values", response = EnumAwkwardValue)]
pub struct CreateEnumAwkwardValue {
    /// The member `status`.
    pub status: Option<Open<EnumAwkwardValueStatus>>,
    /// The member `very_long`.
    pub very_long: Option<String>,
}

/// Changes an enum awkward value. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/enum_awkward_values/{id}` returns the [`EnumAwkwardValue`].
#[unified_endpoint(PATCH, "/unified/fixtures/enum_awkward_values/{id}", response = EnumAwkwardValue)]
pub struct UpdateEnumAwkwardValue {
    /// Id of the enum awkward value.
    pub id: Id<EnumAwkwardValue>,
    /// The member `status`.
    pub status: Patch<Open<EnumAwkwardValueStatus>>,
    /// The member `very_long`.
    pub very_long: Patch<String>,
}

/// Deletes an enum awkward value.
///
/// `DELETE /unified/fixtures/enum_awkward_values/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/enum_awkward_values/{id}", response = Deleted)]
pub struct DeleteEnumAwkwardValue {
    /// Id of the enum awkward value.
    pub id: Id<EnumAwkwardValue>,
}

/// Calls the method `move-stage` of [`EnumAwkwardValue`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/enum_awkward_values/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/enum_awkward_values/move-stage", response = Option<Json>)]
pub struct MoveStageEnumAwkwardValues {
    /// The member `status`.
    #[truto(query)]
    pub status: Option<Open<EnumAwkwardValueStatus>>,
    /// The member `very_long`.
    #[truto(query)]
    pub very_long: Option<String>,
    /// The member `status`.
    #[truto(rename = "status")]
    pub status_2: Option<Open<EnumAwkwardValueStatus>>,
    /// The member `very_long`.
    #[truto(rename = "very_long")]
    pub very_long_2: Option<String>,
}
