//! The token that requests carry: one that was given, or one of a source that is asked again when it expires.
//!
//! A fetch is shared by all calls that wait for it, and owned by nobody else: it ends with the last of them.

use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{Shared, WeakShared};
use http::HeaderValue;
use tokio::time::{Instant, timeout};

use crate::error::{ConfigError, Error};
use crate::redact::Redactor;
use crate::transport::body::BoxError;
use crate::transport::causes;
use crate::util::instant::saturating_add;

/// A token, and how long it lives. What a [token source](crate::ClientBuilder::token_source) answers.
///
/// `Debug` does not show it.
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
    /// A token that lives until the server refuses it.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), expires_in: None }
    }

    /// The same token, valid for this long from now on. A new one is fetched when nine tenths of that have passed.
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

/// A token as requests carry it.
#[derive(Debug)]
pub(crate) struct Bearer {
    pub(crate) header: HeaderValue,
    pub(crate) redactor: Redactor,
    /// Which one of its source it is.
    number: u64,
}

impl Bearer {
    /// # Errors
    /// When no header can carry it.
    fn new(token: &str, number: u64) -> Result<Self, ConfigError> {
        let refuse = |problem, fix| ConfigError::new("token", problem, fix);
        if token.is_empty() {
            return Err(refuse("is empty", "give an API token, or set `TRUTO_API_TOKEN`"));
        }
        if token.trim() != token {
            return Err(refuse("has white space around it", "trim it: a line break often comes along from a file"));
        }
        if token.contains(' ') {
            return Err(refuse("holds a space", "give the token alone, without `Bearer`"));
        }
        let unfit = || refuse("holds a character that no header can carry", "a token is visible ASCII: copy it again");
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unfit());
        }
        let mut header = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| unfit())?;
        header.set_sensitive(true);
        Ok(Self { header, redactor: Redactor::new([token]), number })
    }
}

/// Where the token of a request comes from.
#[derive(Clone, Debug)]
pub(crate) enum Tokens {
    Fixed(Arc<Bearer>),
    Source(Arc<Source>),
}

impl Tokens {
    /// # Errors
    /// [`Error::Config`] when no header can carry it.
    pub(crate) fn fixed(token: &str) -> Result<Self, Error> {
        Ok(Self::Fixed(Arc::new(Bearer::new(token, 0)?)))
    }

    /// Those of a source that may take so long for each.
    pub(crate) fn source(fetch: Fetch, longest: Duration) -> Self {
        Self::Source(Arc::new(Source { fetch, longest, state: Mutex::default() }))
    }

    /// The token in use, or a new one. All that need a new one at once wait for the same.
    ///
    /// # Errors
    /// What the source failed with.
    pub(crate) async fn get(&self) -> Fetched {
        match self {
            Self::Fixed(bearer) => Ok(Arc::clone(bearer)),
            Self::Source(source) => {
                // In a block of its own, so that no lock is held across the wait.
                let fetching = match source.current() {
                    Ok(bearer) => return Ok(bearer),
                    Err(fetching) => fetching,
                };
                fetching.await
            }
        }
    }

    /// What hides the token in use, or the one before it.
    pub(crate) fn redactor(&self) -> Redactor {
        match self {
            Self::Fixed(bearer) => bearer.redactor.clone(),
            Self::Source(source) => source.with(|state| state.redactor()),
        }
    }

    /// Whether there may be another token than the one in use.
    pub(crate) fn are_renewable(&self) -> bool {
        matches!(self, Self::Source(_))
    }

    /// The server refused this token: the next call needs a new one.
    pub(crate) fn refused(&self, bearer: &Bearer) {
        if let Self::Source(source) = self {
            source.with(|state| {
                if let Some(current) = state.current.as_mut().filter(|it| it.bearer.number == bearer.number) {
                    current.until = Some(Instant::now());
                }
            });
        }
    }
}

/// A token, or why the source gave none.
type Fetched = Result<Arc<Bearer>, String>;
type Fetching = Pin<Box<dyn Future<Output = Fetched> + Send>>;
pub(crate) type Fetch =
    Box<dyn Fn() -> Pin<Box<dyn Future<Output = Result<Token, BoxError>> + Send>> + Send + Sync + 'static>;

/// A source of tokens, asked by one call for all that wait.
pub(crate) struct Source {
    fetch: Fetch,
    longest: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    current: Option<Current>,
    /// Whoever waits for it drives it: when one is dropped, the next does, and with the last one it is gone.
    fetching: Option<WeakShared<Fetching>>,
    fetched: u64,
}

/// The token that came last.
struct Current {
    bearer: Arc<Bearer>,
    /// From when on it is of use to nobody any more.
    until: Option<Instant>,
}

impl State {
    fn redactor(&self) -> Redactor {
        self.current.as_ref().map_or_else(Redactor::default, |current| current.bearer.redactor.clone())
    }
}

impl Source {
    fn with<T>(&self, run: impl FnOnce(&mut State) -> T) -> T {
        run(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The token in use, or the fetch of a new one to wait for.
    fn current(self: &Arc<Self>) -> Result<Arc<Bearer>, Shared<Fetching>> {
        self.with(|state| {
            let valid = |current: &&Current| current.until.is_none_or(|until| Instant::now() < until);
            if let Some(current) = state.current.as_ref().filter(valid) {
                return Ok(Arc::clone(&current.bearer));
            }
            if let Some(fetching) = state.fetching.as_ref().and_then(WeakShared::upgrade) {
                return Err(fetching);
            }
            let fetching = Self::fetch(Arc::clone(self)).boxed().shared();
            state.fetching = fetching.downgrade();
            Err(fetching)
        })
    }

    /// Fetches a token and puts it to use.
    async fn fetch(self: Arc<Self>) -> Fetched {
        // In a block of its own: what the source does before its first wait is foreign, too.
        let fetched = AssertUnwindSafe(async { (self.fetch)().await }).catch_unwind();
        let fetched = match timeout(self.longest, fetched).await {
            Ok(Ok(Ok(token))) => Ok(token),
            Ok(Ok(Err(error))) => Err(causes(&*error)),
            Ok(Err(_)) => Err("the token source panicked".to_owned()),
            Err(_) => Err(format!("the token source took longer than {:?}", self.longest)),
        };
        self.with(|state| {
            state.fetching = None;
            let bearer = fetched.and_then(|token| {
                let bearer = Bearer::new(&token.secret, state.fetched + 1).map_err(|error| error.to_string())?;
                Ok((Arc::new(bearer), token.expires_in))
            });
            match bearer {
                Ok((bearer, expires_in)) => {
                    state.fetched += 1;
                    let until = expires_in.map(|time| saturating_add(Instant::now(), time.saturating_sub(time / 10)));
                    state.current = Some(Current { bearer: Arc::clone(&bearer), until });
                    Ok(bearer)
                }
                // A source may say which token it was that it could not renew.
                Err(cause) => Err(state.redactor().clean(&cause)),
            }
        })
    }
}

impl core::fmt::Debug for Source {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Source").finish_non_exhaustive()
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
