// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `formats` of the model `fixtures`.
//!
//! Sources of [`Format`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Format {
    /// The member `day`.
    pub day: Option<Timestamp>,
    /// The member `moment`.
    pub moment: Option<Timestamp>,
    /// The member `clock`. A time of day.
    pub clock: Option<String>,
    /// The member `length`. A duration in the form of ISO 8601.
    pub length: Option<String>,
    /// The member `key`. A UUID.
    pub key: Option<String>,
    /// The member `mail`. An email address.
    pub mail: Option<String>,
    /// The member `home`. An address on the web.
    pub home: Option<String>,
    /// The member `host`. Format: hostname.
    pub host: Option<String>,
    /// The member `file`. Bytes as text.
    pub file: Option<String>,
    /// The member `base64`. Base64.
    pub base64: Option<String>,
    /// The member `encoded`. Base64.
    pub encoded: Option<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<String>,
    /// The member `small`.
    pub small: Option<i64>,
    /// The member `large`.
    pub large: Option<i64>,
    /// The member `huge`.
    pub huge: Option<i64>,
    /// The member `unsigned`.
    pub unsigned: Option<i64>,
    /// The member `single`.
    pub single: Option<f64>,
    /// The member `money`. A decimal number as text.
    pub money: Option<String>,
    /// The member `epoch`. Seconds since 1970.
    pub epoch: Option<i64>,
    /// The member `made_up`. Format: phone-in-klingon.
    pub made_up: Option<String>,
    /// The member `hidden`.
    #[truto(secret)]
    pub hidden: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists formats.
///
/// `GET /unified/fixtures/formats` returns pages of [`Format`].
#[unified_endpoint(GET, "/unified/fixtures/formats", response = Format, paginated)]
pub struct ListFormats {
    /// The member `day`.
    pub day: Option<DateFilter>,
    /// The member `moment`.
    pub moment: Option<DateFilter>,
    /// The member `clock`. A time of day.
    pub clock: Option<Filter<String>>,
    /// The member `length`. A duration in the form of ISO 8601.
    pub length: Option<Filter<String>>,
    /// The member `key`. A UUID.
    pub key: Option<Filter<String>>,
    /// The member `mail`. An email address.
    pub mail: Option<Filter<String>>,
    /// The member `home`. An address on the web.
    pub home: Option<Filter<String>>,
    /// The member `host`. Format: hostname.
    pub host: Option<Filter<String>>,
    /// The member `file`. Bytes as text.
    pub file: Option<Filter<String>>,
    /// The member `base64`. Base64.
    pub base64: Option<Filter<String>>,
    /// The member `encoded`. Base64.
    pub encoded: Option<Filter<String>>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<Filter<String>>,
    /// The member `small`.
    pub small: Option<Filter<i64>>,
    /// The member `large`.
    pub large: Option<Filter<i64>>,
    /// The member `huge`.
    pub huge: Option<Filter<i64>>,
    /// The member `unsigned`.
    pub unsigned: Option<Filter<i64>>,
    /// The member `single`.
    pub single: Option<Filter<f64>>,
    /// The member `money`. A decimal number as text.
    pub money: Option<Filter<String>>,
    /// The member `epoch`. Seconds since 1970.
    pub epoch: Option<Filter<i64>>,
    /// The member `made_up`. Format: phone-in-klingon.
    pub made_up: Option<Filter<String>>,
    /// The member `hidden`.
    #[truto(secret)]
    pub hidden: Option<Filter<String>>,
}

/// Reads a format.
///
/// `GET /unified/fixtures/formats/{id}` returns the [`Format`].
#[unified_endpoint(GET, "/unified/fixtures/formats/{id}", response = Format)]
pub struct GetFormat {
    /// Id of the format.
    pub id: Id<Format>,
}

/// Creates a format. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/formats` returns the [`Format`].
#[unified_endpoint(POST, "/unified/fixtures/formats", response = Format)]
pub struct CreateFormat {
    /// The member `day`.
    pub day: Option<Timestamp>,
    /// The member `moment`.
    pub moment: Option<Timestamp>,
    /// The member `clock`. A time of day.
    pub clock: Option<String>,
    /// The member `length`. A duration in the form of ISO 8601.
    pub length: Option<String>,
    /// The member `key`. A UUID.
    pub key: Option<String>,
    /// The member `mail`. An email address.
    pub mail: Option<String>,
    /// The member `home`. An address on the web.
    pub home: Option<String>,
    /// The member `host`. Format: hostname.
    pub host: Option<String>,
    /// The member `file`. Bytes as text.
    pub file: Option<String>,
    /// The member `base64`. Base64.
    pub base64: Option<String>,
    /// The member `encoded`. Base64.
    pub encoded: Option<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<String>,
    /// The member `small`.
    pub small: Option<i64>,
    /// The member `large`.
    pub large: Option<i64>,
    /// The member `huge`.
    pub huge: Option<i64>,
    /// The member `unsigned`.
    pub unsigned: Option<i64>,
    /// The member `single`.
    pub single: Option<f64>,
    /// The member `money`. A decimal number as text.
    pub money: Option<String>,
    /// The member `epoch`. Seconds since 1970.
    pub epoch: Option<i64>,
    /// The member `made_up`. Format: phone-in-klingon.
    pub made_up: Option<String>,
    /// The member `hidden`.
    #[truto(secret)]
    pub hidden: Option<String>,
}

/// Changes a format. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/formats/{id}` returns the [`Format`].
#[unified_endpoint(PATCH, "/unified/fixtures/formats/{id}", response = Format)]
pub struct UpdateFormat {
    /// Id of the format.
    pub id: Id<Format>,
    /// The member `day`.
    pub day: Patch<Timestamp>,
    /// The member `moment`.
    pub moment: Patch<Timestamp>,
    /// The member `clock`. A time of day.
    pub clock: Patch<String>,
    /// The member `length`. A duration in the form of ISO 8601.
    pub length: Patch<String>,
    /// The member `key`. A UUID.
    pub key: Patch<String>,
    /// The member `mail`. An email address.
    pub mail: Patch<String>,
    /// The member `home`. An address on the web.
    pub home: Patch<String>,
    /// The member `host`. Format: hostname.
    pub host: Patch<String>,
    /// The member `file`. Bytes as text.
    pub file: Patch<String>,
    /// The member `base64`. Base64.
    pub base64: Patch<String>,
    /// The member `encoded`. Base64.
    pub encoded: Patch<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Patch<String>,
    /// The member `small`.
    pub small: Patch<i64>,
    /// The member `large`.
    pub large: Patch<i64>,
    /// The member `huge`.
    pub huge: Patch<i64>,
    /// The member `unsigned`.
    pub unsigned: Patch<i64>,
    /// The member `single`.
    pub single: Patch<f64>,
    /// The member `money`. A decimal number as text.
    pub money: Patch<String>,
    /// The member `epoch`. Seconds since 1970.
    pub epoch: Patch<i64>,
    /// The member `made_up`. Format: phone-in-klingon.
    pub made_up: Patch<String>,
    /// The member `hidden`.
    #[truto(secret)]
    pub hidden: Patch<String>,
}

/// Deletes a format.
///
/// `DELETE /unified/fixtures/formats/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/formats/{id}", response = Deleted)]
pub struct DeleteFormat {
    /// Id of the format.
    pub id: Id<Format>,
}

/// Calls the method `move-stage` of [`Format`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/formats/move-stage` returns any JSON, or nothing, because the API's pages do not agree on
/// the answer.
#[unified_endpoint(POST, "/unified/fixtures/formats/move-stage", response = Option<Json>)]
pub struct MoveStageFormats {
    /// The member `day`.
    #[truto(query)]
    pub day: Option<Timestamp>,
    /// The member `moment`.
    #[truto(query)]
    pub moment: Option<Timestamp>,
    /// The member `clock`. A time of day.
    #[truto(query)]
    pub clock: Option<String>,
    /// The member `length`. A duration in the form of ISO 8601.
    #[truto(query)]
    pub length: Option<String>,
    /// The member `key`. A UUID.
    #[truto(query)]
    pub key: Option<String>,
    /// The member `mail`. An email address.
    #[truto(query)]
    pub mail: Option<String>,
    /// The member `home`. An address on the web.
    #[truto(query)]
    pub home: Option<String>,
    /// The member `host`. Format: hostname.
    #[truto(query)]
    pub host: Option<String>,
    /// The member `file`. Bytes as text.
    #[truto(query)]
    pub file: Option<String>,
    /// The member `base64`. Base64.
    #[truto(query)]
    pub base64: Option<String>,
    /// The member `encoded`. Base64.
    #[truto(query)]
    pub encoded: Option<String>,
    /// The member `secret`.
    #[truto(query, secret)]
    pub secret: Option<String>,
    /// The member `small`.
    #[truto(query)]
    pub small: Option<i64>,
    /// The member `large`.
    #[truto(query)]
    pub large: Option<i64>,
    /// The member `huge`.
    #[truto(query)]
    pub huge: Option<i64>,
    /// The member `unsigned`.
    #[truto(query)]
    pub unsigned: Option<i64>,
    /// The member `single`.
    #[truto(query)]
    pub single: Option<f64>,
    /// The member `money`. A decimal number as text.
    #[truto(query)]
    pub money: Option<String>,
    /// The member `epoch`. Seconds since 1970.
    #[truto(query)]
    pub epoch: Option<i64>,
    /// The member `made_up`. Format: phone-in-klingon.
    #[truto(query)]
    pub made_up: Option<String>,
    /// The member `hidden`.
    #[truto(query, secret)]
    pub hidden: Option<String>,
    /// The member `day`.
    #[truto(rename = "day")]
    pub day_2: Option<Timestamp>,
    /// The member `moment`.
    #[truto(rename = "moment")]
    pub moment_2: Option<Timestamp>,
    /// The member `clock`. A time of day.
    #[truto(rename = "clock")]
    pub clock_2: Option<String>,
    /// The member `length`. A duration in the form of ISO 8601.
    #[truto(rename = "length")]
    pub length_2: Option<String>,
    /// The member `key`. A UUID.
    #[truto(rename = "key")]
    pub key_2: Option<String>,
    /// The member `mail`. An email address.
    #[truto(rename = "mail")]
    pub mail_2: Option<String>,
    /// The member `home`. An address on the web.
    #[truto(rename = "home")]
    pub home_2: Option<String>,
    /// The member `host`. Format: hostname.
    #[truto(rename = "host")]
    pub host_2: Option<String>,
    /// The member `file`. Bytes as text.
    #[truto(rename = "file")]
    pub file_2: Option<String>,
    /// The member `base64`. Base64.
    #[truto(rename = "base64")]
    pub base64_2: Option<String>,
    /// The member `encoded`. Base64.
    #[truto(rename = "encoded")]
    pub encoded_2: Option<String>,
    /// The member `secret`.
    #[truto(rename = "secret", secret)]
    pub secret_2: Option<String>,
    /// The member `small`.
    #[truto(rename = "small")]
    pub small_2: Option<i64>,
    /// The member `large`.
    #[truto(rename = "large")]
    pub large_2: Option<i64>,
    /// The member `huge`.
    #[truto(rename = "huge")]
    pub huge_2: Option<i64>,
    /// The member `unsigned`.
    #[truto(rename = "unsigned")]
    pub unsigned_2: Option<i64>,
    /// The member `single`.
    #[truto(rename = "single")]
    pub single_2: Option<f64>,
    /// The member `money`. A decimal number as text.
    #[truto(rename = "money")]
    pub money_2: Option<String>,
    /// The member `epoch`. Seconds since 1970.
    #[truto(rename = "epoch")]
    pub epoch_2: Option<i64>,
    /// The member `made_up`. Format: phone-in-klingon.
    #[truto(rename = "made_up")]
    pub made_up_2: Option<String>,
    /// The member `hidden`.
    #[truto(rename = "hidden", secret)]
    pub hidden_2: Option<String>,
}
