// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `envelope_of_a_list` of the model `fixtures`.
//!
//! Sources of [`EnvelopeOfAList`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct EnvelopeOfAList {
    /// The member `id`.
    pub id: Option<Id<EnvelopeOfAList>>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `EnvelopeOfAListResult`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct EnvelopeOfAListResult {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists envelope of a list.
///
/// `GET /unified/fixtures/envelope_of_a_list` returns pages of [`EnvelopeOfAList`].
#[unified_endpoint(GET, "/unified/fixtures/envelope_of_a_list", response = EnvelopeOfAList, paginated)]
pub struct ListEnvelopeOfAList {
    /// The member `result`.
    pub result: Option<Vec<EnvelopeOfAListResult>>,
    /// The member `result_count`.
    pub result_count: Option<Filter<f64>>,
}

/// Reads an envelope of a list.
///
/// `GET /unified/fixtures/envelope_of_a_list/{id}` returns the [`EnvelopeOfAList`].
#[unified_endpoint(GET, "/unified/fixtures/envelope_of_a_list/{id}", response = EnvelopeOfAList)]
pub struct GetEnvelopeOfAList {
    /// Id of the envelope of a list.
    pub id: Id<EnvelopeOfAList>,
}

/// Creates an envelope of a list. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/envelope_of_a_list` returns the [`EnvelopeOfAList`].
#[unified_endpoint(POST, "/unified/fixtures/envelope_of_a_list", response = EnvelopeOfAList)]
pub struct CreateEnvelopeOfAList {
    /// The member `result`.
    pub result: Vec<EnvelopeOfAListResult>,
    /// The member `result_count`.
    pub result_count: Option<f64>,
}

/// Changes an envelope of a list. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/envelope_of_a_list/{id}` returns the [`EnvelopeOfAList`].
#[unified_endpoint(PATCH, "/unified/fixtures/envelope_of_a_list/{id}", response = EnvelopeOfAList)]
pub struct UpdateEnvelopeOfAList {
    /// Id of the envelope of a list.
    pub id: Id<EnvelopeOfAList>,
    /// The member `result`.
    pub result: Option<Vec<EnvelopeOfAListResult>>,
    /// The member `result_count`.
    pub result_count: Patch<f64>,
}

/// Deletes an envelope of a list.
///
/// `DELETE /unified/fixtures/envelope_of_a_list/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/envelope_of_a_list/{id}", response = Deleted)]
pub struct DeleteEnvelopeOfAList {
    /// Id of the envelope of a list.
    pub id: Id<EnvelopeOfAList>,
}

/// Calls the method `move-stage` of [`EnvelopeOfAList`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/envelope_of_a_list/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/envelope_of_a_list/move-stage", response = Option<Json>)]
pub struct MoveStageEnvelopeOfAList {
    /// The member `result`.
    #[truto(query)]
    pub result: Option<Vec<EnvelopeOfAListResult>>,
    /// The member `result_count`.
    #[truto(query)]
    pub result_count: Option<f64>,
    /// The member `result`.
    #[truto(rename = "result")]
    pub result_2: Vec<EnvelopeOfAListResult>,
    /// The member `result_count`.
    #[truto(rename = "result_count")]
    pub result_count_2: Option<f64>,
}
