// errors: 1
//! The list stands in the query, as it was meant.
//! Its style is no further mistake.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(qurey, style = comma)]
    pub tags: Vec<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().tags(["a"]).send(account).await?;
    Ok(())
}

fn main() {}
