// errors: 1
//! rustc knows of a name that is there twice.
//! The struct stands already, and the builder is there.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub title: u8,
    #[cfg(all())]
    pub owner: Option<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").owner("me").send(account).await?;
    Ok(())
}

fn main() {}
