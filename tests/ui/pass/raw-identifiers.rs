//! The names of the struct, its fields and its entities are keywords.
//! Their wire names are without `r#`.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum Kind {
    r#Type,
    r#Match,
}

#[unified_endpoint(POST, "/unified/crm/{type}/links")]
pub struct r#Impl {
    pub r#type: String,
    #[truto(entity)]
    pub r#enum: Kind,
    #[truto(within = "links", only_for(r#Match))]
    pub r#use: Vec<Reference>,
    pub r#fn: Option<String>,
}

#[test]
fn the_wire_knows_nothing_of_raw_names() {
    let links = r#Impl::builder().r#type("a").r#enum(kind::r#Match).r#use(["1"]).r#fn("x").build();
    let sent = serde_json::json!({"type": "a", "enum": "match", "links": {"use": [{"id": "1"}]}, "fn": "x"});
    assert_eq!(serde_json::to_value(&links).unwrap(), sent);
    assert!(format!("{links:?}").starts_with("Impl { type: "), "{links:?}");
}
