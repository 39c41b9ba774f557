// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `alarm` of the Truto platform (admin) API.
//!
//! The sources disagree on its members.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListAlarms;
//!
//! let mut list = ListAlarms::builder().items(client);
//! while let Some(alarm) = list.try_next().await? {
//!     println!("{}", alarm.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Alarm`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::types::{Deleted, Id, RawJson, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;

/// Something that happens at a time.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Alarm {
    /// Id of the record.
    pub id: Id<Alarm>,
    /// Name of the alarm.
    pub name: Option<String>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// State of the alarm.
    pub status: Option<String>,
    /// What the alarm is for.
    pub config: Option<RawJson>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists alarms.
///
/// `GET /alarm` returns pages of [`Alarm`].
#[unified_endpoint(GET, "/alarm", response = Alarm, paginated)]
pub struct ListAlarms {
    /// Kind of alarm.
    #[truto(rename = "alarm_type")]
    pub kind: Option<Filter<String>>,
    /// Id of what the alarm is for.
    pub entity_id: Option<Filter<String>>,
}

/// Reads an alarm.
///
/// `GET /alarm/{id}` returns the [`Alarm`].
#[unified_endpoint(GET, "/alarm/{id}", response = Alarm)]
pub struct GetAlarm {
    /// Id of the alarm.
    pub id: Id<Alarm>,
}

/// Creates an alarm.
///
/// `POST /alarm` returns the [`Alarm`].
#[unified_endpoint(POST, "/alarm", response = Alarm)]
pub struct CreateAlarm {
    /// Kind of alarm: `cron`, `duration` or `date` in the samples.
    #[truto(rename = "alarm_type")]
    pub kind: String,
    /// Id of what the alarm is for.
    pub entity_id: String,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Option<String>,
    /// Length of time, probably in seconds. Unverified: no page of the API confirms it.
    pub duration: Option<i64>,
    /// Moment of the alarm.
    pub date: Option<Timestamp>,
}

/// Changes an alarm. What is not set stays as it is.
///
/// `PATCH /alarm/{id}` returns the [`Alarm`].
#[unified_endpoint(PATCH, "/alarm/{id}", response = Alarm)]
pub struct UpdateAlarm {
    /// Id of the alarm.
    pub id: Id<Alarm>,
    /// Kind of alarm.
    #[truto(rename = "alarm_type")]
    pub kind: Patch<String>,
    /// Id of what the alarm is for.
    pub entity_id: Patch<String>,
    /// When it runs: a cron expression of five fields, in UTC.
    pub cron_expression: Patch<String>,
    /// Length of time, probably in seconds.
    pub duration: Patch<i64>,
    /// Moment of the alarm.
    pub date: Patch<Timestamp>,
}

/// Deletes an alarm.
///
/// `DELETE /alarm/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/alarm/{id}", response = Deleted)]
pub struct DeleteAlarm {
    /// Id of the alarm.
    pub id: Id<Alarm>,
}
