// errors: 1
//! It may have been about the body.
//! The file is not called wrong as well.

use truto_core::{Account, File, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes", encoding = multipart)]
pub struct CreateNote {
    pub file: File,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().file(b"text".to_vec()).send(account).await?;
    Ok(())
}

fn main() {}
