// errors: 1
//! serde's derive is not used for a request.
//! The field has its default, as intended.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[serde(default)]
    pub limit: u32,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().send(account).await?;
    Ok(())
}

fn main() {}
