// errors: 2
//! The attribute and the derive are imported, as every macro is.
//! What is below them means nothing then.

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub owner: Option<String>,
}

fn main() {}
