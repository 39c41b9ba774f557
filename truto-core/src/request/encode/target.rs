//! The request target: path, query, and the cursor that is added to the query for each page.

use serde_json::Value;

use crate::contract::common::{ACCOUNT, BODY_PASSTHROUGH, EXCLUDE_FIELDS, IGNORE_REMOTE_DATA, REMOTE_QUERY};
use crate::contract::{BodyForm, Place, Scope, Style, template};
use crate::error::Failure;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::query::{Query, nothing_is_dropped};
use crate::request::encode::{RequestView, path, to_text, value_failure, without_file};
use crate::util::encode::Encode;
use crate::util::visit::deserialize_object;

impl RequestView<'_> {
    /// The path with its query, and the length of both up to the account's id. 0 without an account.
    pub(super) fn path_and_query(&self, account: Option<&str>) -> Result<(String, usize), Failure> {
        let mut query = Query::appending_to(self.path()? + "?");
        let mut behind_account = 0;
        if let Some(account) = account {
            query.verbatim(ACCOUNT, account);
            behind_account = query.len();
        }
        self.write_common(&mut query);
        for (field, value) in self.fields_where(|field| field.place() == Place::Query && !self.is_cursor(field)) {
            let Some(tree) = without_file(field, value)? else { continue };
            let object = if let FieldRef::Value(object) = value { Some(object) } else { None };
            let written = parameter(&mut query, field.wire_name(), &tree, object, field.query_style());
            written.map_err(|reason| value_failure(field, reason))?;
        }
        for (name, value) in &self.common.remote_query {
            let refuse = |reason| Failure::value(format!("{REMOTE_QUERY}[{name}]"), reason);
            nothing_is_dropped(value).map_err(refuse)?;
            query.member(REMOTE_QUERY, name, value, Style::Brackets).map_err(refuse)?;
        }
        Ok((query.finish_or_none(), behind_account))
    }

    fn path(&self) -> Result<String, Failure> {
        // Most requests fit: a few dozen bytes each for path, account and parameters.
        let mut path = String::with_capacity(192);
        template::fill(self.contract.path(), &mut path, |name, out| {
            // Without a value the path would be that of another endpoint.
            let Some((field, value)) = self.fields_in(Place::Path).find(|(field, _)| field.name() == name) else {
                return Err(Failure::value(name, "no field of the request fills this placeholder of the path"));
            };
            let text = to_text(field, value, "the path value is not a plain value")?.unwrap_or_default();
            let written = if field.spans_segments() {
                path::push_segments(out, &text)
            } else {
                path::push_segment(out, &text, field.encodes_slash())
            };
            written.map_err(|reason| value_failure(field, format!("the path value {reason}")))
        })?;
        Ok(path)
    }

    /// Writes the common parameters that are one value each, except the cursor.
    fn write_common(&self, query: &mut Query) {
        if let Some(ignore) = self.common.ignore_remote_data {
            query.text(IGNORE_REMOTE_DATA, if ignore { "true" } else { "false" });
        }
        for name in &self.common.exclude_fields {
            query.item(EXCLUDE_FIELDS, name);
        }
        let is_unified = self.contract.scope() == Scope::Account;
        if is_unified
            && self.contract.body() == BodyForm::Raw
            && !self.contract.replaces(Place::Query, BODY_PASSTHROUGH)
        {
            query.text(BODY_PASSTHROUGH, "true");
        }
        if self.contract.is_paginated() {
            self.common.list_parameters().for_each(|(name, value)| query.text(name, &value));
        }
    }

    /// The cursor to begin with: a field of the endpoint, or a common parameter.
    pub(super) fn cursor(&self) -> Result<Option<String>, Failure> {
        if !self.contract.is_paginated() {
            return Ok(None);
        }
        for (field, value) in self.fields_where(|field| field.place() == Place::Query && self.is_cursor(field)) {
            if let Some(cursor) = to_text(field, value, "a cursor is one value")?.filter(|cursor| !cursor.is_empty()) {
                return Ok(Some(cursor));
            }
        }
        Ok(self.common.next_cursor.clone().filter(|cursor| !cursor.is_empty()))
    }
}

/// Adds a value under `name`. `tree` is the value as a tree, and `object` the value itself, if it may be an object.
///
/// # Errors
/// Why the query cannot hold the value.
pub(super) fn parameter(
    query: &mut Query,
    name: &str,
    tree: &Value,
    object: Option<&dyn Encode>,
    style: Style,
) -> Result<(), String> {
    nothing_is_dropped(tree)?;
    match (tree, object) {
        (Value::Object(members), Some(object)) if members.len() > 1 => {
            let Members(members) = in_order(object).map_err(|error| error.to_string())?;
            members.iter().try_for_each(|(member, value)| query.member(name, member, value, style))
        }
        _ => query.value(name, tree, style),
    }
}

/// The members of an object in the order in which it writes them. A tree would sort them, and `sort_by` has an order.
struct Members(Vec<(String, Value)>);

deserialize_object!(Members, "an object", |members| {
    let mut all = Vec::new();
    while let Some(member) = members.next_entry()? {
        all.push(member);
    }
    Ok(Members(all))
});

fn in_order(object: &dyn Encode) -> Result<Members, serde_json::Error> {
    let mut text = Vec::new();
    object.write_json(&mut text)?;
    serde_json::from_slice(&text)
}
