//! The log of the platform: rows that `GET /log` shows, by their type. The rows of calls are read from the log of requests.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::ids::ENVIRONMENT;
use crate::bounded_log::BoundedLog;
use crate::lock::lock;
use crate::seed::moment;
use crate::state::Shared;

/// The type of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogType {
    UnifiedProxyApi,
    RapidBridge,
    Webhook,
    SyncJobCronTrigger,
    Mcp,
}

impl LogType {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("unified_proxy_api", Self::UnifiedProxyApi),
        ("rapid_bridge", Self::RapidBridge),
        ("webhook", Self::Webhook),
        ("sync_job_cron_trigger", Self::SyncJobCronTrigger),
        ("mcp", Self::Mcp),
    ];
}

/// A row, and when it was written, in milliseconds since 1970.
#[derive(Clone, Debug)]
pub(crate) struct LogRow {
    pub(crate) of: LogType,
    pub(crate) at: i64,
    pub(crate) members: Value,
}

/// The rows, oldest first.
#[derive(Debug, Default)]
pub(crate) struct PlatformLog(Mutex<BoundedLog<LogRow>>);

impl PlatformLog {
    pub(crate) fn rows(&self, of: LogType) -> Vec<LogRow> {
        lock(&self.0).iter().filter(|row| row.of == of).cloned().collect()
    }

    pub(super) fn reset(&self) {
        lock(&self.0).clear();
    }
}

impl Shared {
    /// Adds a row to the log.
    pub(crate) fn log_row(&self, of: LogType, mut members: Value) {
        let at = self.settings.clock.millis();
        members["timestamp"] = Value::from(moment::text(at));
        members["environment_id"] = json!(ENVIRONMENT);
        if let Value::Object(members) = &mut members {
            // The API drops members that are empty.
            members.retain(|_, value| !value.is_null());
        }
        let cost = size_of::<LogRow>() + members.to_string().len() * 4;
        lock(&self.platform.log.0).push(LogRow { of, at, members }, cost);
    }
}
