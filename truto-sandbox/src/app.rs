//! The application: an axum router over the shared state.
//!
//! A request passes the log and the faults ([`observe`]), then the token ([`auth`]) and the routes ([`route`]), and then its
//! endpoint ([`call`]). The control routes pass none of these, so that no scripted fault can lock a test out.

mod auth;
mod call;
mod observe;
mod pages;
mod route;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;

use crate::control;
use crate::state::Shared;

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let api = Router::new().fallback(route::route).layer(from_fn_with_state(Arc::clone(&shared), observe::observe));
    let mut control = control::router();
    if shared.settings.control_needs_token {
        control = control.layer(from_fn_with_state(Arc::clone(&shared), auth::check));
    }
    control = control.layer(from_fn_with_state(Arc::clone(&shared), pages::refuse));
    api.nest("/_sandbox", control).with_state(shared)
}
