// errors: 1
//! It has no values.
//! The setter takes anything.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: !,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text("t").send(account).await?;
    Ok(())
}

fn main() {}
