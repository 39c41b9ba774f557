// errors: 1
//! The borrowed types follow from the lifetime.
//! The setters take what is owned.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote<'a> {
    pub title: &'a str,
    pub text: Option<std::borrow::Cow<'a, str>>,
    pub tags: Vec<&'a str>,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").text("t").tags(["a"]).send(account).await?;
    Ok(())
}

fn main() {}
