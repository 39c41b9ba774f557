//! A removal has a path and nothing else.
//! Its answer is read into whatever type the declaration names.

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
