#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub struct ListContacts {
    /// Words that a contact holds.
    pub search: Option<String>,
}
