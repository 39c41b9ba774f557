//! A registry does not need the prelude and is `const`, and its contracts can be read in constants.

#![no_implicit_prelude]

use ::std::matches;
use ::std::option::Option;
use ::std::string::String;
use ::truto_core::contract::{Contract, Kind, Place, Presence, Style};
use ::truto_core::server::Found;
use ::truto_core::shape::Shape;
use ::truto_core::{Endpoint, Reference, Registry, endpoints as listed};

#[derive(::truto_core::UnifiedEntity)]
#[truto(no_prelude)]
pub enum Kinds {
    Calls,
    Mails,
}

#[::truto_core::unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
#[truto(no_prelude)]
pub struct UpdateContact {
    pub id: String,
    #[truto(entity)]
    pub kind: Kinds,
    #[truto(within = "links.all", rename = "of", only_for(Mails))]
    pub owner: Option<Reference>,
    #[truto(query, style = comma)]
    pub sizes: ::std::option::Option<::std::vec::Vec<u8>>,
}

#[::truto_core::unified_endpoint(PATCH, "/unified/crm/contacts/merge")]
#[truto(no_prelude)]
pub struct MergeContacts {
    #[truto(secret)]
    pub key: String,
}

static NOTHING: Registry = listed![];
const API: Registry = listed![UpdateContact, MergeContacts,];

const _: () = {
    let contract: &Contract = UpdateContact::CONTRACT;
    ::core::assert!(contract.name().len() == 13 && contract.path().len() == 26);
    ::core::assert!(contract.method().has_body() && !contract.method().is_safe());
    let [id, kind, owner, sizes] = contract.fields() else { ::core::panic!() };
    ::core::assert!(matches!(id.place(), Place::Path) && id.is_required() && !id.encodes_slash());
    ::core::assert!(matches!(kind.kind(), Kind::Entity) && contract.entity_names()[1].wire.len() == 5);
    ::core::assert!(matches!(owner.presence(), Presence::Optional) && matches!(owner.shape(), Shape::Reference));
    let accounts = contract.entity_names()[1].id;
    ::core::assert!(matches!(owner.allowed_entities(), Option::Some([id]) if *id == accounts));
    ::core::assert!(owner.objects().len() == 2);
    ::core::assert!(owner.name().len() == 5 && owner.wire_name().len() == 2);
    ::core::assert!(matches!(sizes.query_style(), Style::Comma));
    ::core::assert!(matches!(sizes.shape(), Shape::List(Shape::Integer { min: 0, max: 255 })));
    ::core::assert!(MergeContacts::CONTRACT.fields()[0].is_secret());
};

#[::core::prelude::v1::test]
fn the_longest_literal_wins() {
    let name = |path: &str| match API.find("PATCH", path) {
        Found::Registered(endpoint, _) => endpoint.contract().name(),
        _ => "",
    };
    ::std::assert_eq!(name("/unified/crm/contacts/merge"), "MergeContacts");
    ::std::assert_eq!(name("/unified/crm/contacts/merged"), "UpdateContact");
    ::std::assert_eq!(name("/unified/crm/contacts/"), "");
}

#[::core::prelude::v1::test]
fn an_empty_list_knows_no_path() {
    ::std::assert!(matches!(NOTHING.find("GET", "/"), Found::Nothing));
}
