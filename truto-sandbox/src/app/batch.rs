//! `POST /batch-request`: calls of one account in one request, with an answer by resource.
//!
//! Each entry becomes a call as if it had come alone. An entry runs after those that it depends on, and reads their results
//! through placeholders such as `{{resources.crm.accounts.id}}`. A list is read to its last page. The whole batch counts as one
//! call for the limits.

mod entry;
mod placeholders;

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{Method, StatusCode};
use serde_json::{Map, Value, json};
use truto_core::server::Found;

use self::entry::{Entry, entries};
use self::placeholders::Context;
use super::call::{self, Claimed};
use super::learn;
use super::observe::wait;
use super::route::resolve_open;
use crate::answer::refusal::{Failure, Refusal};
use crate::answer::{Answer, Content};
use crate::api::query;
use crate::api::upload::members;
use crate::state::Shared;
use crate::state::accounts::{ACCOUNT, Account, is_uuid};

/// The largest number of pages of a list, in case the test's own answers never end.
const MAX_PAGES: usize = 1000;

pub(super) async fn respond(
    shared: &Shared,
    parts: &Parts,
    body: &Bytes,
    delay: Option<&mut Duration>,
) -> Result<Response, Refusal> {
    let members = members(body)?;
    let account = &account_of(shared, &members)?;
    Ok(call::limited(shared, account, perform(shared, parts, body, (account, &members), delay)).await.into_response())
}

/// Finds the account that the body names.
fn account_of(shared: &Shared, members: &Map<String, Value>) -> Result<Account, Refusal> {
    let refuse = |reason| Err(Refusal::invalid(&[Failure::new(ACCOUNT, reason)]));
    match members.get(ACCOUNT).map(Value::as_str) {
        None => refuse("is required"),
        Some(Some(id)) if is_uuid(id) => shared.account(id).ok_or_else(|| Refusal::no_account(id)),
        Some(_) => refuse("expected a UUID"),
    }
}

async fn perform(
    shared: &Shared,
    parts: &Parts,
    body: &Bytes,
    (account, members): (&Account, &Map<String, Value>),
    delay: Option<&mut Duration>,
) -> Result<Answer, Refusal> {
    call::check_blocked(account)?;
    let parameters = query::parameters(parts.uri.query().unwrap_or_default())?;
    let entries = entries(members).map_err(|failures| Refusal::invalid(&failures))?;
    let claim = match call::claim(shared, parts, account, &parameters, body)? {
        Claimed::Free => None,
        Claimed::First(claim) => Some(claim),
        Claimed::Answered(answer) => return Ok(answer),
    };
    if let Some(delay) = delay {
        wait(delay).await;
    }
    let mut batch = Batch::new(members.get("args").unwrap_or(&Value::Null));
    for entry in &entries {
        batch.run(shared, account, entry).await;
    }
    let answer = Answer::ok(json!({ "result": batch.result, "errors": batch.errors }));
    if let Some(claim) = claim {
        claim.finish(&answer);
    }
    Ok(answer)
}

/// The answer of a batch while it runs.
#[derive(Debug)]
struct Batch {
    context: Context,
    result: Map<String, Value>,
    errors: Map<String, Value>,
}

impl Batch {
    fn new(args: &Value) -> Self {
        Self { context: Context::new(args), result: Map::new(), errors: Map::new() }
    }

    async fn run(&mut self, shared: &Shared, account: &Account, entry: &Entry) {
        let (rows, errors) = match entry.depends_on.iter().find(|name| self.has_failed(name)) {
            Some(failed) => {
                let message = format!("`{failed}` failed, and this entry depends on it");
                (Vec::new(), vec![body_of(Refusal::new(StatusCode::FAILED_DEPENDENCY, message).into_answer())])
            }
            None => self.call(shared, account, entry).await,
        };
        self.context.add(&entry.resource, &rows);
        // The rows of the proxy are shown on request only.
        let shown = if entry.is_unified() || entry.persist { rows } else { Vec::new() };
        for (of, values) in [(&mut self.result, shown), (&mut self.errors, errors)] {
            let known = of.entry(entry.resource.as_str()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(known) = known {
                known.extend(values);
            }
        }
    }

    fn has_failed(&self, resource: &str) -> bool {
        self.errors.get(resource).and_then(Value::as_array).is_some_and(|errors| !errors.is_empty())
    }

    /// Makes the calls of an entry: one, or one for each item of its loop.
    async fn call(&self, shared: &Shared, account: &Account, entry: &Entry) -> (Vec<Value>, Vec<Value>) {
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        for context in self.context.each(entry.loop_on.as_deref()) {
            let mut page = None;
            for _ in 0..MAX_PAGES {
                let answer = one(shared, account, &entry.filled(&context), page.as_deref()).await;
                let is_success = answer.status.is_success();
                let body = body_of(answer);
                if !is_success {
                    errors.push(body);
                    break;
                }
                let next = body.get("next_cursor").and_then(Value::as_str).filter(|cursor| !cursor.is_empty());
                let next = next.filter(|_| entry.method == "list").map(str::to_owned);
                rows.extend(entry.rows(body));
                if next.is_none() || next == page {
                    break;
                }
                page = next;
            }
        }
        (rows, errors)
    }
}

/// Makes a call as if it had come alone.
async fn one(shared: &Shared, account: &Account, entry: &Entry, cursor: Option<&str>) -> Answer {
    let call = async {
        let (method, target) = entry.target(account.id(), cursor);
        let request = http::Request::builder().method(&method).uri(&target).header("content-type", "application/json");
        let request = request.body(()).map_err(|_| Refusal::bad_request(format!("{target} is not a valid target")))?;
        let (parts, ()) = request.into_parts();
        let body = if method == Method::GET { Bytes::new() } else { entry.body() };
        let query = query::parse(parts.uri.query().unwrap_or_default())?;
        let found = shared.settings.registry.find(method.as_str(), parts.uri.path());
        let open = resolve_open(shared, &method, parts.uri.path(), &found);
        let (contract, registration, path) = match (found, open) {
            (Found::Registered(registration, path), _) => (registration.contract(), Some(registration), path),
            (_, Some((contract, path))) => (contract, None, path),
            _ => {
                let message = format!("{} has no method `{}`", entry.resource, entry.method);
                return Err(Refusal::not_found(message));
            }
        };
        let request = call::Request { parts: &parts, body: &body, contract, registration, path: &path };
        call::perform(shared, request, account, (&query, &query.to_json()), None).await
    };
    let answer = call.await.unwrap_or_else(Refusal::into_answer);
    learn::from_part(shared, account.id(), &answer, (&entry.resource, &entry.method));
    answer
}

/// Makes the call that an entry describes, and counts it.
pub(super) async fn call_entry(shared: &Shared, account: &Account, entry: Value) -> Answer {
    let members = Map::from_iter([("resources".to_owned(), Value::Array(vec![entry]))]);
    let call = async {
        let entries = entries(&members).map_err(|failures| Refusal::invalid(&failures))?;
        let entry = entries.first().ok_or_else(|| Refusal::bad_request("There is no call"))?;
        Ok(one(shared, account, entry, None).await)
    };
    call::limited(shared, account, call).await
}

/// The body of an answer as JSON. An answer without a body is an empty object.
pub(super) fn body_of(answer: Answer) -> Value {
    match answer.content {
        Content::Whole(bytes) | Content::Chunked(bytes) if !bytes.is_empty() => {
            serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::from(String::from_utf8_lossy(&bytes)))
        }
        _ => json!({}),
    }
}
