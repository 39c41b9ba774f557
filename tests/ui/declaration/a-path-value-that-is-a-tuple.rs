// errors: 1
//! A path value is a single plain value.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct CreateNote {
    pub id: (String, u8),
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().id("1").send(account).await?;
    Ok(())
}

fn main() {}
