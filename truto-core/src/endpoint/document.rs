//! The JSON form of a request: read from a document, and written as one.

use serde::de::Error as _;
use serde::{Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::contract::Contract;
use crate::contract::common::Common;
use crate::endpoint::Endpoint;
use crate::endpoint::call::with_view;
use crate::error::{Error, Failure, InvalidRequest};
use crate::request::decode::RequestReader;
use crate::request::decode::strict::{Numbers, document};
use crate::util::json::{has_wide_integer, kind_of};

/// Serializes a request: path, query and header fields at top level, body fields where the body has them.
///
/// # Errors
/// The errors of `serializer` and of the fields' own `Serialize`, and two fields of one name with different values: the document
/// has one place for both.
pub fn serialize_request<E: Endpoint, S: Serializer>(request: &E, serializer: S) -> Result<S::Ok, S::Error> {
    with_view(request, &Common::default(), |view| view.document().serialize(serializer))
}

/// Deserializes what [`serialize_request`] writes. A common parameter is refused: [`Call`](crate::Call) keeps those.
///
/// # Errors
/// Every problem of the document, in one message.
pub fn deserialize_request<'de, E: Endpoint, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let document = document(E::CONTRACT, Numbers::MayBeRounded, deserializer)?;
    finish(RequestReader::new(E::CONTRACT, document)).map_err(|invalid| D::Error::custom(invalid.listed()))
}

/// Reads JSON text as one document, and `read`s a request from it.
pub(crate) fn parse<T>(
    contract: &Contract,
    json: &[u8],
    read: impl FnOnce(Map<String, Value>) -> Result<T, InvalidRequest>,
) -> Result<T, Error> {
    let mut reader = serde_json::Deserializer::from_slice(json);
    let numbers = if has_wide_integer(json) { Numbers::MayBeRounded } else { Numbers::AsWritten };
    // Nothing may follow the document.
    let document = document(contract, numbers, &mut reader).and_then(|document| reader.end().map(|()| document));
    let document = document
        .map_err(|error| InvalidRequest::new(contract.to_string(), vec![Failure::value("", error.to_string())]))?;
    Ok(read(document)?)
}

/// The members of a document, which has to be an object.
pub(crate) fn object(contract: &Contract, document: Value) -> Result<Map<String, Value>, InvalidRequest> {
    match document {
        Value::Object(object) => Ok(object),
        other => {
            let reason = format!("expected an object, found {}", kind_of(&other));
            Err(InvalidRequest::new(contract.to_string(), vec![Failure::value("", reason)]))
        }
    }
}

/// Decodes a request and checks its rules.
pub(crate) fn finish<E: Endpoint>(mut reader: RequestReader) -> Result<E, InvalidRequest> {
    // A document that cannot be decoded may break rules as well: both are reported.
    let broken = reader.rule_violations();
    let request = E::decode(&mut reader);
    let mut failures = reader.into_failures();
    failures.extend(broken);
    match request {
        Some(request) if failures.is_empty() => Ok(request),
        _ => Err(InvalidRequest::new(E::CONTRACT.to_string(), failures)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Field, Kind, Method};
    use crate::request::encode::field_ref::FieldRef;

    /// One name in the path and in the body, which the attribute does not let pass.
    struct Twice {
        id: String,
        other: Option<String>,
    }

    impl Endpoint for Twice {
        type Response = Value;
        type Scope = crate::scope::AccountScope;

        const CONTRACT: &'static Contract = &Contract::new(
            "Twice",
            Method::Post,
            "/things/{id}",
            &[Field::required("id", Kind::String).path(), Field::optional("other", Kind::String).renamed("id")],
        );

        fn field_ref(&self, index: usize) -> FieldRef<'_> {
            if index == 0 { FieldRef::required(&self.id) } else { FieldRef::optional(&self.other) }
        }

        fn decode(reader: &mut RequestReader) -> Option<Self> {
            Some(Self { id: reader.required(0)?, other: reader.optional(1)? })
        }
    }

    #[test]
    fn a_document_is_written_only_where_reading_it_gives_the_same_request() {
        let written = |other: Option<&str>| {
            let request = Twice { id: "1".to_owned(), other: other.map(str::to_owned) };
            serialize_request(&request, serde_json::value::Serializer)
        };
        let read = Twice::from_value(written(Some("1")).unwrap()).unwrap();
        assert_eq!((read.id.as_str(), read.other.as_deref()), ("1", Some("1")));
        for other in [None, Some("2")] {
            assert_eq!(written(other).unwrap_err().to_string(), "two fields named `id` differ");
        }
    }

    #[cfg(feature = "server")]
    #[test]
    fn what_was_received_has_each_field_in_its_place() {
        use crate::request::decode::received::{Received, ReceivedQuery};

        let (path, body) = (serde_json::json!({"id": "1"}), serde_json::json!({"id": "2"}));
        let query = ReceivedQuery::default();
        let received = Received::of_query(&query).path(path.as_object().unwrap());
        let read: Twice = received.body(body.as_object().unwrap()).read().unwrap();
        assert_eq!((read.id.as_str(), read.other.as_deref()), ("1", Some("2")));
        assert_eq!(received.read::<Twice>().unwrap().other, None);
        let refused = Received::of_query(&query).body(body.as_object().unwrap()).read::<Twice>();
        assert_eq!(refused.err().unwrap().failures()[0].to_string(), "`id` is missing");
    }
}
