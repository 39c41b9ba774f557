//! The workers that the ledger knows.

use crate::db::{Database, in_transaction};
use crate::error::Error;
use crate::owned::WorkerId;

/// Registers a worker. If it is the only one, the accounts of all others are free: they died.
pub(crate) async fn begin(database: &Database, is_only: bool) -> Result<WorkerId, Error> {
    let name = format!("{}:{}", host(), std::process::id());
    in_transaction!(database, "register the worker", |tx| {
        let now = tx.now().await?;
        if is_only {
            let sql = "UPDATE truto_accounts SET lease_until = 0 WHERE owner IS NOT NULL";
            tx.run(sql, [], None).await?;
            tx.run("DELETE FROM truto_workers", [], None).await?;
        }
        let sql = "INSERT INTO truto_workers (name, started_at, seen_at) VALUES ($1, $2, $2) RETURNING id";
        tx.row(sql, [(&*name).into(), now.into()], None).await?.int(0)
    })
}

/// Removes a worker that has given everything back.
pub(crate) async fn end(database: &Database, worker: WorkerId) -> Result<(), Error> {
    let sql = "DELETE FROM truto_workers WHERE id = $1";
    in_transaction!(database, "remove the worker", |tx| { tx.run(sql, [worker.into()], None).await })?;
    Ok(())
}

fn host() -> String {
    std::env::var("HOSTNAME").ok().filter(|host| !host.is_empty()).unwrap_or_else(|| "localhost".to_owned())
}
