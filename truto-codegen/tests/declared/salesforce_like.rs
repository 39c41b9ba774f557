// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `salesforce_like` of the model `fixtures`.
//!
//! Sources of [`SalesforceLike`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct SalesforceLike {
    /// The member `attributes`.
    pub attributes: Option<Attribute>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id: Option<String>,
    /// The member `IsDeleted`.
    #[truto(rename = "IsDeleted")]
    pub is_deleted: Option<bool>,
    /// The member `AccountId`.
    #[truto(rename = "AccountId")]
    pub account_id: Option<String>,
    /// The member `AnnualRevenue`.
    #[truto(rename = "AnnualRevenue")]
    pub annual_revenue: Option<f64>,
    /// The member `Custom_Field__c`.
    #[truto(rename = "Custom_Field__c")]
    pub custom_field_c: Option<String>,
    /// The member `SystemModstamp`.
    #[truto(rename = "SystemModstamp")]
    pub system_modstamp: Option<Timestamp>,
    /// The member `MailingAddress`.
    #[truto(rename = "MailingAddress")]
    pub mailing_address: Option<MailingAddress>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Attribute`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Attribute {
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `url`.
    pub url: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `MailingAddress`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct MailingAddress {
    /// The member `city`.
    pub city: Option<String>,
    /// The member `geocodeAccuracy`.
    #[truto(rename = "geocodeAccuracy")]
    pub geocode_accuracy: Option<Open<MailingAddressGeocodeAccuracy>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `MailingAddressGeocodeAccuracy`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum MailingAddressGeocodeAccuracy {
    /// `Address`.
    #[truto(rename = "Address")]
    Address,
    /// `NearAddress`.
    #[truto(rename = "NearAddress")]
    NearAddress,
    /// `Zip`.
    #[truto(rename = "Zip")]
    Zip,
}

/// Values of `SalesforceLikeMailingAddressGeocodeAccuracy`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SalesforceLikeMailingAddressGeocodeAccuracy {
    /// `Address`.
    #[truto(rename = "Address")]
    Address,
    /// `NearAddress`.
    #[truto(rename = "NearAddress")]
    NearAddress,
    /// `Zip`.
    #[truto(rename = "Zip")]
    Zip,
}

/// Lists salesforce like.
///
/// `GET /unified/fixtures/salesforce_like` returns pages of [`SalesforceLike`].
#[unified_endpoint(GET, "/unified/fixtures/salesforce_like", response = SalesforceLike, paginated)]
pub struct ListSalesforceLike {
    /// The member `attributes[type]`.
    #[truto(rename = "attributes[type]")]
    pub attributes_type: Option<Filter<String>>,
    /// The member `attributes[url]`.
    #[truto(rename = "attributes[url]")]
    pub attributes_url: Option<Filter<String>>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id: Option<Filter<String>>,
    /// The member `IsDeleted`.
    #[truto(rename = "IsDeleted")]
    pub is_deleted: Option<bool>,
    /// The member `AccountId`.
    #[truto(rename = "AccountId")]
    pub account_id: Option<Filter<String>>,
    /// The member `AnnualRevenue`.
    #[truto(rename = "AnnualRevenue")]
    pub annual_revenue: Option<Filter<f64>>,
    /// The member `Custom_Field__c`.
    #[truto(rename = "Custom_Field__c")]
    pub custom_field_c: Option<Filter<String>>,
    /// The member `SystemModstamp`.
    #[truto(rename = "SystemModstamp")]
    pub system_modstamp: Option<DateFilter>,
    /// The member `MailingAddress[city]`.
    #[truto(rename = "MailingAddress[city]")]
    pub mailing_address_city: Option<Filter<String>>,
    /// The member `MailingAddress[geocodeAccuracy]`. Values: `Address`, `NearAddress`, `Zip`.
    #[truto(rename = "MailingAddress[geocodeAccuracy]")]
    pub mailing_address_geocode_accuracy: Option<Filter<String>>,
}

/// Reads a salesforce like.
///
/// `GET /unified/fixtures/salesforce_like/{id}` returns the [`SalesforceLike`].
#[unified_endpoint(GET, "/unified/fixtures/salesforce_like/{id}", response = SalesforceLike)]
pub struct GetSalesforceLike {
    /// Id of the salesforce like.
    pub id: Id<SalesforceLike>,
}

/// Creates a salesforce like. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/salesforce_like` returns the [`SalesforceLike`].
#[unified_endpoint(POST, "/unified/fixtures/salesforce_like", response = SalesforceLike)]
pub struct CreateSalesforceLike {
    /// The member `attributes`.
    pub attributes: Option<Attribute>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id: Option<String>,
    /// The member `IsDeleted`.
    #[truto(rename = "IsDeleted")]
    pub is_deleted: Option<bool>,
    /// The member `AccountId`.
    #[truto(rename = "AccountId")]
    pub account_id: Option<String>,
    /// The member `AnnualRevenue`.
    #[truto(rename = "AnnualRevenue")]
    pub annual_revenue: Option<f64>,
    /// The member `Custom_Field__c`.
    #[truto(rename = "Custom_Field__c")]
    pub custom_field_c: Option<String>,
    /// The member `SystemModstamp`.
    #[truto(rename = "SystemModstamp")]
    pub system_modstamp: Option<Timestamp>,
    /// The member `MailingAddress`.
    #[truto(rename = "MailingAddress")]
    pub mailing_address: Option<MailingAddress>,
}

/// Changes a salesforce like. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/salesforce_like/{id}` returns the [`SalesforceLike`].
#[unified_endpoint(PATCH, "/unified/fixtures/salesforce_like/{id}", response = SalesforceLike)]
pub struct UpdateSalesforceLike {
    /// Id of the salesforce like.
    pub id: Id<SalesforceLike>,
    /// The member `attributes`.
    pub attributes: Patch<Attribute>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id_2: Patch<String>,
    /// The member `IsDeleted`.
    #[truto(rename = "IsDeleted")]
    pub is_deleted: Patch<bool>,
    /// The member `AccountId`.
    #[truto(rename = "AccountId")]
    pub account_id: Patch<String>,
    /// The member `AnnualRevenue`.
    #[truto(rename = "AnnualRevenue")]
    pub annual_revenue: Patch<f64>,
    /// The member `Custom_Field__c`.
    #[truto(rename = "Custom_Field__c")]
    pub custom_field_c: Patch<String>,
    /// The member `SystemModstamp`.
    #[truto(rename = "SystemModstamp")]
    pub system_modstamp: Patch<Timestamp>,
    /// The member `MailingAddress`.
    #[truto(rename = "MailingAddress")]
    pub mailing_address: Patch<MailingAddress>,
}

/// Deletes a salesforce like.
///
/// `DELETE /unified/fixtures/salesforce_like/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/salesforce_like/{id}", response = Deleted)]
pub struct DeleteSalesforceLike {
    /// Id of the salesforce like.
    pub id: Id<SalesforceLike>,
}

/// Calls the method `move-stage` of [`SalesforceLike`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/salesforce_like/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/salesforce_like/move-stage", response = Option<Json>)]
pub struct MoveStageSalesforceLike {
    /// The member `attributes[type]`.
    #[truto(query, rename = "attributes[type]")]
    pub attributes_type: Option<String>,
    /// The member `attributes[url]`.
    #[truto(query, rename = "attributes[url]")]
    pub attributes_url: Option<String>,
    /// The member `Id`.
    #[truto(query, rename = "Id")]
    pub id: Option<String>,
    /// The member `IsDeleted`.
    #[truto(query, rename = "IsDeleted")]
    pub is_deleted: Option<bool>,
    /// The member `AccountId`.
    #[truto(query, rename = "AccountId")]
    pub account_id: Option<String>,
    /// The member `AnnualRevenue`.
    #[truto(query, rename = "AnnualRevenue")]
    pub annual_revenue: Option<f64>,
    /// The member `Custom_Field__c`.
    #[truto(query, rename = "Custom_Field__c")]
    pub custom_field_c: Option<String>,
    /// The member `SystemModstamp`.
    #[truto(query, rename = "SystemModstamp")]
    pub system_modstamp: Option<Timestamp>,
    /// The member `MailingAddress[city]`.
    #[truto(query, rename = "MailingAddress[city]")]
    pub mailing_address_city: Option<String>,
    /// The member `MailingAddress[geocodeAccuracy]`.
    #[truto(query, rename = "MailingAddress[geocodeAccuracy]")]
    pub mailing_address_geocode_accuracy: Option<Open<SalesforceLikeMailingAddressGeocodeAccuracy>>,
    /// The member `attributes`.
    pub attributes: Option<Attribute>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id_2: Option<String>,
    /// The member `IsDeleted`.
    #[truto(rename = "IsDeleted")]
    pub is_deleted_2: Option<bool>,
    /// The member `AccountId`.
    #[truto(rename = "AccountId")]
    pub account_id_2: Option<String>,
    /// The member `AnnualRevenue`.
    #[truto(rename = "AnnualRevenue")]
    pub annual_revenue_2: Option<f64>,
    /// The member `Custom_Field__c`.
    #[truto(rename = "Custom_Field__c")]
    pub custom_field_c_2: Option<String>,
    /// The member `SystemModstamp`.
    #[truto(rename = "SystemModstamp")]
    pub system_modstamp_2: Option<Timestamp>,
    /// The member `MailingAddress`.
    #[truto(rename = "MailingAddress")]
    pub mailing_address: Option<MailingAddress>,
}
