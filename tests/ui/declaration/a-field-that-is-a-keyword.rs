// errors: 1
//! rustc shows how to escape it.
//! The field has its setter, under that name.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    pub type: Option<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").r#type("call").send(account).await?;
    Ok(())
}

fn main() {}
