// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `daemon-job` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDaemonJobs;
//!
//! let mut list = ListDaemonJobs::builder().items(client);
//! while let Some(daemon_job) = list.try_next().await? {
//!     println!("{}", daemon_job.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`DaemonJob`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;

/// A job for daemons.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct DaemonJob {
    /// Id of the record.
    pub id: Id<DaemonJob>,
    /// Name that people see.
    pub label: Option<String>,
    /// Arguments that a run takes: a JSON Schema.
    pub args_schema: Option<RawJson>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists daemon jobs.
///
/// `GET /daemon-job` returns pages of [`DaemonJob`].
#[unified_endpoint(GET, "/daemon-job", response = DaemonJob, paginated)]
pub struct ListDaemonJobs {}

/// Reads a daemon job.
///
/// `GET /daemon-job/{id}` returns the [`DaemonJob`].
#[unified_endpoint(GET, "/daemon-job/{id}", response = DaemonJob)]
pub struct GetDaemonJob {
    /// Id of the daemon job.
    pub id: Id<DaemonJob>,
}

/// Creates a daemon job.
///
/// `POST /daemon-job` returns the [`DaemonJob`].
#[unified_endpoint(POST, "/daemon-job", response = DaemonJob)]
pub struct CreateDaemonJob {
    /// Name that people see.
    pub label: String,
    /// Arguments that a run takes: a JSON Schema.
    pub args_schema: Option<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Option<String>,
}

/// Changes a daemon job. What is not set stays as it is.
///
/// `PATCH /daemon-job/{id}` returns the [`DaemonJob`].
#[unified_endpoint(PATCH, "/daemon-job/{id}", response = DaemonJob)]
pub struct UpdateDaemonJob {
    /// Id of the daemon job.
    pub id: Id<DaemonJob>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Arguments that a run takes: a JSON Schema.
    pub args_schema: Patch<Json>,
    /// Expression (`JSONata`) that checks the arguments.
    pub args_validation: Patch<String>,
}

/// Deletes a daemon job.
///
/// `DELETE /daemon-job/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/daemon-job/{id}", response = Deleted)]
pub struct DeleteDaemonJob {
    /// Id of the daemon job.
    pub id: Id<DaemonJob>,
}
