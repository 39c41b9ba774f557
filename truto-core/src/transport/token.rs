//! The token of requests: a fixed one, or the current one of a source.
//!
//! All calls that wait for a new token share one fetch. It ends with the last of them.

use core::panic::AssertUnwindSafe;
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use http::HeaderValue;
use tokio::time::{Instant, timeout};

use crate::error::{ConfigError, Error};
use crate::redact::Redactor;
use crate::transport::body::BoxError;
use crate::transport::causes;
use crate::util::instant::saturating_add;

/// A token and its lifetime, returned by a [token source](crate::settings::ClientBuilder::token_source). `Debug` does not show the token.
///
/// ```
/// use std::time::Duration;
/// use truto_core::transport::Token;
///
/// let token = Token::new("an-account-token").expires_in(Duration::from_secs(15 * 60));
/// assert!(!format!("{token:?}").contains("an-account-token"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    secret: String,
    expires_in: Option<Duration>,
}

impl Token {
    /// A token that is used until the server refuses it.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), expires_in: None }
    }

    /// The same token, valid for this long. A new one is fetched after nine tenths of that time.
    #[must_use]
    pub fn expires_in(mut self, time: Duration) -> Self {
        self.expires_in = Some(time);
        self
    }
}

impl<T: Into<String>> From<T> for Token {
    fn from(secret: T) -> Self {
        Self::new(secret)
    }
}

impl core::fmt::Debug for Token {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Token").field("secret", &"***").field("expires_in", &self.expires_in).finish()
    }
}

/// A token as a header.
#[derive(Debug)]
pub(crate) struct Bearer {
    pub(crate) header: HeaderValue,
    pub(crate) redactor: Redactor,
}

impl Bearer {
    fn new(token: &str) -> Result<Self, ConfigError> {
        let (problem, fix) = match HeaderValue::from_str(&format!("Bearer {token}")) {
            _ if token.is_empty() => ("is empty", "give an API token, or set `TRUTO_API_TOKEN`"),
            _ if token.trim() != token => ("has white space around it", "trim it; a file often ends with a line break"),
            _ if token.contains(' ') => ("holds a space", "give only the token, without `Bearer`"),
            Ok(mut header) if token.bytes().all(|byte| byte.is_ascii_graphic()) => {
                header.set_sensitive(true);
                return Ok(Self { header, redactor: Redactor::new([token]) });
            }
            _ => ("holds a character that a header cannot carry", "copy it again; a token is visible ASCII"),
        };
        Err(ConfigError::new("token", problem, fix))
    }
}

/// Where tokens come from.
#[derive(Clone)]
pub(crate) enum Tokens {
    Fixed(Arc<Bearer>),
    Source(Arc<Source>),
}

impl Tokens {
    pub(crate) fn fixed(token: &str) -> Result<Self, Error> {
        Ok(Self::Fixed(Arc::new(Bearer::new(token)?)))
    }

    /// Tokens of a source, which may take `longest` for each.
    pub(crate) fn source(fetch: Fetch, longest: Duration) -> Self {
        Self::Source(Arc::new(Source { fetch, longest, state: Mutex::default() }))
    }

    /// The current token, if no new one is needed.
    pub(crate) fn current(&self) -> Option<Arc<Bearer>> {
        match self {
            Self::Fixed(bearer) => Some(Arc::clone(bearer)),
            Self::Source(source) => source.with(|state| state.valid()),
        }
    }

    /// The current token, or a new one. Calls that need a new one at the same time share it.
    pub(crate) async fn get(&self) -> Fetched {
        match self {
            Self::Fixed(bearer) => Ok(Arc::clone(bearer)),
            Self::Source(source) => match source.current() {
                Ok(bearer) => Ok(bearer),
                Err(fetching) => fetching.await,
            },
        }
    }

    /// Hides the current token in texts.
    pub(crate) fn redactor(&self) -> Redactor {
        match self {
            Self::Fixed(bearer) => bearer.redactor.clone(),
            Self::Source(source) => source.with(|state| state.redactor()),
        }
    }

    /// The token as a header, if it stays the same.
    pub(crate) fn secret(&self) -> Option<&[u8]> {
        match self {
            Self::Fixed(bearer) => Some(bearer.header.as_bytes()),
            Self::Source(_) => None,
        }
    }

    /// Whether a new token can be fetched.
    pub(crate) fn are_renewable(&self) -> bool {
        matches!(self, Self::Source(_))
    }

    /// The server refused this token, so the next call needs a new one.
    pub(crate) fn refused(&self, bearer: &Bearer) {
        if let Self::Source(source) = self {
            source.with(|state| {
                if state.bearer.as_ref().is_some_and(|current| core::ptr::eq(Arc::as_ptr(current), bearer)) {
                    state.until = Some(Instant::now());
                }
            });
        }
    }
}

/// A token, or why the source failed.
type Fetched = Result<Arc<Bearer>, String>;
type Fetching = BoxFuture<'static, Fetched>;
pub(crate) type Fetch = Box<dyn Fn() -> BoxFuture<'static, Result<Token, BoxError>> + Send + Sync>;

/// A source of tokens.
pub(crate) struct Source {
    fetch: Fetch,
    longest: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The last token.
    bearer: Option<Arc<Bearer>>,
    /// When it must be replaced.
    until: Option<Instant>,
    /// Driven by the calls that wait for it, and dropped with the last of them.
    fetching: Option<WeakShared<Fetching>>,
}

impl State {
    /// The last token, if it can still be used.
    fn valid(&self) -> Option<Arc<Bearer>> {
        self.bearer.clone().filter(|_| self.until.is_none_or(|until| Instant::now() < until))
    }

    fn redactor(&self) -> Redactor {
        self.bearer.as_ref().map(|bearer| bearer.redactor.clone()).unwrap_or_default()
    }
}

impl Source {
    fn with<T>(&self, run: impl FnOnce(&mut State) -> T) -> T {
        run(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The current token, or the fetch of a new one.
    fn current(self: &Arc<Self>) -> Result<Arc<Bearer>, Shared<Fetching>> {
        self.with(|state| {
            if let Some(bearer) = state.valid() {
                return Ok(bearer);
            }
            if let Some(fetching) = state.fetching.as_ref().and_then(WeakShared::upgrade) {
                return Err(fetching);
            }
            let fetching = Self::fetch(Arc::clone(self)).boxed().shared();
            state.fetching = fetching.downgrade();
            Err(fetching)
        })
    }

    /// Fetches a token and makes it the current one.
    async fn fetch(self: Arc<Self>) -> Fetched {
        // The call is inside the block, because a source can also panic before its first await.
        let fetched = AssertUnwindSafe(async { (self.fetch)().await }).catch_unwind();
        let fetched = match timeout(self.longest, fetched).await {
            Ok(Ok(Ok(token))) => match Bearer::new(&token.secret) {
                Ok(bearer) => Ok((Arc::new(bearer), token.expires_in)),
                Err(error) => Err(error.to_string()),
            },
            Ok(Ok(Err(error))) => Err(causes(&*error)),
            Ok(Err(_)) => Err("the token source panicked".to_owned()),
            Err(_) => Err(format!("the token source took longer than {:?}", self.longest)),
        };
        self.with(|state| {
            state.fetching = None;
            // A source may name the token that it could not renew.
            let (bearer, expires_in) = fetched.map_err(|cause| state.redactor().clean(&cause))?;
            state.until = expires_in.map(|time| saturating_add(Instant::now(), time.saturating_sub(time / 10)));
            state.bearer = Some(Arc::clone(&bearer));
            Ok(bearer)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// A source that takes a second for each token, and the number of tokens it gave.
    fn slow(expires_in: Option<Duration>) -> (Tokens, Arc<AtomicU32>) {
        let given = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&given);
        let tokens = Tokens::source(
            Box::new(move || {
                let number = counter.fetch_add(1, Ordering::Relaxed) + 1;
                Box::pin(async move {
                    tokio::time::sleep(SECOND).await;
                    Ok(Token { secret: format!("token-{number}"), expires_in })
                })
            }),
            60 * SECOND,
        );
        (tokens, given)
    }

    #[tokio::test(start_paused = true)]
    async fn all_that_wait_share_one_fetch() {
        let (tokens, given) = slow(None);
        let waiting: Vec<_> = (0..100)
            .map(|_| {
                let tokens = tokens.clone();
                tokio::spawn(async move { tokens.get().await.unwrap() })
            })
            .collect();
        for bearer in waiting {
            assert_eq!(bearer.await.unwrap().header, "Bearer token-1");
        }
        let old = tokens.get().await.unwrap();
        tokens.refused(&old);
        assert_eq!(tokens.get().await.unwrap().header, "Bearer token-2");
        // Who still had the old one does not cost a new one.
        tokens.refused(&old);
        assert_eq!(tokens.get().await.unwrap().header, "Bearer token-2");
        assert_eq!(given.load(Ordering::Relaxed), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_fetch_goes_on_when_the_one_who_began_it_is_gone() {
        let (tokens, given) = slow(None);
        let mut first = Box::pin(tokens.get());
        assert!(first.as_mut().now_or_never().is_none());
        let second = tokio::spawn({
            let tokens = tokens.clone();
            async move { tokens.get().await.unwrap() }
        });
        tokio::time::sleep(SECOND / 2).await;
        drop(first);
        let started = Instant::now();
        second.await.unwrap();
        assert_eq!(given.load(Ordering::Relaxed), 1);
        assert!(started.elapsed() <= SECOND / 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_fetch_ends_with_the_last_one_who_waits_for_it() {
        let (tokens, given) = slow(None);
        assert!(timeout(SECOND / 2, tokens.get()).await.is_err());
        assert_eq!(tokens.get().await.unwrap().header, "Bearer token-2");
        assert_eq!(given.load(Ordering::Relaxed), 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_source_that_hangs_or_panics_is_asked_again() {
        let asked = AtomicU32::new(0);
        let tokens = Tokens::source(
            Box::new(move || match asked.fetch_add(1, Ordering::Relaxed) {
                0 => Box::pin(core::future::pending()),
                1 => Box::pin(async { panic!("a bug of the source") }),
                2 => panic!("a bug of the source, before its first wait"),
                _ => Box::pin(async { Ok(Token::new("t")) }),
            }),
            SECOND,
        );
        assert_eq!(tokens.get().await.unwrap_err(), "the token source took longer than 1s");
        assert_eq!(tokens.get().await.unwrap_err(), "the token source panicked");
        assert_eq!(tokens.get().await.unwrap_err(), "the token source panicked");
        assert_eq!(tokens.get().await.unwrap().header, "Bearer t");
    }

    #[tokio::test]
    async fn a_source_that_fails_does_not_show_the_token_that_it_gave() {
        let asked = AtomicU32::new(0);
        let tokens = Tokens::source(
            Box::new(move || {
                let first = asked.fetch_add(1, Ordering::Relaxed) == 0;
                Box::pin(async move {
                    if first { Ok(Token::new("t0p-s3cret")) } else { Err("`t0p-s3cret` is too old".into()) }
                })
            }),
            SECOND,
        );
        let bearer = tokens.get().await.unwrap();
        tokens.refused(&bearer);
        assert_eq!(tokens.get().await.unwrap_err(), "`***` is too old");
    }

    #[tokio::test(start_paused = true)]
    async fn a_token_is_renewed_before_it_expires() {
        let (tokens, given) = slow(Some(100 * SECOND));
        tokens.get().await.unwrap();
        tokio::time::sleep(89 * SECOND).await;
        tokens.get().await.unwrap();
        assert_eq!(given.load(Ordering::Relaxed), 1);
        tokio::time::sleep(2 * SECOND).await;
        tokens.get().await.unwrap();
        assert_eq!(given.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn a_source_that_fails_is_asked_again() {
        let asked = AtomicU32::new(0);
        let tokens = Tokens::source(
            Box::new(move || {
                let first = asked.fetch_add(1, Ordering::Relaxed) == 0;
                Box::pin(async move { if first { Err("vault sealed".into()) } else { Ok(Token::new("t")) } })
            }),
            SECOND,
        );
        assert_eq!(tokens.get().await.unwrap_err(), "vault sealed");
        assert_eq!(tokens.get().await.unwrap().header, "Bearer t");
    }

    #[tokio::test]
    async fn an_abandoned_fetch_keeps_nothing_alive() {
        let tokens = Tokens::source(Box::new(|| Box::pin(core::future::pending())), SECOND);
        let Tokens::Source(source) = &tokens else { panic!("a source") };
        let weak = Arc::downgrade(source);
        assert!(tokens.get().now_or_never().is_none());
        drop(tokens);
        assert!(weak.upgrade().is_none());
    }
}
