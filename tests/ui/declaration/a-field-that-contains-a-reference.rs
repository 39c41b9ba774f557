// errors: 1
//! The reference is underlined, however deep it is.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Option<&str>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text("t").send(account).await?;
    Ok(())
}

fn main() {}
