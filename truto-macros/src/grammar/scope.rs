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

/// What the attribute says about the scope.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum SaidScope {
    /// Nothing, so the path tells it.
    #[default]
    Unsaid,
    Said(Scope),
    /// Something that cannot be read, so nothing is reported as wrong for it.
    InDoubt,
}

impl SaidScope {
    pub(super) fn parse(key: &Key, sink: &mut Sink) -> Self {
        let scope = value::choice(key, Scope::WORDS, "scope", sink).and_then(Scope::named);
        scope.map_or(Self::InDoubt, Self::Said)
    }
}

impl Scope {
    /// The scope that a path tells. Only the data of an account needs an account.
    pub(crate) fn of_path(path: &str) -> Self {
        let is_of_an_account = truto_names::OF_ACCOUNTS.contains(&truto_names::first_segment(path));
        if is_of_an_account { Self::Account } else { Self::Client }
    }
}
