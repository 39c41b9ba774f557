//! The scope of an endpoint: whether its requests are sent to an account or to the client.

use crate::diag::Sink;
use crate::grammar::key::Key;
use crate::grammar::value;
use crate::grammar::words::words;

words! {
    /// Whom an endpoint belongs to.
    Scope {
        Account = "account",
        Client = "client",
    }
}

impl Scope {
    pub(super) fn parse(key: &Key, sink: &mut Sink) -> Option<Self> {
        value::choice(key, Self::WORDS, "scope", sink).and_then(Self::named)
    }

    /// The scope that a path tells. Only the data of an account needs an account.
    pub(crate) fn of_path(path: &str) -> Self {
        match path.trim_start_matches('/').split('/').next() {
            Some("unified" | "proxy" | "custom") => Self::Account,
            _ => Self::Client,
        }
    }
}
