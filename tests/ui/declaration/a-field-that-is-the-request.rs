// errors: 1
//! Its size would be infinite.
//! The setter takes anything.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Option<Self>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text("t").send(account).await?;
    Ok(())
}

fn main() {}
