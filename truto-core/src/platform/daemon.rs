// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `daemon` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDaemons;
//!
//! let mut list = ListDaemons::builder().items(client);
//! while let Some(daemon) = list.try_next().await? {
//!     println!("{}", daemon.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Daemon`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;

/// A process of yours that does the work of sync jobs and daemon jobs.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Daemon {
    /// Id of the record.
    pub id: Id<Daemon>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Name that people see.
    pub label: Option<String>,
    /// State of the process.
    pub status: Option<Open<DaemonStatus>>,
    /// Data of your own.
    pub metadata: Option<RawJson>,
    /// Group that it belongs to.
    pub group_key: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Time of its last sign of life.
    pub last_active_at: Option<Timestamp>,
    /// Who holds the process.
    pub lock: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// State of the process.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DaemonStatus {
    /// `stopped`.
    Stopped,
    /// `active`.
    Active,
    /// `stopping`.
    Stopping,
    /// `starting`.
    Starting,
}

/// Lists daemons.
///
/// `GET /daemon` returns pages of [`Daemon`].
#[unified_endpoint(GET, "/daemon", response = Daemon, paginated)]
pub struct ListDaemons {}

/// Reads a daemon.
///
/// `GET /daemon/{id}` returns the [`Daemon`].
#[unified_endpoint(GET, "/daemon/{id}", response = Daemon)]
pub struct GetDaemon {
    /// Id of the daemon.
    pub id: Id<Daemon>,
}

/// Creates a daemon.
///
/// `POST /daemon` returns the [`Daemon`].
#[unified_endpoint(POST, "/daemon", response = Daemon)]
pub struct CreateDaemon {
    /// Name that people see.
    pub label: String,
    /// State of the process. The command line's manual leaves it out.
    pub status: Open<DaemonStatus>,
    /// Group that it belongs to. The command line's manual leaves it out.
    pub group_key: String,
    /// Data of your own.
    pub metadata: Option<Json>,
}

/// Changes a daemon. What is not set stays as it is.
///
/// `PATCH /daemon/{id}` returns the [`Daemon`].
#[unified_endpoint(PATCH, "/daemon/{id}", response = Daemon)]
pub struct UpdateDaemon {
    /// Id of the daemon.
    pub id: Id<Daemon>,
    /// Name that people see.
    pub label: Patch<String>,
    /// State of the process.
    pub status: Patch<Open<DaemonStatus>>,
    /// Group that it belongs to.
    pub group_key: Patch<String>,
    /// Data of your own.
    pub metadata: Patch<Json>,
    /// Time of its last sign of life.
    pub last_active_at: Patch<Timestamp>,
    /// Who holds the process.
    pub lock: Patch<String>,
}

/// Deletes a daemon.
///
/// `DELETE /daemon/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/daemon/{id}", response = Deleted)]
pub struct DeleteDaemon {
    /// Id of the daemon.
    pub id: Id<Daemon>,
}
