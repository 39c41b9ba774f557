// errors: 1
//! rustc looks for it where it is used.
//! It is reported once.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Option<Strin>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().send(account).await?;
    Ok(())
}

fn main() {}
