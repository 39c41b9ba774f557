//! Connects an account of a customer: makes the link, waits until the account can be called, and prints what it can do.
//!
//! On the sandbox, a second customer gives credentials that are wrong, reads why, and connects again.
//!
//! ```text
//! cargo run --example connect_account             on a sandbox in this process, which plays the customers
//! cargo run --example connect_account -- <tenant>   with TRUTO_API_TOKEN: open the URL that it prints
//! ```

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use truto_core::platform::CreateLinkToken;
use truto_core::steps::{ConnectError, Connected, Connecting};
use truto_core::{Client, crm};
use truto_sandbox::{CrmData, Outcome, Sandbox, SandboxBuilder};

/// How long a customer has time to connect.
const DEADLINE: Duration = Duration::from_secs(15 * 60);
/// How long the customers of the sandbox, and the steps after a connection, take.
const MOMENT: Duration = Duration::from_millis(300);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let out = &mut io::stdout();
    if std::env::var_os("TRUTO_API_TOKEN").is_some_and(|token| !token.is_empty()) {
        let tenant = std::env::args().nth(1).ok_or("name the tenant: `cargo run --example connect_account -- acme`")?;
        return connect(&Client::from_env()?, &tenant, out).await;
    }
    let sandbox = sandbox().start().await?;
    demo(&Arc::new(sandbox), out).await
}

/// A sandbox with a CRM, whose connections take a moment.
fn sandbox() -> SandboxBuilder {
    Sandbox::builder().endpoints(crm::endpoints()).crm_data(CrmData::new()).step_time(MOMENT)
}

/// Connects an account of the real API. The customer opens the link in a browser.
async fn connect(client: &Client, tenant: &str, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let connecting = Connecting::begin(client, CreateLinkToken::builder().tenant_id(tenant).build()).await?;
    writeln!(out, "{tenant}: open {}", connecting.url())?;
    report(connecting.wait(DEADLINE).await?, out)?;
    Ok(())
}

/// Connects accounts of the sandbox: the first at once, the second after a failure.
async fn demo(sandbox: &Arc<Sandbox>, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let client = sandbox.client().build()?;
    let acme = CreateLinkToken::builder().tenant_id("acme").build();
    report(with_customer(sandbox, &client, acme, Outcome::Active, out).await?, out)?;

    let globex = CreateLinkToken::builder().tenant_id("globex").build();
    let failed = match with_customer(sandbox, &client, globex, Outcome::ValidationError, out).await {
        Err(ConnectError::Failed(account)) => account,
        other => return Err(format!("the credentials are wrong, but the result is {other:?}").into()),
    };
    // The provider's own words help the customer more than the name of a status.
    let reason = failed.last_error.as_deref().unwrap_or("the provider gave no reason");
    writeln!(out, "not connected: {reason}. Try again.\n")?;

    // A link for the same account, so that the customer does not have two of them afterwards.
    let again = CreateLinkToken::builder().integrated_account_id(failed.id).build();
    report(with_customer(sandbox, &client, again, Outcome::Active, out).await?, out)?;
    Ok(())
}

/// Waits for an account while a customer, played by the sandbox, opens the link after a moment.
async fn with_customer(
    sandbox: &Arc<Sandbox>,
    client: &Client,
    request: CreateLinkToken,
    outcome: Outcome,
    out: &mut impl Write,
) -> Result<Connected, ConnectError> {
    let connecting = Connecting::begin(client, request).await?.every(MOMENT);
    // If nobody sees the link, the deadline ends the wait.
    drop(writeln!(out, "open {}", connecting.url_at(&format!("{}/connect-account", sandbox.url()))));
    let (sandbox, token) = (Arc::clone(sandbox), connecting.link_token().to_owned());
    // The set owns the customer, who ends with it.
    let mut customer = JoinSet::new();
    customer.spawn(async move {
        tokio::time::sleep(MOMENT).await;
        sandbox.connect(&token, outcome)
    });
    let connected = connecting.wait(DEADLINE).await;
    customer.join_all().await;
    connected
}

/// Prints an account and what it can do.
fn report(connected: Connected, out: &mut impl Write) -> io::Result<()> {
    let Connected { record, capabilities, .. } = connected;
    let provider = capabilities.integration.label.as_deref().unwrap_or("its provider");
    writeln!(out, "connected: account {} of {}, at {provider}", record.id, record.tenant_id.unwrap_or_default())?;
    let mut models: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in &capabilities.unified {
        let resource = format!("  {:<18} {}", row.resource, row.methods.join(", "));
        models.entry(row.model.as_deref().unwrap_or("any model")).or_default().push(resource);
    }
    for (model, resources) in models {
        writeln!(out, " {model}\n{}", resources.join("\n"))?;
    }
    writeln!(out)
}
