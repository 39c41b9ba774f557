//! The application: an axum router over the shared state.
//!
//! A request passes the log and the faults ([`observe`]), then the token ([`guard`]) and the routes ([`route`]), and then its
//! endpoint ([`call`]). A [`batch`] makes calls of its own, and so do the tools of [`mcp`]. What
//! the provider answered may change the status of its account ([`learn`]). The control routes pass only a guard of their own, so that no scripted fault can lock a test out.

mod batch;
mod call;
mod guard;
mod learn;
mod mcp;
mod observe;
mod route;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;

use crate::control;
use crate::state::Shared;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let control = control::router().layer(from_fn_with_state(Arc::clone(&shared), guard::control));
    Router::new().fallback(observe::observe).nest("/_sandbox", control).with_state(shared)
}
