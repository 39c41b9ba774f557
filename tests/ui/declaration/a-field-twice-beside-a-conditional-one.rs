// errors: 1
//! rustc reports a name that occurs twice.
//! The struct is already written, and the builder exists.

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
