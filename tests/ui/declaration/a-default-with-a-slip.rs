// errors: 1
//! The field has its default, as intended.
//! A call that does not set it is not another mistake.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(defualt)]
    pub limit: u32,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().send(account).await?;
    Ok(())
}

fn main() {}
