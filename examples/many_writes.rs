//! Writes to several accounts at once while the network fails, and counts the records to show that each write happened once.
//!
//! The server comes from the testkit: it handles each request, but some responses get lost.
//!
//! ```text
//! cargo run --example many_writes
//! ```

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use truto_core::server::Registration;
use truto_core::{Bulk, Client, unified_endpoint};
use truto_sandbox::Sandbox;
use truto_sandbox::testkit::{FaultServer, Reply};

/// Creates a note.
#[unified_endpoint(POST, "/unified/crm/notes")]
struct CreateNote {
    content: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::builder().endpoint(Registration::of::<CreateNote>()).in_process();
    let server = FaultServer::in_front_of(&sandbox).await?;
    let requests = AtomicUsize::new(0);
    server.handle(move |_| match requests.fetch_add(1, Ordering::Relaxed) % 10 {
        // The server writes the note, but the response is lost.
        1 => Reply::reset_after_request().after_handling(),
        6 => Reply::real().cut_at(5),
        _ => Reply::real(),
    });
    let client = Client::builder()
        .token(sandbox.token())
        .base_url(server.url())
        .on_retry(|retry| println!("again    {} after {:?}: {}", retry.endpoint(), retry.wait(), retry.error()))
        .build()?;
    let accounts = sandbox.accounts();
    let accounts = [accounts.salesforce, accounts.attio, accounts.close, accounts.pipedrive];

    let mut calls = Vec::new();
    for row in 0..40 {
        // One key per row: if the program runs again after a crash, no row is written twice.
        let account = client.account(accounts[row % accounts.len()])?;
        let call = CreateNote::builder().content(format!("note {row}")).send(&account);
        calls.push((row, call.idempotency_key(format!("import-7/row-{row}"))));
    }
    let mut results = Bulk::new(calls).concurrency(8);
    let mut failed = BTreeMap::new();
    while let Some((row, result)) = results.next().await {
        if let Err(error) = result {
            failed.insert(row, (error.outcome(), error.to_string()));
        }
    }

    let kept: usize = accounts.iter().map(|account| sandbox.records(account).len()).sum();
    println!("{} requests were sent for 40 notes; the server holds {kept}", server.received().len());
    println!("{} rows failed: {failed:?}", failed.len());
    Ok(())
}
