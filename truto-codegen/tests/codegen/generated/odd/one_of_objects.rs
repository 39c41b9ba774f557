// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `one-of-objects` of the model `odd`.

use truto_core::types::{Id, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A record of `one-of-objects`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OneOfObject {
    /// The member `actor`.
    pub actor: Option<Actor>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Actor`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Actor {
    /// The member `kind`. Any JSON, because it has several shapes.
    pub kind: Option<RawJson>,
    /// The member `email`.
    pub email: Option<String>,
    /// The member `token`.
    pub token: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists one of objects.
///
/// `GET /unified/odd/one-of-objects` returns pages of [`OneOfObject`].
#[unified_endpoint(GET, "/unified/odd/one-of-objects", response = OneOfObject, paginated)]
pub struct ListOneOfObjects {
    /// The member `actor[kind]`. Any JSON, because it has several shapes.
    #[truto(rename = "actor[kind]")]
    pub actor_kind: Option<Json>,
    /// The member `actor[email]`.
    #[truto(rename = "actor[email]")]
    pub actor_email: Option<Filter<String>>,
    /// The member `actor[token]`.
    #[truto(rename = "actor[token]")]
    pub actor_token: Option<Filter<i64>>,
}

/// Reads an one of object.
///
/// `GET /unified/odd/one-of-objects/{id}` returns the [`OneOfObject`].
#[unified_endpoint(GET, "/unified/odd/one-of-objects/{id}", response = OneOfObject)]
pub struct GetOneOfObject {
    /// Id of the one of object.
    pub id: Id<OneOfObject>,
    /// The member `actor[kind]`. Any JSON, because it has several shapes.
    #[truto(rename = "actor[kind]")]
    pub actor_kind: Option<Json>,
    /// The member `actor[email]`.
    #[truto(rename = "actor[email]")]
    pub actor_email: Option<String>,
    /// The member `actor[token]`.
    #[truto(rename = "actor[token]")]
    pub actor_token: Option<i64>,
}

/// Creates an one of object. What is not declared here is for `remote_data`.
///
/// `POST /unified/odd/one-of-objects` returns the [`OneOfObject`].
#[unified_endpoint(POST, "/unified/odd/one-of-objects", response = OneOfObject)]
pub struct CreateOneOfObject {
    /// The member `actor[kind]`. Any JSON, because it has several shapes.
    #[truto(query, rename = "actor[kind]")]
    pub actor_kind: Option<Json>,
    /// The member `actor[email]`.
    #[truto(query, rename = "actor[email]")]
    pub actor_email: Option<String>,
    /// The member `actor[token]`.
    #[truto(query, rename = "actor[token]")]
    pub actor_token: Option<i64>,
    /// The member `actor`.
    pub actor: Option<Actor>,
}

/// Changes an one of object. What is not set stays as it is.
///
/// `PATCH /unified/odd/one-of-objects/{id}` returns the [`OneOfObject`].
#[unified_endpoint(PATCH, "/unified/odd/one-of-objects/{id}", response = OneOfObject)]
pub struct UpdateOneOfObject {
    /// Id of the one of object.
    pub id: Id<OneOfObject>,
    /// The member `actor[kind]`. Any JSON, because it has several shapes.
    #[truto(query, rename = "actor[kind]")]
    pub actor_kind: Option<Json>,
    /// The member `actor[email]`.
    #[truto(query, rename = "actor[email]")]
    pub actor_email: Option<String>,
    /// The member `actor[token]`.
    #[truto(query, rename = "actor[token]")]
    pub actor_token: Option<i64>,
    /// The member `actor`.
    pub actor: Patch<Actor>,
}
