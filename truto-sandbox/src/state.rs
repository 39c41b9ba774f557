//! The state of the sandbox between requests. Every handler gets it as [`Shared`].

pub(crate) mod accounts;
pub(crate) mod capabilities_shape;
pub(crate) mod clock;
pub(crate) mod crm;
pub(crate) mod custom;
pub(crate) mod forwarded;
pub(crate) mod idempotency;
pub(crate) mod limits;
pub(crate) mod platform;
pub(crate) mod request_log;
pub(crate) mod store;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use axum::extract::State;
use serde_json::{Map, Value};
use truto_core::Registry;

use crate::answer::refusal::{Failure, Refusal};
use crate::fault::Script;
use crate::lock::lock;
use crate::provider::Provider;
use crate::seed::CrmData;
use crate::state::accounts::{ACCOUNT, Account, is_uuid};
use crate::state::capabilities_shape::CapabilitiesShape;
use crate::state::clock::Clock;
use crate::state::crm::Crm;
use crate::state::custom::CustomAnswers;
use crate::state::forwarded::ForwardedAnswers;
use crate::state::idempotency::Keys;
use crate::state::limits::{Limiter, RateLimits};
use crate::state::platform::Platform;
use crate::state::platform::seed::Seed;
use crate::state::platform::settings::PlatformSettings;
use crate::state::platform::status::ACCOUNTS;
use crate::state::platform::tables::{is, text};
use crate::state::request_log::RequestLog;
use crate::state::store::Store;
use crate::work::Work;

/// The shared state, as handlers extract it.
pub(crate) type App = State<Arc<Shared>>;

/// The settings of a sandbox. They do not change while it runs.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) token: String,
    pub(crate) accounts: BTreeMap<String, Account>,
    pub(crate) registry: Registry,
    pub(crate) answers: CustomAnswers,
    pub(crate) forwarded: ForwardedAnswers,
    pub(crate) any_model: bool,
    pub(crate) capabilities_shape: CapabilitiesShape,
    pub(crate) clock: Clock,
    pub(crate) rate_limits: RateLimits,
    pub(crate) max_body_bytes: usize,
    pub(crate) request_log: usize,
    pub(crate) idempotency_keys: usize,
    pub(crate) stream_bytes: u64,
    pub(crate) strict_filters: bool,
    pub(crate) seed: u32,
    pub(crate) crm_data: Option<CrmData>,
    pub(crate) control_needs_token: bool,
    pub(crate) platform: PlatformSettings,
}

impl Settings {
    /// What the rows of the platform are made of.
    fn seed(&self) -> Seed {
        Seed { number: self.seed, clock: self.clock.clone(), accounts: self.accounts.values().cloned().collect() }
    }

    /// The data of the start.
    fn store(&self) -> Store {
        let Some(data) = &self.crm_data else { return Store::default() };
        let providers = self.accounts.iter().map(|(id, account)| (id.clone(), account.provider())).collect();
        Store::with_crm(Crm::new(data.clone(), self.clock.clone(), providers))
    }
}

/// The state that all requests share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) settings: Settings,
    pub(crate) store: Mutex<Store>,
    pub(crate) log: RequestLog,
    pub(crate) script: Script,
    pub(crate) keys: Keys,
    pub(crate) limiter: Limiter,
    pub(crate) stream_bytes: AtomicU64,
    pub(crate) requests: AtomicU64,
    pub(crate) platform: Platform,
    pub(crate) work: Work,
    /// Tasks hold the state like this, so that it ends with the sandbox.
    pub(crate) me: Weak<Self>,
}

impl Shared {
    pub(crate) fn new(settings: Settings) -> Arc<Self> {
        Arc::new_cyclic(|me| Self {
            store: Mutex::new(settings.store()),
            log: RequestLog::new(settings.request_log),
            script: Script::default(),
            keys: Keys::new(settings.idempotency_keys),
            limiter: Limiter::new(settings.rate_limits),
            stream_bytes: AtomicU64::new(settings.stream_bytes),
            requests: AtomicU64::new(0),
            platform: Platform::new(settings.seed()),
            work: Work::default(),
            me: Weak::clone(me),
            settings,
        })
    }

    /// The account with this id: one that a test defined, or one that was connected on the platform.
    pub(crate) fn account(&self, id: &str) -> Option<Account> {
        let id = id.to_ascii_lowercase();
        let defined = self.settings.accounts.get(&id);
        let found = self.platform.if_used(|tables| {
            let row = tables.get(ACCOUNTS, &id)?;
            if let Some(defined) = defined {
                return Some(defined.clone());
            }
            let installed = text(row, "environment_integration_id")?;
            let installed = tables.get("environment-integration", installed)?;
            let provider =
                Provider::ALL.into_iter().find(|provider| is(installed, "integration_id", provider.integration_id()));
            // An integration that a test made has no provider of its own.
            let account = Account::new(id.as_str(), provider.unwrap_or(Provider::Close));
            let is_sandbox = row.get("is_sandbox") == Some(&Value::Bool(true));
            Some(if is_sandbox { account.read_only() } else { account })
        });
        found.unwrap_or_else(|| defined.cloned())
    }

    /// Finds the account that a query names.
    pub(crate) fn account_of(&self, query: &Map<String, Value>) -> Result<Account, Refusal> {
        let id = match query.get(ACCOUNT) {
            Some(Value::String(id)) if !id.is_empty() => id,
            None | Some(Value::String(_)) => return Err(Refusal::missing_parameter(ACCOUNT)),
            Some(_) => return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected one UUID")])),
        };
        if !is_uuid(id) {
            return Err(Refusal::invalid(&[Failure::new(ACCOUNT, "expected a UUID")]));
        }
        self.account(id).ok_or_else(|| Refusal::no_account(id))
    }

    /// Ends all tasks, and forgets what waits for them.
    pub(crate) fn stop(&self) {
        self.work.stop();
        self.platform.forget_waiting();
    }

    /// Restores the state of the start, except for the clock: time does not run backwards.
    pub(crate) fn reset(&self) {
        *lock(&self.store) = self.settings.store();
        self.log.reset();
        self.script.clear();
        self.keys.reset();
        self.limiter.reset();
        self.stop();
        self.platform.reset();
        self.stream_bytes.store(self.settings.stream_bytes, Ordering::Relaxed);
    }
}
