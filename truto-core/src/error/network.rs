//! Calls that got no answer: the connection failed, or a clock ran out.

use core::time::Duration;

/// What is known of a write that got no usable answer.
///
/// ```no_run
/// # use truto_core::{Account, CallOptions, Endpoint, Error, crm::CreateAssociation, error::Outcome};
/// # async fn example(link: CreateAssociation, account: &Account) -> Result<(), Error> {
/// let once = account.with(CallOptions::new().idempotency_key("import-7/row-12"));
/// let mut answer = link.clone().send(&once).await;
/// if answer.as_ref().is_err_and(|error| error.outcome() == Outcome::Unknown) {
///     answer = link.send(&once).await; // under the same key: it is not carried out twice
/// }
/// # answer.map(drop) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing was written: no byte of the request left, or it was a `GET` whose connection failed or whose time ran
    /// out. It can be repeated without a second thought.
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
///
/// A transport of the caller's ([`ClientBuilder::transport`](crate::ClientBuilder::transport)) does not say how far it
/// came: what fails before the head of the answer is [`Exchange`](Self::Exchange).
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::{Client, Error, crm::{CreateAssociation, crm_entity}, error::NetworkKind};
/// # let builder = Client::builder().configure_reqwest(|reqwest| reqwest.no_proxy());
/// # let client = builder.token("t").base_url("http://127.0.0.1:1").build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // Nobody listens there.
/// let Err(Error::Network(error)) = link.send(&account).await else { panic!("there is no server") };
/// assert_eq!(error.kind(), NetworkKind::Connect);
/// # Ok(()) }
/// ```
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
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::{Client, crm::{CreateAssociation, crm_entity}, error::Outcome};
/// # let builder = Client::builder().configure_reqwest(|reqwest| reqwest.no_proxy());
/// # let client = builder.token("t").base_url("http://127.0.0.1:1").build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let error = link.send(&account).await.unwrap_err(); // nobody listens there
/// assert_eq!(error.outcome(), Outcome::NotSent);
/// assert!(error.to_string().starts_with("POST /unified/crm/associations: could not connect ("));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct NetworkError {
    pub(crate) endpoint: String,
    pub(crate) kind: NetworkKind,
    pub(crate) outcome: Outcome,
    pub(crate) received: u64,
    pub(crate) request_id: Option<String>,
    pub(crate) cause: String,
}

impl NetworkError {
    /// What is known of the write.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The server's id of the request, where the head of an answer had come with one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

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

    /// Bytes of the response body that had arrived; 0 where there was none.
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
                let Self { endpoint, received, cause, .. } = self;
                write!(f, "{endpoint}: the response broke off after {received} bytes ({cause})")?;
                return say_request_id(f, self.request_id());
            }
        };
        write!(f, "{}: {what} ({})", self.endpoint, self.cause)?;
        say(f, self.kind == NetworkKind::Connect, self.outcome)
    }
}

impl core::error::Error for NetworkError {}

/// Names the request as the server knows it.
pub(super) fn say_request_id(f: &mut core::fmt::Formatter<'_>, id: Option<&str>) -> core::fmt::Result {
    match id {
        Some(id) => write!(f, " (request {})", id.escape_debug()),
        None => Ok(()),
    }
}

/// Says what is known of a write, where there is something to say.
fn say(f: &mut core::fmt::Formatter<'_>, always: bool, outcome: Outcome) -> core::fmt::Result {
    if always || outcome == Outcome::Unknown { write!(f, "; {outcome}") } else { Ok(()) }
}

/// The clocks of a call.
///
/// Each has a setting on [`ClientBuilder`](crate::ClientBuilder), and for one call on
/// [`CallOptions`](crate::CallOptions).
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation, error::{Clock, Error}};
/// # async fn example(link: CreateAssociation, account: &Account) {
/// let Err(Error::Timeout(error)) = link.send(account).await else { return };
/// let setting = match error.clock() {
///     Clock::FirstByte => "first_byte_timeout",
///     Clock::Stall => "stall_timeout",
///     _ => "deadline",
/// };
/// println!("raise `{setting}`, it is {:?}", error.after());
/// # }
/// ```
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
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use std::time::Duration;
/// # use truto_core::{CallOptions, Client, Error, crm::{CreateAssociation, crm_entity}, error::Clock};
/// # let silent = std::net::TcpListener::bind("127.0.0.1:0")?;
/// # let url = format!("http://{}", silent.local_addr()?);
/// # let builder = Client::builder().configure_reqwest(|reqwest| reqwest.no_proxy());
/// # let client = builder.token("t").base_url(url).build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let hasty = account.with(CallOptions::new().first_byte_timeout(Duration::from_millis(20)));
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// // The server takes the connection and says nothing.
/// let Err(Error::Timeout(error)) = link.send(&hasty).await else { panic!("the server is silent") };
/// assert_eq!((error.clock(), error.after()), (Clock::FirstByte, Duration::from_millis(20)));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct TimeoutError {
    pub(crate) endpoint: String,
    pub(crate) clock: Clock,
    pub(crate) after: Duration,
    pub(crate) request_id: Option<String>,
    pub(crate) outcome: Outcome,
}

impl TimeoutError {
    /// What is known of the write.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The server's id of the request, where the head of an answer had come with one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

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
        say_request_id(f, self.request_id())?;
        say(f, false, self.outcome)
    }
}

impl core::error::Error for TimeoutError {}
