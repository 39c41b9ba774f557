//! The user has items with the names of generated items, and types that a macro hides.
//! The names of generated items do not collide.

use truto_core::{Reference, unified_endpoint};

pub struct LinkOptional;

pub mod link_builder {
    pub const NAME: &str = "mine";
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    pub name: String,
}

macro_rules! hidden {
    () => {
        Contact
    };
}

#[unified_endpoint(POST, "/unified/crm/links", response = Contact)]
#[allow(clippy::struct_field_names)]
pub struct Link {
    pub link_builder: String,
    pub contact: Contact,
    pub other: hidden!(),
    pub others: Vec<hidden!()>,
    pub value: Option<hidden!()>,
    pub reference: Option<Reference>,
}

#[test]
fn both_keep_their_meaning() {
    let contact = || Contact { name: "n".to_owned() };
    let link = Link::builder().link_builder(link_builder::NAME).contact(contact()).other(contact()).others([contact()]);
    let link = link.value(contact()).build();
    assert_eq!((link.link_builder.as_str(), link.other, link.value), ("mine", contact(), Some(contact())));
    let _ = LinkOptional;
}
