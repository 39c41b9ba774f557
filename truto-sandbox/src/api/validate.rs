//! Checks a request against the contract of its endpoint. The core does it: the sandbox adds no rule of its own.

use serde_json::{Map, Value};
use truto_core::error::InvalidRequest;
use truto_core::server::{Received, Registration};

use crate::answer::refusal::{Failure, Refusal};

/// Checks a request, and returns its body as the contract understands it. `failures` are those of the common parameters.
pub(crate) fn check(
    registration: Registration,
    received: Received<'_>,
    failures: Vec<Failure>,
) -> Result<Map<String, Value>, Refusal> {
    match registration.receive(received) {
        Ok(body) if failures.is_empty() => Ok(body),
        Ok(_) => Err(Refusal::invalid(&failures)),
        Err(invalid) => Err(refusal(&invalid, failures)),
    }
}

/// Refuses a request with the failures of its contract and others.
pub(crate) fn refusal(invalid: &InvalidRequest, mut failures: Vec<Failure>) -> Refusal {
    for failure in invalid.failures() {
        // A common parameter that the endpoint declares itself is checked twice.
        if failures.iter().all(|known| known.path != failure.path()) {
            failures.push(Failure::new(failure.path(), failure.to_string()));
        }
    }
    Refusal::invalid(&failures)
}
