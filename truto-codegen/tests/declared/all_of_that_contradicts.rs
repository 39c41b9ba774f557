// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `all_of_that_contradicts` of the model `fixtures`.
//!
//! Sources of [`AllOfThatContradict`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct AllOfThatContradict {
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    pub a: Option<RawJson>,
    /// The member `b`.
    pub b: Option<Open<AllOfThatContradictB>>,
    /// The member `c`.
    pub c: Option<C>,
    /// The member `d`.
    pub d: Option<i64>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    pub e: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `AllOfThatContradictB`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum AllOfThatContradictB {
    /// `y`.
    Y,
}

/// A value of `C`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct C {
    /// The member `v`. Any JSON, because the schema contradicts itself: it is a string and a boolean.
    pub v: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists all of that contradicts.
///
/// `GET /unified/fixtures/all_of_that_contradicts` returns pages of [`AllOfThatContradict`].
#[unified_endpoint(GET, "/unified/fixtures/all_of_that_contradicts", response = AllOfThatContradict, paginated)]
pub struct ListAllOfThatContradicts {
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    pub a: Option<Json>,
    /// The member `b`. Values: `y`.
    pub b: Option<Filter<String>>,
    /// The member `c[v]`. Any JSON, because the schema contradicts itself: it is a string and a boolean.
    #[truto(rename = "c[v]")]
    pub c_v: Option<Json>,
    /// The member `d`.
    pub d: Option<Filter<i64>>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    pub e: Option<Json>,
}

/// Reads an all of that contradict.
///
/// `GET /unified/fixtures/all_of_that_contradicts/{id}` returns the [`AllOfThatContradict`].
#[unified_endpoint(GET, "/unified/fixtures/all_of_that_contradicts/{id}", response = AllOfThatContradict)]
pub struct GetAllOfThatContradict {
    /// Id of the all of that contradict.
    pub id: Id<AllOfThatContradict>,
}

/// Creates an all of that contradict. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/all_of_that_contradicts` returns the [`AllOfThatContradict`].
#[unified_endpoint(POST, "/unified/fixtures/all_of_that_contradicts", response = AllOfThatContradict)]
pub struct CreateAllOfThatContradict {
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    pub a: Option<Json>,
    /// The member `b`.
    pub b: Option<Open<AllOfThatContradictB>>,
    /// The member `c`.
    pub c: Option<C>,
    /// The member `d`.
    pub d: Option<i64>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    pub e: Option<Json>,
}

/// Changes an all of that contradict. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/all_of_that_contradicts/{id}` returns the [`AllOfThatContradict`].
#[unified_endpoint(PATCH, "/unified/fixtures/all_of_that_contradicts/{id}", response = AllOfThatContradict)]
pub struct UpdateAllOfThatContradict {
    /// Id of the all of that contradict.
    pub id: Id<AllOfThatContradict>,
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    pub a: Patch<Json>,
    /// The member `b`.
    pub b: Patch<Open<AllOfThatContradictB>>,
    /// The member `c`.
    pub c: Patch<C>,
    /// The member `d`.
    pub d: Patch<i64>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    pub e: Patch<Json>,
}

/// Deletes an all of that contradict.
///
/// `DELETE /unified/fixtures/all_of_that_contradicts/{id}` returns the id of the deleted record, if the provider tells
/// it.
#[unified_endpoint(DELETE, "/unified/fixtures/all_of_that_contradicts/{id}", response = Deleted)]
pub struct DeleteAllOfThatContradict {
    /// Id of the all of that contradict.
    pub id: Id<AllOfThatContradict>,
}

/// Calls the method `move-stage` of [`AllOfThatContradict`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/all_of_that_contradicts/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/all_of_that_contradicts/move-stage", response = Option<Json>)]
pub struct MoveStageAllOfThatContradicts {
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    #[truto(query)]
    pub a: Option<Json>,
    /// The member `b`.
    #[truto(query)]
    pub b: Option<Open<AllOfThatContradictB>>,
    /// The member `c[v]`. Any JSON, because the schema contradicts itself: it is a string and a boolean.
    #[truto(query, rename = "c[v]")]
    pub c_v: Option<Json>,
    /// The member `d`.
    #[truto(query)]
    pub d: Option<i64>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub e: Option<Json>,
    /// The member `a`. Any JSON, because the schema contradicts itself: it is a string and a whole number.
    #[truto(rename = "a")]
    pub a_2: Option<Json>,
    /// The member `b`.
    #[truto(rename = "b")]
    pub b_2: Option<Open<AllOfThatContradictB>>,
    /// The member `c`.
    pub c: Option<C>,
    /// The member `d`.
    #[truto(rename = "d")]
    pub d_2: Option<i64>,
    /// The member `e`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "e")]
    pub e_2: Option<Json>,
}
