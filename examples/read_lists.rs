//! Reads a whole list, although the server fails twice and the program itself stops in the middle.
//!
//! ```text
//! cargo run --example read_lists
//! ```

mod common;

use serde::Deserialize;
use serde_json::json;
use truto_core::server::Registration;
use truto_core::{Account, Checkpoint, DateFilter, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
struct ListContacts {
    /// Time of creation.
    created_at: Option<DateFilter>,
}

/// The part of a contact that this program reads.
#[derive(Debug, Deserialize)]
struct Contact {
    id: String,
    name: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<ListContacts>());
    let (account, sandbox) = common::connect(sandbox).await?;
    if let Some(sandbox) = &sandbox {
        for number in 1..=95 {
            sandbox.keep(account.id(), "crm/contacts", json!({ "name": format!("Contact {number}") }));
        }
        // Two pages fail: the connection breaks, and the server answers 502. The client reads both again.
        sandbox.script(Fault::cut_at(300));
        sandbox.script(Fault::status(http::StatusCode::BAD_GATEWAY));
    }

    // The first run stops after 40 contacts, as if the process had died. The checkpoint is one line of text.
    let saved = read(&account, None, Some(40)).await?;
    println!("saved    {saved}");

    // The second run continues with the next contact.
    let checkpoint = saved.to_string().parse()?;
    let end = read(&account, Some(&checkpoint), None).await?;
    println!("done     {} contacts in all, complete: {}", end.items(), end.is_complete());
    Ok(())
}

/// Reads at most `most` contacts, starting at a checkpoint, and returns the checkpoint where it stopped.
async fn read(
    account: &Account,
    from: Option<&Checkpoint>,
    most: Option<usize>,
) -> Result<Checkpoint, truto_core::Error> {
    let mut contacts =
        ListContacts::builder().created_at(DateFilter::gt("2020-01-01")).limit(20).items(account).prefetch(2);
    if let Some(checkpoint) = from {
        contacts = contacts.resume(checkpoint)?;
    }
    let mut read = 0;
    while most.is_none_or(|most| read < most)
        && let Some(contact) = contacts.try_next().await?
    {
        read += 1;
        if read % 20 == 1 {
            println!("read     {} {}", contact.id, contact.name.unwrap_or_default());
        }
    }
    Ok(contacts.checkpoint())
}
