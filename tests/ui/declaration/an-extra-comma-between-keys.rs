// errors: 1
//! It is underlined.
//! Both keys are read.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(secret,, query)]
    pub token: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().token("t").send(account).await?;
    Ok(())
}

fn main() {}
