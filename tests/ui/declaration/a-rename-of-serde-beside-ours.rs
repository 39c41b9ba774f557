// errors: 1
//! Two names for one field.
//! `#[truto(rename)]` is already there.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[serde(rename = "a")]
    #[truto(rename = "b")]
    pub title: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").send(account).await?;
    Ok(())
}

fn main() {}
