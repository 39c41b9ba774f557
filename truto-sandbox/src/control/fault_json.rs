//! The JSON form of a fault, for the control route.
//!
//! Unknown keys are refused, because a test whose fault has a typo tests nothing.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fault::Fault;

/// The body of `POST /_sandbox/faults`. The methods of [`Fault`] explain the fields.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FaultJson {
    method: Option<String>,
    path: Option<String>,
    account: Option<String>,
    times: Option<u32>,
    delay_ms: u64,
    after_handling: bool,
    status: Option<u16>,
    headers: BTreeMap<String, String>,
    /// A string is sent as text, any other value as JSON.
    body: Option<Value>,
    cut_at: Option<u64>,
    close: bool,
}

impl TryFrom<FaultJson> for Fault {
    type Error = String;

    fn try_from(json: FaultJson) -> Result<Self, String> {
        let mut headers = HeaderMap::new();
        for (name, value) in &json.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("`{name}` is not a header name"))?;
            let value =
                HeaderValue::from_str(value).map_err(|_| format!("The value of the header `{name}` is not valid"))?;
            headers.insert(name, value);
        }
        let body = match json.body {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => {
                // The default content type of a fault is JSON.
                headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("text/plain; charset=utf-8"));
                Some(Bytes::from(text))
            }
            Some(value) => Some(Bytes::from(value.to_string())),
        };
        Ok(Self {
            method: json.method.as_deref().map(parse_method).transpose()?,
            path: json.path,
            account: json.account.map(|account| account.to_ascii_lowercase()),
            times: json.times.unwrap_or(1),
            delay: Duration::from_millis(json.delay_ms),
            after_handling: json.after_handling,
            status: json.status.map(parse_status).transpose()?,
            headers,
            body,
            cut_at: json.cut_at,
            close: json.close,
        })
    }
}

fn parse_method(name: &str) -> Result<Method, String> {
    Method::from_bytes(name.to_ascii_uppercase().as_bytes()).map_err(|_| format!("`{name}` is not an HTTP method"))
}

fn parse_status(status: u16) -> Result<StatusCode, String> {
    let status_code = StatusCode::from_u16(status).ok().filter(|_| (200..=599).contains(&status));
    status_code.ok_or_else(|| format!("{status} is not a final HTTP status (200 to 599)"))
}

impl From<&Fault> for FaultJson {
    fn from(fault: &Fault) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            method: fault.method.as_ref().map(ToString::to_string),
            path: fault.path.clone(),
            account: fault.account.clone(),
            times: Some(fault.times),
            delay_ms: u64::try_from(fault.delay.as_millis()).unwrap_or(u64::MAX),
            after_handling: fault.after_handling,
            status: fault.status.map(|status| status.as_u16()),
            headers: fault.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect(),
            body: fault.body.as_ref().map(|body| Value::from(text(body))),
            cut_at: fault.cut_at,
            close: fault.close,
        }
    }
}
