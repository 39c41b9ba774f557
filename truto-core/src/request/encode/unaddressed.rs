//! A request that no account is chosen for: a saved call is made of it.

use http::{HeaderName, HeaderValue};

use crate::contract::{Contract, Support};
use crate::error::Error;
use crate::error::Failure;
use crate::request::encode::RequestView;
use crate::request::encode::added::Parameter;
use crate::request::encode::content::Content;

/// An encoded request without the account.
pub(crate) struct UnaddressedRequest {
    pub(crate) contract: &'static Contract,
    /// What errors call the endpoint.
    pub(crate) endpoint: String,
    pub(crate) path: String,
    /// Pairs, separated by `&`.
    pub(crate) query: String,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) content: Content,
    pub(crate) secrets: Vec<String>,
    pub(crate) cursor: Option<String>,
    /// The providers that support the request. `None` if the endpoint has no provider rules.
    pub(crate) providers: Option<Vec<&'static str>>,
}

impl RequestView<'_> {
    /// Checks the rules, except that of the account's provider, and encodes the request.
    ///
    /// # Errors
    /// Those of [`encode`](Self::encode).
    pub(crate) fn encode_unaddressed(&self) -> Result<UnaddressedRequest, Error> {
        self.check(None)?;
        self.unaddressed().map_err(|failure| self.invalid(vec![failure]).into())
    }

    fn unaddressed(&self) -> Result<UnaddressedRequest, Failure> {
        let content = self.content()?;
        let (mut path, _) = self.path_and_query(None)?;
        let query = match path.find('?') {
            Some(at) => {
                let query = path[at + 1..].to_owned();
                path.truncate(at);
                query
            }
            None => String::new(),
        };
        let supports = |support: &&Support| self.entity.is_none_or(|entity| support.includes(entity));
        let rules = self.contract.providers();
        Ok(UnaddressedRequest {
            contract: self.contract,
            endpoint: self.contract.named(self.names.map(|names| &**names)).to_string(),
            path,
            query,
            headers: self.headers()?,
            content,
            secrets: self.secrets(),
            cursor: self.cursor()?,
            providers: (!rules.is_empty()).then(|| rules.iter().filter(supports).map(Support::provider).collect()),
        })
    }
}

impl UnaddressedRequest {
    /// Adds parameters to the end of the query.
    pub(crate) fn add_parameters(&mut self, parameters: &[Parameter]) {
        for parameter in parameters {
            push_pairs(&mut self.query, &parameter.pairs);
        }
    }
}

/// Adds pairs to a query, which may be empty.
pub(crate) fn push_pairs(query: &mut String, pairs: &str) {
    if !query.is_empty() && !pairs.is_empty() {
        query.push('&');
    }
    query.push_str(pairs);
}
