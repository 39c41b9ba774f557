// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `one_of_variants` of the model `fixtures`.
//!
//! Sources of [`OneOfVariant`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Filter, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OneOfVariant {
    /// The member `id`.
    pub id: Option<Id<OneOfVariant>>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    pub amount: Option<RawJson>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    pub assignee: Option<RawJson>,
    /// The member `payment`.
    pub payment: Option<Payment>,
    /// The member `stage`.
    pub stage: Option<Open<OneOfVariantStage>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    pub nothing: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Payment`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Payment {
    /// The member `kind`.
    pub kind: Option<Open<PaymentKind>>,
    /// The member `last4`.
    pub last4: Option<String>,
    /// The member `iban`.
    pub iban: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `PaymentKind`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum PaymentKind {
    /// `card`.
    Card,
    /// `iban`.
    Iban,
}

/// Values of `OneOfVariantStage`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum OneOfVariantStage {
    /// `open`.
    Open,
    /// `won`.
    Won,
    /// `lost`.
    Lost,
}

/// Values of `OneOfVariantPaymentKind`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum OneOfVariantPaymentKind {
    /// `card`.
    Card,
    /// `iban`.
    Iban,
}

/// Lists one of variants.
///
/// `GET /unified/fixtures/one_of_variants` returns pages of [`OneOfVariant`].
#[unified_endpoint(GET, "/unified/fixtures/one_of_variants", response = OneOfVariant, paginated)]
pub struct ListOneOfVariants {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    pub id: Option<Json>,
    /// The member `name`.
    pub name: Option<Filter<String>>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    pub amount: Option<Json>,
    /// The member `when`.
    pub when: Option<DateFilter>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    pub assignee: Option<Json>,
    /// The member `payment[kind]`. Values: `card`, `iban`.
    #[truto(rename = "payment[kind]")]
    pub payment_kind: Option<Filter<String>>,
    /// The member `payment[last4]`.
    #[truto(rename = "payment[last4]")]
    pub payment_last4: Option<Filter<String>>,
    /// The member `payment[iban]`.
    #[truto(rename = "payment[iban]")]
    pub payment_iban: Option<Filter<String>>,
    /// The member `stage`. Values: `open`, `won`, `lost`.
    pub stage: Option<Filter<String>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    pub nothing: Option<Json>,
}

/// Reads an one of variant.
///
/// `GET /unified/fixtures/one_of_variants/{id}` returns the [`OneOfVariant`].
#[unified_endpoint(GET, "/unified/fixtures/one_of_variants/{id}", response = OneOfVariant)]
pub struct GetOneOfVariant {
    /// Id of the one of variant.
    pub id: Id<OneOfVariant>,
}

/// Creates an one of variant. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/one_of_variants` returns the [`OneOfVariant`].
#[unified_endpoint(POST, "/unified/fixtures/one_of_variants", response = OneOfVariant)]
pub struct CreateOneOfVariant {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    pub id: Option<Json>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    pub amount: Option<Json>,
    /// The member `when`.
    pub when: Option<Timestamp>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    pub assignee: Option<Json>,
    /// The member `payment`.
    pub payment: Option<Payment>,
    /// The member `stage`.
    pub stage: Option<Open<OneOfVariantStage>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    pub nothing: Option<Json>,
}

/// Changes an one of variant. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/one_of_variants/{id}` returns the [`OneOfVariant`].
#[unified_endpoint(PATCH, "/unified/fixtures/one_of_variants/{id}", response = OneOfVariant)]
pub struct UpdateOneOfVariant {
    /// Id of the one of variant.
    pub id: Id<OneOfVariant>,
    /// The member `name`.
    pub name: Patch<String>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    pub amount: Patch<Json>,
    /// The member `when`.
    pub when: Patch<Timestamp>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    pub assignee: Patch<Json>,
    /// The member `payment`.
    pub payment: Patch<Payment>,
    /// The member `stage`.
    pub stage: Patch<Open<OneOfVariantStage>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    pub nothing: Patch<Json>,
}

/// Deletes an one of variant.
///
/// `DELETE /unified/fixtures/one_of_variants/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/one_of_variants/{id}", response = Deleted)]
pub struct DeleteOneOfVariant {
    /// Id of the one of variant.
    pub id: Id<OneOfVariant>,
}

/// Calls the method `move-stage` of [`OneOfVariant`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/one_of_variants/move-stage` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/one_of_variants/move-stage", response = Option<Json>)]
pub struct MoveStageOneOfVariants {
    /// The member `id`. Any JSON, because it is a string or a whole number.
    #[truto(query)]
    pub id: Option<Json>,
    /// The member `name`.
    #[truto(query)]
    pub name: Option<String>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    #[truto(query)]
    pub amount: Option<Json>,
    /// The member `when`.
    #[truto(query)]
    pub when: Option<Timestamp>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    #[truto(query)]
    pub assignee: Option<Json>,
    /// The member `payment[kind]`.
    #[truto(query, rename = "payment[kind]")]
    pub payment_kind: Option<Open<OneOfVariantPaymentKind>>,
    /// The member `payment[last4]`.
    #[truto(query, rename = "payment[last4]")]
    pub payment_last4: Option<String>,
    /// The member `payment[iban]`.
    #[truto(query, rename = "payment[iban]")]
    pub payment_iban: Option<String>,
    /// The member `stage`.
    #[truto(query)]
    pub stage: Option<Open<OneOfVariantStage>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub nothing: Option<Json>,
    /// The member `id`. Any JSON, because it is a string or a whole number.
    #[truto(rename = "id")]
    pub id_2: Option<Json>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `amount`. Any JSON, because it is a number or a string.
    #[truto(rename = "amount")]
    pub amount_2: Option<Json>,
    /// The member `when`.
    #[truto(rename = "when")]
    pub when_2: Option<Timestamp>,
    /// The member `assignee`. Any JSON, because it is a string or an object.
    #[truto(rename = "assignee")]
    pub assignee_2: Option<Json>,
    /// The member `payment`.
    pub payment: Option<Payment>,
    /// The member `stage`.
    #[truto(rename = "stage")]
    pub stage_2: Option<Open<OneOfVariantStage>>,
    /// The member `nothing`. Any JSON, because the schema does not say what it is.
    #[truto(rename = "nothing")]
    pub nothing_2: Option<Json>,
}
