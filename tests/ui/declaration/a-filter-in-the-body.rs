// errors: 1
//! Filters are for the query.
//! The field is there, as the message advises.

use truto_core::{Account, Filter, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub status: Option<Filter<String>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().status(Filter::eq("open")).send(account).await?;
    Ok(())
}

fn main() {}
