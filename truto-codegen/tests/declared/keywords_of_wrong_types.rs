// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `keywords_of_wrong_types` of the model `fixtures`.
//!
//! Sources of [`KeywordsOfWrongType`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct KeywordsOfWrongType {
    /// The member `id`. Any JSON, because its `type` is not the name of a type.
    pub id: Option<RawJson>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    pub a: Option<RawJson>,
    /// The member `b`. Any JSON, because its schema is not an object.
    pub b: Option<RawJson>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    pub c: Option<RawJson>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    pub d: Option<RawJson>,
    /// The member `e`.
    pub e: Vec<RawJson>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    pub f: Option<RawJson>,
    /// The member `g`. Any JSON, because its schema is not an object.
    pub g: Option<RawJson>,
    /// The member `h`. Any JSON, because its schema is not an object.
    pub h: Option<RawJson>,
    /// The member `i`. Any JSON, because its schema is not an object.
    pub i: Option<RawJson>,
    /// The member `j`. Any JSON, because its schema is not an object.
    pub j: Option<RawJson>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    pub k: Option<RawJson>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    pub l: Option<RawJson>,
    /// The member `m`. Any JSON, because its schema is not an object.
    pub m: Option<RawJson>,
    /// The member `n`.
    pub n: Option<String>,
    /// The member `o`.
    pub o: Option<String>,
    /// The member `p`.
    pub p: Vec<RawJson>,
    /// The member `q`.
    pub q: Option<String>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    pub r: Option<RawJson>,
    /// The member `s`.
    pub s: Option<Timestamp>,
    /// The member `t`.
    pub t: Option<i64>,
    /// The member `u`.
    pub u: Option<U>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    pub v: Option<RawJson>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    pub w: Option<RawJson>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    pub x: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `U`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct U {
    /// The member `x`.
    pub x: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists keywords of wrong types.
///
/// `GET /unified/fixtures/keywords_of_wrong_types` returns pages of [`KeywordsOfWrongType`].
#[unified_endpoint(GET, "/unified/fixtures/keywords_of_wrong_types", response = KeywordsOfWrongType, paginated)]
pub struct ListKeywordsOfWrongTypes {
    /// The member `id`. Any JSON, because its `type` is not the name of a type.
    pub id: Option<Json>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because its schema is not an object.
    pub b: Option<Json>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    pub c: Option<Json>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    pub d: Option<Json>,
    /// The member `e`.
    pub e: Option<Json>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    pub f: Option<Json>,
    /// The member `g`. Any JSON, because its schema is not an object.
    pub g: Option<Json>,
    /// The member `h`. Any JSON, because its schema is not an object.
    pub h: Option<Json>,
    /// The member `i`. Any JSON, because its schema is not an object.
    pub i: Option<Json>,
    /// The member `j`. Any JSON, because its schema is not an object.
    pub j: Option<Json>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    pub k: Option<Json>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    pub l: Option<Json>,
    /// The member `m`. Any JSON, because its schema is not an object.
    pub m: Option<Json>,
    /// The member `n`.
    pub n: Option<Filter<String>>,
    /// The member `o`.
    pub o: Option<Filter<String>>,
    /// The member `p`.
    pub p: Option<Json>,
    /// The member `q`.
    pub q: Option<Filter<String>>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    pub r: Option<Json>,
    /// The member `s`.
    pub s: Option<DateFilter>,
    /// The member `t`.
    pub t: Option<Filter<i64>>,
    /// The member `u[x]`.
    #[truto(rename = "u[x]")]
    pub u_x: Option<Filter<String>>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    pub v: Option<Json>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    pub w: Option<Json>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    pub x: Option<Json>,
}

/// Reads a keywords of wrong type.
///
/// `GET /unified/fixtures/keywords_of_wrong_types/{id}` returns the [`KeywordsOfWrongType`].
#[unified_endpoint(GET, "/unified/fixtures/keywords_of_wrong_types/{id}", response = KeywordsOfWrongType)]
pub struct GetKeywordsOfWrongType {
    /// Id of the keywords of wrong type.
    pub id: Id<KeywordsOfWrongType>,
}

/// Creates a keywords of wrong type. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/keywords_of_wrong_types` returns the [`KeywordsOfWrongType`].
#[unified_endpoint(POST, "/unified/fixtures/keywords_of_wrong_types", response = KeywordsOfWrongType)]
pub struct CreateKeywordsOfWrongType {
    /// The member `id`. Any JSON, because its `type` is not the name of a type.
    pub id: Option<Json>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because its schema is not an object.
    pub b: Option<Json>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    pub c: Option<Json>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    pub d: Option<Json>,
    /// The member `e`.
    pub e: Vec<Json>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    pub f: Option<Json>,
    /// The member `g`. Any JSON, because its schema is not an object.
    pub g: Option<Json>,
    /// The member `h`. Any JSON, because its schema is not an object.
    pub h: Option<Json>,
    /// The member `i`. Any JSON, because its schema is not an object.
    pub i: Option<Json>,
    /// The member `j`. Any JSON, because its schema is not an object.
    pub j: Option<Json>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    pub k: Option<Json>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    pub l: Option<Json>,
    /// The member `m`. Any JSON, because its schema is not an object.
    pub m: Option<Json>,
    /// The member `n`.
    pub n: Option<String>,
    /// The member `o`.
    pub o: Option<String>,
    /// The member `p`.
    pub p: Vec<Json>,
    /// The member `q`.
    pub q: Option<String>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    pub r: Option<Json>,
    /// The member `s`.
    pub s: Option<Timestamp>,
    /// The member `t`.
    pub t: Option<i64>,
    /// The member `u`.
    pub u: Option<U>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    pub v: Option<Json>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    pub w: Option<Json>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    pub x: Option<Json>,
}

/// Changes a keywords of wrong type. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/keywords_of_wrong_types/{id}` returns the [`KeywordsOfWrongType`].
#[unified_endpoint(PATCH, "/unified/fixtures/keywords_of_wrong_types/{id}", response = KeywordsOfWrongType)]
pub struct UpdateKeywordsOfWrongType {
    /// Id of the keywords of wrong type.
    pub id: Id<KeywordsOfWrongType>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    pub a: Patch<Json>,
    /// The member `b`. Any JSON, because its schema is not an object.
    pub b: Patch<Json>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    pub c: Patch<Json>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    pub d: Patch<Json>,
    /// The member `e`.
    pub e: Option<Vec<Json>>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    pub f: Patch<Json>,
    /// The member `g`. Any JSON, because its schema is not an object.
    pub g: Patch<Json>,
    /// The member `h`. Any JSON, because its schema is not an object.
    pub h: Patch<Json>,
    /// The member `i`. Any JSON, because its schema is not an object.
    pub i: Patch<Json>,
    /// The member `j`. Any JSON, because its schema is not an object.
    pub j: Patch<Json>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    pub k: Patch<Json>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    pub l: Patch<Json>,
    /// The member `m`. Any JSON, because its schema is not an object.
    pub m: Patch<Json>,
    /// The member `n`.
    pub n: Patch<String>,
    /// The member `o`.
    pub o: Patch<String>,
    /// The member `p`.
    pub p: Option<Vec<Json>>,
    /// The member `q`.
    pub q: Patch<String>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    pub r: Patch<Json>,
    /// The member `s`.
    pub s: Patch<Timestamp>,
    /// The member `t`.
    pub t: Patch<i64>,
    /// The member `u`.
    pub u: Patch<U>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    pub v: Patch<Json>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    pub w: Patch<Json>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    pub x: Patch<Json>,
}

/// Deletes a keywords of wrong type.
///
/// `DELETE /unified/fixtures/keywords_of_wrong_types/{id}` returns the id of the deleted record, if the provider tells
/// it.
#[unified_endpoint(DELETE, "/unified/fixtures/keywords_of_wrong_types/{id}", response = Deleted)]
pub struct DeleteKeywordsOfWrongType {
    /// Id of the keywords of wrong type.
    pub id: Id<KeywordsOfWrongType>,
}

/// Calls the method `move-stage` of [`KeywordsOfWrongType`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/keywords_of_wrong_types/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/keywords_of_wrong_types/move-stage", response = Option<Json>)]
pub struct MoveStageKeywordsOfWrongTypes {
    /// The member `id`. Any JSON, because its `type` is not the name of a type.
    #[truto(query)]
    pub id: Option<Json>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    #[truto(query)]
    pub a: Option<Json>,
    /// The member `b`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub b: Option<Json>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    #[truto(query)]
    pub c: Option<Json>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub d: Option<Json>,
    /// The member `e`.
    #[truto(query)]
    pub e: Option<Json>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    #[truto(query)]
    pub f: Option<Json>,
    /// The member `g`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub g: Option<Json>,
    /// The member `h`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub h: Option<Json>,
    /// The member `i`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub i: Option<Json>,
    /// The member `j`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub j: Option<Json>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub k: Option<Json>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub l: Option<Json>,
    /// The member `m`. Any JSON, because its schema is not an object.
    #[truto(query)]
    pub m: Option<Json>,
    /// The member `n`.
    #[truto(query)]
    pub n: Option<String>,
    /// The member `o`.
    #[truto(query)]
    pub o: Option<String>,
    /// The member `p`.
    #[truto(query)]
    pub p: Option<Json>,
    /// The member `q`.
    #[truto(query)]
    pub q: Option<String>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub r: Option<Json>,
    /// The member `s`.
    #[truto(query)]
    pub s: Option<Timestamp>,
    /// The member `t`.
    #[truto(query)]
    pub t: Option<i64>,
    /// The member `u[x]`.
    #[truto(query, rename = "u[x]")]
    pub u_x: Option<String>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    #[truto(query)]
    pub v: Option<Json>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub w: Option<Json>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub x: Option<Json>,
    /// The member `id`. Any JSON, because its `type` is not the name of a type.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `a`. Any JSON, because its type is strng, which JSON does not have.
    #[truto(rename = "a")]
    pub a_2: Option<Json>,
    /// The member `b`. Any JSON, because its schema is not an object.
    #[truto(rename = "b")]
    pub b_2: Option<Json>,
    /// The member `c`. Any JSON, because its `type` is not the name of a type.
    #[truto(rename = "c")]
    pub c_2: Option<Json>,
    /// The member `d`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "d")]
    pub d_2: Option<Json>,
    /// The member `e`.
    #[truto(rename = "e")]
    pub e_2: Vec<Json>,
    /// The member `f`. Any JSON, because its `properties` are not an object.
    #[truto(rename = "f")]
    pub f_2: Option<Json>,
    /// The member `g`. Any JSON, because its schema is not an object.
    #[truto(rename = "g")]
    pub g_2: Option<Json>,
    /// The member `h`. Any JSON, because its schema is not an object.
    #[truto(rename = "h")]
    pub h_2: Option<Json>,
    /// The member `i`. Any JSON, because its schema is not an object.
    #[truto(rename = "i")]
    pub i_2: Option<Json>,
    /// The member `j`. Any JSON, because its schema is not an object.
    #[truto(rename = "j")]
    pub j_2: Option<Json>,
    /// The member `k`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "k")]
    pub k_2: Option<Json>,
    /// The member `l`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "l")]
    pub l_2: Option<Json>,
    /// The member `m`. Any JSON, because its schema is not an object.
    #[truto(rename = "m")]
    pub m_2: Option<Json>,
    /// The member `n`.
    #[truto(rename = "n")]
    pub n_2: Option<String>,
    /// The member `o`.
    #[truto(rename = "o")]
    pub o_2: Option<String>,
    /// The member `p`.
    #[truto(rename = "p")]
    pub p_2: Vec<Json>,
    /// The member `q`.
    #[truto(rename = "q")]
    pub q_2: Option<String>,
    /// The member `r`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "r")]
    pub r_2: Option<Json>,
    /// The member `s`.
    #[truto(rename = "s")]
    pub s_2: Option<Timestamp>,
    /// The member `t`.
    #[truto(rename = "t")]
    pub t_2: Option<i64>,
    /// The member `u`.
    pub u: Option<U>,
    /// The member `v`. Any JSON, because the schema says no more than that it may be null.
    #[truto(rename = "v")]
    pub v_2: Option<Json>,
    /// The member `w`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "w")]
    pub w_2: Option<Json>,
    /// The member `x`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "x")]
    pub x_2: Option<Json>,
}
