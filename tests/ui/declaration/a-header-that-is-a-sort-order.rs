// errors: 1
//! Sort orders are for the query.
//! The setter takes what the message advises.

use truto_core::{Account, SortBy, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(header = "X-Trace")]
    pub trace: Option<SortBy>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().trace("t").send(account).await?;
    Ok(())
}

fn main() {}
