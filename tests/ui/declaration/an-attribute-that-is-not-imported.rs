// errors: 2
//! The attribute and the derive must be imported, like any macro.
//! The keys below it have no effect then.

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
}

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub owner: Option<String>,
}

fn main() {}
