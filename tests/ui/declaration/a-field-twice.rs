// errors: 1
//! rustc reports a name that occurs twice.
//! The first one keeps its setter.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[truto(within = "owner")]
    pub title: Option<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").send(account).await?;
    Ok(())
}

fn main() {}
