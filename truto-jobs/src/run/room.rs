//! Back-pressure: rows are added only while a run has few open ones.

use core::time::Duration;

use tokio::time::sleep;

use crate::db::Database;
use crate::error::Error;
use crate::ledger::reading;

/// How often to look whether workers have made room.
const LOOK: Duration = Duration::from_millis(250);

/// Room for rows of a run.
#[derive(Debug)]
pub(super) struct Room {
    max_open: Option<u64>,
    /// Rows that can be added before the ledger has to be asked again.
    left: u64,
}

impl Room {
    pub(super) const fn new(max_open: Option<u64>) -> Self {
        Self { max_open, left: 0 }
    }

    /// Waits until there is room for a batch of so many rows. The batch that reaches the limit may pass it.
    pub(super) async fn wait(&mut self, database: &Database, run: i64, rows: usize) -> Result<(), Error> {
        let Some(max_open) = self.max_open else { return Ok(()) };
        let rows = rows as u64;
        if self.left < rows {
            self.left = loop {
                let open = reading::open_rows(database, run).await?;
                if open < max_open {
                    break max_open - open;
                }
                sleep(LOOK).await;
            };
        }
        self.left = self.left.saturating_sub(rows);
        Ok(())
    }
}
