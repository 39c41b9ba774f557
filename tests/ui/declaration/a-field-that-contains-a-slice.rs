// errors: 1
//! A slice has no size.
//! The setter takes what the message advises.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub text: Option<[String]>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().text(["t".to_owned()]).send(account).await?;
    Ok(())
}

fn main() {}
