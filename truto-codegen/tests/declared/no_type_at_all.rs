// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `no_type_at_all` of the model `fixtures`.
//!
//! Sources of [`NoTypeAtAll`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NoTypeAtAll {
    /// An identifier without a type. Any JSON, because the schema does not say what it is.
    pub id: Option<RawJson>,
    /// The member `profile`.
    pub profile: Option<Profile>,
    /// The member `list`.
    pub list: Vec<List>,
    /// The member `state`.
    pub state: Option<Open<NoTypeAtAllState>>,
    /// The member `size`.
    pub size: Option<f64>,
    /// The member `short`.
    pub short: Option<String>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    pub anything: Option<RawJson>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    pub really_anything: Option<RawJson>,
    /// The member `never`. Any JSON, because the schema allows no value.
    pub never: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Profile`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Profile {
    /// City. Any JSON, because the schema does not say what it is.
    pub city: Option<RawJson>,
    /// The member `zip`. Any JSON, because the schema does not say what it is.
    pub zip: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `List`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct List {
    /// The member `n`.
    pub n: Option<f64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `NoTypeAtAllState`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum NoTypeAtAllState {
    /// `on`.
    On,
    /// `off`.
    Off,
}

/// Lists no type at all.
///
/// `GET /unified/fixtures/no_type_at_all` returns pages of [`NoTypeAtAll`].
#[unified_endpoint(GET, "/unified/fixtures/no_type_at_all", response = NoTypeAtAll, paginated)]
pub struct ListNoTypeAtAll {
    /// An identifier without a type. Any JSON, because the schema does not say what it is.
    pub id: Option<Json>,
    /// City. Any JSON, because the schema does not say what it is.
    #[truto(rename = "profile[city]")]
    pub profile_city: Option<Json>,
    /// The member `profile[zip]`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "profile[zip]")]
    pub profile_zip: Option<Json>,
    /// The member `list`.
    pub list: Option<Vec<List>>,
    /// The member `state`. Values: `on`, `off`.
    pub state: Option<Filter<String>>,
    /// The member `size`.
    pub size: Option<Filter<f64>>,
    /// The member `short`.
    pub short: Option<Filter<String>>,
    /// The member `when`.
    pub when: Option<DateFilter>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    pub anything: Option<Json>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    pub really_anything: Option<Json>,
    /// The member `never`. Any JSON, because the schema allows no value.
    pub never: Option<Json>,
}

/// Reads a no type at all.
///
/// `GET /unified/fixtures/no_type_at_all/{id}` returns the [`NoTypeAtAll`].
#[unified_endpoint(GET, "/unified/fixtures/no_type_at_all/{id}", response = NoTypeAtAll)]
pub struct GetNoTypeAtAll {
    /// Id of the no type at all.
    pub id: Id<NoTypeAtAll>,
}

/// Creates a no type at all. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/no_type_at_all` returns the [`NoTypeAtAll`].
#[unified_endpoint(POST, "/unified/fixtures/no_type_at_all", response = NoTypeAtAll)]
pub struct CreateNoTypeAtAll {
    /// An identifier without a type. Any JSON, because the schema does not say what it is.
    pub id: Option<Json>,
    /// The member `profile`.
    pub profile: Option<Profile>,
    /// The member `list`.
    pub list: Vec<List>,
    /// The member `state`.
    pub state: Option<Open<NoTypeAtAllState>>,
    /// The member `size`.
    pub size: Option<f64>,
    /// The member `short`.
    pub short: Option<String>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    pub anything: Option<Json>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    pub really_anything: Option<Json>,
    /// The member `never`. Any JSON, because the schema allows no value.
    pub never: Option<Json>,
}

/// Changes a no type at all. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/no_type_at_all/{id}` returns the [`NoTypeAtAll`].
#[unified_endpoint(PATCH, "/unified/fixtures/no_type_at_all/{id}", response = NoTypeAtAll)]
pub struct UpdateNoTypeAtAll {
    /// Id of the no type at all.
    pub id: Id<NoTypeAtAll>,
    /// The member `profile`.
    pub profile: Patch<Profile>,
    /// The member `list`.
    pub list: Option<Vec<List>>,
    /// The member `state`.
    pub state: Patch<Open<NoTypeAtAllState>>,
    /// The member `size`.
    pub size: Patch<f64>,
    /// The member `short`.
    pub short: Patch<String>,
    /// The member `when`.
    pub when: Patch<Timestamp>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    pub anything: Patch<Json>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    pub really_anything: Patch<Json>,
    /// The member `never`. Any JSON, because the schema allows no value.
    pub never: Patch<Json>,
}

/// Deletes a no type at all.
///
/// `DELETE /unified/fixtures/no_type_at_all/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/no_type_at_all/{id}", response = Deleted)]
pub struct DeleteNoTypeAtAll {
    /// Id of the no type at all.
    pub id: Id<NoTypeAtAll>,
}

/// Calls the method `move-stage` of [`NoTypeAtAll`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/no_type_at_all/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/no_type_at_all/move-stage", response = Option<Json>)]
pub struct MoveStageNoTypeAtAll {
    /// An identifier without a type. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub id: Option<Json>,
    /// City. Any JSON, because the schema does not say what it is.
    #[truto(query, rename = "profile[city]")]
    pub profile_city: Option<Json>,
    /// The member `profile[zip]`. Any JSON, because the schema does not say what it is.
    #[truto(query, rename = "profile[zip]")]
    pub profile_zip: Option<Json>,
    /// The member `list`.
    #[truto(query)]
    pub list: Option<Vec<List>>,
    /// The member `state`.
    #[truto(query)]
    pub state: Option<Open<NoTypeAtAllState>>,
    /// The member `size`.
    #[truto(query)]
    pub size: Option<f64>,
    /// The member `short`.
    #[truto(query)]
    pub short: Option<String>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub anything: Option<Json>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub really_anything: Option<Json>,
    /// The member `never`. Any JSON, because the schema allows no value.
    #[truto(query)]
    pub never: Option<Json>,
    /// An identifier without a type. Any JSON, because the schema does not say what it is.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `profile`.
    pub profile: Option<Profile>,
    /// The member `list`.
    #[truto(rename = "list")]
    pub list_2: Vec<List>,
    /// The member `state`.
    #[truto(rename = "state")]
    pub state_2: Option<Open<NoTypeAtAllState>>,
    /// The member `size`.
    #[truto(rename = "size")]
    pub size_2: Option<f64>,
    /// The member `short`.
    #[truto(rename = "short")]
    pub short_2: Option<String>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Option<Timestamp>,
    /// The member `anything`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "anything")]
    pub anything_2: Option<Json>,
    /// The member `really_anything`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "really_anything")]
    pub really_anything_2: Option<Json>,
    /// The member `never`. Any JSON, because the schema allows no value.
    #[truto(rename = "never")]
    pub never_2: Option<Json>,
}
