//! A row: the account, and the request as JSON, which `truto_core` parses and checks.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use truto_core::crm::CreateAssociation;
use truto_core::types::ReferenceTo;
use truto_core::{Account, Call};

use crate::lines::Line;
use crate::session::Accounts;

/// A row after all checks that do not need a server.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) place: Place,
    /// The call to send, or all reasons why the row is wrong.
    pub(crate) link: Result<Link, String>,
}

/// Position of a row, for the report.
#[derive(Debug)]
pub(crate) struct Place {
    /// Line number.
    pub(crate) line: u64,
    /// Offset of the end of the line in the input, in bytes.
    pub(crate) end: u64,
    /// Name of the account, or its UUID if it has no name. `None` if the account is unknown.
    pub(crate) account: Option<String>,
}

/// A call that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) account: Account,
    pub(crate) call: Call<CreateAssociation>,
    /// Idempotency key of the row.
    pub(crate) key: Option<String>,
    /// Number of records that the call links.
    pub(crate) records: usize,
}

#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Document {
    #[serde(default)]
    account: Value,
    #[serde(default)]
    idempotency_key: Option<String>,
    #[serde(flatten)]
    request: Request,
}

/// The request, or why it is wrong. The error is kept as a value so that the account of a bad row can still be read.
struct Request(Result<Call<CreateAssociation>, String>);

impl<'de> Deserialize<'de> for Request {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Call::deserialize(deserializer).map_err(|error| error.to_string())))
    }
}

impl Row {
    /// Parses and checks one line.
    pub(crate) fn read(Line { number, text, end }: Line, accounts: &Accounts) -> Self {
        let document = text.and_then(|text| serde_json::from_str(&text).map_err(|error| reason(&error)));
        let (account, link) = match document {
            Ok(document) => check(document, accounts),
            Err(reason) => (None, Err(reason)),
        };
        Self { place: Place { line: number, end, account }, link }
    }
}

fn check(document: Document, accounts: &Accounts) -> (Option<String>, Result<Link, String>) {
    let Document { account, idempotency_key, request: Request(request) } = document;
    let account = match account {
        Value::String(text) => accounts.find(&text),
        Value::Null => Err("`account` is missing".to_owned()),
        _ => Err("`account`: expected a name or a UUID".to_owned()),
    };
    let call = request.and_then(|call| match records(call.request()) {
        Ok(records) => Ok((call, records)),
        Err(reason) => Err(reason.to_owned()),
    });
    match (account, call) {
        (Ok((name, account)), Ok((call, records))) => {
            (Some(name), Ok(Link { account, call, key: idempotency_key, records }))
        }
        (Ok((name, _)), Err(reason)) => (Some(name), Err(reason)),
        (Err(reason), Ok(_)) => (None, Err(reason)),
        (Err(first), Err(second)) => (None, Err(format!("{first}; {second}"))),
    }
}

/// Counts the records that a request links. The API accepts a request without links, but such a row is a mistake.
fn records(request: &CreateAssociation) -> Result<usize, &'static str> {
    let CreateAssociation {
        entity_id, accounts, contacts, leads, opportunities, organizations, misspelt_accounts, ..
    } = request;
    if entity_id.is_empty() {
        return Err("`entity_id` is empty");
    }
    let companies = [accounts, organizations, misspelt_accounts].into_iter().flat_map(|list| ids(list));
    let linked = || companies.clone().chain(ids(contacts)).chain(ids(leads)).chain(ids(opportunities));
    match linked().count() {
        0 => Err("nothing to link: `associations` names no record"),
        _ if linked().any(str::is_empty) => Err("the id of a record to link is empty"),
        count => Ok(count),
    }
}

/// The ids of linked records as text.
fn ids<R>(links: &[ReferenceTo<R>]) -> impl Iterator<Item = &str> + Clone {
    links.iter().map(|link| link.id.as_str())
}

/// Removes the line number from the message: `serde_json` counts lines within the row, not within the file.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.strip_suffix(&format!(" at line {} column {}", error.line(), error.column())) {
        Some(what) if error.is_data() => what.to_owned(),
        Some(what) => format!("not JSON: {what} at column {}", error.column()),
        None => text,
    }
}
