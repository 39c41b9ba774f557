// errors: 1
//! There are three.
//! The message names them.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(query, style)]
    pub tags: Vec<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().tags(["a"]).send(account).await?;
    Ok(())
}

fn main() {}
