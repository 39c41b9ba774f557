// errors: 1
//! A pointer is meaningless elsewhere.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: *const u32,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text(3).send(account).await?;
    Ok(())
}

fn main() {}
