//! What a person decides about accounts: pause and resume.

use crate::db::{Database, in_transaction};
use crate::error::Error;
use crate::ledger::{accounts, people};
use crate::people::Rows;
use crate::row::{Event, State};

/// Pauses an account. Its worker reads the hold in its next exchange.
pub(crate) async fn pause(database: &Database, account: &str) -> Result<(), Error> {
    in_transaction!(database, "pause an account", |tx| {
        let (id, owned) = accounts::find(tx, account).await?;
        accounts::write_owned(tx, &[(id, owned.paused())]).await
    })
}

/// Releases an account, and the rows of it that wait for a time.
pub(crate) async fn resume(database: &Database, account: &str) -> Result<(), Error> {
    in_transaction!(database, "resume an account", |tx| {
        let now = tx.now().await?;
        let (id, owned) = accounts::find(tx, account).await?;
        let sql = "SELECT p.id FROM truto_parts p \
                   WHERE p.account_id = $1 AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL) LIMIT 1";
        let has_work = tx.maybe_row(sql, [id.into()]).await?.is_some();
        // Whoever claims it finds out when it has something to do next.
        accounts::write_owned(tx, &[(id, owned.resumed(has_work.then_some(now)))]).await?;
        let sql = "UPDATE truto_accounts SET park_until = 0, last_error = NULL WHERE id = $1";
        tx.run(sql, [id.into()], None).await
    })?;
    people::move_rows(database, &Rows::new().account(account), &[State::Ready], Event::Retry).await?;
    Ok(())
}
