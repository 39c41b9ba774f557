//! Errors and answers for your own mocks. If your program hides the client behind a trait, its tests can return the same types
//! that a call returns.
//!
//! [`MockError`] makes each [`Error`](crate::Error) of a call without an answer, and the common refusals. [`MockAnswer`] makes
//! pages, records and errors from an answer. To test what goes over the wire, use the sandbox (`truto-sandbox`) instead.
//!
//! ```
//! use std::time::Duration;
//! use truto_core::error::{Clock, Outcome};
//! use truto_core::mock::{MockAnswer, MockError};
//! use truto_core::{Error, Page, json};
//!
//! // What the program needs of the client.
//! trait Tickets {
//!     fn titles(&self) -> Result<Page<String>, Error>;
//!     fn close(&self, id: &str) -> Result<(), Error>;
//! }
//!
//! struct Mocked;
//!
//! impl Tickets for Mocked {
//!     fn titles(&self) -> Result<Page<String>, Error> {
//!         Ok(MockAnswer::new(200).page(vec!["The printer is on fire".to_owned()], Some("page-2")))
//!     }
//!
//!     fn close(&self, id: &str) -> Result<(), Error> {
//!         match id {
//!             "1" => Err(MockError::api(404, "There is no such ticket").into()),
//!             _ => Err(MockError::timeout(Clock::Deadline, Duration::from_secs(30)).attempts(3).into()),
//!         }
//!     }
//! }
//!
//! assert_eq!(Mocked.titles().unwrap().next_cursor(), Some("page-2"));
//! assert!(Mocked.close("1").unwrap_err().is_not_found());
//! let late = Mocked.close("2").unwrap_err();
//! assert!(late.is_timeout() && late.outcome() == Outcome::Unknown);
//! ```

mod answer;
mod error;

pub use answer::MockAnswer;
pub use error::MockError;

use crate::contract::{Contract, Method};
use crate::policy::attempt::Attempt;
use crate::policy::outcome::Repeat;

/// The endpoint of a mock, unless another is given. It writes, because a failed write is the harder case.
static MOCKED: Contract = Contract::new("Mocked", Method::Post, "/mocked", &[]);

/// An attempt with this number. A write has an idempotency key.
fn attempt(contract: &'static Contract, number: u32) -> Attempt {
    Attempt { contract, names: None, number, repeat: Repeat::of(contract.method(), Some(false)) }
}
