//! Connecting an account: a link token for the customer, and the wait until the account can be called.

use core::fmt;
use core::time::Duration;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::capabilities::Capabilities;
use crate::client::Client;
use crate::client::account::Account;
use crate::endpoint::Endpoint;
use crate::platform::integrated_account::IntegratedAccountStatus;
use crate::platform::{CreateLinkToken, GetIntegratedAccount, IntegratedAccount, ListIntegratedAccounts};
use crate::steps::error::ConnectError;
use crate::steps::poll::{EVERY, Poll};
use crate::types::Id;
use crate::types::timestamp::Timestamp;
use crate::util::percent::encoded;

/// The page that a customer connects an account on (<https://www.truto.one/docs/guides/integrated-accounts/connecting-an-account>).
const PAGE: &str = "https://app.truto.one/connect-account";

/// A connection that has begun: the customer has a link token, which is valid once, for seven days.
///
/// `Debug` does not show the token.
pub struct Connecting {
    client: Client,
    token: String,
    sought: Sought,
    every: Duration,
}

/// How the account is recognized.
#[derive(Debug)]
enum Sought {
    /// An account of this tenant that was not there before.
    NewOf { tenant: String, before: BTreeSet<String> },
    /// This account, after it is active again.
    Again { id: Id<IntegratedAccount>, was_active: bool, before: Option<Timestamp> },
}

/// An account that is connected and can be called.
#[derive(Debug)]
#[non_exhaustive]
pub struct Connected {
    /// The handle for its calls.
    pub account: Account,
    /// What the platform knows of it.
    pub record: IntegratedAccount,
    /// What it can do.
    pub capabilities: Arc<Capabilities>,
}

impl Connecting {
    /// Makes a link token. The accounts that are there already are remembered, so that the new account is recognized.
    ///
    /// # Errors
    /// [`ConnectError::NoOwner`] without `tenant_id` and `integrated_account_id`, [`ConnectError::Call`] if a call fails. A link token
    /// whose outcome is unknown does no harm: nobody uses it.
    pub async fn begin(client: &Client, request: CreateLinkToken) -> Result<Self, ConnectError> {
        let sought = match (&request.integrated_account_id, &request.tenant_id) {
            (Some(id), _) => {
                let account = GetIntegratedAccount::builder().id(id.clone()).send(client).await?;
                Sought::Again {
                    id: id.clone(),
                    was_active: is(&account, IntegratedAccountStatus::Active),
                    before: account.updated_at,
                }
            }
            (None, Some(tenant)) => {
                let accounts = of_tenant(client, tenant).await?;
                let before = accounts.iter().map(|account| account.id.to_string()).collect();
                Sought::NewOf { tenant: tenant.clone(), before }
            }
            (None, None) => return Err(ConnectError::NoOwner),
        };
        let token = request.send(client).await?.link_token.ok_or(ConnectError::NoToken)?;
        Ok(Self { client: client.clone(), token, sought, every: EVERY })
    }

    /// The page to open in the customer's browser. It holds the token.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_at(PAGE)
    }

    /// The page at another address, such as a page of your own, or a sandbox's.
    #[must_use]
    pub fn url_at(&self, page: &str) -> String {
        format!("{page}?link_token={}", encoded(&self.token))
    }

    /// The token, for the link SDK in a page of yours.
    #[must_use]
    pub fn link_token(&self) -> &str {
        &self.token
    }

    /// Sets how often the platform is asked. Three seconds by default.
    #[must_use]
    pub fn every(mut self, pause: Duration) -> Self {
        self.every = pause;
        self
    }

    /// Waits until the account is active, and asks what it can do. Dropping the future ends the wait and nothing else: wait again at any
    /// time.
    ///
    /// # Errors
    /// [`ConnectError::Failed`] if validation or the steps after the connection fail, [`ConnectError::Deadline`] if the account is not
    /// active in time, [`ConnectError::Call`] if a call fails.
    pub async fn wait(&self, deadline: Duration) -> Result<Connected, ConnectError> {
        let poll = Poll::new(self.every, deadline);
        loop {
            let found = self.look().await?;
            let last = match found {
                Some(account) if is(&account, IntegratedAccountStatus::Active) => return self.connected(account).await,
                Some(account) if has_failed(&account) => return Err(ConnectError::Failed(Box::new(account))),
                found => found,
            };
            if !poll.pause().await {
                return Err(ConnectError::Deadline(last.map(Box::new)));
            }
        }
    }

    /// The account in the state that it is in, if the customer has begun. Of several new accounts it is the active one.
    async fn look(&self) -> Result<Option<IntegratedAccount>, ConnectError> {
        match &self.sought {
            Sought::NewOf { tenant, before } => {
                let mut accounts = of_tenant(&self.client, tenant).await?;
                accounts.retain(|account| !before.contains(account.id.as_str()));
                // A customer may fail at first, and then try again with another account.
                let rank = |account: &IntegratedAccount| match () {
                    () if is(account, IntegratedAccountStatus::Active) => 0,
                    () if has_failed(account) => 2,
                    () => 1,
                };
                Ok(accounts.into_iter().min_by_key(rank))
            }
            Sought::Again { id, was_active, before } => {
                let account = GetIntegratedAccount::builder().id(id.clone()).send(&self.client).await?;
                let is_untouched = account.updated_at == *before && (*was_active || has_failed(&account));
                Ok(Some(account).filter(|_| !is_untouched))
            }
        }
    }

    async fn connected(&self, record: IntegratedAccount) -> Result<Connected, ConnectError> {
        let account = self.client.account(&record.id)?;
        let capabilities = account.capabilities().await?;
        Ok(Connected { account, record, capabilities })
    }
}

async fn of_tenant(client: &Client, tenant: &str) -> Result<Vec<IntegratedAccount>, ConnectError> {
    Ok(ListIntegratedAccounts::builder().tenant_id(tenant).items(client).try_collect().await?)
}

fn is(account: &IntegratedAccount, status: IntegratedAccountStatus) -> bool {
    account.status.as_ref().is_some_and(|found| *found == status)
}

fn has_failed(account: &IntegratedAccount) -> bool {
    [
        IntegratedAccountStatus::ValidationError,
        IntegratedAccountStatus::PostInstallError,
        IntegratedAccountStatus::NeedsReauth,
    ]
    .into_iter()
    .any(|status| is(account, status))
}

impl fmt::Debug for Connecting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connecting").field("sought", &self.sought).field("every", &self.every).finish_non_exhaustive()
    }
}
