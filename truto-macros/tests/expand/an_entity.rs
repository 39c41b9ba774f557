/// Kinds of record.
#[derive(UnifiedEntity)]
pub enum CrmEntity {
    /// Companies.
    Accounts,
    #[truto(rename = "people")]
    Contacts,
}
