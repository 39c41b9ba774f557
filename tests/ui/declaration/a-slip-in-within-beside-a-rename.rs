// errors: 1
//! The field has its own name in its object.
//! It is required, as intended.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub id: String,
    #[truto(wihtin = "owner", rename = "id")]
    pub owner: Option<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().id("1").owner("me").send(account).await?;
    Ok(())
}

fn main() {}
