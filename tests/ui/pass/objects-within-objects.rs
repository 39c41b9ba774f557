//! A body with several objects, and objects in objects.
//! The fields of an object do not have to be adjacent in the declaration.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/deals")]
pub struct CreateDeal {
    pub name: String,
    #[truto(within = "money.amount")]
    pub value: u32,
    #[truto(within = "links")]
    pub owners: Vec<String>,
    #[truto(within = "money.amount", rename = "currencyCode")]
    pub currency: Option<String>,
    #[truto(within = "money")]
    pub note: Option<String>,
}

#[test]
fn they_are_sent_as_one_tree_and_read_from_it() {
    let deal = CreateDeal::builder().name("x").value(5).currency("EUR").note("n").owners(["a"]).build();
    let tree = serde_json::json!({
        "name": "x",
        "money": {"amount": {"value": 5, "currencyCode": "EUR"}, "note": "n"},
        "links": {"owners": ["a"]},
    });
    assert_eq!(serde_json::to_value(&deal).unwrap(), tree);
    assert_eq!(serde_json::from_value::<CreateDeal>(tree).unwrap().currency.as_deref(), Some("EUR"));
}
