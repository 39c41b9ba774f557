//! Names as the ledger stores them, read from a record. Below the ledger, because mirrors read them as well.

use crate::db::Record;
use crate::error::Error;
use crate::owned::Hold;
use crate::row::State;

pub(crate) fn read_hold(record: &Record, at: usize) -> Result<Option<Hold>, Error> {
    Ok(record.maybe_text(at)?.and_then(|name| Hold::named(&name)))
}

pub(crate) fn read_state(record: &Record, at: usize) -> Result<State, Error> {
    let name = record.text(at)?;
    State::named(&name).ok_or_else(|| {
        Error::refused(format!("the ledger has a row in the state `{name}`, which this version does not know"))
    })
}
