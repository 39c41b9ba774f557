//! The event of a delivery.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::raw_json::RawJson;
use crate::types::timestamp::Timestamp;
use crate::util::escaped::Escaped;

/// The event of a delivery.
///
/// ```
/// use truto_core::webhook::{Event, EventKind};
///
/// let body = r#"{"id": "1", "event": "record:created", "payload": {"id": "003Ux"}, "created_at": "2023-06-16T09:21:21.000Z"}"#;
/// let event: Event = serde_json::from_str(body).unwrap();
/// assert_eq!(event.kind, EventKind::RecordCreated);
/// let record: std::collections::BTreeMap<String, String> = event.payload.parse().unwrap();
/// assert_eq!(record["id"], "003Ux");
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "Delivered")]
#[non_exhaustive]
pub struct Event {
    /// Identifier of the event. A repeated delivery has the same identifier.
    pub id: String,
    /// What happened. It is read from `event`, or from `event_type`, which some pages of the documentation show.
    #[serde(rename = "event")]
    pub kind: EventKind,
    /// The affected record or account, not parsed yet.
    pub payload: RawJson,
    /// The environment of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment_id: Option<String>,
    /// The webhook that is notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webhook_id: Option<String>,
    /// When it happened, in the API's format: `2023-06-16T09:21:21.000Z`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
}

impl Event {
    /// The time from [`created_at`](Self::created_at) until `now`. `None` if the event does not say when it happened. Zero if the clock
    /// of the API is ahead.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use truto_core::webhook::Event;
    ///
    /// let body = r#"{"id": "1", "event": "test", "payload": {}, "created_at": "1970-01-01T00:00:01.000Z"}"#;
    /// let event: Event = serde_json::from_str(body).unwrap();
    /// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(3);
    /// assert_eq!(event.age(now), Some(Duration::from_secs(2)));
    /// ```
    #[must_use]
    pub fn age(&self, now: SystemTime) -> Option<Duration> {
        let created_at = SystemTime::try_from(Timestamp::from(self.created_at.as_deref()?)).ok()?;
        Some(now.duration_since(created_at).unwrap_or_default())
    }
}

/// An event as it is delivered: its kind has either name, or both.
#[derive(Deserialize)]
struct Delivered {
    id: String,
    event: Option<EventKind>,
    event_type: Option<EventKind>,
    payload: RawJson,
    environment_id: Option<String>,
    webhook_id: Option<String>,
    created_at: Option<String>,
}

impl TryFrom<Delivered> for Event {
    type Error = &'static str;

    fn try_from(delivered: Delivered) -> Result<Self, Self::Error> {
        let Delivered { id, event, event_type, payload, environment_id, webhook_id, created_at } = delivered;
        let kind = event.or(event_type).ok_or("missing field `event`")?;
        Ok(Self { id, kind, payload, environment_id, webhook_id, created_at })
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal,)*) => {
        /// What happened (<https://truto.one/docs/guides/webhooks/list-webhook-events>).
        ///
        /// ```
        /// use truto_core::webhook::EventKind;
        ///
        /// assert_eq!(EventKind::from("record:deleted"), EventKind::RecordDeleted);
        /// assert_eq!(EventKind::from("moon:full").as_str(), "moon:full");
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EventKind {
            $($(#[doc = $doc])+ $kind,)*
            /// An event that this version of the crate does not know.
            Unknown(String),
        }

        impl EventKind {
            /// The name of the event: `entity:action`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$kind => $name,)*
                    Self::Unknown(name) => name,
                }
            }
        }

        impl From<&str> for EventKind {
            fn from(name: &str) -> Self {
                match name {
                    $($name => Self::$kind,)*
                    _ => Self::Unknown(name.to_owned()),
                }
            }
        }

        #[cfg(test)]
        const KNOWN: &[&str] = &[$($name),*];
    };
}

kinds! {
    /// An account was connected.
    IntegratedAccountCreated = "integrated_account:created",
    /// An account was changed.
    IntegratedAccountUpdated = "integrated_account:updated",
    /// An account was removed.
    IntegratedAccountDeleted = "integrated_account:deleted",
    /// An account is ready to be used.
    IntegratedAccountActive = "integrated_account:active",
    /// An account that needed authorization works again, without anybody's action.
    IntegratedAccountReactivated = "integrated_account:reactivated",
    /// The credentials of an account are no longer valid.
    IntegratedAccountAuthenticationError = "integrated_account:authentication_error",
    /// A step after the connection failed.
    IntegratedAccountPostInstallError = "integrated_account:post_install_error",
    /// The validation of a connection failed.
    IntegratedAccountValidationError = "integrated_account:validation_error",
    /// The form after the connection was submitted.
    IntegratedAccountPostConnectFormSubmitted = "integrated_account:post_connect_form_submitted",
    /// The provider refused a call of an account with 403. Unverified: the name is inferred from a type of the vendor's, and another
    /// source says that a 403 sends nothing.
    IntegratedAccountForbiddenError = "integrated_account:forbidden_error",
    /// A connection through a link token failed. Unverified: the name is inferred from a type of the vendor's.
    LinkTokenConnectionError = "link_token:connection_error",
    /// An integration was installed in an environment.
    EnvironmentIntegrationCreated = "environment_integration:created",
    /// An installed integration was changed.
    EnvironmentIntegrationUpdated = "environment_integration:updated",
    /// An integration was removed from an environment.
    EnvironmentIntegrationDeleted = "environment_integration:deleted",
    /// A unified model was installed in an environment. Unverified: the name is inferred from a type of the vendor's.
    EnvironmentUnifiedModelCreated = "environment_unified_model:created",
    /// An installed unified model was changed. Unverified: the name is inferred from a type of the vendor's.
    EnvironmentUnifiedModelUpdated = "environment_unified_model:updated",
    /// A unified model was removed from an environment. Unverified: the name is inferred from a type of the vendor's.
    EnvironmentUnifiedModelDeleted = "environment_unified_model:deleted",
    /// An API token was created.
    ApiTokenCreated = "api_token:created",
    /// An API token was removed.
    ApiTokenDeleted = "api_token:deleted",
    /// A sync job run was created.
    SyncJobRunCreated = "sync_job_run:created",
    /// A sync job run was changed.
    SyncJobRunUpdated = "sync_job_run:updated",
    /// A sync job run has started. The answer 400 stops it.
    SyncJobRunStarted = "sync_job_run:started",
    /// Records that a sync job run fetched. The run waits until the delivery is answered with 200.
    SyncJobRunRecord = "sync_job_run:record",
    /// A sync job run could not fetch some records.
    SyncJobRunRecordError = "sync_job_run:record_error",
    /// A sync job run waits for a limit of the provider.
    SyncJobRunRateLimited = "sync_job_run:rate_limited",
    /// A sync job run has ended well.
    SyncJobRunCompleted = "sync_job_run:completed",
    /// A sync job run has failed.
    SyncJobRunFailed = "sync_job_run:failed",
    /// A sync job run was removed.
    SyncJobRunDeleted = "sync_job_run:deleted",
    /// A schedule could not start its sync job.
    SyncJobCronTriggerFailed = "sync_job_cron_trigger:failed",
    /// A record was created at the provider.
    RecordCreated = "record:created",
    /// A record was changed at the provider.
    RecordUpdated = "record:updated",
    /// A record was removed at the provider.
    RecordDeleted = "record:deleted",
    /// Unverified: the name is inferred from a type of the vendor's, and no source says when it is sent.
    RecordMeta = "record:meta",
    /// A batch job has ended well, such as the removal of many accounts.
    BatchJobCompleted = "batch_job:completed",
    /// A batch job has failed.
    BatchJobFailed = "batch_job:failed",
    /// The dry run of a batch job has ended well.
    BatchJobDryRunCompleted = "batch_job:dry_run_completed",
    /// The dry run of a batch job has failed.
    BatchJobDryRunFailed = "batch_job:dry_run_failed",
    /// The delivery that `POST /webhook/test` asks for.
    Test = "test",
}

impl core::fmt::Display for EventKind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&Escaped(self.as_str()).to_string())
    }
}

impl Serialize for EventKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for EventKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self::from(name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_as_what_writes_it() {
        for name in KNOWN.iter().chain(&["moon:full", ""]) {
            assert_eq!(EventKind::from(*name).as_str(), *name);
            assert_eq!(matches!(EventKind::from(*name), EventKind::Unknown(_)), !KNOWN.contains(name));
        }
    }

    #[test]
    fn both_names_of_the_kind_are_read_and_unknown_fields_let_be() {
        for kind in [
            r#""event": "record:updated""#,
            r#""event_type": "record:updated""#,
            r#""event_type": "record:updated", "event": null"#,
            r#""event": "record:updated", "event_type": "record:updated""#,
            r#""event_type": "moon:full", "event": "record:updated""#,
        ] {
            let body = format!(r#"{{"id": "1", {kind}, "payload": {{"id": 1}}, "webhook_id": "2", "later": 1}}"#);
            let event: Event = serde_json::from_str(&body).unwrap();
            assert_eq!((event.kind, event.webhook_id.as_deref()), (EventKind::RecordUpdated, Some("2")), "{body}");
            assert_eq!((event.payload.as_str(), event.created_at), (r#"{"id": 1}"#, None));
        }
        let error = serde_json::from_str::<Event>(r#"{"id": "1", "payload": {}}"#).unwrap_err();
        assert!(error.to_string().contains("missing field `event`"), "{error}");
    }

    #[test]
    fn an_age_is_known_only_of_a_time() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400);
        for (created_at, age) in [
            (r#""1970-01-01T23:59:59.500Z""#, Some(Duration::from_millis(500))),
            (r#""1970-01-02T01:00:00+02:00""#, Some(Duration::from_secs(3600))),
            (r#""1970-01-02T00:00:01Z""#, Some(Duration::ZERO)),
            (r#""1970-01-01""#, None),
            (r#""yesterday""#, None),
            ("null", None),
        ] {
            let body = format!(r#"{{"id": "1", "event": "test", "payload": {{}}, "created_at": {created_at}}}"#);
            let event: Event = serde_json::from_str(&body).unwrap();
            assert_eq!(event.age(now), age, "{created_at}");
        }
    }

    #[test]
    fn an_event_is_written_as_it_is_read() {
        let body = r#"{"id":"1","event":"record:created","payload":{"a":[1]},"created_at":"2023-06-16T09:21:21.000Z"}"#;
        let event: Event = serde_json::from_str(body).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), body);
    }
}
