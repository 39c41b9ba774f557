//! One error for every call: what was attempted, what happened, what to do.
//!
//! `Display` is one line for a person. Neither it nor `Debug` shows the token, a secret field, or a whole body.
//!
//! ```no_run
//! # use truto_core::{Account, crm::CreateAssociation, error::{Error, Outcome}};
//! # use truto_core::Endpoint;
//! # async fn example(link: CreateAssociation, account: &Account) {
//! match link.send(account).await {
//!     Ok(link) => println!("linked: {:?}", link.associations),
//!     Err(Error::Invalid(invalid)) => println!("{} mistakes in the row", invalid.failures().len()),
//!     Err(Error::Api(api)) if api.is_remote() => println!("the provider refused: {}", api.message()),
//!     Err(error) if error.outcome() == Outcome::Unknown => println!("look before you repeat it: {error}"),
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```

mod api;
mod config;
mod credentials;
mod decode;
mod invalid;
mod network;
pub(crate) mod redact;
mod spelling;

pub use api::{ApiError, ApiFailure, Insight};
pub use config::ConfigError;
pub use decode::{DecodeError, DecodeKind, TooLargeError};
pub use invalid::{Failure, InvalidRequest, Problem};
pub use network::{Clock, NetworkError, NetworkKind, Outcome, TimeoutError};

/// Why a call failed.
///
/// ```
/// use truto_core::error::{Error, Outcome};
///
/// let error = truto_core::Client::builder().token("").build().unwrap_err();
/// assert!(matches!(error, Error::Config(_)));
/// assert_eq!(error.outcome(), Outcome::NotSent);
/// assert_eq!(error.to_string(), "`token` is empty: give an API token, or set `TRUTO_API_TOKEN`");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// A setting cannot be used. Nothing was sent.
    Config(Box<ConfigError>),
    /// The request breaks its own contract. Nothing was sent.
    Invalid(Box<InvalidRequest>),
    /// The connection failed.
    Network(Box<NetworkError>),
    /// A clock ran out.
    Timeout(Box<TimeoutError>),
    /// The answer is not 2xx.
    Api(Box<ApiError>),
    /// The answer is 2xx but not what was asked for.
    Decode(Box<DecodeError>),
    /// The answer is larger than allowed.
    TooLarge(Box<TooLargeError>),
}

impl Error {
    /// HTTP status of [`Error::Api`] and [`Error::Decode`]; `None` of every other error.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Decode(error) => Some(error.status()),
            _ => None,
        }
    }

    /// The server's id of the request, where the head of an answer came with one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.meta().request_id(),
            Self::Decode(error) => error.meta().request_id(),
            Self::Network(error) => error.request_id(),
            Self::Timeout(error) => error.request_id(),
            Self::TooLarge(error) => error.request_id(),
            Self::Config(_) | Self::Invalid(_) => None,
        }
    }

    /// Method and path template of the endpoint: `POST /unified/crm/associations`. `None` for a setting.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        Some(match self {
            Self::Config(_) => return None,
            Self::Invalid(error) => error.endpoint(),
            Self::Network(error) => error.endpoint(),
            Self::Timeout(error) => error.endpoint(),
            Self::Api(error) => error.endpoint(),
            Self::Decode(error) => error.endpoint(),
            Self::TooLarge(error) => error.endpoint(),
        })
    }

    /// What is known of the write that failed: not sent, rejected, or unknown.
    ///
    /// A 2xx answer that could not be read is `Unknown` too: the server said yes, but not to what. Of a read it is always
    /// `NotSent`: nothing was written.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Config(_) | Self::Invalid(_) => Outcome::NotSent,
            Self::Network(error) => error.outcome,
            Self::Timeout(error) => error.outcome,
            Self::Api(error) => error.outcome(),
            Self::Decode(_) | Self::TooLarge(_) if self.endpoint().is_some_and(is_read) => Outcome::NotSent,
            Self::Decode(_) | Self::TooLarge(_) => Outcome::Unknown,
        }
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Config(error) => error.fmt(f),
            Self::Invalid(error) => error.fmt(f),
            Self::Network(error) => error.fmt(f),
            Self::Timeout(error) => error.fmt(f),
            Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::TooLarge(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}

/// What stands in `Debug` in place of a secret: `***`.
///
/// Only derived code uses it, for a field that is declared `secret`.
///
/// ```
/// # use truto_core::unified_endpoint;
/// #[unified_endpoint(POST, "/unified/crm/logins")]
/// pub struct CreateLogin {
///     pub user: String,
///     #[truto(secret)]
///     pub password: String,
/// }
///
/// let login = CreateLogin { user: "ada".to_owned(), password: "hunter2".to_owned() };
/// assert_eq!(format!("{login:?}"), r#"CreateLogin { user: "ada", password: *** }"#);
/// ```
#[derive(Clone, Copy)]
pub struct Hidden;

impl core::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("***")
    }
}

macro_rules! from_boxed {
    ($($variant:ident($inner:ty)),* $(,)?) => {$(
        impl From<$inner> for Error {
            fn from(error: $inner) -> Self {
                Self::$variant(Box::new(error))
            }
        }
    )*};
}

from_boxed! {
    Config(ConfigError),
    Invalid(InvalidRequest),
    Network(NetworkError),
    Timeout(TimeoutError),
    Api(ApiError),
    Decode(DecodeError),
    TooLarge(TooLargeError),
}

/// Whether an endpoint, by its method and path template, only reads.
fn is_read(endpoint: &str) -> bool {
    endpoint.starts_with("GET ")
}

/// "`a`, `b` or `c`".
pub(crate) fn quoted_list(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [head @ .., last] => {
            let head: Vec<String> = head.iter().map(|word| format!("`{word}`")).collect();
            format!("{} or `{last}`", head.join(", "))
        }
    }
}
