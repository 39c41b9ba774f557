//! Asks before something is done that cannot be undone.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use crate::program::Failure;

/// Goes on if `yes`, or if a person at the terminal says so.
pub(crate) fn confirm(yes: bool, what: &str) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    if !io::stdin().is_terminal() {
        return Err(Failure(format!("{what} was not done, because nobody can be asked: pass --yes")));
    }
    write!(io::stderr(), "{what}? Type `yes`: ")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(|error| Failure(format!("cannot read the answer: {error}")))?;
    match answer.trim() {
        "yes" | "y" => Ok(()),
        _ => Err(Failure(format!("{what} was not done, because the answer was not `yes`"))),
    }
}
