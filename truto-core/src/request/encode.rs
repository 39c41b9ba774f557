//! A request as the engine sees it: method, path with query, headers, body. No type of the caller's is left in it.

pub(crate) mod multipart;
pub(crate) mod path;
pub(crate) mod query;
pub(crate) mod secret;
pub(crate) mod slot;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde::Deserializer as _;
use serde::de::{MapAccess, Visitor};
use serde_json::Value;

use crate::contract::common::{
    BODY_PASSTHROUGH, Common, EXCLUDE_FIELDS, IGNORE_REMOTE_DATA, NEXT_CURSOR, REMOTE_DATA, REMOTE_QUERY,
};
use crate::contract::rules;
use crate::contract::{BodyForm, Contract, Field, Place, Style};
use crate::error::{Error, Failure, InvalidRequest};
use crate::policy::attempt::Attempt;
use crate::policy::outcome::Repeat;
use crate::redact::Redactor;
use crate::request::encode::multipart::Multipart;
use crate::request::encode::query::{Query, nothing_is_dropped};
use crate::request::encode::slot::Slot;
use crate::types::file::File;
use crate::util::encode::Encode;
use crate::util::encoder::Encoder;
use crate::util::plain_text::plain_text;
use crate::util::random::Random;

/// What the body of the answer shall be (`truto_response_format`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Unified,
    Normalized,
    Raw,
    Stream,
}

impl Format {
    /// The parameter, as it stands behind another one; the server's default is not spelt out.
    fn parameter(self) -> Option<&'static str> {
        match self {
            Self::Unified => None,
            Self::Normalized => Some("&truto_response_format=normalized"),
            Self::Raw => Some("&truto_response_format=raw"),
            Self::Stream => Some("&truto_response_format=stream"),
        }
    }
}

/// A request, ready to be sent any number of times.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) contract: &'static Contract,
    pub(crate) path_and_query: String,
    /// Where the format goes into it, which is chosen later than the rest.
    pub(crate) behind_account: usize,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Bytes>,
    /// What the body is, where it is not JSON.
    pub(crate) content_type: Option<HeaderValue>,
    /// The values of secret fields, which no error may show.
    pub(crate) secrets: Vec<String>,
    /// The page of a list that is asked for, where it is not the first. `path_and_query` does not hold it.
    pub(crate) cursor: Option<String>,
}

impl Parts {
    /// The same request with its cursor in the query.
    pub(crate) fn with_cursor(mut self) -> Self {
        if let Some(cursor) = self.cursor.take() {
            let mut query = Query::further(self.path_and_query);
            query.text(NEXT_CURSOR, &cursor);
            self.path_and_query = query.finish();
        }
        self
    }

    /// The same request for an answer in this format.
    pub(crate) fn in_format(mut self, format: Format) -> Self {
        if let Some(format) = format.parameter() {
            self.path_and_query.insert_str(self.behind_account, format);
        }
        self
    }

    /// The same request for the page of this cursor.
    pub(crate) fn at(&self, cursor: Option<&str>) -> Self {
        Self { cursor: cursor.map(str::to_owned), ..self.clone() }.with_cursor()
    }

    /// This read before it is sent, for errors of a listing that no answer caused.
    pub(crate) fn before_first_attempt(&self) -> Attempt {
        Attempt { contract: self.contract, number: 0, repeat: Repeat::Read }
    }
}

/// A request before it is encoded: the contract, and the values behind it.
pub(crate) struct Source<'a> {
    pub(crate) contract: &'static Contract,
    pub(crate) entity: Option<usize>,
    pub(crate) slot: &'a dyn Fn(usize) -> Slot<'a>,
    pub(crate) common: &'a Common,
}

impl<'a> Source<'a> {
    /// Checks the rules and encodes the request.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every rule that is broken and every parameter that is there twice, or with the first value that cannot be encoded.
    pub(crate) fn encode(&self, account: &str, provider: Option<&str>, random: Random) -> Result<Parts, Error> {
        let mut violations = rules::violations(self.contract, self.entity, |index| !(self.slot)(index).is_absent());
        violations.extend(rules::unsupported(self.contract, self.entity, provider));
        violations.extend(self.common.conflicts(self.contract));
        if !violations.is_empty() {
            return Err(self.invalid(violations).into());
        }
        self.parts(account, random).map_err(|failure| self.invalid(vec![failure]).into())
    }

    /// The members of the body as JSON, files included.
    ///
    /// # Errors
    /// Every field, wherever it travels, that cannot be encoded.
    #[cfg(feature = "server")]
    pub(crate) fn body_as_json(&self) -> Result<serde_json::Map<String, Value>, InvalidRequest> {
        let fields = self.contract.fields().iter().enumerate();
        let failures: Vec<Failure> =
            fields.filter_map(|(index, field)| json(field, (self.slot)(index)).err()).collect();
        if !failures.is_empty() {
            return Err(self.invalid(failures));
        }
        Ok(self.tree(&[]))
    }

    #[cfg(feature = "server")]
    fn tree(&self, within: &'static [&'static str]) -> serde_json::Map<String, Value> {
        let members = self.members(within, |field| field.place() == Place::Body);
        let members = members.filter_map(|member| match member {
            Member::Leaf(field, slot) => Some((field.wire_name().to_owned(), json(field, slot).ok()??)),
            Member::Object(name, within) => Some((name.to_owned(), Value::Object(self.tree(within)))),
        });
        members.collect()
    }

    /// What cannot be sent, without any secret.
    pub(crate) fn invalid(&self, failures: Vec<Failure>) -> InvalidRequest {
        let mut failures = failures;
        let secrets = self.secrets();
        if !secrets.is_empty() {
            let redactor = Redactor::new(secrets.iter().map(String::as_str));
            failures = failures.into_iter().map(|failure| failure.cleaned(&redactor)).collect();
        }
        InvalidRequest::new(self.contract.to_string(), failures)
    }

    fn parts(&self, account: &str, random: Random) -> Result<Parts, Failure> {
        let (body, content_type) = match (self.contract.method().has_body(), self.contract.body()) {
            (false, _) => (None, None),
            (true, BodyForm::Json) => (Some(self.body()?.into()), None),
            (true, BodyForm::Raw) => self.raw_body()?,
            (true, BodyForm::Multipart) => self.multipart(random)?,
        };
        let (path_and_query, behind_account) = self.path_and_query(account)?;
        Ok(Parts {
            contract: self.contract,
            path_and_query,
            behind_account,
            headers: self.headers()?,
            body,
            content_type,
            secrets: self.secrets(),
            cursor: self.cursor()?,
        })
    }

    /// The cursor of the request, whether it is a field of the endpoint or a common parameter.
    fn cursor(&self) -> Result<Option<String>, Failure> {
        if !self.contract.is_paginated() {
            return Ok(None);
        }
        for (field, slot) in self.fields(Place::Query).filter(|(field, _)| is_cursor(field)) {
            let Some(value) = beside_the_body(field, slot)?.filter(|value| !value.is_null()) else { continue };
            if value.is_array() || value.is_object() {
                return Err(value_failure(field, "a cursor is one value".to_owned()));
            }
            return Ok(Some(plain_text(&value).into_owned()).filter(|cursor| !cursor.is_empty()));
        }
        Ok(self.common.next_cursor.clone().filter(|cursor| !cursor.is_empty()))
    }

    /// What this request asks for, whatever the account and the page, for a [`Checkpoint`](crate::Checkpoint): the same for the
    /// same values in every run and in every version. What has no order is sorted. Secret headers are left out, so that a new
    /// key of a provider's does not make another request of it.
    pub(crate) fn identity(&self) -> Result<Vec<u8>, Failure> {
        let mut identity = Vec::new();
        for (index, field) in self.contract.fields().iter().enumerate() {
            if self.contract.is_paginated() && is_cursor(field) || field.is_secret() && field.place() == Place::Header {
                continue;
            }
            let before = identity.len();
            identity.extend_from_slice(format!("{:?} {:?}: ", field.place(), field.json_path()).as_bytes());
            let written = match (self.slot)(index) {
                Slot::Absent | Slot::File(_) | Slot::Files(_) => false,
                Slot::Null => {
                    identity.extend_from_slice(b"null");
                    true
                }
                Slot::Value(value) => {
                    let written = value.encode(Encoder::identity(&mut identity));
                    written.map_err(|error| unencodable(field, &error))?
                }
            };
            if written {
                identity.push(b'\n');
            } else {
                identity.truncate(before);
            }
        }
        self.common.identity(&mut identity);
        Ok(identity)
    }

    fn fields(&self, place: Place) -> impl Iterator<Item = (&'static Field, Slot<'a>)> + '_ {
        let fields = self.contract.fields().iter().enumerate();
        fields.filter(move |(_, field)| field.place() == place).map(|(index, field)| (field, (self.slot)(index)))
    }

    /// The path with its query, and how much of it ends with the account.
    fn path_and_query(&self, account: &str) -> Result<(String, usize), Failure> {
        // Most requests fit: a few dozen bytes each for path, account and parameters.
        let mut path = String::with_capacity(192);
        path::fill(self.contract.path(), &mut path, |name, out| {
            // Without a value the path would be that of another endpoint.
            let Some((field, slot)) = self.fields(Place::Path).find(|(field, _)| field.name() == name) else {
                return Err(Failure::value(name, "no field of the request fills this placeholder of the path"));
            };
            let value = beside_the_body(field, slot)?;
            let text = value.as_ref().map(plain_text).unwrap_or_default();
            let refused = match &value {
                Some(Value::Array(_) | Value::Object(_)) => Err("is not a plain value"),
                _ => path::push_segment(out, &text, field.encodes_slash()),
            };
            refused.map_err(|reason| value_failure(field, format!("the path value {reason}")))
        })?;
        let mut query = Query::after(path);
        query.verbatim("integrated_account_id", account);
        let behind_account = query.len();
        if let Some(ignore) = self.common.ignore_remote_data {
            query.text(IGNORE_REMOTE_DATA, if ignore { "true" } else { "false" });
        }
        for name in &self.common.exclude_fields {
            query.item(EXCLUDE_FIELDS, name);
        }
        if self.contract.body() == BodyForm::Raw && !self.contract.replaces(Place::Query, BODY_PASSTHROUGH) {
            query.text(BODY_PASSTHROUGH, "true");
        }
        if self.contract.is_paginated() {
            self.common.list_parameters().for_each(|(name, value)| query.text(name, &value));
        }
        let is_cursor = |field: &Field| self.contract.is_paginated() && is_cursor(field);
        for (field, slot) in self.fields(Place::Query).filter(|(field, _)| !is_cursor(field)) {
            let Some(value) = beside_the_body(field, slot)? else { continue };
            nothing_is_dropped(&value).map_err(|reason| value_failure(field, reason))?;
            let spelt = match (&value, slot) {
                (Value::Object(members), Slot::Value(object)) if members.len() > 1 => {
                    let members = in_order(object).map_err(|error| unencodable(field, &error))?;
                    let style = field.query_style();
                    members.iter().try_for_each(|(name, value)| query.member(field.wire_name(), name, value, style))
                }
                _ => query.value(field.wire_name(), &value, field.query_style()),
            };
            spelt.map_err(|reason| value_failure(field, reason))?;
        }
        for (name, value) in &self.common.remote_query {
            let refuse = |reason| Failure::value(format!("{REMOTE_QUERY}[{name}]"), reason);
            nothing_is_dropped(value).map_err(refuse)?;
            query.member(REMOTE_QUERY, name, value, Style::Brackets).map_err(refuse)?;
        }
        Ok((query.finish(), behind_account))
    }

    fn headers(&self) -> Result<Vec<(HeaderName, HeaderValue)>, Failure> {
        let mut headers = Vec::new();
        for (field, slot) in self.fields(Place::Header) {
            let Some(value) = beside_the_body(field, slot)? else { continue };
            let refuse = |reason: &str| value_failure(field, reason.to_owned());
            if matches!(value, Value::Array(_) | Value::Object(_)) {
                return Err(refuse("a header takes a plain value"));
            }
            let name = HeaderName::from_bytes(field.wire_name().as_bytes())
                .map_err(|_| refuse("the header's name is not a valid one"))?;
            let text = plain_text(&value);
            if text.trim_ascii() != text {
                // A reader takes it away (RFC 9112 section 5.1).
                return Err(refuse("the value begins or ends with white space, which a header loses on the way"));
            }
            let mut value = HeaderValue::from_str(&text)
                .map_err(|_| refuse("the value holds a character that no header may hold"))?;
            value.set_sensitive(field.is_secret());
            headers.push((name, value));
        }
        Ok(headers)
    }

    fn secrets(&self) -> Vec<String> {
        let fields = self.contract.fields().iter().enumerate().filter(|(_, field)| field.is_secret());
        let mut secrets = Vec::new();
        for (index, field) in fields {
            let slot = (self.slot)(index);
            secrets.extend(slot.files().iter().flat_map(File::secrets));
            let mut sent = Vec::new();
            if let Slot::Value(value) = slot
                && value.encode(Encoder::field(&mut sent)).is_ok_and(|written| written)
                && let Ok(sent) = String::from_utf8(sent)
            {
                // A number that is rounded here stands in the text, whose members are as they are sent.
                secrets.extend(serde_json::from_str(&sent).iter().flat_map(|tree| secret::texts(field, tree)));
                secrets.push(sent);
            }
        }
        secrets
    }

    /// The bytes of the one file that is the body.
    fn raw_body(&self) -> Result<(Option<Bytes>, Option<HeaderValue>), Failure> {
        let mut files = self.fields(Place::Body).filter_map(|(field, slot)| Some((field, slot.files().first()?)));
        let Some((field, file)) = files.next() else {
            return Err(Failure::value("", "the body is one file, and there is none"));
        };
        let content_type = file.content_type_header().map_err(|reason| value_failure(field, reason.to_owned()))?;
        Ok((Some(file.bytes().clone()), Some(content_type)))
    }

    /// A part for each field of the body, and one for `remote_data`.
    fn multipart(&self, random: Random) -> Result<(Option<Bytes>, Option<HeaderValue>), Failure> {
        let files = self.fields(Place::Body).flat_map(|(_, slot)| slot.files());
        let length: usize = files.map(|file| file.bytes().len()).sum();
        let mut parts = Multipart::new(random, length).map_err(|reason| Failure::value("", reason))?;
        for (field, slot) in self.fields(Place::Body) {
            let name = field.wire_name();
            let refused = match slot {
                Slot::File(_) | Slot::Files(_) => slot.files().iter().try_for_each(|file| parts.file(name, file)),
                slot => {
                    if let Some(value) = json(field, slot)? {
                        parts.value(name, &value);
                    }
                    Ok(())
                }
            };
            refused.map_err(|reason| value_failure(field, reason.to_owned()))?;
        }
        if let Some(data) = &self.common.remote_data {
            parts.value(REMOTE_DATA, data);
        }
        let (body, content_type) = parts.finish();
        Ok((Some(body), Some(content_type)))
    }

    fn body(&self) -> Result<Vec<u8>, Failure> {
        let mut out = Vec::with_capacity(256);
        self.object(&mut out, &[])?;
        Ok(out)
    }

    /// Writes the object that stands within these outer ones.
    fn object(&self, out: &mut Vec<u8>, within: &'static [&'static str]) -> Result<(), Failure> {
        let mut object = ObjectWriter::start(out);
        for member in self.members(within, |field| field.place() == Place::Body) {
            match member {
                Member::Leaf(field, slot) => write_slot(&mut object, field, slot)?,
                Member::Object(name, path) => {
                    object.key(name);
                    self.object(object.out, path)?;
                }
            }
        }
        if let ([], Some(data)) = (within, &self.common.remote_data) {
            object.key(REMOTE_DATA);
            let written = serde_json::to_writer(&mut *object.out, data);
            written.map_err(|error| Failure::value(REMOTE_DATA, error.to_string()))?;
        }
        object.end();
        Ok(())
    }

    /// Whether another field, which one document could not tell from this one, is not set.
    pub(crate) fn has_unset_twin(&self, field: &Field) -> bool {
        let is_twin = |other: &Field| {
            other.wire_name() == field.wire_name() && other.objects() == field.objects() && other.name() != field.name()
        };
        let fields = self.contract.fields().iter().enumerate();
        fields.into_iter().any(|(index, other)| is_twin(other) && (self.slot)(index).is_absent())
    }

    /// What the object within these outer ones holds, of the fields that `of` accepts: fields, and further objects where
    /// the first of their fields is declared. An object that would be empty is left out.
    pub(crate) fn members<'s>(
        &'s self,
        within: &'static [&'static str],
        of: impl Fn(&Field) -> bool + Copy + 's,
    ) -> impl Iterator<Item = Member<'a>> + 's {
        let fields = self.contract.fields();
        let inside = move |path: &'static [&'static str]| {
            fields.iter().enumerate().filter(move |(_, field)| of(field) && field.objects().starts_with(path))
        };
        fields.iter().enumerate().filter(move |(_, field)| of(field)).filter_map(move |(index, field)| {
            let rest = field.objects().strip_prefix(within)?;
            let Some(name) = rest.first() else {
                let slot = (self.slot)(index);
                return (!slot.is_absent()).then_some(Member::Leaf(field, slot));
            };
            let path = &field.objects()[..=within.len()];
            let is_first = inside(path).next().is_some_and(|(first, _)| first == index);
            let holds_something = inside(path).any(|(index, _)| !(self.slot)(index).is_absent());
            (is_first && holds_something).then_some(Member::Object(name, path))
        })
    }
}

/// One member of an object of the request.
pub(crate) enum Member<'a> {
    /// A field with a value.
    Leaf(&'static Field, Slot<'a>),
    /// A nested object: its name, and the path to its members.
    Object(&'static str, &'static [&'static str]),
}

fn write_slot(object: &mut ObjectWriter<'_>, field: &Field, slot: Slot<'_>) -> Result<(), Failure> {
    match slot {
        Slot::Absent => Ok(()),
        Slot::Null => {
            object.key(field.wire_name());
            object.out.extend_from_slice(b"null");
            Ok(())
        }
        Slot::Value(value) => object.member(field.wire_name(), value).map_err(|error| unencodable(field, &error)),
        Slot::File(_) | Slot::Files(_) if slot.is_absent() => Ok(()),
        Slot::File(_) | Slot::Files(_) => Err(value_failure(field, NO_FILE.to_owned())),
    }
}

const NO_FILE: &str =
    "a file travels in a raw or in a multipart body only: write `body = raw` or `body = multipart` in the attribute";

/// The value of a slot that travels beside the body, which is no place for a file.
fn beside_the_body(field: &Field, slot: Slot<'_>) -> Result<Option<Value>, Failure> {
    match slot {
        Slot::File(_) | Slot::Files([_, ..]) => Err(value_failure(field, NO_FILE.to_owned())),
        slot => json(field, slot),
    }
}

/// The value of a slot as a JSON tree.
pub(crate) fn json(field: &Field, slot: Slot<'_>) -> Result<Option<Value>, Failure> {
    match slot {
        Slot::Absent | Slot::Files([]) => Ok(None),
        Slot::Null => Ok(Some(Value::Null)),
        Slot::File(file) => Ok(Some(file.to_json())),
        Slot::Files(files) => Ok(Some(files.iter().map(File::to_json).collect())),
        Slot::Value(value) => value.field_to_json().map_err(|error| unencodable(field, &error)),
    }
}

/// The members of an object as it writes them: a tree sorts them, and an order of fields is no set.
fn in_order(object: &dyn Encode) -> Result<Vec<(String, Value)>, serde_json::Error> {
    struct Members;

    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, Value)>;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut all = Vec::new();
            while let Some(member) = members.next_entry()? {
                all.push(member);
            }
            Ok(all)
        }
    }

    let mut text = Vec::new();
    object.write_json(&mut text)?;
    serde_json::Deserializer::from_slice(&text).deserialize_map(Members)
}

fn is_cursor(field: &Field) -> bool {
    field.wire_name() == NEXT_CURSOR
}

/// What a type says of a value that it cannot write repeats the value.
fn unencodable(field: &Field, error: &serde_json::Error) -> Failure {
    let hidden = || "the value of this secret field cannot be encoded".to_owned();
    value_failure(field, if field.is_secret() { hidden() } else { error.to_string() })
}

fn value_failure(field: &Field, reason: String) -> Failure {
    Failure::value(field.json_path(), reason)
}

/// Writes one JSON object, member by member.
struct ObjectWriter<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl<'a> ObjectWriter<'a> {
    fn start(out: &'a mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, first: true }
    }

    /// Writes a member, unless its value is left out.
    fn member(&mut self, key: &str, value: &dyn Encode) -> Result<(), serde_json::Error> {
        let (before, first) = (self.out.len(), self.first);
        self.key(key);
        if !value.encode(Encoder::field(self.out))? {
            self.out.truncate(before);
            self.first = first;
        }
        Ok(())
    }

    fn key(&mut self, key: &str) {
        if !core::mem::take(&mut self.first) {
            self.out.push(b',');
        }
        // Writing a string to memory cannot fail; the wire name may hold anything, so it is escaped.
        let _ = serde_json::to_writer(&mut *self.out, key);
        self.out.push(b':');
    }

    fn end(self) {
        self.out.push(b'}');
    }
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
        let source = Source { contract: &CONTRACT, entity: None, slot: &|_| Slot::required(&id), common: &common };
        let Err(Error::Invalid(invalid)) = source.encode("1", None, getrandom::fill) else {
            panic!("it would ask for `/things/7/`")
        };
        assert_eq!(invalid.failures()[0].path(), "type");
        assert!(invalid.to_string().contains("no field of the request fills"), "{invalid}");
    }
}
