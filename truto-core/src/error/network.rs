//! Calls that got no answer: the connection failed, or a clock ran out.

use core::time::Duration;

/// What is known of a write that got no usable answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// No byte of the request left: it can be repeated without a second thought.
    NotSent,
    /// The server answered that it did not do it.
    Rejected,
    /// The request may have been carried out. Repeat it only under the same idempotency key.
    Unknown,
}

impl core::fmt::Display for Outcome {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::NotSent => "nothing was sent",
            Self::Rejected => "the server refused it",
            Self::Unknown => "whether the server carried it out is unknown",
        })
    }
}

/// What went wrong below HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NetworkKind {
    /// No connection came about: name resolution, TCP or TLS.
    Connect,
    /// The connection broke, or what came was not HTTP.
    Exchange,
    /// The connection broke inside the response body.
    BodyInterrupted,
}

/// A call whose connection failed.
#[derive(Clone, Debug)]
pub struct NetworkError {
    pub(crate) endpoint: String,
    pub(crate) kind: NetworkKind,
    pub(crate) outcome: Outcome,
    pub(crate) received: u64,
    pub(crate) cause: String,
}

impl NetworkError {
    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> NetworkKind {
        self.kind
    }

    /// Bytes of the response body that had arrived.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }
}

impl core::fmt::Display for NetworkError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let what = match self.kind {
            NetworkKind::Connect => "could not connect",
            NetworkKind::Exchange => "the connection failed",
            NetworkKind::BodyInterrupted => {
                return write!(
                    f,
                    "{}: the response broke off after {} bytes ({})",
                    self.endpoint, self.received, self.cause
                );
            }
        };
        write!(f, "{}: {what} ({})", self.endpoint, self.cause)?;
        say(f, self.kind == NetworkKind::Connect, self.outcome)
    }
}

impl core::error::Error for NetworkError {}

/// Says what is known of a write, where there is something to say.
fn say(f: &mut core::fmt::Formatter<'_>, always: bool, outcome: Outcome) -> core::fmt::Result {
    if always || outcome == Outcome::Unknown { write!(f, "; {outcome}") } else { Ok(()) }
}

/// The clocks of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Clock {
    /// From the request to the first byte of the answer.
    FirstByte,
    /// Between two pieces of the response body.
    Stall,
    /// The whole call.
    Deadline,
}

/// A call that took too long.
#[derive(Clone, Debug)]
pub struct TimeoutError {
    pub(crate) endpoint: String,
    pub(crate) clock: Clock,
    pub(crate) after: Duration,
    pub(crate) outcome: Outcome,
}

impl TimeoutError {
    /// Method and path template of the endpoint.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The clock that ran out.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// How long that clock runs.
    #[must_use]
    pub fn after(&self) -> Duration {
        self.after
    }
}

impl core::fmt::Display for TimeoutError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (what, setting) = match self.clock {
            Clock::FirstByte => ("no answer within", "first_byte_timeout"),
            Clock::Stall => ("the response body stalled for", "stall_timeout"),
            Clock::Deadline => ("not finished within", "deadline"),
        };
        write!(f, "{}: {what} {:?} (`{setting}`)", self.endpoint, self.after)?;
        say(f, false, self.outcome)
    }
}

impl core::error::Error for TimeoutError {}
