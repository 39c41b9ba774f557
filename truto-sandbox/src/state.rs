//! What the sandbox remembers between requests, and the [`Shared`] whole that every handler gets.

pub(crate) mod accounts;
pub(crate) mod clock;
pub(crate) mod custom;
pub(crate) mod idempotency;
pub(crate) mod limits;
pub(crate) mod request_log;
pub(crate) mod settings;
pub(crate) mod store;
pub(crate) mod weight;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::extract::State;
use serde_json::{Map, Value, json};

use crate::answer::refusal::{Failure, Refusal};
use crate::fault::Script;
use crate::lock::lock;
use crate::state::accounts::{ACCOUNT, Account, is_uuid};
use crate::state::clock::Clock;
use crate::state::idempotency::Keys;
use crate::state::limits::Limiter;
use crate::state::request_log::RequestLog;
use crate::state::settings::Settings;
use crate::state::store::Store;

/// Everything that requests share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) store: Mutex<Store>,
    pub(crate) log: RequestLog,
    pub(crate) script: Script,
    pub(crate) keys: Keys,
    pub(crate) limiter: Limiter,
    pub(crate) stream_bytes: AtomicU64,
    pub(crate) requests: AtomicU64,
}

impl Shared {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            clock: settings.clock.clone(),
            store: Mutex::default(),
            log: RequestLog::new(settings.request_log),
            script: Script::default(),
            keys: Keys::default(),
            limiter: Limiter::new(settings.rate_limits),
            stream_bytes: AtomicU64::new(settings.stream_bytes),
            requests: AtomicU64::new(0),
            settings,
        }
    }

    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.settings.accounts.get(&id.to_ascii_lowercase())
    }

    /// As it was at the start. The clock goes on: time does not run backwards.
    pub(crate) fn reset(&self) {
        *lock(&self.store) = Store::default();
        self.log.reset();
        self.script.clear();
        self.keys.reset();
        self.limiter.reset();
        self.stream_bytes.store(self.settings.stream_bytes, Ordering::Relaxed);
    }
}

/// The shared state, as handlers take it.
pub(crate) type App = State<Arc<Shared>>;

/// The account that a query names.
pub(crate) fn account<'a>(shared: &'a Shared, query: &Map<String, Value>) -> Result<&'a Account, Refusal> {
    let id = match query.get(ACCOUNT) {
        Some(Value::String(id)) if !id.is_empty() => id,
        None | Some(Value::String(_)) => {
            let insight = json!({ "missing_required_query_parameters": {
                "description": "These query parameters are required", "value": [ACCOUNT],
            } });
            let refusal = Refusal::invalid(&[Failure::new(ACCOUNT, "is required")]);
            return Err(refusal.with("truto_error_insight", insight));
        }
        Some(_) => return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected one UUID")])),
    };
    if !is_uuid(id) {
        return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected a UUID")]));
    }
    shared.account(id).ok_or_else(|| Refusal::no_account(id))
}
