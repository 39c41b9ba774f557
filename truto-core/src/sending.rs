//! The future of a call.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use crate::error::Error;

/// A call on its way. Nothing is sent before the first poll; dropping it ends the call.
///
/// It has to be polled inside a tokio runtime with time and io enabled (`Builder::enable_all`, `#[tokio::main]`): its
/// clocks and its sockets are tokio's, which panics elsewhere. To call from another runtime, enter one of tokio's first.
///
/// It owns what it needs, so it can be spawned, stored and selected over: `Send`, `Unpin`, `'static`.
///
/// ```no_run
/// # use truto_core::{Account, Endpoint, crm::CreateAssociation};
/// # async fn example(links: Vec<CreateAssociation>, account: &Account) {
/// let tasks: Vec<_> = links.into_iter().map(|link| tokio::spawn(link.send(account))).collect();
/// for task in tasks {
///     match task.await {
///         Ok(Ok(link)) => println!("{:?}", link.entity_id),
///         failed => println!("{failed:?}"),
///     }
/// }
/// # }
/// ```
#[must_use = "nothing is sent until the future is polled"]
pub struct Sending<T>(Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>);

impl<T> Sending<T> {
    pub(crate) fn new(call: impl Future<Output = Result<T, Error>> + Send + 'static) -> Self {
        Self(Box::pin(call))
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(cx)
    }
}

impl<T> core::fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
