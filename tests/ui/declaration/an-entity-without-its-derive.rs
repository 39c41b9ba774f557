// errors: 1
//! A plain enum has no wire names.
//! The type is underlined, and the message says what gives it some.

use truto_core::unified_endpoint;

pub enum CrmEntity {
    Accounts,
}

#[unified_endpoint(POST, "/unified/crm/links")]
pub struct Link {
    pub id: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Accounts))]
    pub accounts: Option<String>,
}

fn main() {}
