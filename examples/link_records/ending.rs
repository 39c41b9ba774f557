//! The end of a run: the last lines of the output, and the exit code.

use std::io::{self, Write};

use truto_core::Error;

use crate::report::Report;
use crate::tally::Tally;

/// Why the program stops sending rows.
#[derive(Debug)]
pub(crate) enum Ending {
    /// All rows were sent.
    Done,
    /// The API refused the token, so every other row would fail, too.
    Refused(Error),
    /// The input could not be read.
    Unreadable(io::Error),
    /// The user pressed Ctrl-C: once to stop reading, twice to drop the calls in flight.
    Interrupted { last_line: u64, dropped: usize },
}

impl Ending {
    /// Prints the result and returns the exit code.
    pub(crate) fn conclude(self, report: &Report<impl Write>, dry_run: bool, out: &mut impl Write) -> io::Result<u8> {
        let total = report.total();
        let Tally { rows, linked, records, .. } = total;
        if rows > 0 && (linked > 0 || matches!(self, Self::Done | Self::Interrupted { .. })) {
            report.table(out)?;
        }
        if dry_run {
            writeln!(out, "{} of {rows} rows are valid; nothing was sent.", rows - total.attention())?;
        } else if linked > 0 {
            let seconds = report.elapsed().as_secs_f64();
            writeln!(out, "{linked} of {rows} rows linked {records} records in {seconds:.1} s.")?;
        }
        match self {
            Self::Refused(error) => Err(io::Error::other(format!("stopped: {error}"))),
            Self::Unreadable(error) => Err(error),
            Self::Interrupted { last_line, dropped } => {
                if dropped > 0 {
                    writeln!(out, "{dropped} calls were dropped: whether they linked anything is unknown.")?;
                }
                writeln!(out, "Interrupted after line {last_line}: exit code 130.")?;
                Ok(130)
            }
            Self::Done if total.attention() > 0 => {
                writeln!(out, "{} of {rows} rows need attention: exit code 1.", total.attention())?;
                Ok(1)
            }
            Self::Done => {
                writeln!(out, "No row needs attention: exit code 0.")?;
                Ok(0)
            }
        }
    }
}
