//! An answer as the provider gave it.

use core::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::meta::Meta;
use crate::response::answer::Answer;

/// The provider's own answer: status, headers and bytes (`truto_response_format=raw`).
///
/// `Debug` shows only the size of the body, because the body is a customer's record.
///
/// ```no_run
/// # use truto_core::{Account, Json, crm::{CreateAssociation, crm_entity}};
/// # async fn example(salesforce: &Account) -> Result<(), truto_core::Error> {
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let answer = link.send(salesforce).raw().await?;
/// let record: Json = answer.json()?;
/// assert_eq!(record["Id"], "001Ux000003GhNt"); // a field of Salesforce's
/// println!("{} bytes, {:?}", answer.bytes().len(), answer.headers().get("content-type"));
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct RawResponse(Answer);

impl RawResponse {
    pub(crate) fn new(answer: Answer) -> Self {
        Self(answer)
    }

    /// HTTP status. It is 2xx, except after a `DELETE` of a record that [was already deleted](Meta::was_already_deleted).
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.meta.status()
    }

    /// The headers of the answer, except those that do not describe [`bytes`](Self::bytes): see [`Meta::headers`].
    #[must_use]
    pub fn headers(&self) -> &http::HeaderMap {
        self.0.meta.headers()
    }

    /// Status, headers, request id, rate-limit state, attempts.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The body, of any content type. A compressed body is already decompressed.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.0.body
    }

    /// The body, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0.body
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    /// [`Error::Decode`] if the body is not JSON, or does not fit `T`. [`Error::Api`] if it is the API's error envelope.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.0.check()?;
        self.0.decode()
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer { meta, body, .. } = &self.0;
        f.debug_struct("RawResponse").field("meta", meta).field("body", &body.len()).finish_non_exhaustive()
    }
}
