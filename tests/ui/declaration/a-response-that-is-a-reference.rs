// errors: 1
//! A response is an owned value.
//! The answer has that type, as intended.

use truto_core::{Account, unified_endpoint};

#[derive(Debug, serde::Deserialize)]
pub struct Contact {
    pub name: String,
}

#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = &Contact)]
pub struct GetContact {
    pub id: String,
}

async fn contact(account: &Account) -> Result<Contact, truto_core::Error> {
    let contact = GetContact::builder().id("1").send(account).await?;
    println!("{}", contact.name);
    Ok(contact)
}

fn main() {}
