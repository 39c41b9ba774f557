// errors: 3
//! Each field can be cleared, as intended.
//! The setters take what the messages advise.

use truto_core::{Account, Patch, unified_endpoint};

#[unified_endpoint(PATCH, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: Option<Patch<String>>,
    pub tags: Vec<Patch<String>>,
    pub owner: Box<Patch<String>>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").clear_title().tags(["a".to_owned()]).clear_tags().owner("me").clear_owner().send(account).await?;
    Ok(())
}

fn main() {}
