// errors: 1
//! Every path of generated code begins with one import.
//! The user's own path is underlined, once.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
#[truto(crate = truto)]
pub struct CreateNote {
    pub title: String,
    pub text: Option<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").text("t").send(account).await?;
    Ok(())
}

fn main() {}
