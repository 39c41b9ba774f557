//! Calls without a token.

use crate::error::context::{Context, call_error};
use crate::error::debug::debug_with_sentence;
use crate::redact::Redactor;
use crate::util::escaped::Escaped;

call_error! {
    /// The token source failed, or returned a token that cannot be sent in a header. Without a token no attempt is sent.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), truto_core::Error> {
    /// # use truto_core::transport::Token;
    /// # use truto_core::{Client, crm::{CreateAssociation, crm_entity}};
    /// let client = Client::builder().token_source(|| async { Err::<Token, _>("the vault is sealed") }).build()?;
    /// # let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);
    /// let error = link.send(&account).await.unwrap_err();
    /// assert_eq!(error.to_string(), "POST /unified/crm/associations: the token source failed (the vault is sealed)");
    /// # Ok(()) }
    /// ```
    pub struct TokenError {
        /// The message of the source, without anything that looks like a credential.
        cause: String as &str,
    }
}

debug_with_sentence!(TokenError { context, cause });

impl TokenError {
    pub(crate) fn new(context: Context, cause: &str) -> Self {
        Self { context, cause: Redactor::default().excerpt(cause) }
    }
}

impl core::fmt::Display for TokenError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: the token source failed ({})", self.context.endpoint, Escaped(&self.cause))?;
        self.context.say(f)
    }
}
