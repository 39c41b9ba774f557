//! What a call has beside its contract: parameters, headers and a body that no field describes.

use http::{HeaderName, HeaderValue};

use crate::contract::Style;
use crate::contract::common::push_line;
use crate::error::Failure;
use crate::request::encode::encoded::EncodedRequest;
use crate::request::encode::query::Query;
use crate::request::encode::target::parameter;
use crate::util::encode::Encode;

/// A query parameter as it is sent, and as a line of the identity of a listing.
#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// `name=value`, or several pairs for a list or an object.
    pub(crate) pairs: String,
    pub(crate) identity: Vec<u8>,
}

impl Parameter {
    /// Encodes a parameter. `None` if the value is left out.
    ///
    /// # Errors
    /// Why the value cannot be sent.
    pub(crate) fn new(name: String, value: &dyn Encode) -> Result<Option<Self>, Failure> {
        if name.is_empty() {
            return Err(Failure::value("", "a query parameter has no name"));
        }
        let refuse = |reason: String| Failure::value(&*name, reason);
        let Some(tree) = value.field_to_json().map_err(|error| refuse(error.to_string()))? else { return Ok(None) };
        let mut query = Query::appending_to("?".to_owned());
        parameter(&mut query, &name, &tree, Some(value), Style::Brackets).map_err(refuse)?;
        let mut identity = Vec::new();
        push_line(&mut identity, format_args!("query {name:?}"), value).map_err(|error| refuse(error.to_string()))?;
        Ok(Some(Self { pairs: query.finish().split_off(1), name, identity }))
    }

    /// The name up to its first bracket.
    pub(crate) fn root(&self) -> &str {
        self.name.split('[').next().unwrap_or_default()
    }
}

/// A header that the client does not set itself.
///
/// # Errors
/// Why there can be no such header.
pub(crate) fn header(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), Failure> {
    let refuse = |reason: &str| Failure::value(name, reason);
    if let Some(why) = truto_names::why_owned(name) {
        return Err(refuse(&format!("the header cannot be set by a call: {why}")));
    }
    let (name, mut value) = super::header(name, text).map_err(refuse)?;
    // It may be a key of the provider.
    value.set_sensitive(true);
    Ok((name, value))
}

impl EncodedRequest {
    /// Adds parameters to the end of the query, which is never empty: it has the account.
    pub(crate) fn add_parameters(&mut self, parameters: &[Parameter]) {
        for Parameter { pairs, .. } in parameters {
            self.path_and_query.push('&');
            self.path_and_query.push_str(pairs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_of_the_client_is_refused_in_any_spelling() {
        for name in ["Authorization", "HOST", "content-type", "Idempotency-Key", "connection"] {
            assert!(header(name, "x").unwrap_err().to_string().contains("cannot be set by a call"), "{name}");
        }
        for (name, value) in [("", "x"), ("a b", "x"), ("x-key", " x"), ("x-key", "a\nb")] {
            assert_eq!(header(name, value).unwrap_err().path(), name);
        }
        assert!(header("X-Key", "x").unwrap().1.is_sensitive());
    }
}
