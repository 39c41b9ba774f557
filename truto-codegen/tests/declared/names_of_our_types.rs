// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `names_of_our_types` of the model `fixtures`.
//!
//! Sources of [`NamesOfOurType`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NamesOfOurType {
    /// The member `option`.
    pub option: Option<NamesOfOurTypeOption>,
    /// The member `vec`.
    pub vec: Option<NamesOfOurTypeVec>,
    /// The member `string`.
    pub string: Option<NamesOfOurTypeString>,
    /// The member `open`.
    pub open: Option<Open<NamesOfOurTypeOpen>>,
    /// The member `timestamp`.
    pub timestamp: Option<NamesOfOurTypeTimestamp>,
    /// The member `raw_json`.
    pub raw_json: Option<NamesOfOurTypeRawJson>,
    /// The member `id`.
    pub id: Option<NamesOfOurTypeId>,
    /// The member `result`.
    pub result: Option<NamesOfOurTypeResult>,
    /// The member `unknown`.
    pub unknown: Option<NamesOfOurTypeUnknown>,
    /// The member `patch`.
    pub patch: Option<NamesOfOurTypePatch>,
    /// The member `filter`.
    pub filter: Option<NamesOfOurTypeFilter>,
    /// The member `box`.
    pub r#box: Option<NamesOfOurTypeBox>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<NamesOfOurTypeSelf>,
    /// The member `deleted`.
    pub deleted: Option<NamesOfOurTypeDeleted>,
    /// The member `list_records`.
    pub list_records: Option<ListRecord>,
    /// The member `record`.
    pub record: Option<NamesOfOurTypeRecord>,
    /// The member `default`.
    #[truto(rename = "default")]
    pub default_field: Option<Open<NamesOfOurTypeDefault>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown_2: Unknown,
}

/// A value of `NamesOfOurTypeOption`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeOption {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeVec`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeVec {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeString`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeString {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `NamesOfOurTypeOpen`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum NamesOfOurTypeOpen {
    /// `yes`.
    Yes,
    /// `no`.
    No,
}

/// A value of `NamesOfOurTypeTimestamp`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeTimestamp {
    /// The member `at`.
    pub at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeRawJson`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeRawJson {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeId`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeId {
    /// The member `value`.
    pub value: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeResult`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeResult {
    /// The member `ok`.
    pub ok: Option<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeUnknown`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeUnknown {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypePatch`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypePatch {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeFilter`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeFilter {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeBox`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeBox {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeSelf`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeSelf {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeDeleted`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeDeleted {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `ListRecord`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ListRecord {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `NamesOfOurTypeRecord`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct NamesOfOurTypeRecord {
    /// The member `a`.
    pub a: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `NamesOfOurTypeDefault`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum NamesOfOurTypeDefault {
    /// `default`.
    Default,
    /// `clone`.
    Clone,
    /// `debug`.
    Debug,
}

/// Lists names of our types.
///
/// `GET /unified/fixtures/names_of_our_types` returns pages of [`NamesOfOurType`].
#[unified_endpoint(GET, "/unified/fixtures/names_of_our_types", response = NamesOfOurType, paginated)]
pub struct ListNamesOfOurTypes {
    /// The member `option[a]`.
    #[truto(rename = "option[a]")]
    pub option_a: Option<Filter<String>>,
    /// The member `vec[a]`.
    #[truto(rename = "vec[a]")]
    pub vec_a: Option<Filter<String>>,
    /// The member `string[a]`.
    #[truto(rename = "string[a]")]
    pub string_a: Option<Filter<String>>,
    /// The member `open`. Values: `yes`, `no`.
    pub open: Option<Filter<String>>,
    /// The member `timestamp[at]`.
    #[truto(rename = "timestamp[at]")]
    pub timestamp_at: Option<DateFilter>,
    /// The member `raw_json[a]`.
    #[truto(rename = "raw_json[a]")]
    pub raw_json_a: Option<Filter<String>>,
    /// The member `id[value]`.
    #[truto(rename = "id[value]")]
    pub id_value: Option<Filter<String>>,
    /// The member `result[ok]`.
    #[truto(rename = "result[ok]")]
    pub result_ok: Option<bool>,
    /// The member `unknown[a]`.
    #[truto(rename = "unknown[a]")]
    pub unknown_a: Option<Filter<String>>,
    /// The member `patch[a]`.
    #[truto(rename = "patch[a]")]
    pub patch_a: Option<Filter<String>>,
    /// The member `filter[a]`.
    #[truto(rename = "filter[a]")]
    pub filter_a: Option<Filter<String>>,
    /// The member `box[a]`.
    #[truto(rename = "box[a]")]
    pub box_a: Option<Filter<String>>,
    /// The member `self[a]`.
    #[truto(rename = "self[a]")]
    pub self_a: Option<Filter<String>>,
    /// The member `deleted[id]`.
    #[truto(rename = "deleted[id]")]
    pub deleted_id: Option<Filter<String>>,
    /// The member `list_records[a]`.
    #[truto(rename = "list_records[a]")]
    pub list_records_a: Option<Filter<String>>,
    /// The member `record[a]`.
    #[truto(rename = "record[a]")]
    pub record_a: Option<Filter<String>>,
    /// The member `default`. Values: `default`, `clone`, `debug`.
    pub default: Option<Filter<String>>,
}

/// Reads a names of our type.
///
/// `GET /unified/fixtures/names_of_our_types/{id}` returns the [`NamesOfOurType`].
#[unified_endpoint(GET, "/unified/fixtures/names_of_our_types/{id}", response = NamesOfOurType)]
pub struct GetNamesOfOurType {
    /// Id of the names of our type.
    pub id: Id<NamesOfOurType>,
}

/// Creates a names of our type. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/names_of_our_types` returns the [`NamesOfOurType`].
#[unified_endpoint(POST, "/unified/fixtures/names_of_our_types", response = NamesOfOurType)]
pub struct CreateNamesOfOurType {
    /// The member `option`.
    pub option: Option<NamesOfOurTypeOption>,
    /// The member `vec`.
    pub vec: Option<NamesOfOurTypeVec>,
    /// The member `string`.
    pub string: Option<NamesOfOurTypeString>,
    /// The member `open`.
    pub open: Option<Open<NamesOfOurTypeOpen>>,
    /// The member `timestamp`.
    pub timestamp: Option<NamesOfOurTypeTimestamp>,
    /// The member `raw_json`.
    pub raw_json: Option<NamesOfOurTypeRawJson>,
    /// The member `id`.
    pub id: Option<NamesOfOurTypeId>,
    /// The member `result`.
    pub result: Option<NamesOfOurTypeResult>,
    /// The member `unknown`.
    pub unknown: Option<NamesOfOurTypeUnknown>,
    /// The member `patch`.
    pub patch: Option<NamesOfOurTypePatch>,
    /// The member `filter`.
    pub filter: Option<NamesOfOurTypeFilter>,
    /// The member `box`.
    pub r#box: Option<NamesOfOurTypeBox>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<NamesOfOurTypeSelf>,
    /// The member `deleted`.
    pub deleted: Option<NamesOfOurTypeDeleted>,
    /// The member `list_records`.
    pub list_records: Option<ListRecord>,
    /// The member `record`.
    pub record: Option<NamesOfOurTypeRecord>,
    /// The member `default`.
    pub default: Option<Open<NamesOfOurTypeDefault>>,
}

/// Changes a names of our type. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/names_of_our_types/{id}` returns the [`NamesOfOurType`].
#[unified_endpoint(PATCH, "/unified/fixtures/names_of_our_types/{id}", response = NamesOfOurType)]
pub struct UpdateNamesOfOurType {
    /// Id of the names of our type.
    pub id: Id<NamesOfOurType>,
    /// The member `option`.
    pub option: Patch<NamesOfOurTypeOption>,
    /// The member `vec`.
    pub vec: Patch<NamesOfOurTypeVec>,
    /// The member `string`.
    pub string: Patch<NamesOfOurTypeString>,
    /// The member `open`.
    pub open: Patch<Open<NamesOfOurTypeOpen>>,
    /// The member `timestamp`.
    pub timestamp: Patch<NamesOfOurTypeTimestamp>,
    /// The member `raw_json`.
    pub raw_json: Patch<NamesOfOurTypeRawJson>,
    /// The member `result`.
    pub result: Patch<NamesOfOurTypeResult>,
    /// The member `unknown`.
    pub unknown: Patch<NamesOfOurTypeUnknown>,
    /// The member `patch`.
    pub patch: Patch<NamesOfOurTypePatch>,
    /// The member `filter`.
    pub filter: Patch<NamesOfOurTypeFilter>,
    /// The member `box`.
    pub r#box: Patch<NamesOfOurTypeBox>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Patch<NamesOfOurTypeSelf>,
    /// The member `deleted`.
    pub deleted: Patch<NamesOfOurTypeDeleted>,
    /// The member `list_records`.
    pub list_records: Patch<ListRecord>,
    /// The member `record`.
    pub record: Patch<NamesOfOurTypeRecord>,
    /// The member `default`.
    pub default: Patch<Open<NamesOfOurTypeDefault>>,
}

/// Deletes a names of our type.
///
/// `DELETE /unified/fixtures/names_of_our_types/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/names_of_our_types/{id}", response = Deleted)]
pub struct DeleteNamesOfOurType {
    /// Id of the names of our type.
    pub id: Id<NamesOfOurType>,
}

/// Calls the method `move-stage` of [`NamesOfOurType`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/names_of_our_types/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/names_of_our_types/move-stage", response = Option<Json>)]
pub struct MoveStageNamesOfOurTypes {
    /// The member `option[a]`.
    #[truto(query, rename = "option[a]")]
    pub option_a: Option<String>,
    /// The member `vec[a]`.
    #[truto(query, rename = "vec[a]")]
    pub vec_a: Option<String>,
    /// The member `string[a]`.
    #[truto(query, rename = "string[a]")]
    pub string_a: Option<String>,
    /// The member `open`.
    #[truto(query)]
    pub open: Option<Open<NamesOfOurTypeOpen>>,
    /// The member `timestamp[at]`.
    #[truto(query, rename = "timestamp[at]")]
    pub timestamp_at: Option<Timestamp>,
    /// The member `raw_json[a]`.
    #[truto(query, rename = "raw_json[a]")]
    pub raw_json_a: Option<String>,
    /// The member `id[value]`.
    #[truto(query, rename = "id[value]")]
    pub id_value: Option<String>,
    /// The member `result[ok]`.
    #[truto(query, rename = "result[ok]")]
    pub result_ok: Option<bool>,
    /// The member `unknown[a]`.
    #[truto(query, rename = "unknown[a]")]
    pub unknown_a: Option<String>,
    /// The member `patch[a]`.
    #[truto(query, rename = "patch[a]")]
    pub patch_a: Option<String>,
    /// The member `filter[a]`.
    #[truto(query, rename = "filter[a]")]
    pub filter_a: Option<String>,
    /// The member `box[a]`.
    #[truto(query, rename = "box[a]")]
    pub box_a: Option<String>,
    /// The member `self[a]`.
    #[truto(query, rename = "self[a]")]
    pub self_a: Option<String>,
    /// The member `deleted[id]`.
    #[truto(query, rename = "deleted[id]")]
    pub deleted_id: Option<String>,
    /// The member `list_records[a]`.
    #[truto(query, rename = "list_records[a]")]
    pub list_records_a: Option<String>,
    /// The member `record[a]`.
    #[truto(query, rename = "record[a]")]
    pub record_a: Option<String>,
    /// The member `default`.
    #[truto(query)]
    pub default: Option<Open<NamesOfOurTypeDefault>>,
    /// The member `option`.
    pub option: Option<NamesOfOurTypeOption>,
    /// The member `vec`.
    pub vec: Option<NamesOfOurTypeVec>,
    /// The member `string`.
    pub string: Option<NamesOfOurTypeString>,
    /// The member `open`.
    #[truto(rename = "open")]
    pub open_2: Option<Open<NamesOfOurTypeOpen>>,
    /// The member `timestamp`.
    pub timestamp: Option<NamesOfOurTypeTimestamp>,
    /// The member `raw_json`.
    pub raw_json: Option<NamesOfOurTypeRawJson>,
    /// The member `id`.
    pub id: Option<NamesOfOurTypeId>,
    /// The member `result`.
    pub result: Option<NamesOfOurTypeResult>,
    /// The member `unknown`.
    pub unknown: Option<NamesOfOurTypeUnknown>,
    /// The member `patch`.
    pub patch: Option<NamesOfOurTypePatch>,
    /// The member `filter`.
    pub filter: Option<NamesOfOurTypeFilter>,
    /// The member `box`.
    pub r#box: Option<NamesOfOurTypeBox>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<NamesOfOurTypeSelf>,
    /// The member `deleted`.
    pub deleted: Option<NamesOfOurTypeDeleted>,
    /// The member `list_records`.
    pub list_records: Option<ListRecord>,
    /// The member `record`.
    pub record: Option<NamesOfOurTypeRecord>,
    /// The member `default`.
    #[truto(rename = "default")]
    pub default_2: Option<Open<NamesOfOurTypeDefault>>,
}
