#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Leads, Contacts))]
    pub accounts: Vec<Reference>,
}
