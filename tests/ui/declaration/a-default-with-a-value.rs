// errors: 2
//! The type has the default.
//! The field is left out unless it is set, as intended, and `Option` is not another mistake.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(default = 10)]
    pub limit: u32,
    #[truto(default = 3)]
    pub offset: Option<u32>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().send(account).await?;
    Ok(())
}

fn main() {}
