// errors: 1
//! The type is unknown.
//! The setter takes anything.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Box<dyn std::fmt::Debug>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text(Box::new(1)).send(account).await?;
    Ok(())
}

fn main() {}
