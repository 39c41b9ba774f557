// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `open-enum` of the model `odd`.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `open-enum`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OpenEnum {
    /// The member `kind`.
    pub kind: Option<Open<OpenEnumKind>>,
    /// The member `level`.
    pub level: Option<Open<OpenEnumLevel>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `OpenEnumKind`.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum OpenEnumKind {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Values of `OpenEnumLevel`.
///
/// [`Open`](truto_core::types::Open) keeps a value that is not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum OpenEnumLevel {
    /// `low`.
    Low,
    /// `high`.
    High,
}

/// Lists open enum.
///
/// `GET /unified/odd/open-enum` returns pages of [`OpenEnum`].
#[unified_endpoint(GET, "/unified/odd/open-enum", response = OpenEnum, paginated)]
pub struct ListOpenEnum {
    /// The member `kind`. Values: `a`, `b`.
    pub kind: Option<Filter<String>>,
    /// The member `level`. Values: `low`, `high`.
    pub level: Option<Filter<String>>,
}

/// Reads an open enum.
///
/// `GET /unified/odd/open-enum/{id}` returns the [`OpenEnum`].
#[unified_endpoint(GET, "/unified/odd/open-enum/{id}", response = OpenEnum)]
pub struct GetOpenEnum {
    /// Id of the open enum.
    pub id: Id<OpenEnum>,
    /// The member `kind`.
    pub kind: Option<Open<OpenEnumKind>>,
    /// The member `level`.
    pub level: Option<Open<OpenEnumLevel>>,
}

/// Creates an open enum. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/open-enum` returns the [`OpenEnum`].
#[unified_endpoint(POST, "/unified/odd/open-enum", response = OpenEnum)]
pub struct CreateOpenEnum {
    /// The member `kind`.
    #[truto(query)]
    pub kind: Option<Open<OpenEnumKind>>,
    /// The member `level`.
    #[truto(query)]
    pub level: Option<Open<OpenEnumLevel>>,
    /// The member `kind`.
    #[truto(rename = "kind")]
    pub kind_2: Option<Open<OpenEnumKind>>,
    /// The member `level`.
    #[truto(rename = "level")]
    pub level_2: Option<Open<OpenEnumLevel>>,
}

/// Changes an open enum. What is not set stays as it is.
///
/// `PATCH /unified/odd/open-enum/{id}` returns the [`OpenEnum`].
#[unified_endpoint(PATCH, "/unified/odd/open-enum/{id}", response = OpenEnum)]
pub struct UpdateOpenEnum {
    /// Id of the open enum.
    pub id: Id<OpenEnum>,
    /// The member `kind`.
    #[truto(query)]
    pub kind: Option<Open<OpenEnumKind>>,
    /// The member `level`.
    #[truto(query)]
    pub level: Option<Open<OpenEnumLevel>>,
    /// The member `kind`.
    #[truto(rename = "kind")]
    pub kind_2: Patch<Open<OpenEnumKind>>,
    /// The member `level`.
    #[truto(rename = "level")]
    pub level_2: Patch<Open<OpenEnumLevel>>,
}
