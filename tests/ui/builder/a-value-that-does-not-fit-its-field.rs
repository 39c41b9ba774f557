// errors: 11
//! The message for each kind of field shows what it takes, and how to convert.
//! It shows nothing about other kinds.

use truto_core::{DateFilter, File, Filter, Json, Patch, SortBy, Timestamp, unified_endpoint};

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Stage;

#[unified_endpoint(PATCH, "/unified/crm/deals/{id}", body = multipart)]
pub struct ChangeDeal {
    pub id: String,
    pub name: Option<String>,
    pub owner: Patch<String>,
    pub stage: Stage,
    pub closes: Option<Timestamp>,
    pub custom: Option<Json>,
    pub contract: File,
    #[truto(query)]
    pub amount: Option<Filter<u32>>,
    #[truto(query)]
    pub created_at: Option<DateFilter>,
    #[truto(query)]
    pub sort_by: Option<SortBy>,
    pub probability: Patch<f64>,
}

fn main() {
    let deal = ChangeDeal::builder;
    let _ = deal().id(7);
    let _ = deal().name(Some("Renewal"));
    let _ = deal().owner(None);
    let _ = deal().stage("won");
    let _ = deal().closes(1_704_067_200);
    let _ = deal().custom(Stage);
    let _ = deal().contract("contract.pdf");
    let _ = deal().amount([1, 2]);
    let _ = deal().created_at(1_704_067_200);
    let _ = deal().sort_by("name");
    let _ = deal().probability("0.5");
}
