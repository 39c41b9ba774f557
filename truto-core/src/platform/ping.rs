// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `ping` of the Truto platform (admin) API.
//!
//! Asks whether the API answers.
//!
//! Sources of these methods: <https://github.com/trutohq/truto-python-sdk>.

use truto_core::{Json, unified_endpoint};

/// Asks whether the API answers.
///
/// `GET /ping` returns any JSON, or nothing, because no source shows the answer.
///
/// Only the Python SDK has it. An answer that is not JSON is read with `.send(&client).raw()`.
#[unified_endpoint(GET, "/ping", response = Option<Json>)]
pub struct Ping {}
