//! What a request is sent to: an integrated account, or the client itself.
//!
//! An endpoint has a scope, which the attribute reads from its path: `/unified`, `/proxy` and `/custom` need an account, and any other
//! path is the platform's and takes the client. A request that is sent to the wrong one does not compile.
//!
//! ```
//! use truto_core::scope::{AccountScope, ClientScope};
//! use truto_core::{Account, Client, Endpoint, Error, unified_endpoint};
//!
//! #[unified_endpoint(GET, "/unified/crm/contacts/{id}")]
//! pub struct GetContact { pub id: String }
//!
//! #[unified_endpoint(GET, "/environment/{id}")]
//! pub struct GetEnvironment { pub id: String }
//!
//! # async fn example(client: &Client, account: &Account) -> Result<(), Error> {
//! GetContact::builder().id("c-1").send(account).await?;
//! GetEnvironment::builder().id("e-1").send(client).await?;
//! # Ok(()) }
//!
//! // Generic code names the scope.
//! async fn send_all<E: Endpoint<Scope = AccountScope>>(requests: &[E], account: &Account) -> Result<(), Error> {
//!     for request in requests {
//!         request.send(account).await?;
//!     }
//!     Ok(())
//! }
//! ```

use core::ops::Deref;

use crate::client::Client;
use crate::client::account::{Account, Handle};

/// The scope of an endpoint: [`AccountScope`] or [`ClientScope`]. No other type can implement it.
pub trait Scope: sealed::Scope {}

/// The scope of an endpoint whose requests are sent to an [`Account`].
#[derive(Debug)]
pub enum AccountScope {}

/// The scope of an endpoint whose requests are sent to a [`Client`].
#[derive(Debug)]
pub enum ClientScope {}

impl Scope for AccountScope {}
impl Scope for ClientScope {}

/// An [`Account`], or a reference or smart pointer to one.
#[diagnostic::on_unimplemented(
    message = "this request needs an integrated account, found `{Self}`",
    label = "expected an `Account`",
    note = "get one from the client: `client.account(\"…\")?`"
)]
pub trait AccountHandle {
    /// The account's provider.
    type Provider;

    #[doc(hidden)]
    fn account_handle(&self) -> &Handle;
}

impl<P> AccountHandle for Account<P> {
    type Provider = P;

    fn account_handle(&self) -> &Handle {
        self.handle()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Deref<Target: AccountHandle>> AccountHandle for T {
    type Provider = <T::Target as AccountHandle>::Provider;

    fn account_handle(&self) -> &Handle {
        (**self).account_handle()
    }
}

/// A [`Client`], or a reference or smart pointer to one.
#[diagnostic::on_unimplemented(
    message = "this request belongs to no integrated account, found `{Self}`",
    label = "expected a `Client`",
    note = "send it to the client: `request.send(&client)`",
    note = "if it is a call of an account after all, its path begins with `/unified`, `/proxy` or `/custom`"
)]
pub trait ClientHandle {
    #[doc(hidden)]
    fn client_handle(&self) -> &Handle;
}

impl ClientHandle for Client {
    fn client_handle(&self) -> &Handle {
        self.handle()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Deref<Target: ClientHandle>> ClientHandle for T {
    fn client_handle(&self) -> &Handle {
        (**self).client_handle()
    }
}

/// What requests of the scope `S` are sent to: an [`AccountHandle`] or a [`ClientHandle`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is the wrong handle for this endpoint",
    label = "expected a `Client` for a request of the platform, an `Account` for any other",
    note = "the client sends requests of the platform: `request.send(&client)`; get an account with `client.account(\"…\")?`",
    note = "generic code names the scope in its bound: `Endpoint<Scope = AccountScope>` or `ClientScope`"
)]
pub trait Target<S> {
    #[doc(hidden)]
    fn handle(&self) -> &Handle;
}

impl<T: AccountHandle> Target<AccountScope> for T {
    fn handle(&self) -> &Handle {
        self.account_handle()
    }
}

impl<T: ClientHandle> Target<ClientScope> for T {
    fn handle(&self) -> &Handle {
        self.client_handle()
    }
}

mod sealed {
    use super::{AccountScope, ClientScope};

    pub trait Scope {}
    impl Scope for AccountScope {}
    impl Scope for ClientScope {}
}
