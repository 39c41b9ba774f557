//! The application: an axum router over one shared state.
//!
//! From the outside in: the log and the faults ([`observe`]), then the route with its token ([`route`], [`auth`]). The control
//! routes stand beside all that, so that no scripted fault can lock a test out.

mod auth;
mod call;
mod observe;
mod pages;
mod route;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

pub(crate) use self::call::account;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::control;
use crate::fault::Script;
use crate::lock::lock;
use crate::state::accounts::Account;
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

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let api = Router::new().fallback(route::route).layer(from_fn_with_state(Arc::clone(&shared), observe::observe));
    let mut control = control::router();
    if shared.settings.control_needs_token {
        control = control.layer(from_fn_with_state(Arc::clone(&shared), auth::check));
    }
    control = control.layer(from_fn_with_state(Arc::clone(&shared), pages::refuse));
    api.nest("/_sandbox", control).with_state(shared)
}

pub(crate) async fn wrong_method() -> Response {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This path does not take this method").into_answer().into_response()
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        Self::into_response(self)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_answer().into_response()
    }
}

/// The shared state, as handlers take it.
pub(crate) type App = State<Arc<Shared>>;
