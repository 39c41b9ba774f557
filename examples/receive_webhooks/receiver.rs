//! The route: it verifies a delivery, takes each event once, and answers at once.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::sync::mpsc;
use truto_core::webhook::{Event, Rejection, Webhook};

/// An older event is a replay: Truto repeats a delivery within seconds.
pub(crate) const MAX_AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// How many ids are remembered.
pub(crate) const MAX_IDS: usize = 100_000;
/// A batch of records may be longer than the 2 MB that axum reads.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// The state of the route.
#[derive(Clone, Debug)]
pub(crate) struct Inbox {
    webhook: Webhook,
    queue: mpsc::Sender<Event>,
    state: Arc<Mutex<(Seen, Tally)>>,
}

/// The deliveries that made no work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) repeated: usize,
    pub(crate) unsigned: usize,
}

/// The ids of the last day. With a database, this is a unique key, inserted in the transaction that does the work.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    ids: HashSet<String>,
    arrivals: VecDeque<(SystemTime, String)>,
}

pub(crate) fn router(inbox: Inbox) -> Router {
    Router::new().route("/truto", post(receive)).layer(DefaultBodyLimit::max(MAX_BODY)).with_state(inbox)
}

/// `Event` finds the secrets in the state.
impl FromRef<Inbox> for Webhook {
    fn from_ref(inbox: &Inbox) -> Self {
        inbox.webhook.clone()
    }
}

/// Without the `Result`, axum answers a rejection by itself.
async fn receive(State(inbox): State<Inbox>, event: Result<Event, Rejection>) -> Response {
    match event {
        Ok(event) => inbox.take(event, SystemTime::now()).into_response(),
        Err(rejection) => inbox.refuse(rejection),
    }
}

impl Inbox {
    pub(crate) fn new(webhook: Webhook, queue: mpsc::Sender<Event>) -> Self {
        Self { webhook, queue, state: Arc::default() }
    }

    /// Takes an event whose signature is right. Any answer but 200 asks Truto to repeat the delivery.
    pub(crate) fn take(&self, event: Event, now: SystemTime) -> StatusCode {
        if event.age(now).is_some_and(|age| age > MAX_AGE) {
            return StatusCode::BAD_REQUEST;
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (seen, tally) = &mut *state;
        if seen.has(&event.id, now) {
            tally.repeated += 1;
            return StatusCode::OK;
        }
        let id = event.id.clone();
        // The work is done later. If there is too much of it, the event is not remembered, so that its repetition is taken.
        if self.queue.try_send(event).is_err() {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        seen.insert(id, now);
        StatusCode::OK
    }

    /// Counts a delivery that is not from Truto, and answers as the rejection says.
    fn refuse(&self, rejection: Rejection) -> Response {
        let answer = rejection.into_response();
        let is_unsigned = answer.status() == StatusCode::UNAUTHORIZED;
        self.state.lock().unwrap_or_else(PoisonError::into_inner).1.unsigned += usize::from(is_unsigned);
        answer
    }

    /// Drops this handle of the queue, and returns what was counted.
    pub(crate) fn into_tally(self) -> Tally {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).1
    }
}

impl Seen {
    /// Whether this event has come. Forgets what is older than a day: such an event is refused for its age.
    pub(crate) fn has(&mut self, id: &str, now: SystemTime) -> bool {
        while self.arrivals.front().is_some_and(|(at, _)| now.duration_since(*at).is_ok_and(|since| since > MAX_AGE)) {
            self.forget_oldest();
        }
        self.ids.contains(id)
    }

    /// Remembers an event, in place of the oldest if there are too many.
    pub(crate) fn insert(&mut self, id: String, now: SystemTime) {
        if self.arrivals.len() >= MAX_IDS {
            self.forget_oldest();
        }
        self.ids.insert(id.clone());
        self.arrivals.push_back((now, id));
    }

    fn forget_oldest(&mut self) {
        if let Some((_, oldest)) = self.arrivals.pop_front() {
            self.ids.remove(&oldest);
        }
    }
}
