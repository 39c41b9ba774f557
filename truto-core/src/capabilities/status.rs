//! The state of an account's connection. It changes at any time, so it is never kept.

use core::fmt;

use serde_json::Value;

use crate::capabilities::read::Block;

/// The state of an account's connection: the `account` block of the capabilities.
///
/// [`Account::status`](crate::Account::status) asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccountStatus {
    /// Id of the account.
    pub id: Option<String>,
    /// Short name of its integration.
    pub slug: Option<String>,
    /// Whether the connection works.
    pub status: Option<ConnectionStatus>,
    /// How it is authorised: `oauth2`, `api_key`.
    pub authentication_method: Option<String>,
    /// Whether Truto blocks the account. A blocked account answers every call with 503.
    pub is_blocked: Option<bool>,
    /// Its environment.
    pub environment_id: Option<String>,
}

impl AccountStatus {
    /// Whether the answer says that the account is active, and not that it is blocked.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.status == Some(ConnectionStatus::Active) && self.is_blocked != Some(true)
    }

    /// Reads the `account` block of the capabilities. `None` if it is missing.
    pub(crate) fn from_capabilities(capabilities: &Value) -> Option<Self> {
        let capabilities = Block(capabilities);
        let account = Block(capabilities.get("account").filter(|account| account.is_object())?);
        Some(Self {
            id: account.text(&["id"]),
            slug: account.text(&["slug"]),
            status: account.text(&["status"]).map(ConnectionStatus::from),
            authentication_method: account.text(&["authentication_method"]),
            is_blocked: account.flag("is_blocked"),
            environment_id: account.text(&["environment_id"]).or_else(|| capabilities.text(&["environment_id"])),
        })
    }
}

/// Whether the connection of an account works.
///
/// ```
/// use truto_core::capabilities::ConnectionStatus;
///
/// assert_eq!(ConnectionStatus::from("needs_reauth".to_owned()), ConnectionStatus::NeedsReauth);
/// assert_eq!(ConnectionStatus::Other("paused".to_owned()).to_string(), "paused");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionStatus {
    /// It works.
    Active,
    /// It is being set up.
    Connecting,
    /// It was set up, and the steps after that failed.
    PostInstallError,
    /// The provider refused the credentials when they were given.
    ValidationError,
    /// The provider refuses the credentials now: ask your customer to connect again.
    NeedsReauth,
    /// A state that this version does not know.
    Other(String),
}

impl ConnectionStatus {
    /// The state as the API spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Connecting => "connecting",
            Self::PostInstallError => "post_install_error",
            Self::ValidationError => "validation_error",
            Self::NeedsReauth => "needs_reauth",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for ConnectionStatus {
    fn from(name: String) -> Self {
        match &*name {
            "active" => Self::Active,
            "connecting" => Self::Connecting,
            "post_install_error" => Self::PostInstallError,
            "validation_error" => Self::ValidationError,
            "needs_reauth" => Self::NeedsReauth,
            _ => Self::Other(name),
        }
    }
}

impl fmt::Display for ConnectionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
