// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `refs_to_nowhere` of the model `fixtures`.
//!
//! Sources of [`RefsToNowhere`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RefsToNowhere {
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    pub missing: Option<RawJson>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    pub other_file: Option<RawJson>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    pub remote: Option<RawJson>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    pub anchor: Option<RawJson>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    pub not_text: Option<RawJson>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    pub bad_escape: Option<RawJson>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    pub index: Option<RawJson>,
    /// The member `id`.
    pub id: Option<Id<RefsToNowhere>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists refs to nowhere.
///
/// `GET /unified/fixtures/refs_to_nowhere` returns pages of [`RefsToNowhere`].
#[unified_endpoint(GET, "/unified/fixtures/refs_to_nowhere", response = RefsToNowhere, paginated)]
pub struct ListRefsToNowhere {
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    pub missing: Option<Json>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    pub other_file: Option<Json>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    pub remote: Option<Json>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    pub anchor: Option<Json>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    pub not_text: Option<Json>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    pub bad_escape: Option<Json>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    pub index: Option<Json>,
    /// The member `id`.
    pub id: Option<Filter<String>>,
}

/// Reads a refs to nowhere.
///
/// `GET /unified/fixtures/refs_to_nowhere/{id}` returns the [`RefsToNowhere`].
#[unified_endpoint(GET, "/unified/fixtures/refs_to_nowhere/{id}", response = RefsToNowhere)]
pub struct GetRefsToNowhere {
    /// Id of the refs to nowhere.
    pub id: Id<RefsToNowhere>,
}

/// Creates a refs to nowhere. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/refs_to_nowhere` returns the [`RefsToNowhere`].
#[unified_endpoint(POST, "/unified/fixtures/refs_to_nowhere", response = RefsToNowhere)]
pub struct CreateRefsToNowhere {
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    pub missing: Option<Json>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    pub other_file: Option<Json>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    pub remote: Option<Json>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    pub anchor: Option<Json>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    pub not_text: Option<Json>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    pub bad_escape: Option<Json>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    pub index: Option<Json>,
    /// The member `id`.
    pub id: Option<String>,
}

/// Changes a refs to nowhere. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/refs_to_nowhere/{id}` returns the [`RefsToNowhere`].
#[unified_endpoint(PATCH, "/unified/fixtures/refs_to_nowhere/{id}", response = RefsToNowhere)]
pub struct UpdateRefsToNowhere {
    /// Id of the refs to nowhere.
    pub id: Id<RefsToNowhere>,
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    pub missing: Patch<Json>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    pub other_file: Patch<Json>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    pub remote: Patch<Json>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    pub anchor: Patch<Json>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    pub not_text: Patch<Json>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    pub bad_escape: Patch<Json>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    pub index: Patch<Json>,
}

/// Deletes a refs to nowhere.
///
/// `DELETE /unified/fixtures/refs_to_nowhere/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/refs_to_nowhere/{id}", response = Deleted)]
pub struct DeleteRefsToNowhere {
    /// Id of the refs to nowhere.
    pub id: Id<RefsToNowhere>,
}

/// Calls the method `move-stage` of [`RefsToNowhere`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/refs_to_nowhere/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/refs_to_nowhere/move-stage", response = Option<Json>)]
pub struct MoveStageRefsToNowhere {
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    #[truto(query)]
    pub missing: Option<Json>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    #[truto(query)]
    pub other_file: Option<Json>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    #[truto(query)]
    pub remote: Option<Json>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    #[truto(query)]
    pub anchor: Option<Json>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    #[truto(query)]
    pub not_text: Option<Json>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    #[truto(query)]
    pub bad_escape: Option<Json>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    #[truto(query)]
    pub index: Option<Json>,
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `missing`. Any JSON, because the schema refers to \#/\$defs/Missing, which it does not contain.
    #[truto(rename = "missing")]
    pub missing_2: Option<Json>,
    /// The member `other_file`. Any JSON, because the schema refers to common.json\#/definitions/Money, which it does
    /// not contain.
    #[truto(rename = "other_file")]
    pub other_file_2: Option<Json>,
    /// The member `remote`. Any JSON, because the schema refers to `https://example.com/schemas/money.json,` which it
    /// does not contain.
    #[truto(rename = "remote")]
    pub remote_2: Option<Json>,
    /// The member `anchor`. Any JSON, because the schema refers to \#money, which it does not contain.
    #[truto(rename = "anchor")]
    pub anchor_2: Option<Json>,
    /// The member `not_text`. Any JSON, because its \`\$ref\` is not a string.
    #[truto(rename = "not_text")]
    pub not_text_2: Option<Json>,
    /// The member `bad_escape`. Any JSON, because the schema refers to \#/\$defs/%zz\~9, which it does not contain.
    #[truto(rename = "bad_escape")]
    pub bad_escape_2: Option<Json>,
    /// The member `index`. Any JSON, because the schema refers to \#/anyOf/99, which it does not contain.
    #[truto(rename = "index")]
    pub index_2: Option<Json>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
}
