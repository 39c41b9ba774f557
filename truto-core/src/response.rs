//! What a call returns: a type of yours ([`ResponseValue`]), a [`Response`] with its [`Meta`], a [`RawResponse`], a
//! [`ByteStream`] or its [`RecordStream`]. A list returns a [`Page`].

// CONTRIBUTING.md tells the way of an answer through this room.

mod answer;
pub(crate) mod envelope;
pub(crate) mod page;
mod raw;
pub(crate) mod records;
mod result;
pub(crate) mod split;
pub(crate) mod stream;
pub(crate) mod unpack;

use serde::de::DeserializeOwned;

pub(crate) use self::answer::{Answer, explain};
pub use self::raw::RawResponse;
pub use self::records::RecordStream;
pub use self::stream::ByteStream;
use crate::error::Error;
pub use crate::meta::Meta;
pub use crate::meta::rate_limit::RateLimit;
use crate::response::page::Page;

/// Decodes an answer into a `T`. Code that is generic over a list's items gets it as a value, because it does not know that `T`
/// is a [`ResponseValue`].
pub(crate) type Decode<T> = fn(&Answer) -> Result<T, Error>;

/// A record, together with the head of its answer.
///
/// ```no_run
/// # use truto_core::response::Response;
/// # use truto_core::{Account, crm::{Association, CreateAssociation, crm_entity}};
/// # async fn example(account: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let Response { body, meta } = link.send(account).with_meta().await?;
/// assert_eq!(body.entity_id.as_deref(), Some("001Ux000003GhNt"));
/// println!("{} after {} attempts", meta.status(), meta.attempts());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Response<T> {
    /// The record.
    pub body: T,
    /// Status, headers, request id, rate-limit state, attempts.
    pub meta: Meta,
}

/// A type that an answer can be decoded into: every type that serde can deserialize.
///
/// There is nothing to implement. If you do not need the answer, use `()` or another type without content: it accepts an empty
/// body, and any JSON that is not an error. `Option<T>` accepts an empty body or a `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a response",
    label = "expected `Deserialize`",
    note = "add `#[derive(serde::Deserialize)]` to the type, or remove `response` to get dynamic JSON"
)]
pub trait ResponseValue: Sized + 'static {
    /// Decodes an answer.
    #[doc(hidden)]
    fn from_answer(answer: &Answer) -> Result<Self, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> ResponseValue for T {
    fn from_answer(answer: &Answer) -> Result<Self, Error> {
        answer.decode()
    }
}

/// The response of an endpoint that lists.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> ResponseValue for Page<T> {
    fn from_answer(answer: &Answer) -> Result<Self, Error> {
        answer.page()
    }
}
