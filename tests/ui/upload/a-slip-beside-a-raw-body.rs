// errors: 1
//! The other field is in the query, as intended.

use truto_core::{Account, File, unified_endpoint};

#[unified_endpoint(PUT, "/unified/crm/notes", body = raw)]
pub struct CreateNote {
    pub file: File,
    #[truto(qurey)]
    pub name: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().file(b"text".to_vec()).name("a").send(account).await?;
    Ok(())
}

fn main() {}
