// errors: 1
//! The derive writes the module of the markers.

pub enum CrmEntity {
    Accounts,
    Contacts,
}

fn main() {
    let _ = truto_core::crm::CreateAssociation::builder().entity(crm_entity::Contacts);
}
