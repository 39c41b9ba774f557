//! A reference to a record of a type of yours stands where a `Reference` stands, and a type of yours may have its name.

use serde::{Deserialize, Serialize};
use truto_core::contract::Presence;
use truto_core::record::UnifiedRecord;
use truto_core::shape::{Shape, Shaped};
use truto_core::types::{Id, ReferenceTo};
use truto_core::{Endpoint, Patch, Reference, UnifiedEntity, unified_endpoint};

#[derive(Clone, Default, PartialEq, UnifiedRecord)]
pub struct Ticket {
    pub id: Id<Ticket>,
    pub parent: Option<ReferenceTo<Ticket>>,
    pub related: Vec<ReferenceTo<Ticket>>,
}

#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
pub struct Origin {
    pub ticket: Option<ReferenceTo<Ticket>>,
    pub tickets: Vec<ReferenceTo<Ticket>>,
}

/// It implements nothing, and has a name of ours.
pub struct File;

#[derive(UnifiedEntity)]
pub enum Kind {
    Tickets,
    Users,
}

pub type Link = ReferenceTo<Ticket>;

pub mod own {
    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct ReferenceTo<R> {
        pub record: R,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number(u8);

impl From<u8> for own::ReferenceTo<Number> {
    fn from(record: u8) -> Self {
        Self { record: Number(record) }
    }
}

#[unified_endpoint(PATCH, "/unified/ticketing/links/{id}", response = Ticket)]
pub struct UpdateLinks {
    pub id: Id<Ticket>,
    #[truto(entity)]
    pub kind: Kind,
    pub ticket: ReferenceTo<Ticket>,
    pub parent: Patch<ReferenceTo<Ticket>>,
    #[truto(within = "links", only_for(Tickets))]
    pub tickets: Option<Vec<ReferenceTo<Ticket>>>,
    #[truto(within = "links")]
    pub files: Option<Vec<::truto_core::types::ReferenceTo<File>>>,
    pub aliased: Option<Vec<Link>>,
    pub own: Option<Vec<own::ReferenceTo<Number>>>,
    pub origin: Option<Origin>,
}

#[unified_endpoint(POST, "/unified/ticketing/tickets/merge")]
pub struct MergeTickets {
    pub others: Vec<ReferenceTo<Ticket>>,
}

#[test]
fn they_are_sent_as_references() {
    let (one, ids): (Id<Ticket>, Vec<Id<Ticket>>) = ("1".into(), vec!["2".into(), "3".into()]);
    let update = UpdateLinks::builder()
        .id(&one)
        .kind(kind::Tickets)
        .ticket(&one)
        .parent("4")
        .tickets(&ids)
        .tickets([Reference::from("5")])
        .files(["6"])
        .aliased(ids.iter())
        .own([7])
        .origin(Origin::default().ticket(&one).tickets(ids.clone()))
        .build();
    let sent = serde_json::json!({
        "id": "1", "kind": "tickets", "ticket": { "id": "1" }, "parent": { "id": "4" },
        "links": { "tickets": [{ "id": "2" }, { "id": "3" }, { "id": "5" }], "files": [{ "id": "6" }] },
        "aliased": [{ "id": "2" }, { "id": "3" }], "own": [{ "record": 7 }],
        "origin": { "ticket": { "id": "1" }, "tickets": [{ "id": "2" }, { "id": "3" }] },
    });
    assert_eq!(serde_json::to_value(&update).unwrap(), sent);
    let read = UpdateLinks::from_value(sent).unwrap();
    assert_eq!((read.tickets, read.own), (update.tickets, update.own));
    assert_eq!(MergeTickets::builder().others([&one]).others(ids).build().others.len(), 3);
}

#[test]
fn their_contract_is_that_of_references() {
    let shape = |name| UpdateLinks::CONTRACT.field(name).unwrap().shape();
    assert_eq!((shape("ticket"), shape("parent")), (Shape::Reference, Shape::Reference));
    assert_eq!(shape("tickets"), <Vec<Reference>>::SHAPE);
    assert_eq!(MergeTickets::CONTRACT.field("others").unwrap().presence(), Presence::List);
}

#[test]
fn an_answer_holds_them() {
    let ticket: Ticket = serde_json::from_str(r#"{"id": 1, "parent": {"id": 2, "name": "x"}, "related": [{"id": "3"}]}"#).unwrap();
    assert_eq!(ticket.parent.unwrap().id, "2");
    assert_eq!(ticket.related, [ReferenceTo::from("3")]);
}
