// errors: 1
//! The field is that of the placeholder, as intended.
//! Its `slash` is not another mistake.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes/{keey}")]
pub struct CreateNote {
    #[truto(slash = encode)]
    pub key: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().key("a/b").send(account).await?;
    Ok(())
}

fn main() {}
