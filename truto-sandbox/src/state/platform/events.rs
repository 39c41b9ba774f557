//! Events on their way to the webhooks: who gets them, in which order, and when a delivery is repeated.
//!
//! A webhook gets its events one after the other, so a repeated delivery holds back the later ones.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Weak;

use bytes::Bytes;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use super::ids::ENVIRONMENT;
use super::log::LogType;
use super::secrets;
use super::tables::{HIDDEN, Row, SECRET, Tables, is, is_active, text};
use crate::delivery::{Delivery, post, signature};
use crate::lock::lock;
use crate::state::Shared;

/// The events that may wait for their delivery. Later ones are lost, as the log says.
const MAX_WAITING: usize = 10_000;
/// The event whose answer steers the platform: 400 is an order to stop, and not a failure.
const STARTED: &str = "sync_job_run:started";
/// The resources whose rows get events.
const WEBHOOKS: &str = "webhook";
const DESTINATIONS: &str = "notification-destination";

/// The deliveries that wait, by webhook.
#[derive(Debug, Default)]
pub(crate) struct Queues {
    of: HashMap<String, VecDeque<Outgoing>>,
    /// The webhooks that a task delivers to.
    busy: HashSet<String>,
    waiting: usize,
}

/// What happened.
#[derive(Debug)]
struct Event<'a> {
    id: String,
    name: &'a str,
    payload: &'a Value,
    created_at: Value,
}

impl<'a> Event<'a> {
    fn new(tables: &mut Tables, name: &'a str, payload: &'a Value) -> Self {
        Self { id: tables.new_id(), name, payload, created_at: tables.now() }
    }

    /// The body of a delivery.
    fn envelope(&self, webhook_id: &str) -> Value {
        json!({
            "id": self.id,
            "event": self.name,
            "payload": self.payload,
            "environment_id": ENVIRONMENT,
            "webhook_id": webhook_id,
            "created_at": self.created_at,
        })
    }
}

/// An event on its way to a webhook.
#[derive(Debug)]
struct Outgoing {
    resource: &'static str,
    webhook_id: String,
    url: String,
    event_id: String,
    event: String,
    body: Bytes,
    signature: Option<String>,
    /// Statuses that a notification takes for success.
    accepted: Vec<u64>,
    told: oneshot::Sender<Option<u16>>,
}

/// The end of a delivery: the last status, or `None` without an answer.
pub(crate) type Receipt = oneshot::Receiver<Option<u16>>;

impl Shared {
    /// Sends an event to all active webhooks that ask for it.
    pub(crate) fn emit(&self, event: &str, payload: &Value) {
        drop(self.emit_to(event, payload, None));
    }

    /// Sends an event to all active webhooks that ask for it, and to this one. The receipts come when the deliveries end.
    pub(crate) fn emit_to(&self, event: &str, payload: &Value, also: Option<&str>) -> Vec<Receipt> {
        let targets = self.platform.if_used(|tables| {
            let mut targets = Vec::new();
            for resource in [WEBHOOKS, DESTINATIONS] {
                let rows = tables.list(resource).filter(|row| is_active(row));
                let wanted = rows.filter(|row| asks_for(row, event) || also.is_some_and(|id| is(row, "id", id)));
                targets.extend(wanted.cloned().map(|row| (resource, row)));
            }
            (targets, Event::new(tables, event, payload))
        });
        let Some((targets, event)) = targets else { return Vec::new() };
        let mut receipts = Vec::new();
        for (resource, row) in targets {
            if let Some((outgoing, receipt)) = Outgoing::new(resource, &row, &event) {
                receipts.push(receipt);
                self.enqueue(outgoing);
            }
        }
        receipts
    }

    fn enqueue(&self, outgoing: Outgoing) {
        let id = outgoing.webhook_id.clone();
        let is_free = {
            let mut queues = lock(&self.platform.queues);
            if queues.waiting >= MAX_WAITING {
                drop(queues);
                self.record(&outgoing, 1, Err("too many events wait for their delivery".to_owned()));
                return;
            }
            queues.waiting += 1;
            queues.of.entry(id.clone()).or_default().push_back(outgoing);
            queues.busy.insert(id.clone())
        };
        if is_free {
            let turn = Turn { shared: Weak::clone(&self.me), id, is_over: false };
            self.work.start(deliver(turn));
        }
    }

    /// The next event of a webhook. `None` ends its queue.
    fn next_of(&self, id: &str) -> Option<Outgoing> {
        let mut queues = lock(&self.platform.queues);
        let next = queues.of.get_mut(id).and_then(VecDeque::pop_front);
        if next.is_some() {
            queues.waiting = queues.waiting.saturating_sub(1);
        } else {
            queues.of.remove(id);
            queues.busy.remove(id);
        }
        next
    }

    /// Whether the webhook still gets events.
    fn is_listening(&self, outgoing: &Outgoing) -> bool {
        self.platform
            .if_used(|tables| tables.get(outgoing.resource, &outgoing.webhook_id).is_some_and(is_active))
            .unwrap_or_default()
    }

    /// Keeps an attempt, and returns its status.
    fn record(&self, outgoing: &Outgoing, attempt: u32, answer: Result<u16, String>) -> Option<u16> {
        let status = answer.as_ref().ok().copied();
        let delivery = Delivery {
            webhook_id: outgoing.webhook_id.clone(),
            url: outgoing.url.clone(),
            event_id: outgoing.event_id.clone(),
            event: outgoing.event.clone(),
            attempt,
            body: outgoing.body.clone(),
            signature: outgoing.signature.clone(),
            status,
            error: answer.err(),
        };
        let group = json!({
            "id": delivery.event_id, "event": delivery.event, "webhook_id": delivery.webhook_id,
            "webhook_endpoint_status": status, "status": if outgoing.ends_with(status) { "delivered" } else { "failed" },
        });
        let row = json!({ "http_url": delivery.url, "message": delivery.error, "webhook": group });
        self.log_row(LogType::Webhook, row);
        let cost = delivery.cost();
        lock(&self.platform.deliveries).push(delivery, cost);
        status
    }

    /// Posts an event once, for a test of a webhook, and returns the status or the reason why there is no answer.
    pub(crate) async fn post_once(
        &self,
        resource: &'static str,
        row: &Row,
        event: &str,
        payload: &Value,
    ) -> Result<u16, String> {
        let event = self.platform.with(|tables| Event::new(tables, event, payload));
        let outgoing = Outgoing::new(resource, row, &event);
        let (outgoing, _) = outgoing.ok_or_else(|| "an email is not delivered in a sandbox".to_owned())?;
        let answer = post(&outgoing.url, outgoing.signature.as_deref(), outgoing.body.clone()).await;
        self.record(&outgoing, 1, answer.clone());
        answer
    }
}

impl Outgoing {
    /// An event for a webhook or a Slack channel. `None` for an email, which a sandbox does not send.
    fn new(resource: &'static str, row: &Row, event: &Event<'_>) -> Option<(Self, Receipt)> {
        let webhook_id = text(row, "id")?;
        let (url, body) = if resource == WEBHOOKS {
            (text(row, "target_url")?, event.envelope(webhook_id))
        } else {
            let url = row.get("config")?.get("webhook_url")?.as_str()?;
            (url, json!({ "text": format!("{}: {}", event.name, event.payload) }))
        };
        let body = Bytes::from(body.to_string());
        let ignored = row.get("config").and_then(|config| config.get("ignored_status_codes")).and_then(Value::as_array);
        let (told, receipt) = oneshot::channel();
        let outgoing = Self {
            resource,
            webhook_id: webhook_id.to_owned(),
            url: url.to_owned(),
            event_id: event.id.clone(),
            event: event.name.to_owned(),
            signature: text(row, SECRET).and_then(|secret| signature(secret, &body)),
            body,
            accepted: ignored.into_iter().flatten().filter_map(Value::as_u64).collect(),
            told,
        };
        Some((outgoing, receipt))
    }

    /// Whether the delivery ends with this answer.
    fn ends_with(&self, status: Option<u16>) -> bool {
        status.is_some_and(|status| {
            (200..300).contains(&status)
                || (self.event == STARTED && status == 400)
                || self.accepted.contains(&u64::from(status))
        })
    }
}

/// The task of a webhook. If its runtime ends before its work, the next event starts another task.
#[derive(Debug)]
struct Turn {
    shared: Weak<Shared>,
    id: String,
    is_over: bool,
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(shared) = self.shared.upgrade().filter(|_| !self.is_over) {
            lock(&shared.platform.queues).busy.remove(&self.id);
        }
    }
}

/// Delivers the events of a webhook until there are no more.
async fn deliver(mut turn: Turn) {
    let shared = Weak::clone(&turn.shared);
    while let Some(app) = shared.upgrade() {
        let Some(outgoing) = app.next_of(&turn.id) else {
            turn.is_over = true;
            return;
        };
        let waits = app.settings.platform.waits();
        let mut attempt = 1;
        let mut waits = waits.into_iter();
        drop(app);
        loop {
            let Some(app) = shared.upgrade() else { return };
            // A webhook that was turned off meanwhile gets nothing.
            if !app.is_listening(&outgoing) {
                break;
            }
            drop(app);
            let answer = post(&outgoing.url, outgoing.signature.as_deref(), outgoing.body.clone()).await;
            let Some(app) = shared.upgrade() else { return };
            let status = app.record(&outgoing, attempt, answer);
            let wait = if outgoing.ends_with(status) { None } else { waits.next() };
            let Some(wait) = wait else {
                if !outgoing.ends_with(status) {
                    let turn_off = |row: &mut Row| row.insert("is_active".to_owned(), Value::Bool(false));
                    app.platform.with(|tables| tables.get_mut(outgoing.resource, &outgoing.webhook_id).map(turn_off));
                }
                // Most events have nobody who waits for the receipt.
                outgoing.told.send(status).ok();
                break;
            };
            drop(app);
            tokio::time::sleep(wait).await;
            attempt += 1;
        }
    }
}

/// Whether a webhook wants an event. A webhook without a list wants all of them.
fn asks_for(row: &Row, event: &str) -> bool {
    match row.get("event_types") {
        Some(Value::Array(events)) if !events.is_empty() => events.iter().any(|wanted| wanted == event),
        _ => true,
    }
}

/// An account as events show it: without credentials, with a short form of its integration.
pub(crate) fn account_payload(tables: &Tables, row: &Row) -> Value {
    let mut shown = visible(row);
    if let Some(Value::Object(context)) = shown.get_mut("context") {
        secrets::remove(context);
    }
    let installed = text(row, "environment_integration_id").and_then(|id| tables.get("environment-integration", id));
    if let Some(installed) = installed {
        let is_active = installed.get("is_enabled").cloned().unwrap_or_default();
        let short = json!({ "id": installed.get("id"), "is_active": is_active });
        shown.insert("environment_integration".to_owned(), short);
        if let Some(of) = text(installed, "integration_id").and_then(|id| tables.get("integration", id)) {
            let label = of.get("config").and_then(|config| config.get("label")).cloned().unwrap_or_default();
            let short = json!({ "id": of.get("id"), "name": of.get("name"), "config": { "label": label } });
            shown.insert("integration".to_owned(), short);
        }
    }
    Value::Object(shown)
}

/// A row without the members that belong to the sandbox.
pub(crate) fn visible(row: &Row) -> Row {
    row.iter()
        .filter(|(name, _)| !name.starts_with(HIDDEN))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
