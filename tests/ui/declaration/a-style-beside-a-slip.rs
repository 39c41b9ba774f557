// errors: 1
//! The list is in the query, as intended.
//! Its style is not another mistake.

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
