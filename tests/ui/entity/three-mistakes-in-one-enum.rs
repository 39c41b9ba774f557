// errors: 3
//! Each is reported, in one compile.
//! No error hides another.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    Accounts,
    Contacts(u8),
    #[truto(renamed = "deals")]
    Opportunities,
    #[truto(rename = 5)]
    Leads,
}

fn main() {}
