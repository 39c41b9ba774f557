// errors: 1
//! The path names its only field.
//! The builder has a setter for it.

use truto_core::{Account, Registry, endpoints, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/notes/{id}")]
pub struct ReadNote(pub String);

pub const API: Registry = endpoints![ReadNote];

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    ReadNote::builder().id("1").send(account).await?;
    Ok(())
}

fn main() {}
