//! A call before it is encoded: what the caller gave, without a type.
//!
//! Values are encoded as they are given, so that a call owns everything. What cannot be encoded is an error when the call is sent.

use core::fmt;
use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde_json::value::RawValue;

use crate::client::account::Handle;
use crate::contract::common::{ACCOUNT, Common, NEXT_CURSOR, REMOTE_DATA, RESPONSE_FORMAT};
use crate::contract::{Contract, Method};
use crate::error::{Error, Failure};
use crate::request::encode::RequestView;
use crate::request::encode::added::{Parameter, header};
#[cfg(feature = "saved")]
use crate::request::encode::content::Content;
use crate::request::encode::encoded::EncodedRequest;
use crate::request::encode::field_ref::FieldRef;
#[cfg(feature = "saved")]
use crate::request::encode::unaddressed::UnaddressedRequest;
use crate::util::encode::Encode;

#[derive(Clone)]
pub(super) struct Draft {
    pub(super) account: Handle,
    contract: &'static Contract,
    /// The values of the placeholders, in the order of the contract's fields.
    names: Arc<[String]>,
    pub(super) common: Common,
    parameters: Vec<Parameter>,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Option<Bytes>,
    pub(super) failures: Vec<Failure>,
}

impl Draft {
    pub(super) fn new(account: Handle, contract: &'static Contract, names: Vec<String>) -> Self {
        Self {
            account,
            contract,
            names: names.into(),
            common: Common::default(),
            parameters: Vec::new(),
            headers: Vec::new(),
            body: None,
            failures: Vec::new(),
        }
    }

    /// Adds a query parameter, unless its value is left out.
    pub(super) fn add_parameter(&mut self, name: String, value: &dyn Encode) {
        match Parameter::new(name, value) {
            Ok(parameter) => self.parameters.extend(parameter),
            Err(failure) => self.failures.push(failure),
        }
    }

    /// Adds a header, which can be given only once.
    pub(super) fn add_header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, _)) if self.headers.iter().any(|(known, _)| *known == name) => {
                self.failures.push(Failure::value(name.as_str(), "the header is given twice"));
            }
            Ok(header) => self.headers.push(header),
            Err(failure) => self.failures.push(failure),
        }
    }

    /// Sets the body to any JSON.
    pub(super) fn set_body(&mut self, body: &dyn Encode) {
        if self.contract.method() == Method::Get {
            self.failures.push(Failure::value("", "a GET has no body: give its values with `.query(name, value)`"));
            return;
        }
        let mut text = Vec::new();
        match body.write_json(&mut text) {
            Ok(()) => self.body = Some(text.into()),
            Err(error) => self.failures.push(Failure::value("", error.to_string())),
        }
    }

    /// Sets the body to a record, which has to be an object.
    pub(super) fn set_record(&mut self, record: &dyn Encode) {
        self.set_body(record);
        if self.body.as_ref().is_some_and(|body| !body.starts_with(b"{")) {
            self.failures.push(Failure::value("", "the body is a record, so it has to be an object"));
        }
    }

    /// Encodes the request.
    pub(super) fn encode(&self) -> Result<EncodedRequest, Error> {
        self.with_view(|view| self.encode_view(view))
    }

    /// Encodes the request of a list, and its identity.
    pub(super) fn encode_list(&self) -> Result<(EncodedRequest, Vec<u8>), Error> {
        self.with_view(|view| {
            let parts = self.encode_view(view)?;
            let mut identity = view.identity().map_err(|failure| view.invalid(vec![failure]))?;
            let mut lines: Vec<_> = self.parameters.iter().collect();
            // The order of different names has no meaning. That of one name may have.
            lines.sort_by(|one, other| one.name.cmp(&other.name));
            identity.extend(lines.iter().flat_map(|parameter| &parameter.identity));
            Ok((parts, identity))
        })
    }

    fn with_view<T>(&self, run: impl FnOnce(&RequestView<'_>) -> T) -> T {
        run(&RequestView {
            contract: self.contract,
            names: Some(&self.names),
            entity: None,
            value_at: &|index| self.names.get(index).map_or(FieldRef::Absent, FieldRef::required),
            common: &self.common,
        })
    }

    /// Encodes the request without its account.
    #[cfg(feature = "saved")]
    pub(super) fn encode_unaddressed(&self) -> Result<UnaddressedRequest, Error> {
        self.with_view(|view| {
            let body = self.checked_body(view)?;
            let mut request = view.encode_unaddressed()?;
            request.add_parameters(&self.parameters);
            request.headers.extend(self.headers.iter().cloned());
            request.content = body.map_or(Content::None, Content::Json);
            Ok(request)
        })
    }

    fn encode_view(&self, view: &RequestView<'_>) -> Result<EncodedRequest, Error> {
        let body = self.checked_body(view)?;
        let Handle { caller, provider, .. } = &self.account;
        let mut parts = view.encode(caller.account.as_deref(), *provider, caller.engine.random)?;
        parts.add_parameters(&self.parameters);
        parts.headers.extend(self.headers.iter().cloned());
        parts.body = body;
        Ok(parts)
    }

    /// The body, if nothing that was given has to be refused.
    fn checked_body(&self, view: &RequestView<'_>) -> Result<Option<Bytes>, Error> {
        let mut failures = self.failures.clone();
        failures.extend(self.parameters.iter().filter_map(|parameter| self.conflict(parameter)));
        let body = self.whole_body().unwrap_or_else(|failure| {
            failures.push(failure);
            None
        });
        if failures.is_empty() { Ok(body) } else { Err(view.invalid(failures).into()) }
    }

    /// Why a parameter cannot be sent beside what the client sends itself.
    fn conflict(&self, parameter: &Parameter) -> Option<Failure> {
        let reason = match parameter.root() {
            ACCOUNT => "it comes from the account, and would be sent twice",
            RESPONSE_FORMAT if !self.contract.is_verbatim() => {
                "it comes from the method that is called: `.send().raw()`, `.normalized()` or `.stream()`"
            }
            NEXT_CURSOR if self.contract.is_paginated() => {
                "each page has its own: write `.next_cursor(cursor)` to start with another page than the first"
            }
            root if self.common.sets_query(root) => "it is set by its own method too, and would be sent twice",
            _ => return None,
        };
        Some(Failure::value(&*parameter.name, reason))
    }

    /// The body with `remote_data`.
    fn whole_body(&self) -> Result<Option<Bytes>, Failure> {
        let Some(data) = &self.common.remote_data else { return Ok(self.body.clone()) };
        let refuse = |reason: &str| Failure::value(REMOTE_DATA, reason);
        let Some(body) = &self.body else { return Err(refuse("the call has no body that could hold it")) };
        let members: BTreeMap<String, &RawValue> =
            serde_json::from_slice(body).map_err(|_| refuse("the body is not an object, so it cannot hold it"))?;
        if members.contains_key(REMOTE_DATA) {
            return Err(refuse("it is in the body and set by its own method, and would be sent twice"));
        }
        let comma = if members.is_empty() { "" } else { "," };
        let body = body.trim_ascii_end();
        let open = body.strip_suffix(b"}").unwrap_or(body);
        Ok(Some([open, format!("{comma}\"{REMOTE_DATA}\":{data}}}").as_bytes()].concat().into()))
    }
}

impl fmt::Debug for Draft {
    /// Names of parameters and headers, and no values: they may hold a customer's data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("endpoint", &format_args!("{}", self.contract))
            .field("account", &self.account.id())
            .field("names", &self.names)
            .field("query", &self.parameters.iter().map(|parameter| &parameter.name).collect::<Vec<_>>())
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("common", &self.common)
            .finish_non_exhaustive()
    }
}
