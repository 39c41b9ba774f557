// errors: 1
//! The token after the missing comma is underlined.
//! Both keys are read.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(style = comma query)]
    pub tags: Vec<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().tags(["a"]).send(account).await?;
    Ok(())
}

fn main() {}
