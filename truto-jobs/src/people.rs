//! What a person does with a ledger: looks at it, and decides where a worker must not. The methods are those of
//! [`Jobs`](crate::Jobs); here are the filters that they take, and the views that they return.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), truto_jobs::Error> {
//! use truto_jobs::people::{Accounts, Rows, Standing};
//! use truto_jobs::row::State;
//! use truto_jobs::Jobs;
//!
//! let jobs = Jobs::open("sqlite::memory:").await?;
//! for run in jobs.runs().await? {
//!     println!("{}: {} of {} rows are done", run.name, run.progress.done, run.progress.total());
//! }
//! for account in jobs.accounts(&Accounts::new().standing(Standing::Held)).await? {
//!     println!("{} waits for a person: {:?}", account.account, account.hold);
//! }
//! // Send again what the API refused, once its cause is gone.
//! let sent_again = jobs.retry(&Rows::new().state(State::Rejected)).await?;
//! # assert_eq!(sent_again, 0);
//! # Ok(()) }
//! ```

mod filter;
pub(crate) mod progress;
mod view;

pub use self::filter::{Accounts, Place, Rows, Standing};
pub use self::view::{AccountView, Body, ErrorGroup, Finding, RowView, RunView, WorkerView};
