//! Receives webhooks: verified, each event worked on once, and with typed payloads.
//!
//! The events come from a sandbox in this process: an account is connected, a sync job runs, and a record changes. Then a delivery is
//! repeated, and another is forged.
//!
//! ```text
//! cargo run --example receive_webhooks
//! ```
//!
//! `receiver.rs` is the route, to start your own from.

mod receiver;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::future::IntoFuture;
use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::time::Duration;

use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use truto_core::platform::values::SyncNode;
use truto_core::platform::{CreateLinkToken, CreateSyncJob, CreateSyncJobRun, CreateWebhook};
use truto_core::steps::SyncRun;
use truto_core::webhook::{Event, Payload, Webhook};
use truto_core::{Client, crm};
use truto_sandbox::{CrmData, Delivery, Outcome, Sandbox};

use crate::receiver::Inbox;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let crm = Sandbox::builder().endpoints(crm::endpoints()).crm_data(CrmData::new().contacts(150));
    let sandbox = crm.start().await?;
    let client = sandbox.client().build()?;

    // The API shows the secret once. It takes `https` addresses only, and the sandbox takes loopback only.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}/truto", listener.local_addr()?);
    let webhook = CreateWebhook::builder().target_url(url).send(&client).await?;
    let secret = webhook.secret.ok_or("the new webhook has no secret")?;

    let (sender, queue) = mpsc::channel(1000);
    let inbox = Inbox::new(Webhook::new(secret)?, sender);
    let (stop, stopped) = oneshot::channel::<()>();
    let app = axum::serve(listener, receiver::router(inbox.clone()));
    let server = app.with_graceful_shutdown(async { drop(stopped.await) }).into_future();
    let events = async {
        // The server ends when `stop` is dropped, also if an event cannot be caused.
        let _stop = stop;
        cause_events(&sandbox, &client).await?;
        misuse(&sandbox.deliveries()).await?;
        Ok::<_, Box<dyn Error>>(inbox.into_tally())
    };
    let (closed, worked, tally) = tokio::join!(server, work(queue, out), events);
    let (done, tally) = (worked?, tally?);
    closed?;
    writeln!(out, "{done} events done, {} repeated, {} refused with 401", tally.repeated, tally.unsigned)?;
    Ok(())
}

/// Does the work, after the delivery is answered. It ends with the server.
async fn work(mut queue: mpsc::Receiver<Event>, out: &mut impl Write) -> io::Result<usize> {
    let mut done = 0;
    while let Some(event) = queue.recv().await {
        writeln!(out, "{:<28} {}", event.kind, describe(&event))?;
        done += 1;
    }
    Ok(done)
}

/// The payload has the type that belongs to the kind of the event.
fn describe(event: &Event) -> String {
    match event.details() {
        Payload::IntegratedAccount(account) => {
            format!("account {} of {}", account.id, account.tenant_id.unwrap_or_default())
        }
        Payload::SyncJobRun(run) => {
            format!("run {} is {}", run.id, run.status.as_ref().map_or("gone", |status| status.wire_name()))
        }
        Payload::Records(synced) => format!("{} records of {}", synced.records.len(), synced.resource),
        // What a record holds is for you to say.
        Payload::Other(raw) => match raw.parse::<Changed>() {
            Ok(Changed { id, resource }) => format!("{resource} {id}"),
            Err(error) => format!("another payload: {error}"),
        },
        other => format!("{other:?}"),
    }
}

/// The payload of `record:…` events, as the mapping of this program makes it.
#[derive(Deserialize)]
struct Changed {
    id: String,
    resource: String,
}

/// Makes things happen that the platform tells its webhooks.
async fn cause_events(sandbox: &Sandbox, client: &Client) -> Result<(), Box<dyn Error>> {
    let link = CreateLinkToken::builder().tenant_id("acme").send(client).await?;
    let account = sandbox.connect(link.link_token.as_deref().unwrap_or_default(), Outcome::Active);
    let account = account.ok_or("the account is not connected")?;

    let contacts = SyncNode::default().resource("crm/contacts").method("list");
    let job = CreateSyncJob::builder().label("nightly").resources([contacts]).send(client).await?;
    let run = CreateSyncJobRun::builder().sync_job_id(job.id).integrated_account_id(account).build();
    let run = SyncRun::start(client, run).await?.every(Duration::from_millis(20));
    run.wait(Duration::from_secs(60), |_| {}).await?;

    sandbox.emit("record:updated", serde_json::json!({ "id": "003Ux000004TbQd", "resource": "contacts" }));
    sandbox.settled().await;
    Ok(())
}

/// Sends the first delivery again, then with another body and the old signature.
async fn misuse(deliveries: &[Delivery]) -> Result<(), Box<dyn Error>> {
    let first = deliveries.first().ok_or("nothing was delivered")?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let forged = String::from_utf8_lossy(&first.body).replace("acme", "evil").into_bytes();
    for (body, status) in [(first.body.to_vec(), 200), (forged, 401)] {
        let signature = first.signature.as_deref().unwrap_or_default();
        let request = client.post(&first.url).header("X-Truto-Signature", signature).body(body);
        let answer = request.send().await?.status();
        if answer != status {
            return Err(format!("expected {status}, but the receiver answered {answer}").into());
        }
    }
    Ok(())
}
