// errors: 1
//! The form is the value of a key.
//! The file is not another mistake.

use truto_core::{Account, File, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes", multipart)]
pub struct CreateNote {
    pub file: File,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().file(b"text".to_vec()).send(account).await?;
    Ok(())
}

fn main() {}
