//! Which rows a command means.

use clap::Args;
use truto_jobs::people::Rows;
use truto_jobs::row::State;

/// Which rows are meant.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Rows of this run.
    #[arg(long)]
    pub(crate) run: Option<String>,
    /// Rows of this account.
    #[arg(long, value_name = "UUID")]
    pub(crate) account: Option<String>,
    /// Rows with this key.
    #[arg(long)]
    pub(crate) key: Option<String>,
    /// Rows in these states: `ready`, `sending`, `unknown`, `done`, `rejected`, `needs_review`, `skipped`, `cancelled`.
    #[arg(long, value_delimiter = ',', value_parser = state, value_name = "STATE")]
    pub(crate) state: Vec<State>,
}

impl Which {
    pub(crate) fn filter(&self) -> Rows {
        let mut rows = self.state.iter().copied().fold(Rows::new(), Rows::state);
        if let Some(run) = &self.run {
            rows = rows.run(run);
        }
        if let Some(account) = &self.account {
            rows = rows.account(account);
        }
        if let Some(key) = &self.key {
            rows = rows.row_key(key);
        }
        rows
    }
}

pub(super) fn state(name: &str) -> Result<State, String> {
    let names = || State::ALL.map(State::name).join(", ");
    State::named(&name.replace('-', "_")).ok_or_else(|| format!("expected one of {}", names()))
}
