//! The run: each account in turn, and a table at the end.

use std::env;
use std::io::{self, Write};

use comfy_table::{Table, presets};
use indicatif::ProgressBar;
use truto_core::crm::Contact;
use truto_core::{Account, Client, Error, crm};
use truto_sandbox::{CrmData, Sandbox, SandboxBuilder};

use crate::accounts;
use crate::find::{self, Found};
use crate::link;
use crate::options::Options;

/// A CRM at four providers. As the real API, it says nothing of a filter that a provider ignores.
pub(crate) fn sandbox() -> SandboxBuilder {
    Sandbox::builder().endpoints(crm::endpoints()).crm_data(CrmData::new()).strict_filters(false)
}

/// Runs the program, and returns its exit code.
pub(crate) async fn run(options: &Options, out: &mut impl Write) -> Result<u8, String> {
    if env::var_os("TRUTO_API_TOKEN").is_some_and(|token| !token.is_empty()) {
        let client = Client::from_env().map_err(|error| error.to_string())?;
        return search(options, &client, &options.accounts, out).await;
    }
    let sandbox = sandbox().start().await.map_err(|error| format!("cannot start the sandbox: {error}"))?;
    let client = sandbox.client().build().map_err(|error| error.to_string())?;
    search(options, &client, &accounts::of_sandbox(&sandbox), out).await
}

/// Searches these accounts, and returns the exit code.
pub(crate) async fn search(
    options: &Options,
    client: &Client,
    named: &[(String, String)],
    out: &mut impl Write,
) -> Result<u8, String> {
    if named.is_empty() {
        return Err("no account to search: give --account NAME=UUID".to_owned());
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY);
    table.set_header(["account", "contact", "found by", "company", "result"]);
    let (mut linked, mut errors) = (0, Vec::new());
    // The bar draws on standard error, if that is a terminal.
    let bar = ProgressBar::new(named.len() as u64);
    for (name, id) in named {
        bar.set_message(name.clone());
        let account: Account = client.account(id).map_err(|error| format!("--account {name}: {error}"))?;
        let row = match find_and_link(&account, options).await {
            Ok(row) => row,
            Err(error) => {
                errors.push(format!("{name}: {error}"));
                Row { result: "failed, see below".to_owned(), ..Row::default() }
            }
        };
        linked += usize::from(row.is_linked);
        table.add_row([name.clone(), row.contact, row.found_by, row.company, row.result]);
        bar.inc(1);
    }
    bar.finish_and_clear();
    report(out, &table, &errors).map_err(|error| error.to_string())?;
    let (email, company, all) = (&options.email, &options.company, named.len());
    writeln!(out, "{email} is linked to {company} in {linked} of {all} accounts").map_err(|error| error.to_string())?;
    Ok(u8::from(linked < all))
}

fn report(out: &mut impl Write, table: &Table, errors: &[String]) -> io::Result<()> {
    writeln!(out, "{table}")?;
    errors.iter().try_for_each(|error| writeln!(out, "{error}"))
}

/// What the table says of an account.
#[derive(Debug, Default)]
struct Row {
    contact: String,
    found_by: String,
    company: String,
    result: String,
    is_linked: bool,
}

async fn find_and_link(account: &Account, options: &Options) -> Result<Row, Error> {
    let person = find::contact(account, &options.email, options.most).await?;
    let company = find::company(account, &options.company, options.most).await?;
    let shown = |name: Option<&Option<String>>| name.map_or("-", |name| name.as_deref().unwrap_or_default()).to_owned();
    let row = Row {
        contact: shown(person.record.as_ref().map(|contact| &contact.name)),
        found_by: found_by(&person),
        company: shown(company.record.as_ref().map(|company| &company.name)),
        ..Row::default()
    };
    let (Some(contact), Some(company)) = (person.record, company.record) else {
        return Ok(Row { result: "not found".to_owned(), ..row });
    };
    let (link, contact) = link::link(account, contact, &company).await?;
    let is_linked = link::is_linked(&contact, &company);
    let result = if is_linked { link.to_string() } else { format!("{link}, but the contact does not show it") };
    Ok(Row { result, is_linked, ..row })
}

fn found_by(found: &Found<Contact>) -> String {
    match found.others {
        0 => "the filter".to_owned(),
        others => format!("reading: the filter is ignored ({others} others came)"),
    }
}
