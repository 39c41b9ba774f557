//! A `DELETE` has only a path.
//! Its response is decoded into the type of the declaration.

use truto_core::unified_endpoint;

#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}", response = ())]
pub struct DeleteContact {
    #[truto(slash = encode)]
    pub id: String,
}

#[test]
fn its_id_is_all_it_has() {
    assert_eq!(DeleteContact::builder().id("a/b").build().id, "a/b");
}
