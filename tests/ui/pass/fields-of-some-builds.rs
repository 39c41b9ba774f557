//! Fields under `cfg`, and keys under `cfg_attr`.
//! A field that the build removes is not in the builder, the contract and the body.

use truto_core::contract::Field;
use truto_core::crm::{CrmEntity, crm_entity};
use truto_core::{Endpoint, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes/{book}")]
#[derive(PartialEq)]
pub struct CreateNote {
    #[cfg(not(test))]
    pub never: String,
    #[cfg(test)]
    pub book: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    /// Owner of the note.
    #[cfg(test)]
    #[truto(only_for(Leads), within = "links")]
    pub owner: Option<String>,
    #[cfg(not(test))]
    pub rival: Option<String>,
    #[cfg_attr(test, truto(query, rename = "notify_all"))]
    #[cfg_attr(not(test), truto(header = "X-Notify"))]
    pub notify: Option<bool>,
}

#[unified_endpoint(GET, "/unified/crm/notes")]
#[cfg(not(test))]
pub struct ListNotes {
    pub owner: TypeOfAnotherBuild,
}

#[test]
fn only_what_the_build_keeps_is_there() {
    let note = CreateNote::builder().entity(crm_entity::Leads).owner("1").notify(true).book("b").build();
    let names: Vec<&str> = CreateNote::CONTRACT.fields().iter().map(Field::name).collect();
    assert_eq!(names, ["book", "entity", "owner", "notify"]);
    let sent = serde_json::to_value(&note).unwrap();
    assert_eq!(
        sent,
        serde_json::json!({"book": "b", "entity": "leads", "links": {"owner": "1"}, "notify_all": true})
    );
    assert!(serde_json::from_value::<CreateNote>(sent).unwrap() == note);
}
