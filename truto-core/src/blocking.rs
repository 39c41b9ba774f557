//! A client for programs without `async`. Declarations and builders are the same; [`Client::wait`] waits for a call, and
//! [`Client::iter`] iterates over a list.
//!
//! ```no_run
//! use serde::Deserialize;
//! use truto_core::{blocking, unified_endpoint};
//!
//! #[derive(Deserialize)]
//! pub struct Contact { pub name: Option<String> }
//!
//! #[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
//! pub struct ListContacts {}
//!
//! fn main() -> Result<(), truto_core::Error> {
//!     let client = blocking::Client::from_env()?;
//!     let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
//!     let page = client.wait(ListContacts::builder().limit(10).send(&account))?;
//!     println!("{} contacts to begin with", page.items().len());
//!     for contact in client.iter(ListContacts::builder().items(&account)) {
//!         println!("{:?}", contact?.name);
//!     }
//!     Ok(())
//! }
//! ```

use core::fmt;
use core::future::Future;
use std::sync::Arc;

use futures_core::Stream;
use futures_util::StreamExt;
use tokio::runtime::{Builder, Handle, Runtime};

use crate::client::account::Account;
use crate::error::{ConfigError, Error};

/// A client that blocks until a call is done. Clones share connections, settings, and the thread that calls run on.
///
/// It is for threads without an async runtime. Inside one it returns an error, because blocking would stop everything else that
/// runs there.
#[derive(Clone)]
pub struct Client {
    client: crate::client::Client,
    thread: Arc<Thread>,
}

/// The runtime of the calls.
struct Thread(Option<Runtime>);

impl Client {
    /// Builds a client from `TRUTO_API_TOKEN` and, if it is set, `TRUTO_BASE_URL`.
    ///
    /// # Errors
    /// [`Error::Config`] if the token is missing, or if either cannot be used.
    pub fn from_env() -> Result<Self, Error> {
        Self::new(crate::client::Client::from_env()?)
    }

    /// Wraps an async client.
    ///
    /// # Errors
    /// [`Error::Config`] if a thread cannot be started.
    pub fn new(client: crate::client::Client) -> Result<Self, Error> {
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("truto-core").enable_all().build();
        let runtime = runtime
            .map_err(|error| refuse(&format!("could not start its thread ({error})"), "check the system's limits"))?;
        Ok(Self { client, thread: Arc::new(Thread(Some(runtime))) })
    }

    /// A handle for the calls of one integrated account.
    ///
    /// # Errors
    /// [`Error::Config`] if `id` is not a UUID.
    pub fn account(&self, id: impl fmt::Display) -> Result<Account, Error> {
        self.client.account(id)
    }

    /// The async client that this one wraps.
    #[must_use]
    pub fn as_async(&self) -> &crate::client::Client {
        &self.client
    }

    /// Waits for a call: the future that `send` returns.
    ///
    /// # Errors
    /// Those of the call, and [`Error::Config`] inside an async runtime.
    pub fn wait<T>(&self, call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let Some(runtime) = &self.thread.0 else { return Err(refuse("is shut down", "keep the client")) };
        if Handle::try_current().is_ok() {
            let fix =
                "await the call; in `spawn_blocking`, wait for it with `tokio::runtime::Handle::current().block_on`";
            return Err(refuse("cannot wait inside an async runtime", fix));
        }
        runtime.block_on(call)
    }

    /// Iterates over a stream: the items or pages of a list, the bytes or records of an answer. Errors are items, as in the stream.
    pub fn iter<T, S>(&self, stream: S) -> Iter<S>
    where
        S: Stream<Item = Result<T, Error>> + Unpin,
    {
        Iter { client: Some(self.clone()), stream }
    }
}

fn refuse(problem: &str, fix: &'static str) -> Error {
    ConfigError::new("blocking", problem, fix).into()
}

impl Drop for Thread {
    fn drop(&mut self) {
        // Not waiting for the thread, because the client may be dropped inside another runtime.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("client", &self.client).finish_non_exhaustive()
    }
}

/// The iterator that [`Client::iter`] returns.
#[derive(Debug)]
#[must_use = "an iterator does nothing until it is iterated over"]
pub struct Iter<S> {
    /// `None` after it refused to wait.
    client: Option<Client>,
    stream: S,
}

impl<S> Iter<S> {
    /// The stream, for example to ask for its checkpoint.
    pub fn stream(&self) -> &S {
        &self.stream
    }
}

impl<T, S: Stream<Item = Result<T, Error>> + Unpin> Iterator for Iter<S> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.stream.next();
        self.client.as_ref()?.wait(async { Ok(next.await) }).unwrap_or_else(|error| {
            self.client = None;
            Some(Err(error))
        })
    }
}
