// errors: 1
//! serde writes nothing of an entity.
//! The message gives the same as our own key, and not a derive that would be there twice.

use truto_core::UnifiedEntity;

#[derive(UnifiedEntity)]
pub enum CrmEntity {
    #[serde(rename = "companies")]
    Accounts,
}

fn main() {}
