// errors: 1
//! It can be cleared already.
//! The `Option` is underlined.

use truto_core::{Account, Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: Patch<Option<String>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").clear_title().send(account).await?;
    Ok(())
}

fn main() {}
