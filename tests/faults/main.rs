//! A test for every fault that the client survives. The tests also generate the table in the docs.
//!
//! ```sh
//! cargo test -p truto-faults --test faults                         # run all tests and check the table
//! cargo test -p truto-faults --test faults -- redirects            # run some tests
//! TRUTO_FAULTS=overwrite cargo test -p truto-faults --test faults  # run all tests and write the table
//! TRUTO_TRANSPORT=direct cargo test -p truto-faults                # run all tests over the direct transport
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "clippy recognises tests by an attribute, which these tests do not have"
)]

mod answers;
mod bodies;
mod calls;
mod connections;
mod http2;
mod limits;
mod many;
mod outages;
mod pages;
mod platform;
mod redirects;
mod refusals;
mod routes;
mod silence;
mod support;
mod table;
mod tls;
mod waits;
mod wiring;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use libtest_mimic::{Arguments, Failed, Trial};

/// A fault, the behaviour of the client, and the test.
#[derive(Clone, Copy)]
struct Fault {
    /// Section of the table.
    family: &'static str,
    what: &'static str,
    expected: &'static str,
    test: &'static str,
    run: fn(),
}

/// Declares the faults of a family: `"fault" => "behaviour of the client": test on socket;`
macro_rules! faults {
    ($family:literal; $($fault:literal => $expected:literal: $test:ident on $where:ident;)+) => {
        pub(crate) const FAULTS: &[crate::Fault] = &[$(crate::Fault {
            family: $family,
            what: $fault,
            expected: $expected,
            test: stringify!($test),
            run: || crate::support::$where($test()),
        },)+];
    };
}
pub(crate) use faults;

/// Tests of what a caller sets on reqwest, which the direct transport does not have.
const ONLY_REQWEST: [&str; 1] = ["a_timeout_of_reqwest"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let all: Vec<Fault> = [
        connections::FAULTS,
        tls::FAULTS,
        http2::FAULTS,
        silence::FAULTS,
        waits::FAULTS,
        bodies::FAULTS,
        answers::FAULTS,
        refusals::FAULTS,
        limits::FAULTS,
        outages::FAULTS,
        redirects::FAULTS,
        pages::FAULTS,
        calls::FAULTS,
        many::FAULTS,
        platform::FAULTS,
        routes::FAULTS,
    ]
    .concat();
    let results: Arc<Mutex<BTreeMap<String, bool>>> = Arc::default();
    let is_direct = wiring::is_direct();
    let trials = all.iter().map(|fault| {
        let (fault, results) = (*fault, Arc::clone(&results));
        let name = format!("{}::{}", fault.family, fault.test);
        Trial::test(name.clone(), move || {
            let outcome = std::panic::catch_unwind(fault.run);
            results.lock().unwrap().insert(name, outcome.is_ok());
            outcome.map_err(|_| Failed::from("see above"))
        })
        .with_kind(if is_direct && ONLY_REQWEST.contains(&fault.test) { "a setting of reqwest" } else { "" })
        .with_ignored_flag(is_direct && ONLY_REQWEST.contains(&fault.test))
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    // The table is the same for both transports, and is made from the tests of the default transport.
    if conclusion.has_failed() || conclusion.num_filtered_out > 0 || arguments.list || is_direct {
        return conclusion.exit_code();
    }
    table::check(&all, &results.lock().unwrap())
}
