//! The life cycle of an account: its status, the events of its changes, and what a provider's refusal does to it.

use serde::de::value::StrDeserializer;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::tables::{REVOKED, Row, text};
use crate::state::Shared;

/// The resource of the accounts.
pub(crate) const ACCOUNTS: &str = "integrated-account";

/// The status of an integrated account.
///
/// ```
/// use truto_sandbox::{AccountStatus, Sandbox};
///
/// let sandbox = Sandbox::builder().in_process();
/// let account = sandbox.accounts().attio;
/// assert_eq!(sandbox.account_status(account), Some(AccountStatus::Active));
/// // The provider refuses every call with 401 until the account is connected again.
/// sandbox.set_account_status(account, AccountStatus::NeedsReauth);
/// assert_eq!(sandbox.account_status(account), Some(AccountStatus::NeedsReauth));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AccountStatus {
    /// Ready for calls.
    #[default]
    Active,
    /// The credentials are saved, and the steps after the connection run.
    Connecting,
    /// A step after the connection failed.
    PostInstallError,
    /// The credentials or the settings of the connection are not valid.
    ValidationError,
    /// The provider does not accept the credentials any more.
    NeedsReauth,
}

impl AccountStatus {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Connecting => "connecting",
            Self::PostInstallError => "post_install_error",
            Self::ValidationError => "validation_error",
            Self::NeedsReauth => "needs_reauth",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::deserialize(StrDeserializer::<serde::de::value::Error>::new(name)).ok()
    }

    /// The event of an account that gets this status.
    fn event(self) -> &'static str {
        match self {
            Self::Active => "integrated_account:active",
            Self::Connecting => "integrated_account:updated",
            Self::PostInstallError => "integrated_account:post_install_error",
            Self::ValidationError => "integrated_account:validation_error",
            Self::NeedsReauth => "integrated_account:authentication_error",
        }
    }
}

impl Shared {
    /// The status of an account. `None` if there is no such account.
    pub(crate) fn account_status(&self, id: &str) -> Option<AccountStatus> {
        let id = id.to_ascii_lowercase();
        let of = |row: &Row| text(row, "status").and_then(AccountStatus::parse);
        match self.platform.if_used(|tables| tables.get(ACCOUNTS, &id).map(of)) {
            Some(found) => found.map(Option::unwrap_or_default),
            None => self.settings.accounts.contains_key(&id).then_some(AccountStatus::Active),
        }
    }

    /// Gives an account a status, and tells the webhooks. `reason` becomes `last_error`, and a status that is no failure
    /// clears it. Returns whether there is such an account.
    pub(crate) fn set_status(&self, id: &str, status: AccountStatus, reason: Option<&str>) -> bool {
        let id = id.to_ascii_lowercase();
        let changed = self.platform.with(|tables| {
            let row = tables.get_mut(ACCOUNTS, &id)?;
            row.insert("status".to_owned(), Value::from(status.name()));
            row.insert("last_error".to_owned(), reason.map(Value::from).unwrap_or_default());
            if status == AccountStatus::Active {
                row.remove(REVOKED);
            }
            Some(())
        });
        if changed.is_none() {
            return false;
        }
        if status == AccountStatus::NeedsReauth {
            self.platform.has_trouble();
        }
        self.emit_account(status.event(), &id);
        true
    }

    /// Takes the credentials of an account back: the provider refuses every call until it is connected again.
    pub(crate) fn revoke(&self, id: &str) -> bool {
        let id = id.to_ascii_lowercase();
        let revoke = |row: &mut Row| row.insert(REVOKED.to_owned(), Value::Bool(true));
        self.platform.with(|tables| tables.get_mut(ACCOUNTS, &id).map(revoke));
        self.set_status(&id, AccountStatus::NeedsReauth, Some("The access token was revoked"))
    }

    /// Whether the provider refuses the credentials of an account.
    pub(crate) fn is_revoked(&self, id: &str) -> bool {
        let of = |row: &Row| row.contains_key(REVOKED);
        self.platform.is_troubled()
            && self.platform.if_used(|tables| tables.get(ACCOUNTS, id).is_some_and(of)).unwrap_or_default()
    }

    /// Learns from an answer of the provider: 401 ends the authorization, and 403 lacks scopes.
    pub(crate) fn provider_refused(&self, id: &str, status: u16, message: &str, (resource, method): (&str, &str)) {
        let id = id.to_ascii_lowercase();
        match status {
            401 if self.account_status(&id) != Some(AccountStatus::NeedsReauth) => {
                self.set_status(&id, AccountStatus::NeedsReauth, Some(message));
            }
            403 => {
                self.platform.with(|tables| {
                    let now = tables.now();
                    let error =
                        json!({ "resource": resource, "method": method, "missing_scopes": [], "occurred_at": now });
                    if let Some(row) = tables.get_mut(ACCOUNTS, &id) {
                        row.insert("last_forbidden_error".to_owned(), error);
                    }
                });
                self.emit_account("integrated_account:forbidden_error", &id);
            }
            _ => {}
        }
    }

    /// Learns that the provider accepted a call: an account that needed a new authorization works again.
    pub(crate) fn provider_accepted(&self, id: &str) {
        if !self.platform.is_troubled() {
            return;
        }
        let id = id.to_ascii_lowercase();
        let works = self.platform.with(|tables| {
            let row = tables.get(ACCOUNTS, &id)?;
            (text(row, "status") == Some(AccountStatus::NeedsReauth.name())).then_some(())?;
            let row = tables.get_mut(ACCOUNTS, &id)?;
            row.insert("status".to_owned(), Value::from(AccountStatus::Active.name()));
            row.insert("last_error".to_owned(), Value::Null);
            Some(())
        });
        if works.is_some() {
            self.emit_account("integrated_account:reactivated", &id);
        }
    }

    /// Tells the webhooks of an account, in its form for events.
    pub(crate) fn emit_account(&self, event: &'static str, id: &str) {
        let payload = self.platform.with(|tables| {
            let row = tables.get(ACCOUNTS, id)?;
            Some(super::events::account_payload(tables, row))
        });
        if let Some(payload) = payload {
            self.emit(event, &payload);
        }
    }
}
