// errors: 1
//! A file is not a text.
//! The missing field of the body is not another mistake.

use truto_core::{Account, File, unified_endpoint};

#[unified_endpoint(PUT, "/unified/crm/notes", body = raw)]
pub struct CreateNote {
    #[truto(query)]
    pub file: File,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().file(b"text".to_vec()).send(account).await?;
    Ok(())
}

fn main() {}
