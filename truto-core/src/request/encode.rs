//! A request on its way out: the contract says where each value goes, and each module writes one kind of place.

pub(crate) mod added;
#[cfg(feature = "server")]
mod body_tree;
pub(crate) mod content;
pub(crate) mod document;
pub(crate) mod encoded;
pub(crate) mod field_ref;
mod identity;
mod json;
pub(crate) mod multipart;
pub(crate) mod path;
mod query;
mod query_json;
mod secret;
mod target;
#[cfg(feature = "saved")]
pub(crate) mod unaddressed;

use std::sync::Arc;

use http::{HeaderName, HeaderValue};
use serde_json::Value;

use crate::contract::common::{Common, NEXT_CURSOR, REMOTE_DATA};
use crate::contract::rules;
use crate::contract::{BodyForm, Contract, Field, Place};
use crate::error::{Error, Failure, InvalidRequest};
use crate::redact::Redactor;
use crate::request::encode::content::Content;
use crate::request::encode::encoded::EncodedRequest;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::multipart::{Part, PartValue};
use crate::types::file::File;
use crate::util::plain_text::plain_text;
use crate::util::random::Random;

/// A request without its type: the contract, and its values by index.
///
/// The encoder is compiled once and not for each endpoint, so it reaches the values through a `dyn Fn`.
pub(crate) struct RequestView<'a> {
    pub(crate) contract: &'static Contract,
    /// What a dynamic call gives for the placeholders, for its errors.
    pub(crate) names: Option<&'a Arc<[String]>>,
    pub(crate) entity: Option<usize>,
    pub(crate) value_at: &'a dyn Fn(usize) -> FieldRef<'a>,
    pub(crate) common: &'a Common,
}

impl<'a> RequestView<'a> {
    /// Checks the rules and encodes the request.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every broken rule and every parameter that is given twice, or with the first value that cannot be
    /// encoded.
    pub(crate) fn encode(
        &self,
        account: Option<&str>,
        provider: Option<&str>,
        random: Random,
    ) -> Result<EncodedRequest, Error> {
        self.check(provider)?;
        self.encode_parts(account, random).map_err(|failure| self.invalid(vec![failure]).into())
    }

    /// Checks the rules: those of the entity, of the provider if it is known, and of the common parameters.
    fn check(&self, provider: Option<&str>) -> Result<(), Error> {
        let mut failures = self.rule_violations();
        failures.extend(rules::unsupported(self.contract, self.entity, provider));
        failures.extend(self.common.conflicts(self.contract));
        if failures.is_empty() { Ok(()) } else { Err(self.invalid(failures).into()) }
    }

    /// The entity rules that the request breaks.
    pub(crate) fn rule_violations(&self) -> Vec<Failure> {
        rules::violations(self.contract, self.entity, |index| !(self.value_at)(index).is_absent())
    }

    /// The error for these failures, without the values of secret fields.
    pub(crate) fn invalid(&self, mut failures: Vec<Failure>) -> InvalidRequest {
        let secrets = self.secrets();
        if !secrets.is_empty() {
            let redactor = Redactor::new(secrets.iter().map(String::as_str));
            failures = failures.into_iter().map(|failure| failure.cleaned(&redactor)).collect();
        }
        InvalidRequest::new(self.contract.named(self.names.map(|names| &**names)), failures)
    }

    fn encode_parts(&self, account: Option<&str>, random: Random) -> Result<EncodedRequest, Failure> {
        let (body, content_type) = self.content()?.encode(|boundary| {
            random(boundary).map_err(|error| format!("no random bits for the boundary of the parts: {error}"))
        })?;
        let (path_and_query, behind_account) = self.path_and_query(account)?;
        Ok(EncodedRequest {
            contract: self.contract,
            names: self.names.cloned(),
            path_and_query,
            behind_account,
            headers: self.headers()?,
            body,
            content_type,
            secrets: self.secrets(),
            cursor: self.cursor()?,
        })
    }

    /// The fields that `accepts` lets pass, with their values. Only those values are fetched.
    fn fields_where(&self, accepts: impl Fn(&Field) -> bool) -> impl Iterator<Item = (&'static Field, FieldRef<'a>)> {
        let fields = self.contract.fields().iter().enumerate().filter(move |(_, field)| accepts(field));
        fields.map(|(index, field)| (field, (self.value_at)(index)))
    }

    fn fields_in(&self, place: Place) -> impl Iterator<Item = (&'static Field, FieldRef<'a>)> {
        self.fields_where(move |field| field.place() == place)
    }

    /// Whether `field` is the cursor of a list, which is added for each page.
    fn is_cursor(&self, field: &Field) -> bool {
        self.contract.is_paginated() && field.wire_name() == NEXT_CURSOR
    }

    fn headers(&self) -> Result<Vec<(HeaderName, HeaderValue)>, Failure> {
        let mut headers = Vec::new();
        for (field, value) in self.fields_in(Place::Header) {
            let Some(text) = to_text(field, value, "a header takes one plain value")? else { continue };
            let (name, mut value) = header(field.wire_name(), &text).map_err(|reason| value_failure(field, reason))?;
            value.set_sensitive(field.is_secret());
            headers.push((name, value));
        }
        Ok(headers)
    }

    /// What the body is made of.
    fn content(&self) -> Result<Content, Failure> {
        match (self.contract.method().has_body(), self.contract.body()) {
            (false, _) => Ok(Content::None),
            (true, BodyForm::Json) => Ok(Content::Json(self.json_body()?.into())),
            (true, BodyForm::Raw) => self.raw_body().map(Content::File),
            (true, BodyForm::Multipart) => self.parts().map(Content::Parts),
        }
    }

    /// The file that is the body.
    fn raw_body(&self) -> Result<File, Failure> {
        let mut files = self.fields_in(Place::Body).filter_map(|(field, value)| Some((field, value.files().first()?)));
        let Some((field, file)) = files.next() else {
            return Err(Failure::value("", "the body is one file, and no file is set"));
        };
        checked(field, file).map(File::without_name)
    }

    /// A part for each field of the body, and one for `remote_data`.
    fn parts(&self) -> Result<Vec<Part>, Failure> {
        let mut parts = Vec::new();
        let mut add = |name: &str, value| parts.push(Part { name: name.to_owned(), value });
        for (field, value) in self.fields_in(Place::Body) {
            let name = field.wire_name();
            if let FieldRef::File(_) | FieldRef::Files(_) = value {
                for file in value.files() {
                    add(name, PartValue::File(checked(field, file)?.clone()));
                }
            } else if let Some(value) = to_json(field, value)? {
                add(name, PartValue::Json(value));
            }
        }
        if let Some(data) = &self.common.remote_data {
            add(REMOTE_DATA, PartValue::Json(data.clone()));
        }
        Ok(parts)
    }
}

/// The file of a field, if its content type can be sent.
fn checked<'a>(field: &Field, file: &'a File) -> Result<&'a File, Failure> {
    file.content_type_header().map_err(|reason| value_failure(field, reason))?;
    Ok(file)
}

/// A header of the request.
///
/// # Errors
/// Why there can be no such header.
pub(crate) fn header(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "the header's name is not valid")?;
    if text.trim_ascii() != text {
        // HTTP parsers trim it (RFC 9112 section 5.1).
        return Err("the value starts or ends with white space, which HTTP removes");
    }
    let value = HeaderValue::from_str(text).map_err(|_| "the value has a character that a header cannot hold")?;
    Ok((name, value))
}

const NO_FILE: &str =
    "a file travels in a raw or in a multipart body only: write `body = raw` or `body = multipart` in the attribute";

/// The value of a field outside of the body, where a file cannot travel.
fn without_file(field: &Field, value: FieldRef<'_>) -> Result<Option<Value>, Failure> {
    match value {
        FieldRef::File(_) | FieldRef::Files([_, ..]) => Err(value_failure(field, NO_FILE)),
        value => to_json(field, value),
    }
}

/// The text of a field whose place takes one plain value.
fn to_text(field: &Field, value: FieldRef<'_>, refusal: &str) -> Result<Option<String>, Failure> {
    match without_file(field, value)? {
        Some(Value::Array(_) | Value::Object(_)) => Err(value_failure(field, refusal)),
        Some(Value::String(text)) => Ok(Some(text)),
        plain => Ok(plain.map(|plain| plain_text(&plain).into_owned())),
    }
}

/// The value of a field as a JSON tree; `None` if the field is left out.
fn to_json(field: &Field, value: FieldRef<'_>) -> Result<Option<Value>, Failure> {
    match value {
        FieldRef::Absent | FieldRef::Files([]) => Ok(None),
        FieldRef::Null => Ok(Some(Value::Null)),
        FieldRef::File(file) => Ok(Some(file.to_json())),
        FieldRef::Files(files) => Ok(Some(files.iter().map(File::to_json).collect())),
        FieldRef::Value(value) => value.field_to_json().map_err(|error| unencodable(field, &error)),
    }
}

/// The error of a value that its type cannot write. The type's own message may repeat the value.
fn unencodable(field: &Field, error: &serde_json::Error) -> Failure {
    if field.is_secret() {
        return value_failure(field, "the value of this secret field cannot be encoded");
    }
    value_failure(field, error.to_string())
}

fn value_failure(field: &Field, reason: impl Into<String>) -> Failure {
    Failure::value(field.json_path(), reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Kind, Method};

    #[test]
    fn a_placeholder_that_no_field_fills_is_refused() {
        const FIELDS: &[Field] = &[Field::required("id", Kind::String).path()];
        const CONTRACT: Contract = Contract::new("Read", Method::Get, "/things/{id}/{type}", FIELDS);
        let id = "7".to_owned();
        let common = Common::default();
        let view = RequestView {
            contract: &CONTRACT,
            names: None,
            entity: None,
            value_at: &|_| FieldRef::required(&id),
            common: &common,
        };
        let Err(Error::Invalid(invalid)) = view.encode(Some("1"), None, getrandom::fill) else {
            panic!("it would ask for `/things/7/`")
        };
        assert_eq!(invalid.failures()[0].path(), "type");
        assert!(invalid.to_string().contains("no field of the request fills"), "{invalid}");
    }
}
