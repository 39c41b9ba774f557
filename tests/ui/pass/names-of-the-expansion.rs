//! A struct and fields with the names that the macro generates.
//! The macro chooses other names.

use truto_core::{UnifiedEntity, unified_endpoint};

#[derive(UnifiedEntity)]
pub enum Entity {
    Request,
    Value,
    Missing,
}

#[unified_endpoint(POST, "/unified/crm/requests")]
pub struct Request {
    pub value: String,
    pub common: String,
    pub optional: String,
    #[truto(entity)]
    pub entity: Entity,
    pub state: Option<String>,
    pub account: Option<String>,
    pub serializer: Option<String>,
    pub reader: Vec<String>,
    pub index: Option<usize>,
    pub formatter: Option<bool>,
    pub name: Option<String>,
    #[truto(only_for(Value))]
    pub check: Option<String>,
}

#[unified_endpoint(GET, "/unified/crm/values")]
pub struct Value {
    pub field_ref: String,
    pub decode: Option<u8>,
}

#[unified_endpoint(GET, "/unified/crm/builders")]
pub struct Builder {
    pub complete: String,
    pub given: Option<String>,
}

#[test]
fn they_keep_their_meaning() {
    let builder = Request::builder().value("v").common("c").optional("o").entity(entity::Value);
    let request = builder.check("k").reader(["f"]).index(1).formatter(true).account("a").name("n").build();
    let facts = (&*request.common, &*request.optional, request.check.as_deref(), request.reader.len());
    assert_eq!(facts, ("c", "o", Some("k"), 1));
    assert_eq!(Value::builder().decode(1).field_ref("s").build().field_ref, "s");
    assert_eq!(Builder::builder().complete("c").build().complete, "c");
}
