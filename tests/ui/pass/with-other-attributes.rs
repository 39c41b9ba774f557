//! The user's derives and attributes on fields and struct.
//! They stay, and a deprecated field has a deprecated setter.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct CreateNote {
    pub title: String,
    #[deprecated = "use `title`"]
    pub name: Option<String>,
    #[deprecated = "use `title`"]
    pub label: String,
}

#[test]
#[expect(deprecated)]
fn they_stay() {
    let note = CreateNote::builder().title("a").label("l").name("b").build();
    assert!(note < CreateNote::builder().title("b").label("l").build());
}
