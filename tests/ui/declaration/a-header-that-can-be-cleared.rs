// errors: 1
//! A header has no `null`.
//! The setter takes what the message advises.

use truto_core::{Account, Patch, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(header = "X-Trace")]
    pub trace: Patch<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().trace("t").send(account).await?;
    Ok(())
}

fn main() {}
