#[unified_endpoint(GET, "/unified/crm/contacts", response = Page)]
pub struct ListContacts {
    pub limit: Option<u32>,
    #[truto(style = comma)]
    pub tags: Option<Vec<String>>,
}
