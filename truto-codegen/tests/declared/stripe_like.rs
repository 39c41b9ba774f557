// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `stripe_like` of the model `fixtures`.
//!
//! Sources of [`StripeLike`] and its methods: <https://docs.example/fixtures>.

use std::collections::BTreeMap;

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct StripeLike {
    /// The member `id`.
    pub id: Id<StripeLike>,
    /// String representing the object's type. Objects of the same type share the same value.
    pub object: Option<Open<StripeLikeObject>>,
    /// The member `livemode`.
    pub livemode: Option<bool>,
    /// The member `created`. Seconds since 1970.
    pub created: Option<i64>,
    /// The member `balance`.
    pub balance: Option<i64>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    pub default_source: Option<RawJson>,
    /// The member `discount`.
    pub discount: Option<Discount>,
    /// The member `metadata`.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The member `preferred_locales`.
    pub preferred_locales: Vec<String>,
    /// The member `deleted`.
    pub deleted: Option<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// String representing the object's type. Objects of the same type share the same value.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum StripeLikeObject {
    /// `customer`.
    Customer,
}

/// A value of `Discount`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Discount {
    /// The member `coupon`.
    pub coupon: Option<Coupon>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Coupon`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Coupon {
    /// The member `percent_off`.
    pub percent_off: Option<f64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists stripe like.
///
/// `GET /unified/fixtures/stripe_like` returns pages of [`StripeLike`].
#[unified_endpoint(GET, "/unified/fixtures/stripe_like", response = StripeLike, paginated)]
pub struct ListStripeLike {
    /// The member `id`. Required by the API.
    pub id: Option<Filter<String>>,
    /// String representing the object's type. Objects of the same type share the same value. Values: `customer`.
    /// Required by the API.
    pub object: Option<Filter<String>>,
    /// The member `livemode`. Required by the API.
    pub livemode: Option<bool>,
    /// The member `created`. Seconds since 1970.
    pub created: Option<Filter<i64>>,
    /// The member `balance`.
    pub balance: Option<Filter<i64>>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    pub default_source: Option<Json>,
    /// The member `discount[coupon][percent_off]`.
    #[truto(rename = "discount[coupon][percent_off]")]
    pub discount_coupon_percent_off: Option<Filter<f64>>,
    /// The member `metadata`.
    pub metadata: Option<Json>,
    /// The member `preferred_locales`.
    pub preferred_locales: Option<Vec<String>>,
    /// The member `deleted`.
    pub deleted: Option<bool>,
}

/// Reads a stripe like.
///
/// `GET /unified/fixtures/stripe_like/{id}` returns the [`StripeLike`].
#[unified_endpoint(GET, "/unified/fixtures/stripe_like/{id}", response = StripeLike)]
pub struct GetStripeLike {
    /// Id of the stripe like.
    pub id: Id<StripeLike>,
}

/// Creates a stripe like. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/stripe_like` returns the [`StripeLike`].
#[unified_endpoint(POST, "/unified/fixtures/stripe_like", response = StripeLike)]
pub struct CreateStripeLike {
    /// The member `id`.
    pub id: String,
    /// String representing the object's type. Objects of the same type share the same value.
    pub object: Open<StripeLikeObject>,
    /// The member `livemode`.
    pub livemode: bool,
    /// The member `created`. Seconds since 1970.
    pub created: Option<i64>,
    /// The member `balance`.
    pub balance: Option<i64>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    pub default_source: Option<Json>,
    /// The member `discount`.
    pub discount: Option<Discount>,
    /// The member `metadata`.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The member `preferred_locales`.
    pub preferred_locales: Vec<String>,
    /// The member `deleted`.
    pub deleted: Option<bool>,
}

/// Changes a stripe like. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/stripe_like/{id}` returns the [`StripeLike`].
#[unified_endpoint(PATCH, "/unified/fixtures/stripe_like/{id}", response = StripeLike)]
pub struct UpdateStripeLike {
    /// Id of the stripe like.
    pub id: Id<StripeLike>,
    /// String representing the object's type. Objects of the same type share the same value.
    pub object: Patch<Open<StripeLikeObject>>,
    /// The member `livemode`.
    pub livemode: Patch<bool>,
    /// The member `created`. Seconds since 1970.
    pub created: Patch<i64>,
    /// The member `balance`.
    pub balance: Patch<i64>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    pub default_source: Patch<Json>,
    /// The member `discount`.
    pub discount: Patch<Discount>,
    /// The member `metadata`.
    pub metadata: Patch<BTreeMap<String, String>>,
    /// The member `preferred_locales`.
    pub preferred_locales: Option<Vec<String>>,
    /// The member `deleted`.
    pub deleted: Patch<bool>,
}

/// Deletes a stripe like.
///
/// `DELETE /unified/fixtures/stripe_like/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/stripe_like/{id}", response = Deleted)]
pub struct DeleteStripeLike {
    /// Id of the stripe like.
    pub id: Id<StripeLike>,
}

/// Calls the method `move-stage` of [`StripeLike`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/stripe_like/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
#[unified_endpoint(POST, "/unified/fixtures/stripe_like/move-stage", response = Option<Json>)]
pub struct MoveStageStripeLike {
    /// The member `id`.
    #[truto(query)]
    pub id: String,
    /// String representing the object's type. Objects of the same type share the same value.
    #[truto(query)]
    pub object: Open<StripeLikeObject>,
    /// The member `livemode`.
    #[truto(query)]
    pub livemode: bool,
    /// The member `created`. Seconds since 1970.
    #[truto(query)]
    pub created: Option<i64>,
    /// The member `balance`.
    #[truto(query)]
    pub balance: Option<i64>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    #[truto(query)]
    pub default_source: Option<Json>,
    /// The member `discount[coupon][percent_off]`.
    #[truto(query, rename = "discount[coupon][percent_off]")]
    pub discount_coupon_percent_off: Option<f64>,
    /// The member `metadata`.
    #[truto(query)]
    pub metadata: Option<Json>,
    /// The member `preferred_locales`.
    #[truto(query)]
    pub preferred_locales: Option<Vec<String>>,
    /// The member `deleted`.
    #[truto(query)]
    pub deleted: Option<bool>,
    /// The member `id`.
    #[truto(rename = "id")]
    pub id_2: String,
    /// String representing the object's type. Objects of the same type share the same value.
    #[truto(rename = "object")]
    pub object_2: Open<StripeLikeObject>,
    /// The member `livemode`.
    #[truto(rename = "livemode")]
    pub livemode_2: bool,
    /// The member `created`. Seconds since 1970.
    #[truto(rename = "created")]
    pub created_2: Option<i64>,
    /// The member `balance`.
    #[truto(rename = "balance")]
    pub balance_2: Option<i64>,
    /// The member `default_source`. Any JSON, because it is a string or an object.
    #[truto(rename = "default_source")]
    pub default_source_2: Option<Json>,
    /// The member `discount`.
    pub discount: Option<Discount>,
    /// The member `metadata`.
    #[truto(rename = "metadata")]
    pub metadata_2: Option<BTreeMap<String, String>>,
    /// The member `preferred_locales`.
    #[truto(rename = "preferred_locales")]
    pub preferred_locales_2: Vec<String>,
    /// The member `deleted`.
    #[truto(rename = "deleted")]
    pub deleted_2: Option<bool>,
}
