//! Calls without an answer: the connection failed, or a clock ran out.

use core::time::Duration;

use crate::error::context::{Outcome, call_error};
use crate::error::debug::debug_with_sentence;
use crate::util::escaped::Escaped;

/// What went wrong below HTTP.
///
/// A transport of the caller ([`ClientBuilder::transport`](crate::settings::ClientBuilder::transport)) does not say how far it got: any
/// failure before the head of the answer is [`Exchange`](Self::Exchange).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NetworkKind {
    /// The host's name could not be resolved.
    Dns,
    /// No connection could be established.
    Connect,
    /// The TLS handshake failed: the server's certificate is not trusted, or the two sides have no version of TLS in common. Never
    /// retried, and never repeated without TLS.
    Tls,
    /// The proxy refused to connect.
    Proxy,
    /// The connection was lost before the head of the answer had arrived, or the answer is not HTTP.
    Exchange,
    /// The connection was lost inside the response body, or a stream of records ended inside a record.
    BodyInterrupted,
}

call_error! {
    /// A call whose connection failed.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_core::Error> {
    /// # use truto_core::{Client, Error, crm::{CreateAssociation, crm_entity}, error::{NetworkKind, Outcome}};
    /// # let builder = Client::builder().configure_reqwest(|reqwest| reqwest.no_proxy());
    /// # let client = builder.token("t").base_url("http://127.0.0.1:1").build()?;
    /// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
    /// let Err(Error::Network(error)) = link.send(&account).await else { panic!("no server listens there") };
    /// assert_eq!((error.kind(), error.outcome()), (NetworkKind::Connect, Outcome::NotSent));
    /// assert!(error.to_string().starts_with("POST /unified/crm/associations: could not connect ("));
    /// # Ok(()) }
    /// ```
    pub struct NetworkError {
        /// The kind of the failure.
        pub(crate) kind: NetworkKind,
        /// How many bytes of the response body had arrived.
        pub(crate) received: u64,
        pub(crate) cause: String,
    }
}

debug_with_sentence!(NetworkError { context, kind, received, cause });

impl core::fmt::Display for NetworkError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self { context, received, cause, .. } = self;
        let (endpoint, cause) = (&context.endpoint, Escaped(cause));
        let what = match self.kind {
            NetworkKind::Dns => "could not resolve the host name",
            NetworkKind::Connect => "could not connect",
            NetworkKind::Tls => "TLS handshake failed",
            NetworkKind::Proxy => "the proxy refused the connection",
            NetworkKind::Exchange => "no valid response",
            NetworkKind::BodyInterrupted => {
                write!(f, "{endpoint}: connection lost after {received} bytes of the response ({cause})")?;
                return context.say(f);
            }
        };
        write!(f, "{endpoint}: {what} ({cause})")?;
        context.say(f)?;
        // A read is always `NotSent`, even if its request left.
        if self.kind == NetworkKind::Exchange || context.outcome != Outcome::NotSent {
            return Ok(());
        }
        write!(f, "; {}", context.outcome)
    }
}

/// The clocks of a call.
///
/// Each has a setting in [`ClientBuilder`](crate::settings::ClientBuilder), and for a single call in [`CallOptions`](crate::CallOptions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Clock {
    /// `connect_timeout`: until the connection is established.
    Connect,
    /// `first_byte_timeout`: from sending the request to the head of the answer.
    FirstByte,
    /// `stall_timeout`: between two chunks of the response body.
    Stall,
    /// `min_throughput`, or `stream_min_throughput`: the response body was too slow.
    Throughput,
    /// `attempt_timeout`: one attempt, body included.
    Attempt,
    /// `deadline`: the whole call, all attempts included.
    Deadline,
}

call_error! {
    /// A call that took too long.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use std::time::Duration;
    /// # use truto_core::{Client, Error, crm::{CreateAssociation, crm_entity}, error::Clock};
    /// # let silent = std::net::TcpListener::bind("127.0.0.1:0")?;
    /// # let url = format!("http://{}", silent.local_addr()?);
    /// # let builder = Client::builder().configure_reqwest(|reqwest| reqwest.no_proxy());
    /// # let client = builder.token("t").base_url(url).build()?;
    /// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
    /// let hasty = link.send(&account).first_byte_timeout(Duration::from_millis(20));
    /// // The server accepts the connection and does not answer.
    /// let Err(Error::Timeout(error)) = hasty.await else { panic!("the server is silent") };
    /// assert_eq!((error.clock(), error.after()), (Clock::FirstByte, Duration::from_millis(20)));
    /// # Ok(()) }
    /// ```
    pub struct TimeoutError {
        /// The clock that ran out.
        pub(crate) clock: Clock,
        /// The length of that clock.
        pub(crate) after: Duration,
    }
}

debug_with_sentence!(TimeoutError { context, clock, after });

impl core::fmt::Display for TimeoutError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (what, setting) = match self.clock {
            Clock::Connect => ("no connection within", "connect_timeout"),
            Clock::FirstByte => ("no response within", "first_byte_timeout"),
            Clock::Stall => ("the response body stalled for", "stall_timeout"),
            Clock::Throughput => ("the response body was too slow for", "min_throughput"),
            Clock::Attempt => ("no complete response within", "attempt_timeout"),
            Clock::Deadline => ("not finished within", "deadline"),
        };
        write!(f, "{}: {what} {:?} (`{setting}`)", self.context.endpoint, self.after)?;
        self.context.say(f)
    }
}
