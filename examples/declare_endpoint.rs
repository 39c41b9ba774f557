//! Declares endpoints that the crate does not have, and calls them: creates a note, reads it, changes it.
//!
//! ```text
//! cargo run --example declare_endpoint
//! ```

mod common;

use serde::Deserialize;
use truto_core::server::Registration;
use truto_core::{Patch, Reference, unified_endpoint};
use truto_sandbox::Sandbox;

/// Creates a note. The type of a field says whether it is required, the method says where it is sent.
#[unified_endpoint(POST, "/unified/crm/notes", response = Note)]
struct CreateNote {
    /// Text of the note.
    content: String,
    /// Title of the note.
    title: Option<String>,
    /// Contacts that the note is about.
    contacts: Vec<Reference>,
}

/// Reads a note. The field `id` fills `{id}` in the path; the field `locale` is sent in the query.
#[unified_endpoint(GET, "/unified/crm/notes/{id}", response = Note)]
struct GetNote {
    id: String,
    /// Language of the answer.
    locale: Option<String>,
}

/// Changes a note. A field of type `Patch` can be left alone, set, or cleared.
#[unified_endpoint(PATCH, "/unified/crm/notes/{id}", response = Note)]
struct UpdateNote {
    id: String,
    title: Patch<String>,
    content: Patch<String>,
}

/// The part of a note that this program reads.
#[derive(Debug, Deserialize)]
struct Note {
    id: String,
    title: Option<String>,
    content: String,
    #[serde(default)]
    contacts: Vec<Reference>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The sandbox checks requests against the same declarations and stores the records.
    let sandbox = Sandbox::builder()
        .endpoint(Registration::of::<CreateNote>())
        .endpoint(Registration::of::<GetNote>())
        .endpoint(Registration::of::<UpdateNote>());
    let (account, _sandbox) = common::connect(sandbox).await?;

    // This does not compile without `.content(…)`.
    let created = CreateNote::builder()
        .content("Asked for a quote for 40 seats.")
        .title("Call on Tuesday")
        .contacts(["003Ux000004TbQd"])
        .send(&account)
        .await?;
    println!("written  {created:?}");

    let read = GetNote::builder().id(&created.id).locale("en").send(&account).await?;
    println!("read     {} says {:?} about {} contact", read.id, read.content, read.contacts.len());

    let changed = UpdateNote::builder().id(&read.id).content("Wants 60 seats.").clear_title().send(&account).await?;
    println!("changed  {:?}, title {:?}", changed.content, changed.title);
    Ok(())
}
