// errors: 1
//! A filter has its own style.

use truto_core::{Account, Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(style = comma)]
    pub status: Option<Filter<String>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().status(Filter::eq("open")).send(account).await?;
    Ok(())
}

fn main() {}
