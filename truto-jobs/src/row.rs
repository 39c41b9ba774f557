//! The states of a row, and who moves it: a pure function from a row and an event to a row. Nothing else decides what becomes of a
//! row, and `tests/jobs/model.rs` checks this function itself, over all interleavings of two workers.

use core::time::Duration;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits to be sent. It certainly was not written yet.
    Ready,
    /// A worker sends it, or died while it did.
    Sending,
    /// It may have been written. It is sent again under its key, which cannot write it twice.
    Unknown,
    /// It was written.
    Done,
    /// The API refused it for good, and wrote nothing.
    Rejected,
    /// It may have been written, and the server may have forgotten its key: a person has to look.
    NeedsReview,
    /// A person decided that it is not sent.
    Skipped,
    /// Its run was cancelled before it was sent.
    Cancelled,
}

impl State {
    /// All states, in the order of a row's life.
    pub const ALL: [Self; 8] = [
        Self::Ready,
        Self::Sending,
        Self::Unknown,
        Self::Done,
        Self::Rejected,
        Self::NeedsReview,
        Self::Skipped,
        Self::Cancelled,
    ];

    /// The name in the ledger, in the program and in JSON: `needs_review`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Sending => "sending",
            Self::Unknown => "unknown",
            Self::Done => "done",
            Self::Rejected => "rejected",
            Self::NeedsReview => "needs_review",
            Self::Skipped => "skipped",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether a worker still has to do something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Ready | Self::Sending | Self::Unknown)
    }
}

impl core::fmt::Display for State {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

/// What the ledger knows of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Where it stands.
    pub state: State,
    /// When a worker may take it. It has no meaning unless the row is open.
    pub due_at: Moment,
    /// When it was first sent under its key.
    pub first_sent_at: Option<Moment>,
    /// How often it was sent.
    pub sends: u32,
    /// Whether an earlier send may have written it.
    pub maybe_written: bool,
}

/// What happens to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// A worker that owns the account takes it, to send it.
    Take {
        /// The time.
        now: Moment,
    },
    /// The call ended.
    End {
        /// The time.
        now: Moment,
        /// What became of the write.
        ending: Ending,
        /// When the call can be repeated, if the server said so.
        retry_at: Option<Moment>,
    },
    /// A new owner found that its last owner did not report how the call ended.
    Lose,
    /// A person wants it to be sent again.
    Retry,
    /// A person wants that it is not sent.
    Skip,
    /// Its run is cancelled.
    Cancel,
}

/// What became of a write, by one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It was written.
    Written,
    /// It certainly was not sent, or the server wrote nothing and may write it later.
    NotSent,
    /// The server judged the request and refused it for good.
    Refused,
    /// It may have been written.
    Unknown,
}

/// The times by which rows are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Times {
    /// The longest time from the moment in which a row is taken to the end of its request: a row whose owner is gone is not sent
    /// again earlier.
    pub in_flight: Duration,
    /// How long the server remembers an idempotency key.
    pub key_memory: Duration,
    /// The pause before a row that was not sent is taken again. It doubles with each send, up to an hour.
    pub pause: Duration,
}

const LONGEST_PAUSE: Duration = Duration::from_hours(1);

impl Row {
    /// A row that was just added.
    pub const NEW: Self =
        Self { state: State::Ready, due_at: Moment::START, first_sent_at: None, sends: 0, maybe_written: false };

    /// The row after this event. `None` if the event means nothing in this state, so that the row stays as it is.
    #[must_use]
    pub fn on(self, event: Event, times: &Times) -> Option<Self> {
        use State::{Cancelled, Done, NeedsReview, Ready, Rejected, Sending, Skipped, Unknown};
        let to = |state| Some(Self { state, ..self });
        match (self.state, event) {
            (Ready | Unknown, Event::Take { now }) if self.due_at <= now => Some(self.taken(now, times)),
            (Sending, Event::End { now, ending, retry_at }) => Some(self.ended(now, ending, retry_at, times)),
            // `due_at` is the end of the time in which the request may still be under way.
            (Sending, Event::Lose) => Some(Self { state: Unknown, maybe_written: true, ..self }),
            // Under a new memory of the server: a person looked, or the server had refused it.
            (Rejected | NeedsReview | Skipped | Cancelled, Event::Retry) => {
                Some(Self { state: Ready, due_at: Moment::START, first_sent_at: None, sends: 0, maybe_written: false })
            }
            // A person who wants it now does not wait for the pause.
            (Ready, Event::Retry) => Some(Self { due_at: Moment::START, ..self }),
            (Ready | Unknown | Rejected | NeedsReview | Cancelled, Event::Skip) => to(Skipped),
            (Ready, Event::Cancel) => to(Cancelled),
            (Unknown, Event::Cancel) => to(NeedsReview),
            (Done | Sending | Unknown | Ready | Rejected | NeedsReview | Skipped | Cancelled, _) => None,
        }
    }

    fn taken(self, now: Moment, times: &Times) -> Self {
        let first = self.first_sent_at.unwrap_or(now);
        // The request may arrive at the end of its time, and the server must still know the key then.
        if self.maybe_written && now.after(times.in_flight).since(first) >= times.key_memory {
            return Self { state: State::NeedsReview, ..self };
        }
        Self {
            state: State::Sending,
            due_at: now.after(times.in_flight),
            // A key that certainly wrote nothing has not been seen by the server, or may be used anew.
            first_sent_at: Some(if self.maybe_written { first } else { now }),
            sends: self.sends.saturating_add(1),
            ..self
        }
    }

    fn ended(self, now: Moment, ending: Ending, retry_at: Option<Moment>, times: &Times) -> Self {
        let doubled = 1_u32.checked_shl(self.sends.saturating_sub(1)).unwrap_or(u32::MAX);
        let pause = times.pause.saturating_mul(doubled).min(LONGEST_PAUSE);
        let later = retry_at.unwrap_or_else(|| now.after(pause));
        match ending {
            Ending::Written => Self { state: State::Done, ..self },
            Ending::Refused => Self { state: State::Rejected, ..self },
            // What an earlier send may have written, a later one that was not sent cannot take back.
            Ending::NotSent if !self.maybe_written => Self { state: State::Ready, due_at: later, ..self },
            Ending::NotSent | Ending::Unknown => {
                Self { state: State::Unknown, due_at: later, maybe_written: true, ..self }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMES: Times = Times {
        in_flight: Duration::from_mins(1),
        key_memory: Duration::from_hours(24),
        pause: Duration::from_secs(1),
    };

    fn seconds(count: u64) -> Moment {
        Moment::START.after(Duration::from_secs(count))
    }

    fn end(ending: Ending, now: u64) -> Event {
        Event::End { now: seconds(now), ending, retry_at: None }
    }

    #[test]
    fn a_row_whose_owner_died_waits_until_its_request_cannot_be_under_way() {
        let sending = Row::NEW.on(Event::Take { now: seconds(10) }, &TIMES).unwrap();
        let lost = sending.on(Event::Lose, &TIMES).unwrap();
        assert_eq!((lost.state, lost.due_at), (State::Unknown, seconds(70)));
        assert_eq!(lost.on(Event::Take { now: seconds(69) }, &TIMES), None);
        let again = lost.on(Event::Take { now: seconds(70) }, &TIMES).unwrap();
        assert_eq!((again.state, again.sends, again.first_sent_at), (State::Sending, 2, Some(seconds(10))));
    }

    #[test]
    fn a_key_that_the_server_may_have_forgotten_is_never_sent_in_silence() {
        let sending = Row::NEW.on(Event::Take { now: seconds(10) }, &TIMES).unwrap();
        let lost = sending.on(Event::Lose, &TIMES).unwrap();
        // The request can be under way for a minute.
        let late_enough = lost.on(Event::Take { now: seconds(9 + 24 * 3600 - 60) }, &TIMES).unwrap();
        assert_eq!(late_enough.state, State::Sending);
        let late = lost.on(Event::Take { now: seconds(10 + 24 * 3600 - 60) }, &TIMES).unwrap();
        assert_eq!(late.state, State::NeedsReview);
        assert_eq!(late.on(Event::Take { now: seconds(1 << 30) }, &TIMES), None);
        // A row that certainly was not sent has no key that the server could have forgotten.
        let unsent = sending.on(end(Ending::NotSent, 11), &TIMES).unwrap();
        let late = unsent.on(Event::Take { now: seconds(10 + 24 * 3600) }, &TIMES).unwrap();
        assert_eq!((late.state, late.first_sent_at), (State::Sending, Some(seconds(10 + 24 * 3600))));
    }

    #[test]
    fn what_may_be_written_stays_unknown_until_the_server_judges() {
        let sending = Row::NEW.on(Event::Take { now: seconds(10) }, &TIMES).unwrap();
        let unknown = sending.on(end(Ending::Unknown, 11), &TIMES).unwrap();
        let again = unknown.on(Event::Take { now: seconds(20) }, &TIMES).unwrap();
        assert_eq!(again.on(end(Ending::NotSent, 21), &TIMES).unwrap().state, State::Unknown);
        assert_eq!(again.on(end(Ending::Refused, 21), &TIMES).unwrap().state, State::Rejected);
        assert_eq!(again.on(end(Ending::Written, 21), &TIMES).unwrap().state, State::Done);
    }

    #[test]
    fn pauses_double_up_to_an_hour() {
        let mut row = Row::NEW;
        let mut waits = Vec::new();
        for _ in 0..14 {
            let sending = row.on(Event::Take { now: row.due_at }, &TIMES).unwrap();
            let ended = Event::End { now: row.due_at, ending: Ending::NotSent, retry_at: None };
            let next = sending.on(ended, &TIMES).unwrap();
            waits.push(next.due_at.since(row.due_at).as_secs());
            row = next;
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]);
    }

    #[test]
    fn a_cancelled_run_sends_nothing_and_hides_nothing() {
        assert_eq!(Row::NEW.on(Event::Cancel, &TIMES).unwrap().state, State::Cancelled);
        let sending = Row::NEW.on(Event::Take { now: seconds(0) }, &TIMES).unwrap();
        assert_eq!(sending.on(Event::Cancel, &TIMES), None);
        let unknown = sending.on(Event::Lose, &TIMES).unwrap();
        assert_eq!(unknown.on(Event::Cancel, &TIMES).unwrap().state, State::NeedsReview);
    }

    #[test]
    fn a_name_stands_for_one_state() {
        for state in State::ALL {
            assert_eq!(State::named(state.name()), Some(state));
        }
        assert_eq!(State::named("lost"), None);
    }
}
