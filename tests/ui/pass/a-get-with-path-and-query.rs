//! A `GET`: one field is in the path, the others are in the query by default.
//! The sandbox validates the query with the same contract.

use truto_core::contract::{Field, Method, Place};
use truto_core::{Endpoint, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
pub struct ReadContact {
    pub id: String,
    pub expand: Option<String>,
    #[truto(style = comma)]
    pub fields: Option<Vec<String>>,
}

#[test]
fn the_fields_are_where_the_method_puts_them() {
    let contract = ReadContact::CONTRACT;
    assert_eq!((contract.method(), contract.path()), (Method::Get, "/unified/crm/contacts/{id}"));
    let places: Vec<Place> = contract.fields().iter().map(Field::place).collect();
    assert_eq!(places, [Place::Path, Place::Query, Place::Query]);
    let read = ReadContact::builder().fields(["name"]).id("7").build();
    assert_eq!(serde_json::to_value(read).unwrap(), serde_json::json!({"id": "7", "fields": ["name"]}));
}
