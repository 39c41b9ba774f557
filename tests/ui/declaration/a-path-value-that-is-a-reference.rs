// errors: 1
//! It is sent as an object.
//! The setter takes what the message advises.

use truto_core::{Account, Reference, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct CreateNote {
    pub id: Reference,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().id("1").send(account).await?;
    Ok(())
}

fn main() {}
