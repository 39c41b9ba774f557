// errors: 1
//! Bytes have no content type.
//! The setter takes them anyway.

use truto_core::{Account, bytes::Bytes, unified_endpoint};

#[unified_endpoint(PUT, "/unified/crm/notes", body = raw)]
pub struct CreateNote {
    pub file: Bytes,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().file(vec![1]).send(account).await?;
    Ok(())
}

fn main() {}
