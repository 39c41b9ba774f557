//! The main loop: a thread reads rows ahead, and the loop sends them with a bounded number of calls in flight.

use std::io::{self, Write};
use std::pin::pin;
use std::thread;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc;
use truto_core::Error;

use crate::ending::Ending;
use crate::input::Input;
use crate::lines::Lines;
use crate::options::Options;
use crate::report::Report;
use crate::row::{Link, Place, Row};
use crate::session::{Accounts, Session};
use crate::tally::Tally;

/// Links the rows of the file that the options name, and returns the exit code. The result goes to `out`, progress and
/// warnings go to `notes`.
pub(crate) async fn run(
    options: &Options,
    session: &Session,
    out: &mut impl Write,
    notes: &mut impl Write,
) -> io::Result<u8> {
    let input = Input::open(options.file.as_deref())?;
    let mut report = Report::new(notes, input.length);
    report.note(&format!("Linking the rows of {} {}.", input.name, session.place()));
    let ending = link_all(input, options, &session.accounts, &mut report).await;
    report.clear();
    let code = ending.conclude(&report, options.dry_run, out)?;
    if code == 1 && options.file.is_none() && session.sandbox.is_some() {
        writeln!(out, "(The file that ships with this example has wrong rows on purpose.)")?;
    }
    Ok(code)
}

/// Links the rows of an input until its end, a fatal error or Ctrl-C.
pub(crate) async fn link_all(
    input: Input,
    options: &Options,
    accounts: &Accounts,
    report: &mut Report<impl Write>,
) -> Ending {
    let concurrency = usize::from(options.concurrency);
    let mut rows = read_ahead(input, accounts.clone(), concurrency);
    let mut in_flight = FuturesUnordered::new();
    let mut stop = pin!(interrupted());
    let mut last_line = 0;
    let mut ending = None;
    while ending.is_none() || !in_flight.is_empty() {
        tokio::select! {
            row = rows.recv(), if ending.is_none() && in_flight.len() < concurrency => match row {
                None => ending = Some(Ending::Done),
                Some(Err(error)) => ending = Some(Ending::Unreadable(error)),
                Some(Ok(Row { place, link })) => {
                    last_line = place.line;
                    match link {
                        Ok(_) if options.dry_run => report.count(place, Tally::checked()),
                        Ok(link) => in_flight.push(send(place, link)),
                        Err(reason) => {
                            report.note(&format!("line {} not sent: {reason}", place.line));
                            report.count(place, Tally::bad());
                        }
                    }
                }
            },
            Some(Answered { place, records, time, result }) = in_flight.next(), if !in_flight.is_empty() => {
                match result {
                    Ok(()) => report.count(place, Tally::linked(records, time)),
                    Err(error) => {
                        let line = place.line;
                        report.count(place, Tally::failed(time));
                        if refuses_token(&error) {
                            ending = Some(Ending::Refused(error));
                        } else {
                            report.note(&format!("line {line} failed: {error}"));
                        }
                    }
                }
            }
            () = &mut stop => {
                let dropped = in_flight.len();
                if matches!(ending, Some(Ending::Interrupted { .. })) {
                    return Ending::Interrupted { last_line, dropped };
                }
                if dropped > 0 {
                    report.note(&format!("Waiting for {dropped} calls in flight; Ctrl-C again drops them."));
                }
                ending = Some(Ending::Interrupted { last_line, dropped: 0 });
                stop.set(interrupted());
            }
        }
    }
    ending.unwrap_or(Ending::Done)
}

/// Reads and checks rows on a separate thread, at most `ahead` rows before they are sent.
fn read_ahead(input: Input, accounts: Accounts, ahead: usize) -> mpsc::Receiver<io::Result<Row>> {
    let (sender, receiver) = mpsc::channel(ahead);
    // Not `spawn_blocking`: the runtime would wait for the thread at exit, and the thread may wait for a line of input.
    thread::spawn(move || {
        for line in Lines::new(input.reader) {
            let row = line
                .map(|line| Row::read(line, &accounts))
                .map_err(|error| io::Error::new(error.kind(), format!("cannot read {}: {error}", input.name)));
            let broken = row.is_err();
            if sender.blocking_send(row).is_err() || broken {
                return;
            }
        }
    });
    receiver
}

/// A finished call.
struct Answered {
    place: Place,
    records: usize,
    time: Duration,
    result: Result<(), Error>,
}

async fn send(place: Place, Link { account, call, key, records }: Link) -> Answered {
    let started = Instant::now();
    let mut link = call.send(&account);
    if let Some(key) = key {
        link = link.idempotency_key(key);
    }
    let result = link.await.map(drop);
    Answered { place, records, time: started.elapsed(), result }
}

fn refuses_token(error: &Error) -> bool {
    // A 401 from the provider concerns only one account.
    matches!(error, Error::Api(error) if error.status() == 401 && !error.is_remote())
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a handler, Ctrl-C ends the program at once.
        std::future::pending::<()>().await;
    }
}
