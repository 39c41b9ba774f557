//! What a client tells the program while its calls are under way.

use core::time::Duration;

use crate::error::Error;

/// Declares an event: its private fields, and an accessor for each.
macro_rules! event {
    ($(#[$docs:meta])+ $name:ident { $($(#[$field_docs:meta])+ $field:ident: $type:ty,)+ }) => {
        $(#[$docs])+
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            $(pub(crate) $field: $type,)+
        }

        impl<'a> $name<'a> {
            $($(#[$field_docs])+
            #[must_use]
            pub fn $field(&self) -> $type {
                self.$field
            })+
        }
    };
}

event! {
    /// A call that is about to be sent again. Passed to [`ClientBuilder::on_retry`](crate::settings::ClientBuilder::on_retry).
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::sync::atomic::{AtomicU64, Ordering};
    /// use truto_core::Client;
    ///
    /// # fn main() -> Result<(), truto_core::Error> {
    /// let retries = Arc::new(AtomicU64::new(0));
    /// let counter = Arc::clone(&retries);
    /// let client = Client::builder().token("t").on_retry(move |retry| {
    ///     counter.fetch_add(1, Ordering::Relaxed);
    ///     eprintln!("{} again in {:?}: {}", retry.endpoint(), retry.wait(), retry.error());
    /// });
    /// # client.build().map(drop) }
    /// ```
    Retry {
        /// Method and path template of the endpoint.
        endpoint: &'a str,
        /// The `integrated_account_id`. `None` for a call of the platform, which belongs to the client.
        account: Option<&'a str>,
        /// How often the call has been sent.
        attempts: u32,
        /// The pause before it is sent again.
        wait: Duration,
        /// The error of the last attempt.
        error: &'a Error,
    }
}

event! {
    /// An account, or the client, whose window was closed by a refusal. Passed to
    /// [`ClientBuilder::on_rate_limit`](crate::settings::ClientBuilder::on_rate_limit).
    RateLimited {
        /// Method and path template of the endpoint whose call was refused.
        endpoint: &'a str,
        /// The `integrated_account_id`. Its calls wait. `None` if the calls of the platform wait, which belong to the client.
        account: Option<&'a str>,
        /// How long they wait.
        wait: Duration,
        /// The refusal.
        error: &'a Error,
    }
}

type Hook<E> = Vec<Box<E>>;

/// The hooks of a client, in the order in which they are called.
#[derive(Default)]
pub(crate) struct Hooks {
    pub(crate) on_retry: Hook<dyn Fn(&Retry<'_>) + Send + Sync>,
    pub(crate) on_rate_limit: Hook<dyn Fn(&RateLimited<'_>) + Send + Sync>,
}
