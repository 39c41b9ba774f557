// errors: 1
//! A field has one filter.
//! The setter takes what the message advises.

use truto_core::{Account, Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct CreateNote {
    pub status: Vec<Filter<String>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().status(Filter::eq("open")).send(account).await?;
    Ok(())
}

fn main() {}
