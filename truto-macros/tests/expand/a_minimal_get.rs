#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
pub struct GetContact {
    /// Identifier of the contact.
    pub id: String,
}
