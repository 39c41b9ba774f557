// errors: 1
//! rustc says what is wrong, once.
//! The other fields keep their setters.

use truto_core::{Account, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[cfg(all())]
    pub owner: Option<String>,
    #[cfg(all())]
    pub text: ,
}

async fn note(account: &Account) -> Result<(), truto_core::Error> {
    CreateNote::builder().title("t").owner("me").send(account).await?;
    Ok(())
}

fn main() {}
