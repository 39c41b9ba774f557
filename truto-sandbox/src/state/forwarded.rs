//! Calls of the custom API, which the API forwards to the provider as they are, and the answers that a test gives to them.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderMap, Method};
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Content};
use crate::state::accounts::Account;

/// A member of a body that tells the API how to call the provider. The provider does not get it.
const METHOD_CONFIG: &str = "methodConfig";

/// A call of the custom API as it reaches the provider.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use http::Method;
/// use serde_json::{Value, json};
/// use truto_sandbox::{Answer, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     .answer_custom(Method::GET, "/v1/tickets/*", |call| Answer::ok(json!({ "ticket": call.path(), "by": call.query() })))
///     .start()
///     .await?;
/// let account = sandbox.accounts().close;
/// let url = format!("{}/custom/v1/tickets/7?integrated_account_id={account}&expand=owner", sandbox.url());
/// let answer: Value = reqwest::Client::new().get(url).bearer_auth(sandbox.token()).send().await?.json().await?;
/// let result = json!({ "ticket": "/v1/tickets/7", "by": { "expand": "owner" } });
/// assert_eq!(answer, json!({ "result": result, "next_cursor": null, "prev_cursor": null }));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct ForwardedCall<'a> {
    parts: &'a Parts,
    path: String,
    query: &'a Map<String, Value>,
    body: Bytes,
    account: &'a Account,
}

impl<'a> ForwardedCall<'a> {
    pub(crate) fn new(
        parts: &'a Parts,
        path: &str,
        query: &'a Map<String, Value>,
        body: &Bytes,
        account: &'a Account,
    ) -> Self {
        let mut body = body.clone();
        if let Ok(Value::Object(mut members)) = serde_json::from_slice(&body)
            && members.remove(METHOD_CONFIG).is_some()
        {
            body = Bytes::from(Value::Object(members).to_string());
        }
        Self { parts, path: format!("/{path}"), query, body, account }
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The decoded path behind `/custom`, with a slash at the start.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query without the parameters of the API. All leaves are text.
    #[must_use]
    pub fn query(&self) -> &Map<String, Value> {
        self.query
    }

    /// The headers, as sent.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// The body without `methodConfig`.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as JSON. `null` if it is empty or not JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The account of the call.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.account
    }

    /// Shows the call to its caller.
    fn echo(&self) -> Value {
        let body = match self.json() {
            Value::Null => Value::from(String::from_utf8_lossy(&self.body)),
            json => json,
        };
        json!({ "method": self.method().as_str(), "path": self.path, "query": self.query, "body": body })
    }
}

type Answering = dyn Fn(&ForwardedCall<'_>) -> Answer + Send + Sync;

/// The answers of a test by method and path. The last answer counts.
#[derive(Clone, Default)]
pub(crate) struct ForwardedAnswers(Vec<(Method, String, Arc<Answering>)>);

impl ForwardedAnswers {
    pub(crate) fn add(
        &mut self,
        method: Method,
        path: &str,
        answer: impl Fn(&ForwardedCall<'_>) -> Answer + Send + Sync + 'static,
    ) {
        let path = format!("/{}", path.trim_start_matches('/'));
        self.0.push((method, path, Arc::new(answer)));
    }

    /// The answer of the API: JSON in its envelope, anything else as the provider sent it.
    pub(crate) fn answer(&self, call: &ForwardedCall<'_>) -> Answer {
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(prefix) => call.path().starts_with(prefix),
            None => call.path() == pattern,
        };
        let mut answers = self.0.iter().rev();
        let answer = match answers.find(|(method, path, _)| method == call.method() && fits(path)) {
            Some((_, _, answer)) => answer(call),
            None => Answer::ok(call.echo()),
        };
        let is_json =
            answer.headers.get(CONTENT_TYPE).is_some_and(|sent| sent.as_bytes().starts_with(b"application/json"));
        match &answer.content {
            Content::Whole(bytes) if is_json && answer.status.is_success() => match serde_json::from_slice(bytes) {
                Ok(result) => {
                    let body = Bytes::from(enveloped(result).to_string());
                    Answer { content: Content::Whole(body), ..answer }
                }
                Err(_) => answer,
            },
            _ => answer,
        }
    }
}

/// Puts a JSON body of a provider into the envelope of the custom API.
#[expect(clippy::needless_pass_by_value, reason = "`json!` takes references only")]
pub(crate) fn enveloped(result: Value) -> Value {
    json!({ "result": result, "next_cursor": null, "prev_cursor": null })
}

impl fmt::Debug for ForwardedAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(method, path, _)| format!("{method} {path}"))).finish()
    }
}
