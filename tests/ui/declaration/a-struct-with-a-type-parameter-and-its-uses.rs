// errors: 1
//! It is unclear which type is meant.
//! The setters take any JSON.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote<T> {
    pub title: T,
    pub tags: Vec<T>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").tags(["a"]).send(account).await?;
    Ok(())
}

fn main() {}
