// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `local-ref` of the model `odd`.

use truto_core::types::{Id, Unknown};
use truto_core::{Filter, Patch, UnifiedRecord, unified_endpoint};

/// A record of `local-ref`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct LocalRef {
    /// The member `home`.
    pub home: Option<Home>,
    /// The member `work`.
    pub work: Option<Work>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Home`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Home {
    /// The member `street`.
    pub street: Option<String>,
    /// The member `zip`.
    pub zip: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Work`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Work {
    /// The member `street`.
    pub street: Option<String>,
    /// The member `zip`.
    pub zip: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists local ref.
///
/// `GET /unified/odd/local-ref` returns pages of [`LocalRef`].
#[unified_endpoint(GET, "/unified/odd/local-ref", response = LocalRef, paginated)]
pub struct ListLocalRef {
    /// The member `home[street]`.
    #[truto(rename = "home[street]")]
    pub home_street: Option<Filter<String>>,
    /// The member `home[zip]`.
    #[truto(rename = "home[zip]")]
    pub home_zip: Option<Filter<String>>,
    /// The member `work[street]`.
    #[truto(rename = "work[street]")]
    pub work_street: Option<Filter<String>>,
    /// The member `work[zip]`.
    #[truto(rename = "work[zip]")]
    pub work_zip: Option<Filter<String>>,
}

/// Reads a local ref.
///
/// `GET /unified/odd/local-ref/{id}` returns the [`LocalRef`].
#[unified_endpoint(GET, "/unified/odd/local-ref/{id}", response = LocalRef)]
pub struct GetLocalRef {
    /// Id of the local ref.
    pub id: Id<LocalRef>,
    /// The member `home[street]`.
    #[truto(rename = "home[street]")]
    pub home_street: Option<String>,
    /// The member `home[zip]`.
    #[truto(rename = "home[zip]")]
    pub home_zip: Option<String>,
    /// The member `work[street]`.
    #[truto(rename = "work[street]")]
    pub work_street: Option<String>,
    /// The member `work[zip]`.
    #[truto(rename = "work[zip]")]
    pub work_zip: Option<String>,
}

/// Creates a local ref. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/local-ref` returns the [`LocalRef`].
#[unified_endpoint(POST, "/unified/odd/local-ref", response = LocalRef)]
pub struct CreateLocalRef {
    /// The member `home[street]`.
    #[truto(query, rename = "home[street]")]
    pub home_street: Option<String>,
    /// The member `home[zip]`.
    #[truto(query, rename = "home[zip]")]
    pub home_zip: Option<String>,
    /// The member `work[street]`.
    #[truto(query, rename = "work[street]")]
    pub work_street: Option<String>,
    /// The member `work[zip]`.
    #[truto(query, rename = "work[zip]")]
    pub work_zip: Option<String>,
    /// The member `home`.
    pub home: Option<Home>,
    /// The member `work`.
    pub work: Option<Work>,
}

/// Changes a local ref. What is not set stays as it is.
///
/// `PATCH /unified/odd/local-ref/{id}` returns the [`LocalRef`].
#[unified_endpoint(PATCH, "/unified/odd/local-ref/{id}", response = LocalRef)]
pub struct UpdateLocalRef {
    /// Id of the local ref.
    pub id: Id<LocalRef>,
    /// The member `home[street]`.
    #[truto(query, rename = "home[street]")]
    pub home_street: Option<String>,
    /// The member `home[zip]`.
    #[truto(query, rename = "home[zip]")]
    pub home_zip: Option<String>,
    /// The member `work[street]`.
    #[truto(query, rename = "work[street]")]
    pub work_street: Option<String>,
    /// The member `work[zip]`.
    #[truto(query, rename = "work[zip]")]
    pub work_zip: Option<String>,
    /// The member `home`.
    pub home: Patch<Home>,
    /// The member `work`.
    pub work: Patch<Work>,
}
