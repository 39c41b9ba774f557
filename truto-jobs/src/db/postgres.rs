//! A ledger in a PostgreSQL database, which any number of processes share.

use core::time::Duration;
use std::str::FromStr as _;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Executor as _, PgPool};

use crate::error::Error;

const CONNECTIONS: u32 = 8;
/// How long a transaction waits for a connection, also while the database starts.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the ledger counts on, whatever the database or the user has as a default.
///
/// * A statement sees what was committed before it: whoever waited for the lock of an account reads what its last owner wrote.
/// * A row that is marked before it is sent is still marked after a power failure.
/// * A worker that is stopped in the middle of a transaction loses it, and its locks, so that others can take its accounts over.
/// * A statement finds its rows one after another by an index, in the order in which it names its tables. The planner would look at
///   sizes that it learned while the tables were small, and read a whole table for a few rows once they are large.
const SETTINGS: &str = "\
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'; \
    SELECT set_config('default_transaction_isolation', 'read committed', false), \
           set_config('idle_in_transaction_session_timeout', '3s', false), \
           set_config('jit', 'off', false), \
           set_config('enable_seqscan', 'off', false), \
           set_config('enable_hashjoin', 'off', false), \
           set_config('enable_mergejoin', 'off', false), \
           set_config('join_collapse_limit', '1', false)";

pub(crate) async fn open(url: &str) -> Result<PgPool, Error> {
    let options = PgConnectOptions::from_str(url)?.application_name("truto-jobs");
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    let pool = pool.after_connect(|connection, _| {
        Box::pin(async move {
            connection.execute(SETTINGS).await?;
            Ok(())
        })
    });
    Ok(pool.connect_with(options).await?)
}

#[cfg(test)]
mod tests {
    use crate::support::Ledger;

    #[tokio::test]
    async fn a_transaction_that_was_left_open_gives_its_locks_back() {
        let Some(ledger) = Ledger::postgres().await else { return };
        ledger.open().await;
        ledger.execute("INSERT INTO truto_accounts (account) VALUES ('one')").await;
        let change = "UPDATE truto_accounts SET last_error = 'why'";
        let jobs = ledger.open().await;
        // As a worker that was stopped in the middle.
        let mut left = jobs.database().begin().await.unwrap();
        left.run(change, [], None).await.unwrap();
        let mut other = jobs.database().begin().await.unwrap();
        assert_eq!(other.run(change, [], None).await.unwrap(), 1);
        other.commit().await.unwrap();
        let late = left.run(change, [], None).await.unwrap_err();
        assert!(late.is_temporary(), "{late}");
    }
}
