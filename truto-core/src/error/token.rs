//! Calls that have no token.

use crate::redact::Redactor;

/// The token source failed, and without a token nothing is sent.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), truto_core::Error> {
/// # use truto_core::{Client, Token, crm::{CreateAssociation, crm_entity}};
/// let client = Client::builder().token_source(|| async { Err::<Token, _>("the vault is sealed") }).build()?;
/// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
/// let error = link.send(&account).await.unwrap_err();
/// assert_eq!(error.to_string(), "the token source failed (the vault is sealed)");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenError {
    cause: String,
}

impl TokenError {
    pub(crate) fn new(cause: &str) -> Self {
        Self { cause: Redactor::default().excerpt(cause.as_bytes()) }
    }

    /// What the source said, without what looks like a credential.
    #[must_use]
    pub fn cause(&self) -> &str {
        &self.cause
    }
}

impl core::fmt::Display for TokenError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "the token source failed ({})", self.cause)
    }
}

impl core::error::Error for TokenError {}
