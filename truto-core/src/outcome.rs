//! What is known of a request that got no usable answer.

use core::time::Duration;

use crate::contract::Contract;
use crate::error::{Clock, Error, Outcome, TimeoutError};

/// The error of a clock that ran out.
pub(crate) fn timed_out(contract: &Contract, clock: Clock, after: Duration, request_id: Option<String>) -> Error {
    let (endpoint, outcome) = (contract.to_string(), after_sending(contract));
    TimeoutError { endpoint, clock, after, request_id, outcome }.into()
}

/// The outcome of a request of which at least a part may have left: a read wrote nothing, a write may have.
pub(crate) fn after_sending(contract: &Contract) -> Outcome {
    if contract.method().is_safe() { Outcome::NotSent } else { Outcome::Unknown }
}
