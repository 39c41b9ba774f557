// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `too-deep` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `too-deep`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct TooDeep {
    /// The member `x`.
    pub x: Option<TooDeepX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepX {
    /// The member `x`.
    pub x: Option<TooDeepXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXx {
    /// The member `x`.
    pub x: Option<TooDeepXxX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxX {
    /// The member `x`.
    pub x: Option<TooDeepXxXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXx {
    /// The member `x`.
    pub x: Option<TooDeepXxXxX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxX {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXx {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxX {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxXx {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxXxX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxXxX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxXxX {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxXxXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxXxXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxXxXx {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxXxXxX>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxXxXxX`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxXxXxX {
    /// The member `x`.
    pub x: Option<TooDeepXxXxXxXxXxXx>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TooDeepXxXxXxXxXxXx`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TooDeepXxXxXxXxXxXx {
    /// The member `x`. Any JSON, because it is nested too deep.
    pub x: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists too deep.
///
/// `GET /unified/odd/too-deep` returns pages of [`TooDeep`].
#[unified_endpoint(GET, "/unified/odd/too-deep", response = TooDeep, paginated)]
pub struct ListTooDeep {
    /// The member `x[x][x][x][x][x][x][x][x][x][x][x][x]`. Any JSON, because it is nested too deep.
    #[truto(rename = "x[x][x][x][x][x][x][x][x][x][x][x][x]")]
    pub x_x_x_x_x_x_x_x_x_x_x_x_x: Option<Json>,
}

/// Reads a too deep.
///
/// `GET /unified/odd/too-deep/{id}` returns the [`TooDeep`].
#[unified_endpoint(GET, "/unified/odd/too-deep/{id}", response = TooDeep)]
pub struct GetTooDeep {
    /// Id of the too deep.
    pub id: Id<TooDeep>,
    /// The member `x[x][x][x][x][x][x][x][x][x][x][x][x]`. Any JSON, because it is nested too deep.
    #[truto(rename = "x[x][x][x][x][x][x][x][x][x][x][x][x]")]
    pub x_x_x_x_x_x_x_x_x_x_x_x_x: Option<Json>,
}

/// Creates a too deep. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/too-deep` returns the [`TooDeep`].
#[unified_endpoint(POST, "/unified/odd/too-deep", response = TooDeep)]
pub struct CreateTooDeep {
    /// The member `x[x][x][x][x][x][x][x][x][x][x][x][x]`. Any JSON, because it is nested too deep.
    #[truto(query, rename = "x[x][x][x][x][x][x][x][x][x][x][x][x]")]
    pub x_x_x_x_x_x_x_x_x_x_x_x_x: Option<Json>,
    /// The member `x`.
    pub x: Option<TooDeepX>,
}

/// Changes a too deep. What is not set stays as it is.
///
/// `PATCH /unified/odd/too-deep/{id}` returns the [`TooDeep`].
#[unified_endpoint(PATCH, "/unified/odd/too-deep/{id}", response = TooDeep)]
pub struct UpdateTooDeep {
    /// Id of the too deep.
    pub id: Id<TooDeep>,
    /// The member `x[x][x][x][x][x][x][x][x][x][x][x][x]`. Any JSON, because it is nested too deep.
    #[truto(query, rename = "x[x][x][x][x][x][x][x][x][x][x][x][x]")]
    pub x_x_x_x_x_x_x_x_x_x_x_x_x: Option<Json>,
    /// The member `x`.
    pub x: Patch<TooDeepX>,
}
