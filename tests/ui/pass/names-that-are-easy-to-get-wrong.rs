//! Names that would make a generated name a keyword, an existing name, or a duplicate.

use truto_core::{Reference, UnifiedEntity, unified_endpoint};

/// The module of this one would be a keyword.
#[derive(UnifiedEntity)]
pub enum Type {
    Err,
    Built,
    Id,
    Ok,
}

/// The type parameter of `self_` would be `Self`, and the traits of `a_b` and `aB` the same.
#[allow(non_snake_case)]
#[unified_endpoint(POST, "/unified/crm/{type}/things")]
pub struct SendThing {
    #[truto(rename = "self")]
    pub self_: String,
    pub r#type: String,
    #[truto(entity)]
    pub kind: Type,
    #[truto(only_for(Err))]
    pub a_b: Option<String>,
    #[truto(only_for(Built))]
    pub aB: Option<String>,
    pub inner: Option<Box<Self>>,
    pub others: Vec<Self>,
    #[truto(within = "remote_data")]
    pub note: Option<Reference>,
}

#[test]
fn each_is_told_from_the_others() {
    let thing = || SendThing::builder().self_("s").r#type("t");
    let inner = thing().kind(r#type::Err).a_b("x").build();
    let outer = thing().kind(r#type::Built).aB("y").inner(inner).note("1").build();
    let json = serde_json::to_value(&outer).unwrap();
    assert_eq!(json["self"], "s");
    assert_eq!(json["inner"]["a_b"], "x");
    assert_eq!(json["remote_data"]["note"]["id"], "1");
    assert_eq!("ok".parse::<Type>(), Ok(Type::Ok));
}
