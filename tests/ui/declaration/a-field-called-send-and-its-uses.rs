// errors: 1
//! The setter would hide the method.
//! The setter is optional then.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub send: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").send(account).await?;
    Ok(())
}

fn main() {}
