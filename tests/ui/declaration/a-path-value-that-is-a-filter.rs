// errors: 1
//! A filter writes its operator into the name of the parameter.
//! The setter takes what the message advises.

use truto_core::{Account, Filter, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct CreateNote {
    pub id: Filter<String>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().id("1").send(account).await?;
    Ok(())
}

fn main() {}
