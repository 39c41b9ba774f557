//! The payloads of events, as types.

use serde::Deserialize;

use crate::platform::{ApiToken, EnvironmentIntegration, EnvironmentUnifiedModel, IntegratedAccount, SyncJobRun};
use crate::types::raw_json::RawJson;
use crate::webhook::{Event, EventKind};

/// What an [`Event`] is about, by its kind. [`Event::details`] reads it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Payload {
    /// The account of an `integrated_account:…` event, without its credentials. If the account was removed, only its id is there.
    IntegratedAccount(Box<IntegratedAccount>),
    /// The installed integration of an `environment_integration:…` event. If it was removed, only its id is there.
    EnvironmentIntegration(Box<EnvironmentIntegration>),
    /// The installed unified model of an `environment_unified_model:…` event. If it was removed, only its id is there.
    EnvironmentUnifiedModel(Box<EnvironmentUnifiedModel>),
    /// The token of an `api_token:…` event, without its secret. If it was removed, only its id is there.
    ApiToken(Box<ApiToken>),
    /// The run of a `sync_job_run:…` event.
    SyncJobRun(Box<SyncJobRun>),
    /// Records that a run fetched: `sync_job_run:record`.
    Records(SyncedRecords),
    /// Why a run could not fetch records: `sync_job_run:record_error`.
    RecordErrors(RecordErrors),
    /// The payload as it came: of `record:…` events, whose shape your mapping decides, of events whose payload no source describes, of
    /// unknown events, and any payload that is not what its kind promises.
    Other(RawJson),
}

/// Records that a sync job run fetched from one resource.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct SyncedRecords {
    /// The resource, such as `crm/contacts`.
    pub resource: String,
    /// The records, each in the shape of the resource.
    pub records: Vec<RawJson>,
    /// What the run says of them.
    #[serde(default)]
    pub meta: Option<RawJson>,
    /// The wait that the provider asks for. No source states its unit.
    #[serde(default, rename = "retryAfter")]
    pub retry_after: Option<serde_json::Number>,
}

/// Why a sync job run could not fetch records.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct RecordErrors {
    /// The error, if the run ignores errors (`error_handling: ignore`).
    #[serde(default)]
    pub error: Option<RawJson>,
    /// The errors, if the run collects them (`error_handling: batch`).
    #[serde(default)]
    pub errors: Vec<RawJson>,
}

impl Event {
    /// Reads the payload as the type that belongs to the kind of the event.
    ///
    /// It never fails: a payload of another shape is [`Payload::Other`]. An answer that is not 200 for a delivery that is genuine
    /// would be repeated three times, and then switch the webhook off.
    ///
    /// ```
    /// use truto_core::webhook::{Event, Payload};
    ///
    /// let body = r#"{"id": "1", "event": "integrated_account:active", "payload": {"id": "62f4", "tenant_id": "acme"}}"#;
    /// let event: Event = serde_json::from_str(body).unwrap();
    /// let Payload::IntegratedAccount(account) = event.details() else { panic!("{event:?}") };
    /// assert_eq!(account.tenant_id.as_deref(), Some("acme"));
    /// ```
    #[must_use]
    pub fn details(&self) -> Payload {
        let payload = &self.payload;
        match &self.kind {
            EventKind::IntegratedAccountCreated
            | EventKind::IntegratedAccountUpdated
            | EventKind::IntegratedAccountDeleted
            | EventKind::IntegratedAccountActive
            | EventKind::IntegratedAccountReactivated
            | EventKind::IntegratedAccountAuthenticationError
            | EventKind::IntegratedAccountPostInstallError
            | EventKind::IntegratedAccountValidationError
            | EventKind::IntegratedAccountPostConnectFormSubmitted
            | EventKind::IntegratedAccountForbiddenError => read(payload, Payload::IntegratedAccount),
            EventKind::EnvironmentIntegrationCreated
            | EventKind::EnvironmentIntegrationUpdated
            | EventKind::EnvironmentIntegrationDeleted => read(payload, Payload::EnvironmentIntegration),
            EventKind::EnvironmentUnifiedModelCreated
            | EventKind::EnvironmentUnifiedModelUpdated
            | EventKind::EnvironmentUnifiedModelDeleted => read(payload, Payload::EnvironmentUnifiedModel),
            EventKind::ApiTokenCreated | EventKind::ApiTokenDeleted => read(payload, Payload::ApiToken),
            EventKind::SyncJobRunCreated
            | EventKind::SyncJobRunUpdated
            | EventKind::SyncJobRunStarted
            | EventKind::SyncJobRunRateLimited
            | EventKind::SyncJobRunCompleted
            | EventKind::SyncJobRunFailed
            | EventKind::SyncJobRunDeleted => read(payload, Payload::SyncJobRun),
            EventKind::SyncJobRunRecord => read(payload, Payload::Records),
            EventKind::SyncJobRunRecordError => read(payload, Payload::RecordErrors),
            EventKind::LinkTokenConnectionError
            | EventKind::SyncJobCronTriggerFailed
            | EventKind::RecordCreated
            | EventKind::RecordUpdated
            | EventKind::RecordDeleted
            | EventKind::RecordMeta
            | EventKind::BatchJobCompleted
            | EventKind::BatchJobFailed
            | EventKind::BatchJobDryRunCompleted
            | EventKind::BatchJobDryRunFailed
            | EventKind::Test
            | EventKind::Unknown(_) => Payload::Other(payload.clone()),
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(payload: &RawJson, make: impl FnOnce(T) -> Payload) -> Payload {
    payload.parse().map_or_else(|_| Payload::Other(payload.clone()), make)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(kind: &str, payload: &str) -> Payload {
        let body = format!(r#"{{"id": "1", "event": "{kind}", "payload": {payload}}}"#);
        serde_json::from_str::<Event>(&body).unwrap().details()
    }

    #[test]
    fn what_was_removed_has_its_id() {
        let gone = r#"{"id": "7"}"#;
        let Payload::IntegratedAccount(account) = details("integrated_account:deleted", gone) else { panic!() };
        let Payload::SyncJobRun(run) = details("sync_job_run:deleted", gone) else { panic!() };
        let Payload::ApiToken(token) = details("api_token:deleted", gone) else { panic!() };
        assert_eq!((account.id.as_str(), run.id.as_str(), token.id.as_str()), ("7", "7", "7"));
    }

    #[test]
    fn records_of_a_run_stay_as_they_came() {
        let payload =
            r#"{"resource": "crm/contacts", "records": [{"id": 1.0}, {"id": 2}], "meta": {"a": 1}, "retryAfter": 3}"#;
        let Payload::Records(synced) = details("sync_job_run:record", payload) else { panic!() };
        assert_eq!((synced.resource.as_str(), synced.records.len()), ("crm/contacts", 2));
        assert_eq!(synced.records[0].as_str(), r#"{"id": 1.0}"#);
        assert_eq!(synced.retry_after.unwrap().to_string(), "3");
        let Payload::RecordErrors(errors) = details("sync_job_run:record_error", r#"{"errors": [1, 2]}"#) else {
            panic!()
        };
        assert_eq!(errors.errors.len(), 2);
    }

    #[test]
    fn a_payload_that_breaks_its_promise_is_kept() {
        for (kind, payload) in [
            ("integrated_account:active", "[1]"),
            ("sync_job_run:record", r#"{"records": 7}"#),
            ("moon:full", "null"),
            ("record:created", r#"{"raw": {"a": 1}}"#),
        ] {
            let Payload::Other(raw) = details(kind, payload) else { panic!("{kind}") };
            assert_eq!(raw.as_str(), payload);
        }
    }
}
