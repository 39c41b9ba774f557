//! Fuzzes the whole interface with generated declarations and random calls of their setters. Every value that was not
//! replaced arrives, or the request is refused and the error names the field. The requests are read by other parsers.
//!
//! `TRUTO_FUZZ_SECONDS` is the duration after the first round (default 2). `TRUTO_FUZZ_SEED` repeats a failed run, and
//! `TRUTO_FUZZ_DECLARATIONS` is the seed of other declarations.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "clippy allows these in tests, but not in their helpers"
)]

mod case;
mod check;
mod declarations;
mod dice;
mod script;
mod server;
mod tree;
mod values;

use std::cell::RefCell;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

use truto_core::Error;

use crate::case::{Form, Place};
use crate::declarations::CASES;
use crate::dice::Dice;
use crate::script::Script;
use crate::server::{Arrived, Server};

#[test]
fn the_declarations_hold_everything_there_is() {
    assert!(CASES.len() >= 200, "only {} declarations", CASES.len());
    let fields = || CASES.iter().flat_map(|case| case.fields);
    for place in [Place::Path, Place::Query, Place::Header, Place::Body] {
        assert!(fields().filter(|field| field.place == place).count() > 20, "{place:?}");
    }
    for form in [Form::Nothing, Form::Json, Form::Multipart, Form::Raw] {
        assert!(CASES.iter().filter(|case| case.form == form).count() > 5, "{form:?}");
    }
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        assert!(CASES.iter().filter(|case| case.method == method).count() > 10, "{method}");
    }
    assert!(fields().any(|field| field.within.len() == 2) && fields().any(|field| !field.only_for.is_empty()));
}

#[test]
fn what_the_caller_gave_arrives_or_is_refused_by_name() {
    let server = Rc::new(RefCell::new(Server::new()));
    if let Ok(seed) = env::var("TRUTO_FUZZ_SEED") {
        run(seed.parse().expect("TRUTO_FUZZ_SEED is a number"), &server);
        return;
    }
    let seconds = env::var("TRUTO_FUZZ_SECONDS").map_or(2, |seconds| seconds.parse().expect("a number of seconds"));
    let start = Instant::now();
    let first = Dice(SystemTime::UNIX_EPOCH.elapsed().unwrap().subsec_nanos().into()).next();
    let (mut count, least) = (0, CASES.len() as u64 * 10);
    while count < least || start.elapsed() < Duration::from_secs(seconds) {
        run(first.wrapping_add(count), &server);
        count += 1;
    }
    println!("{count} runs, from seed {first}");
}

/// Runs one case. The seed selects the declaration.
fn run(seed: u64, server: &Rc<RefCell<Server>>) {
    let case = &CASES[usize::try_from(seed % CASES.len() as u64).unwrap()];
    let mut script = Script::new(case, seed, Rc::clone(server));
    let ended = catch_unwind(AssertUnwindSafe(|| (case.run)(&mut script)));
    let requests = server.borrow().take();
    let outcome = ended.map_err(|_| "the call panics".to_owned()).and_then(|ended| judge(&script, ended, &requests));
    if let Err(problem) = outcome {
        let shown: Vec<String> = requests
            .iter()
            .map(|(head, body)| format!("{}{}", String::from_utf8_lossy(head), String::from_utf8_lossy(body)))
            .collect();
        panic!(
            "{problem}\nagain: TRUTO_FUZZ_SEED={seed}\n{}\n{:?}: {}\n{}",
            case.source,
            script.way,
            script.calls.join("\n    "),
            shown.join("\n")
        );
    }
}

/// Returns a name as errors show it: escaped, except for quotes and backslashes.
fn as_shown(name: &str) -> String {
    let is_kept = |letter| matches!(letter, '"' | '\'' | '\\');
    name.split_inclusive(is_kept)
        .flat_map(|part| {
            let text = part.trim_end_matches(is_kept);
            [text.escape_debug().to_string(), part[text.len()..].to_owned()]
        })
        .collect()
}

/// Checks the property of a run.
fn judge(script: &Script, ended: Result<(), Error>, requests: &[(Vec<u8>, bytes::Bytes)]) -> Result<(), String> {
    let refused = check::refused(script);
    if let Err(error) = &ended {
        let shown = format!("{error} {error:?}");
        if let Some(secret) = script.secrets().iter().find(|secret| shown.contains(secret.as_str())) {
            return Err(format!("the error shows the secret `{secret}`: {shown}"));
        }
    }
    match (ended, &script.unwritable, requests) {
        (Ok(()), Some(reason), []) => {
            let is_named = refused.iter().any(|name| reason.contains(&as_shown(name)));
            if is_named { Ok(()) } else { Err(format!("expected {refused:?} to be refused, found `{reason}`")) }
        }
        (Ok(()), None, [(head, body)]) if refused.is_empty() => {
            check::arrived(script, Arrived::read(head, body.clone())?)
        }
        (Ok(()), None, [_]) => Err(format!("expected {refused:?} to be refused, and it was sent")),
        (Err(Error::Invalid(invalid)), None, []) => {
            let named = |path: &str| refused.iter().any(|name| name == path);
            match invalid.failures().iter().find(|failure| !named(failure.path())) {
                Some(failure) => Err(format!("`{failure}` is refused, expected {refused:?}")),
                None => Ok(()),
            }
        }
        (ended, unwritable, requests) => Err(format!("{ended:?}, {unwritable:?}, {} requests", requests.len())),
    }
}
