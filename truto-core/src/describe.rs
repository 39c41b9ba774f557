//! Asking an account about itself before it is called: [`capabilities`](Account::capabilities), [`status`](Account::status), the
//! check of a declared endpoint ([`supports`](Account::supports), [`check`](Account::check)), and the description of a method
//! ([`meta`](Account::meta)).
//!
//! ```no_run
//! use truto_core::crm::{CreateAssociation, crm_entity};
//!
//! # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
//! let status = account.status().await?;
//! if !status.is_ready() {
//!     println!("connect {} again: {:?}", account.id(), status.status);
//! }
//! account.check::<CreateAssociation>().await?; // "the account has no method `create` of `crm/associations`, only `list`"
//! let capabilities = account.capabilities().await?;
//! println!("{:?} has {} unified resources", capabilities.integration.slug, capabilities.unified.len());
//! # Ok(()) }
//! ```

mod ask;
mod meta;

use std::sync::Arc;

use serde_json::Value;

pub use ask::{AskCapabilities, Surface};
pub use meta::MethodMeta;

use crate::capabilities::{AccountStatus, MethodSupport};
use crate::client::account::{Account, Handle};
use crate::client::scope::AccountScope;
use crate::contract::common::Common;
use crate::contract::{Contract, Field, Kind, Method, UnifiedMethod};
use crate::endpoint::Endpoint;
use crate::engine::sending::Sending;
use crate::error::{DecodeKind, Error, Failure, InvalidRequest, Lacks, Problem, Unsupported};
use crate::request::encode::RequestView;
use crate::request::encode::encoded::EncodedRequest;
use crate::request::encode::field_ref::FieldRef;
use crate::response::{Answer, ResponseValue};

static CAPABILITIES: Contract =
    Contract::new("Capabilities", Method::Get, "/integrated-account/{id}/capabilities", &[]);

static META: Contract =
    Contract::new("MethodMeta", Method::Get, "/unified/{model}/{resource}/meta/{method}", META_FIELDS);

const META_FIELDS: &[Field] = &[
    Field::required("model", Kind::String).path(),
    Field::required("resource", Kind::String).path(),
    Field::required("method", Kind::String).path(),
];

impl<P> Account<P> {
    /// Asks what the account can do. Await it, or narrow the question before.
    ///
    /// The answer is remembered for five minutes, or for the [`max_age`](AskCapabilities::max_age) of the next question. It does not
    /// hold the state of the connection: [`status`](Self::status) asks for that anew each time.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use std::time::Duration;
    /// use truto_core::describe::Surface;
    ///
    /// let unified = account.capabilities().surface(Surface::Unified).max_age(Duration::from_secs(3600)).await?;
    /// for row in &unified.unified {
    ///     println!("{}: {}", row.resource, row.methods.join(", "));
    /// }
    /// # Ok(()) }
    /// ```
    pub fn capabilities(&self) -> AskCapabilities {
        AskCapabilities::new(without_limits(self.handle()))
    }

    /// Asks for the state of the account's connection: whether it is active, and whether Truto blocks the account.
    ///
    /// The server is asked each time. The account's own limits do not hold the question back, so that it is answered for a blocked
    /// account too.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use truto_core::capabilities::ConnectionStatus;
    ///
    /// let status = account.status().await?;
    /// if status.status == Some(ConnectionStatus::NeedsReauth) {
    ///     println!("ask the customer to connect again");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn status(&self) -> Sending<AccountStatus> {
        let account = without_limits(self.handle());
        // The answer about unified resources is the shortest.
        let request = capabilities(&account, "type=unified");
        Sending::record(account.prepare(Ok(request)))
    }

    /// Asks whether the account has the method that `E` declares. The capabilities are remembered, as
    /// [`capabilities`](Self::capabilities) does.
    ///
    /// # Errors
    /// Those of the question. A method that is missing is not an error.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use truto_core::capabilities::MethodSupport;
    /// use truto_core::crm::CreateAssociation;
    ///
    /// match account.supports::<CreateAssociation>().await? {
    ///     MethodSupport::NoMethod { methods } => println!("it can only {}", methods.join(", ")),
    ///     support => println!("{support:?}"),
    /// }
    /// # Ok(()) }
    /// ```
    pub async fn supports<E: Endpoint<Scope = AccountScope>>(&self) -> Result<MethodSupport, Error> {
        Ok(self.support_of(E::CONTRACT).await?.0)
    }

    /// Checks that the account has the method that `E` declares. It passes if the capabilities do not tell.
    ///
    /// # Errors
    /// Those of the question, and [`Error::Invalid`] with [`Problem::Unsupported`] if the account does not have the method. The
    /// message says what it has.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// use truto_core::crm::CreateAssociation;
    ///
    /// account.check::<CreateAssociation>().await?;
    /// # Ok(()) }
    /// ```
    pub async fn check<E: Endpoint<Scope = AccountScope>>(&self) -> Result<(), Error> {
        let (support, integration) = self.support_of(E::CONTRACT).await?;
        let (lacks, available) = match support {
            MethodSupport::NoMethod { methods } => (Lacks::Method, methods),
            MethodSupport::NoResource { resources } => (Lacks::Resource, resources),
            MethodSupport::NoModel { models } => (Lacks::Model, models),
            MethodSupport::Supported | MethodSupport::Unknown => return Ok(()),
        };
        let Some(names) = UnifiedMethod::of(E::CONTRACT) else { return Ok(()) };
        let (model, resource, method) = (names.model(), names.resource(), names.name());
        let unsupported = Unsupported { integration, model, resource, method, lacks, available };
        let problem = Problem::Unsupported(Box::new(unsupported));
        Err(InvalidRequest::new(E::CONTRACT.to_string(), vec![Failure::new("", problem)]).into())
    }

    async fn support_of(&self, contract: &'static Contract) -> Result<(MethodSupport, Option<String>), Error> {
        let Some(method) = UnifiedMethod::of(contract) else { return Ok((MethodSupport::Unknown, None)) };
        let known = self.capabilities().surface(Surface::Unified).await?;
        let support = known.support_of(method.model(), method.resource(), method.name());
        Ok((support, known.integration.slug.clone()))
    }

    /// Asks how the account describes a method of the unified API: its schemas, its mapping, its defaults.
    ///
    /// ```no_run
    /// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let list = account.meta("crm", "contacts", "list").await?;
    /// println!("{:?}", list.query_schema.map(|schema| schema.parse::<truto_core::Json>()));
    /// # Ok(()) }
    /// ```
    pub fn meta(
        &self,
        model: impl Into<String>,
        resource: impl Into<String>,
        method: impl Into<String>,
    ) -> Sending<MethodMeta> {
        let names = [model.into(), resource.into(), method.into()];
        let account = self.handle();
        let view = RequestView {
            contract: &META,
            names: None,
            entity: None,
            value_at: &|index| names.get(index).map_or(FieldRef::Absent, FieldRef::required),
            common: &Common::default(),
        };
        let request = view.encode(account.id(), account.provider, account.caller.engine.random);
        Sending::record(account.prepare(request))
    }
}

/// The same account with a limiter of its own: a question about an account is not one of its calls, and a blocked account can be
/// asked why.
fn without_limits(account: &Handle) -> Handle {
    let mut account = account.clone();
    account.caller.limiter = Arc::default();
    account
}

/// The question for the capabilities of an account, whose id is a UUID and needs no encoding.
fn capabilities(account: &Handle, query: &str) -> EncodedRequest {
    let mark = if query.is_empty() { "" } else { "?" };
    let path_and_query = format!("/integrated-account/{}/capabilities{mark}{query}", account.id().unwrap_or_default());
    EncodedRequest::without_format(&CAPABILITIES, path_and_query)
}

impl ResponseValue for AccountStatus {
    fn from_answer(answer: &Answer) -> Result<Self, Error> {
        let capabilities: Value = answer.decode()?;
        Self::from_capabilities(&capabilities).ok_or_else(|| {
            let reason = "the capabilities have no `account` block".to_owned();
            answer.undecodable(DecodeKind::Shape { path: "account".to_owned(), reason })
        })
    }
}

#[cfg(test)]
mod tests;
