//! Deliveries of webhooks: one request to a URL on loopback, signed as the API signs it.
//!
//! Which webhook gets which event, and when a delivery is repeated, is decided elsewhere.

mod post;
mod sign;

use bytes::Bytes;
use serde::{Serialize, Serializer};

pub(crate) use self::post::post;
pub(crate) use self::sign::signature;

/// An attempt to deliver an event to a webhook.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use std::time::Duration;
/// use serde_json::json;
/// use truto_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder().longest_webhook_wait(Duration::ZERO).start().await?;
/// // Nothing listens there. A test has a receiver of its own.
/// let webhook = json!({ "target_url": "http://127.0.0.1:9/hooks", "event_types": ["record:created"] });
/// let client = reqwest::Client::new();
/// client.post(format!("{}/webhook", sandbox.url())).bearer_auth(sandbox.token()).json(&webhook).send().await?;
///
/// sandbox.emit("record:created", json!({ "id": "003Ux" }));
/// sandbox.settled().await;
/// let attempt = sandbox.deliveries().pop().unwrap();
/// assert_eq!((attempt.event.as_str(), attempt.attempt, attempt.status), ("record:created", 4, None));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delivery {
    /// The webhook or the notification destination.
    pub webhook_id: String,
    /// The URL of the receiver.
    pub url: String,
    /// The id of the event. A repeated delivery has the same id.
    pub event_id: String,
    /// What happened, such as `integrated_account:active`.
    pub event: String,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// The body, as sent. The control route shows it as text.
    #[serde(serialize_with = "text")]
    pub body: Bytes,
    /// The `X-Truto-Signature` header. A notification has no signature.
    pub signature: Option<String>,
    /// The status of the answer. `None` if there was no answer.
    pub status: Option<u16>,
    /// Why there was no answer.
    pub error: Option<String>,
}

impl Delivery {
    /// The body as JSON, if it is JSON.
    #[must_use]
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Whether the receiver took the event.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }

    /// Memory of this attempt in the log, in bytes.
    pub(crate) fn cost(&self) -> usize {
        size_of::<Self>() + self.url.len() + self.body.len() + 4 * 64
    }
}

fn text<S: Serializer>(body: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&String::from_utf8_lossy(body))
}
