// errors: 1
//! The message shows the whole fix.
//! The field is that of the placeholder, as intended.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "https://api.truto.one/unified//crm/notes/:id/?limit=1")]
pub struct ReadNote {
    #[truto(slash = encode)]
    pub id: String,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    ReadNote::builder().id("1").send(account).await?;
    Ok(())
}

fn main() {}
