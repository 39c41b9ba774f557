// errors: 1
//! A filter compares with one value, or with several values.
//! The setter takes what the message advises.

use truto_core::{Account, Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct CreateNote {
    pub status: Option<Filter<Vec<String>>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().status(Filter::one_of(["open"])).send(account).await?;
    Ok(())
}

fn main() {}
