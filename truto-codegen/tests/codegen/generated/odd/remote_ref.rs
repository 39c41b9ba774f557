// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `remote-ref` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `remote-ref`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct RemoteRef {
    /// The member `user`. Any JSON, because its schema is elsewhere.
    pub user: Option<RawJson>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    pub gone: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists remote ref.
///
/// `GET /unified/odd/remote-ref` returns pages of [`RemoteRef`].
#[unified_endpoint(GET, "/unified/odd/remote-ref", response = RemoteRef, paginated)]
pub struct ListRemoteRef {
    /// The member `user`. Any JSON, because its schema is elsewhere.
    pub user: Option<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    pub gone: Option<Json>,
}

/// Reads a remote ref.
///
/// `GET /unified/odd/remote-ref/{id}` returns the [`RemoteRef`].
#[unified_endpoint(GET, "/unified/odd/remote-ref/{id}", response = RemoteRef)]
pub struct GetRemoteRef {
    /// Id of the remote ref.
    pub id: Id<RemoteRef>,
    /// The member `user`. Any JSON, because its schema is elsewhere.
    pub user: Option<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    pub gone: Option<Json>,
}

/// Creates a remote ref. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/remote-ref` returns the [`RemoteRef`].
#[unified_endpoint(POST, "/unified/odd/remote-ref", response = RemoteRef)]
pub struct CreateRemoteRef {
    /// The member `user`. Any JSON, because its schema is elsewhere.
    #[truto(query)]
    pub user: Option<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    #[truto(query)]
    pub gone: Option<Json>,
    /// The member `user`. Any JSON, because its schema is elsewhere.
    #[truto(rename = "user")]
    pub user_2: Option<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    #[truto(rename = "gone")]
    pub gone_2: Option<Json>,
}

/// Changes a remote ref. What is not set stays as it is.
///
/// `PATCH /unified/odd/remote-ref/{id}` returns the [`RemoteRef`].
#[unified_endpoint(PATCH, "/unified/odd/remote-ref/{id}", response = RemoteRef)]
pub struct UpdateRemoteRef {
    /// Id of the remote ref.
    pub id: Id<RemoteRef>,
    /// The member `user`. Any JSON, because its schema is elsewhere.
    #[truto(query)]
    pub user: Option<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    #[truto(query)]
    pub gone: Option<Json>,
    /// The member `user`. Any JSON, because its schema is elsewhere.
    #[truto(rename = "user")]
    pub user_2: Patch<Json>,
    /// The member `gone`. Any JSON, because its schema is elsewhere.
    #[truto(rename = "gone")]
    pub gone_2: Patch<Json>,
}
