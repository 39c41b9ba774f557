//! The question for the capabilities of an account.

use core::fmt;
use core::future::{Future, IntoFuture};
use core::pin::Pin;
use core::time::Duration;
use std::sync::Arc;

use tokio::time::Instant;

use crate::capabilities::Capabilities;
use crate::client::account::Handle;
use crate::describe::capabilities;
use crate::engine::sending::Sending;
use crate::error::Error;
use crate::util::percent::encoded;

/// For how long an answer is remembered.
const MAX_AGE: Duration = Duration::from_secs(5 * 60);

/// Which resources the capabilities list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Surface {
    /// Those of the provider's own API.
    Proxy,
    /// Those of the unified API.
    Unified,
    /// Both.
    #[default]
    All,
}

/// The question for the capabilities of an account: [`Account::capabilities`](crate::Account::capabilities) makes it, and `.await`
/// asks it.
///
/// A client remembers the answer to each question of each account, at most 256 of them. Questions that are asked before the first
/// answer is there all go to the server, because no question waits for another. The answer to the latest question is kept.
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use std::time::Duration;
///
/// let question = account.capabilities().resource("contacts").methods(["list", "create"]);
/// let known = question.clone().await?; // at most five minutes old
/// let now = question.max_age(Duration::ZERO).await?; // asked now
/// # let _ = (known, now);
/// # Ok(()) }
/// ```
#[derive(Clone)]
#[must_use = "nothing is asked until it is awaited"]
pub struct AskCapabilities {
    account: Handle,
    surface: Surface,
    methods: Vec<String>,
    resource: Option<String>,
    has_description: Option<bool>,
    max_age: Duration,
}

impl AskCapabilities {
    pub(super) fn new(account: Handle) -> Self {
        let surface = Surface::default();
        Self { account, surface, methods: Vec::new(), resource: None, has_description: None, max_age: MAX_AGE }
    }

    /// Sets which resources are listed (`type`). Both kinds by default.
    pub fn surface(mut self, surface: Surface) -> Self {
        self.surface = surface;
        self
    }

    /// Sets the methods to list (`methods`). `read`, `write` and `custom` stand for groups of them. A further call adds names. All by
    /// default.
    pub fn methods(mut self, names: impl IntoIterator<Item: Into<String>>) -> Self {
        self.methods.extend(names.into_iter().map(Into::into));
        self
    }

    /// Sets the resource to list (`resource`). All by default.
    pub fn resource(mut self, name: impl Into<String>) -> Self {
        self.resource = Some(name.into());
        self
    }

    /// Sets whether proxy methods without a description are left out (`has_description`). The server does so by default.
    pub fn has_description(mut self, only_described: bool) -> Self {
        self.has_description = Some(only_described);
        self
    }

    /// Sets how old a remembered answer may be. Five minutes by default. Zero asks the server, and remembers its answer for others.
    pub fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = max_age;
        self
    }

    fn query(&self) -> String {
        let mut pairs = Vec::new();
        match self.surface {
            Surface::Proxy => pairs.push("type=proxy".to_owned()),
            Surface::Unified => pairs.push("type=unified".to_owned()),
            Surface::All => {}
        }
        if !self.methods.is_empty() {
            let names: Vec<String> = self.methods.iter().map(|name| encoded(name)).collect();
            pairs.push(format!("methods={}", names.join(",")));
        }
        pairs.extend(self.resource.as_ref().map(|name| format!("resource={}", encoded(name))));
        pairs.extend(self.has_description.map(|only| format!("has_description={only}")));
        pairs.join("&")
    }

    async fn answer(self) -> Result<Arc<Capabilities>, Error> {
        let Self { account, max_age, .. } = &self;
        let (engine, query) = (&account.caller.engine, self.query());
        let question = (account.caller.account.clone(), query);
        if let Some(known) = engine.capabilities.get(&question, *max_age) {
            return Ok(known);
        }
        let asked_at = Instant::now();
        let request = capabilities(account, &question.1);
        let answer: Arc<Capabilities> = Arc::new(Sending::record(account.prepare(Ok(request))).await?);
        engine.capabilities.put(question, &answer, asked_at, *max_age);
        Ok(answer)
    }
}

impl IntoFuture for AskCapabilities {
    type Output = Result<Arc<Capabilities>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.answer())
    }
}

impl fmt::Debug for AskCapabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AskCapabilities")
            .field("account", &self.account.id())
            .field("query", &self.query())
            .field("max_age", &self.max_age)
            .finish_non_exhaustive()
    }
}
