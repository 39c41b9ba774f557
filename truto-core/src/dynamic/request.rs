//! One call of a resource or of the provider's own API.

use core::fmt;
use core::marker::PhantomData;

use serde::Serialize;
use serde_json::Value;

use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::maybe;
use crate::dynamic::draft::Draft;
use crate::dynamic::{Custom, Unified};
use crate::engine::sending::Sending;
#[cfg(feature = "saved")]
use crate::error::Error;
use crate::request::encode::encoded::EncodedRequest;
#[cfg(feature = "saved")]
use crate::request::encode::unaddressed::UnaddressedRequest;
use crate::response::ResponseValue;

/// A call, ready to be sent. Its answer is a `T`: [`Json`](crate::Json), unless [`decode_as`](Self::decode_as) names a type.
///
/// `A` says which parameters it takes: [`Unified`], [`Proxy`](crate::dynamic::Proxy) or [`Custom`]. `.await` on it is short for
/// `.send().await`.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use std::time::Duration;
///
/// let get = account.unified("hris", "employees").get("7").exclude_fields(["remote_data"]);
/// let employee = get.send().deadline(Duration::from_secs(5)).await?;
/// let as_the_provider_has_it = get.send().raw().await?;
/// # let _ = (employee, as_the_provider_has_it);
/// # Ok(()) }
/// ```
#[must_use = "nothing is sent until `send` is called and its future is polled"]
pub struct Request<A, T = Value> {
    draft: Draft,
    types: PhantomData<fn() -> (A, T)>,
}

impl<A, T> Request<A, T> {
    pub(super) fn new(draft: Draft) -> Self {
        Self { draft, types: PhantomData }
    }

    fn with(mut self, change: impl FnOnce(&mut Draft)) -> Self {
        change(&mut self.draft);
        self
    }
}

/// The setters that every call and every list has.
macro_rules! shared_setters {
    ($call:ident) => {
        impl<A, T> $call<A, T> {
            /// Adds a query parameter: a text, a number, a list, an object, a [`Filter`](crate::Filter), a
            /// [`SortBy`](crate::SortBy), anything that is `Serialize`. `None` is left out. A name that is given again is sent again.
            ///
            /// Lists and objects are spelt with brackets, as in a declared endpoint: `ids[]=1&ids[]=2`, `created_at[gt]=…`. A value
            /// with an empty list or object is refused when the call is sent, because a query cannot hold it. A filter names its
            /// type, because no field does: `Filter::<String>::one_of(["open", "new"])`.
            pub fn query(self, name: impl Into<String>, value: impl Serialize) -> Self {
                self.with(|draft| draft.add_parameter(name.into(), &value))
            }

            /// Encodes the call without its account.
            #[cfg(feature = "saved")]
            pub(crate) fn encode_unaddressed(&self) -> Result<UnaddressedRequest, Error> {
                self.draft.encode_unaddressed()
            }

            /// Calls `set` with the value if there is one. `None` changes nothing.
            pub fn maybe_with<V>(self, value: Option<V>, set: impl FnOnce(Self, V) -> Self) -> Self {
                maybe(self, value, set)
            }
        }

        impl<T> $call<Unified, T> {
            /// Leaves these fields out of the answer (`truto_exclude_fields[]`). A further call adds names.
            pub fn exclude_fields(self, names: impl TextListOf<String>) -> Self {
                self.with(|draft| draft.common.exclude_fields(names))
            }

            /// Sets whether the answer leaves out `remote_data` (`truto_ignore_remote_data`).
            pub fn ignore_remote_data(self, ignore: bool) -> Self {
                self.with(|draft| draft.common.ignore_remote_data(ignore))
            }

            /// Adds a query parameter for the provider (`remote_query[name]`), or replaces the one of this name.
            pub fn remote_query(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
                self.with(|draft| draft.common.remote_query(name, value))
            }
        }

        impl<A, T> Clone for $call<A, T> {
            fn clone(&self) -> Self {
                Self::new(self.draft.clone())
            }
        }

        impl<A, T> fmt::Debug for $call<A, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.draft.fmt(f)
            }
        }
    };
}
pub(super) use shared_setters;

shared_setters!(Request);

impl<T> Request<Unified, T> {
    /// Sets the data that goes to the provider as it is (`remote_data` of the body). A call without a body refuses it.
    pub fn remote_data(self, data: impl Into<Value>) -> Self {
        self.with(|draft| draft.common.remote_data(data))
    }
}

impl<T> Request<Custom, T> {
    /// Sets the body: any JSON. A `GET` refuses it. A member `methodConfig` steers what Truto sends and does not reach the provider.
    pub fn json(self, body: &impl Serialize) -> Self {
        self.with(|draft| draft.set_body(body))
    }

    /// Adds a header. Those that the client sets itself, such as `Authorization`, are refused when the call is sent.
    pub fn header(self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.with(|draft| draft.add_header(name.as_ref(), value.as_ref()))
    }
}

impl<A, T> Request<A, T> {
    /// The `integrated_account_id` of the account that the call belongs to.
    #[must_use]
    pub fn account_id(&self) -> &str {
        self.draft.account.id().unwrap_or_default()
    }
}

impl<A, T: ResponseValue> Request<A, T> {
    /// The same call, with an answer of another type.
    pub fn decode_as<U: ResponseValue>(self) -> Request<A, U> {
        Request::new(self.draft)
    }

    /// Sends the call. The future takes the format and the options of the call: see [`Sending`].
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// # let note = truto_core::json!({});
    /// account.unified("crm", "notes").create(&note).send().idempotency_key("import-7/row-3").await?;
    /// # Ok(()) }
    /// ```
    pub fn send(&self) -> Sending<T> {
        let encoded = self.draft.encode().map(EncodedRequest::with_cursor);
        Sending::record(self.draft.account.prepare(encoded))
    }
}

impl<A, T: ResponseValue> IntoFuture for Request<A, T> {
    type Output = <Sending<T> as Future>::Output;
    type IntoFuture = Sending<T>;

    fn into_future(self) -> Sending<T> {
        self.send()
    }
}
