// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `log` of the Truto platform (admin) API.
//!
//! Sources of [`Log`] and its methods: <https://www.truto.one/docs/api-reference/admin/logs>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};
use truto_core::{DateFilter, Json, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;
use super::integrated_account::IntegratedAccount;
use super::sync_job::SyncJob;
use super::sync_job_run::SyncJobRun;
use super::webhook::Webhook;

/// An entry of a log. Any member may be missing.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Log {
    /// Id of the entry.
    #[truto(rename = "_id")]
    pub id: Option<String>,
    /// Time of the entry.
    pub timestamp: Option<Timestamp>,
    /// The other members, if they stand in an object of their own: [`flat`](Self::flat) reads both forms.
    pub metadata: Option<RawJson>,
    /// Part of the platform that wrote it.
    pub service: Option<String>,
    /// Id of the environment.
    pub environment_id: Option<Id<Environment>>,
    /// Id of the account.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// Your own id of the customer.
    pub tenant_id: Option<String>,
    /// Short name of the integration.
    pub integration: Option<String>,
    /// Surface of the call.
    pub request_type: Option<Open<LogRequestKind>>,
    /// Name of the resource.
    pub resource: Option<String>,
    /// Name of the method.
    pub method: Option<String>,
    /// Method of HTTP.
    pub http_method: Option<String>,
    /// Address of the call.
    pub http_url: Option<String>,
    /// Status of the answer.
    pub http_status_code: Option<i64>,
    /// Class of the status: `2xx`.
    pub http_status_category: Option<String>,
    /// Milliseconds in the platform.
    pub duration: Option<f64>,
    /// Milliseconds at the provider.
    pub fetch_duration: Option<f64>,
    /// Number of records.
    pub result_count: Option<i64>,
    /// Lines, or errors as objects.
    pub logs: Vec<RawJson>,
    /// Text of the entry.
    pub message: Option<String>,
    /// Whether the account has to be connected again.
    pub integrated_account_needs_reauth: Option<bool>,
    /// Member of entries of `rapid_bridge`.
    pub sync_job_id: Option<Id<SyncJob>>,
    /// Member of entries of `rapid_bridge`.
    pub sync_job_run_id: Option<Id<SyncJobRun>>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub sync_job_request_type: Option<RawJson>,
    /// Member of entries of `rapid_bridge`.
    pub sync_job_run_event: Option<String>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub status: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub num_records: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub retry_after: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub retry_count: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub webhook_status: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub webhook_successful: Option<RawJson>,
    /// Member of entries of `rapid_bridge`. Any JSON, because no source says what it is.
    pub datastore_successful: Option<RawJson>,
    /// Member of entries of `webhook`. Any JSON, because no source says what it is.
    pub queue: Option<RawJson>,
    /// Member of entries of `webhook`.
    pub event: Option<String>,
    /// Member of entries of `webhook`.
    pub webhook_id: Option<Id<Webhook>>,
    /// Member of entries of `webhook`. Any JSON, because no source says what it is.
    pub webhook_endpoint_status: Option<RawJson>,
    /// Id of the record. Any JSON, because no source says what it is.
    #[truto(rename = "id")]
    pub id_2: Option<RawJson>,
    /// Member of entries of `sync_job_cron_trigger`.
    #[truto(rename = "alarm_type")]
    pub alarm_kind: Option<String>,
    /// Id of the sync job, in entries of `sync_job_cron_trigger`.
    pub entity_id: Option<String>,
    /// Member of entries of `mcp`.
    pub mcp_server_id: Option<String>,
    /// Member of entries of `mcp`.
    pub mcp_server_name: Option<String>,
    /// Member of entries of `mcp`.
    pub mcp_method: Option<String>,
    /// Member of entries of `mcp`.
    pub tool_name: Option<String>,
    /// Member of entries of `mcp`.
    pub client_name: Option<String>,
    /// Member of entries of `mcp`.
    pub client_version: Option<String>,
    /// Member of entries of `mcp`.
    pub http_request_id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

// <keep>
impl Log {
    /// The entry with all of its members at the top, whether the server puts them there or into `metadata`.
    ///
    /// # Errors
    /// If `metadata` holds something else than the members of an entry.
    ///
    /// ```
    /// use truto_core::platform::Log;
    ///
    /// for answer in [r#"{"_id": "1", "resource": "contacts"}"#, r#"{"_id": "1", "metadata": {"resource": "contacts"}}"#] {
    ///     let entry: Log = serde_json::from_str(answer).unwrap();
    ///     let entry = entry.flat().unwrap();
    ///     assert_eq!((entry.id.as_deref(), entry.resource.as_deref()), (Some("1"), Some("contacts")));
    /// }
    /// ```
    pub fn flat(&self) -> Result<Self, serde_json::Error> {
        let Some(metadata) = &self.metadata else { return Ok(self.clone()) };
        let mut members: serde_json::Map<String, Json> = metadata.parse()?;
        if let Json::Object(own) = serde_json::to_value(self)? {
            members.extend(own.into_iter().filter(|(name, _)| name != "metadata"));
        }
        serde_json::from_value(Json::Object(members))
    }
}
// </keep>

/// Surfaces that a logged call can belong to.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum LogRequestKind {
    /// `proxy`.
    Proxy,
    /// `unified`.
    Unified,
}

/// Which log is read.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum LogKind {
    /// `unified_proxy_api`.
    UnifiedProxyApi,
    /// `rapid_bridge`.
    RapidBridge,
    /// `webhook`.
    Webhook,
    /// `sync_job_cron_trigger`.
    SyncJobCronTrigger,
    /// `mcp`.
    Mcp,
}

/// Lists logs.
///
/// `GET /log` returns pages of [`Log`].
#[unified_endpoint(GET, "/log", response = Log, paginated)]
pub struct ListLogs {
    /// Which log.
    #[truto(rename = "log_type")]
    pub kind: Open<LogKind>,
    /// Time of the entry: after a time, and before another that is a month later at most.
    pub created_at: Option<DateFilter>,
    /// Conditions on members, such as `{"integrated_account_id": "…"}`; each kind of log has its own.
    #[truto(rename = "log_type_filter")]
    pub filter: Option<Json>,
}
