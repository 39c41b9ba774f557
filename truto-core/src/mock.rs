//! Errors and answers for mocks of your own: a program that hides the client behind a trait answers in its tests with the same
//! types that a call gives.
//!
//! [`MockError`] makes every [`Error`](crate::Error) that came without an answer, and the usual refusals; [`MockAnswer`] makes
//! whatever holds an answer, and what a call makes of one. For tests of the wire there is the sandbox (`truto-sandbox`), which
//! needs no mock.
//!
//! ```
//! use std::time::Duration;
//! use truto_core::error::{Clock, Outcome};
//! use truto_core::mock::{MockAnswer, MockError};
//! use truto_core::{Error, Page, json};
//!
//! // What the program asks for.
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

/// The endpoint of a mock that was given none: a write, as most that can go wrong is about one.
static MOCKED: Contract = Contract::new("Mocked", Method::Post, "/mocked", &[]);

/// The attempt with this number of a call of this endpoint, under a key if it writes.
fn attempt(contract: &'static Contract, number: u32) -> Attempt {
    Attempt { contract, number, repeat: Repeat::of(contract.method(), Some(false)) }
}
