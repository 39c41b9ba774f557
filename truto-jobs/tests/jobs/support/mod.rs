//! Helpers: a sandbox with many accounts, and ledgers that go away with the test.

// The tests, the benches and the unit tests of the crate have this module each for itself, and use a part of it.
#![allow(dead_code, unreachable_pub, unused_imports, clippy::unwrap_used, clippy::panic)]

mod backwards;
mod breaking;
mod cluster;
mod ledgers;
mod processes;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use truto_core::Client;
use truto_core::crm::{self, CreateAssociation, crm_entity};
use truto_sandbox::{Account, Fault, Provider, Sandbox};

pub use self::backwards::Backwards;
pub use self::breaking::{Break, BreakingWire};
pub use self::cluster::Cluster;
pub use self::ledgers::{Ledger, durable_cluster, ledgers};
pub use self::processes::{Process, hasty, told_to_end, work};

/// A folder that is removed with it.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("truto-jobs-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// The URL of a ledger in the folder.
    pub fn ledger(&self) -> String {
        format!("sqlite://{}", self.0.join("ledger.db").display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The id of the account with this number.
pub fn account(number: usize) -> String {
    format!("62f44730-dd91-461e-bd6a-{number:012x}")
}

/// A sandbox in the process with this many accounts, and a client of it.
pub fn sandbox(accounts: usize) -> (Sandbox, Client) {
    let builder = Sandbox::builder().endpoints(crm::endpoints()).request_log(usize::MAX);
    let accounts = (0..accounts).map(account);
    let sandbox = accounts.fold(builder, |builder, id| builder.account(Account::new(id, Provider::Attio))).in_process();
    let client = sandbox.client().build().unwrap();
    (sandbox, client)
}

/// The same sandbox on a socket, for workers in other processes. It answers after `delay`.
pub async fn sandbox_on_socket(accounts: usize, delay: Duration) -> Sandbox {
    let builder = Sandbox::builder().endpoints(crm::endpoints()).request_log(usize::MAX).idempotency_keys(usize::MAX);
    let accounts = (0..accounts).map(account);
    let builder = accounts.fold(builder, |builder, id| builder.account(Account::new(id, Provider::Attio)));
    let sandbox = builder.start().await.unwrap();
    sandbox.script(Fault::delay(delay).times(u32::MAX));
    sandbox
}

/// Rows that link a contact to an account, in the accounts by turns.
pub fn links(rows: usize, accounts: usize) -> impl Iterator<Item = (String, String, CreateAssociation)> {
    (0..rows).map(move |row| (account(row % accounts), format!("row {row}"), link(row)))
}

pub fn link(row: usize) -> CreateAssociation {
    let link = CreateAssociation::builder().entity_id(format!("003{row:012}")).entity(crm_entity::Contacts);
    link.accounts([format!("001{row:012}")]).build()
}
