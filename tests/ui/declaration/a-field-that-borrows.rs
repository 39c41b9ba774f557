// errors: 1
//! The mistake is the lifetime.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: std::borrow::Cow<'a, str>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text("t").send(account).await?;
    Ok(())
}

fn main() {}
