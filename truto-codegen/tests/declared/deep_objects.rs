// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `deep_objects` of the model `fixtures`.
//!
//! Sources of [`DeepObject`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct DeepObject {
    /// The member `level_11`.
    pub level_11: Option<Level11>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level11`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level11 {
    /// The member `level_10`.
    pub level_10: Option<Level10>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level10`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level10 {
    /// The member `level_9`.
    pub level_9: Option<Level9>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level9`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level9 {
    /// The member `level_8`.
    pub level_8: Option<Level8>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level8`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level8 {
    /// The member `level_7`.
    pub level_7: Option<Level7>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level7`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level7 {
    /// The member `level_6`.
    pub level_6: Option<Level6>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level6`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level6 {
    /// The member `level_5`.
    pub level_5: Option<Level5>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level5`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level5 {
    /// The member `level_4`.
    pub level_4: Option<Level4>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level4`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level4 {
    /// The member `level_3`.
    pub level_3: Option<Level3>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level3`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level3 {
    /// The member `level_2`.
    pub level_2: Option<Level2>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level2`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level2 {
    /// The member `level_1`.
    pub level_1: Option<Level1>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level1`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level1 {
    /// The member `level_0`.
    pub level_0: Option<Level0>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Level0`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Level0 {
    /// The member `leaf`.
    pub leaf: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists deep objects.
///
/// `GET /unified/fixtures/deep_objects` returns pages of [`DeepObject`].
#[unified_endpoint(GET, "/unified/fixtures/deep_objects", response = DeepObject, paginated)]
pub struct ListDeepObjects {
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][level_1][level_0][leaf]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][level_1][name]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6_2: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][name]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6_3: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_4: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][name]`.
    #[truto(rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_5: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][name]`.
    #[truto(rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_6: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][name]`.
    #[truto(rename = "level_11[level_10][level_9][level_8][level_7][level_6][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_7: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][level_7][name]`.
    #[truto(rename = "level_11[level_10][level_9][level_8][level_7][name]")]
    pub level_11_level_10_level_9_level_8_level_7_name: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][level_8][name]`.
    #[truto(rename = "level_11[level_10][level_9][level_8][name]")]
    pub level_11_level_10_level_9_level_8_name: Option<Filter<String>>,
    /// The member `level_11[level_10][level_9][name]`.
    #[truto(rename = "level_11[level_10][level_9][name]")]
    pub level_11_level_10_level_9_name: Option<Filter<String>>,
    /// The member `level_11[level_10][name]`.
    #[truto(rename = "level_11[level_10][name]")]
    pub level_11_level_10_name: Option<Filter<String>>,
    /// The member `level_11[name]`.
    #[truto(rename = "level_11[name]")]
    pub level_11_name: Option<Filter<String>>,
    /// The member `name`.
    pub name: Option<Filter<String>>,
}

/// Reads a deep object.
///
/// `GET /unified/fixtures/deep_objects/{id}` returns the [`DeepObject`].
#[unified_endpoint(GET, "/unified/fixtures/deep_objects/{id}", response = DeepObject)]
pub struct GetDeepObject {
    /// Id of the deep object.
    pub id: Id<DeepObject>,
}

/// Creates a deep object. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/deep_objects` returns the [`DeepObject`].
#[unified_endpoint(POST, "/unified/fixtures/deep_objects", response = DeepObject)]
pub struct CreateDeepObject {
    /// The member `level_11`.
    pub level_11: Option<Level11>,
    /// The member `name`.
    pub name: Option<String>,
}

/// Changes a deep object. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/deep_objects/{id}` returns the [`DeepObject`].
#[unified_endpoint(PATCH, "/unified/fixtures/deep_objects/{id}", response = DeepObject)]
pub struct UpdateDeepObject {
    /// Id of the deep object.
    pub id: Id<DeepObject>,
    /// The member `level_11`.
    pub level_11: Patch<Level11>,
    /// The member `name`.
    pub name: Patch<String>,
}

/// Deletes a deep object.
///
/// `DELETE /unified/fixtures/deep_objects/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/deep_objects/{id}", response = Deleted)]
pub struct DeleteDeepObject {
    /// Id of the deep object.
    pub id: Id<DeepObject>,
}

/// Calls the method `move-stage` of [`DeepObject`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/deep_objects/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/deep_objects/move-stage", response = Option<Json>)]
pub struct MoveStageDeepObjects {
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        query,
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][level_1][level_0][leaf]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        query,
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][level_1][name]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6_2: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(
        query,
        rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][level_2][name]"
    )]
    pub level_11_level_10_level_9_level_8_level_7_level_6_3: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][level_3][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_4: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][level_4][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_5: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][level_5][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][level_7][level_6][level_5][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_6: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][level_6][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][level_7][level_6][name]")]
    pub level_11_level_10_level_9_level_8_level_7_level_6_7: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][level_7][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][level_7][name]")]
    pub level_11_level_10_level_9_level_8_level_7_name: Option<String>,
    /// The member `level_11[level_10][level_9][level_8][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][level_8][name]")]
    pub level_11_level_10_level_9_level_8_name: Option<String>,
    /// The member `level_11[level_10][level_9][name]`.
    #[truto(query, rename = "level_11[level_10][level_9][name]")]
    pub level_11_level_10_level_9_name: Option<String>,
    /// The member `level_11[level_10][name]`.
    #[truto(query, rename = "level_11[level_10][name]")]
    pub level_11_level_10_name: Option<String>,
    /// The member `level_11[name]`.
    #[truto(query, rename = "level_11[name]")]
    pub level_11_name: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `level_11`.
    pub level_11: Option<Level11>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
}
