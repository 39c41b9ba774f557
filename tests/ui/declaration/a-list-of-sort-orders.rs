// errors: 1
//! A `SortBy` has all its fields.
//! The setter takes what the message advises.

use truto_core::{Account, SortBy, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct CreateNote {
    pub sort_by: Vec<SortBy>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().sort_by(SortBy::asc("name")).send(account).await?;
    Ok(())
}

fn main() {}
