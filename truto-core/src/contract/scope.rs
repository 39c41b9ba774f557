//! Whom an endpoint belongs to.

/// Whom an endpoint belongs to: an integrated account, or the API token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// An integrated account. Its id is sent as `integrated_account_id`, and the common parameters of unified calls are known.
    #[default]
    Account,
    /// The client and its API token. The platform's endpoints are of this scope. They have no common parameters but those of lists,
    /// and know no idempotency key.
    Client,
}
