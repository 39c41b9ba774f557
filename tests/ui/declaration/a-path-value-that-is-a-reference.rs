// errors: 2
//! It is sent as an object, whatever it refers to.
//! The setter takes what the message advises.

use truto_core::types::ReferenceTo;
use truto_core::{Account, Reference, unified_endpoint};

pub struct Note;

#[unified_endpoint(GET, "/unified/crm/notes/{id}/parts/{part}")]
pub struct CreateNote {
    pub id: Reference,
    pub part: ReferenceTo<Note>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().id("1").part("2").send(account).await?;
    Ok(())
}

fn main() {}
