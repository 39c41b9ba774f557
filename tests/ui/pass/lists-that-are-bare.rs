//! A list that is not of the API may be bare, and a record may be a list.

use truto_core::{Endpoint, unified_endpoint};

#[unified_endpoint(GET, "/custom/tickets", response = Vec<String>)]
pub struct ListTickets {
    /// A parameter of its own.
    pub limit: Option<u32>,
}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Vec<String>)]
pub struct GetNames {
    pub id: String,
}

#[unified_endpoint(POST, "/unified/crm/contacts/find-all", response = Vec<String>)]
pub struct FindContacts {}

#[unified_endpoint(GET, "/unifiedish", response = [u32; 2])]
pub struct GetPair {}

#[test]
fn they_answer_what_they_say() {
    fn answers<E: Endpoint<Response = T>, T>(_: &E) {}

    answers::<_, Vec<String>>(&ListTickets::builder().limit(5).build());
    answers::<_, Vec<String>>(&GetNames::builder().id("7").build());
    answers::<_, Vec<String>>(&FindContacts {});
    answers::<_, [u32; 2]>(&GetPair {});
}
