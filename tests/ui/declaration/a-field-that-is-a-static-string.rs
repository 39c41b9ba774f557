// errors: 1
//! It is borrowed from the program.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: &'static str,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text(String::from("t")).send(account).await?;
    Ok(())
}

fn main() {}
