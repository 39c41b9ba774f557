//! The engine: sends one request and reads the head of its answer. One piece of code for every endpoint.

use std::sync::Arc;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use crate::base_url::BaseUrl;
use crate::contract::Contract;
use crate::error::redact::Redactor;
use crate::error::{Clock, Error, Failure, InvalidRequest, NetworkError, Outcome};
use crate::idempotency::{IDEMPOTENCY_KEY, Random};
use crate::meta::Meta;
use crate::options::{CallOptions, Limits};
use crate::outcome;
use crate::request::Parts;
use crate::response::{Answer, RawResponse, Response};
use crate::sending::Sending;
use crate::stream::ByteStream;
use crate::transport::Transport;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const AGENT: HeaderValue = HeaderValue::from_static(concat!("truto-core/", env!("CARGO_PKG_VERSION")));

/// The longest URL that the `http` crate can hold, and with it any transport.
const LONGEST_URL: usize = 65_534;

/// What all calls of a client share.
pub(crate) struct Engine {
    pub(crate) transport: Transport,
    pub(crate) base_url: BaseUrl,
    pub(crate) allow_plain_http: bool,
    pub(crate) authorization: HeaderValue,
    pub(crate) redactor: Redactor,
    pub(crate) limits: Limits,
    pub(crate) random: Random,
}

impl core::fmt::Debug for Engine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Engine")
            .field("base_url", &self.base_url.as_str())
            .field("allow_plain_http", &self.allow_plain_http)
            .field("transport", &self.transport)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// One exchange with the server: everything that is decided before the first byte leaves.
pub(crate) struct Exchange {
    engine: Arc<Engine>,
    limits: Limits,
    request: Result<(Parts, HeaderMap), Error>,
}

impl Exchange {
    pub(crate) fn new(engine: Arc<Engine>, parts: Result<Parts, Error>, options: Option<&CallOptions>) -> Self {
        let limits = options.map_or(engine.limits, |options| options.over(engine.limits));
        let request = parts.and_then(|mut parts| {
            let headers = engine.headers(&mut parts, options)?;
            Ok((parts, headers))
        });
        Self { engine, limits, request }
    }

    /// The unified or normalized record.
    pub(crate) fn decoded<T: DeserializeOwned + 'static>(self) -> Sending<T> {
        Sending::new(async move { self.answer().await?.decode() })
    }

    /// The unified record with the head of its answer.
    pub(crate) fn decoded_with_meta<T: DeserializeOwned + 'static>(self) -> Sending<Response<T>> {
        Sending::new(async move {
            let answer = self.answer().await?;
            let meta = answer.meta.clone();
            Ok(Response { body: answer.decode()?, meta })
        })
    }

    /// The answer as it came.
    pub(crate) fn raw(self) -> Sending<RawResponse> {
        Sending::new(async move { self.answer().await.map(RawResponse::new) })
    }

    /// The answer's bytes as they arrive.
    pub(crate) fn stream(self) -> Sending<ByteStream> {
        Sending::new(async move {
            let deadline = self.deadline();
            match deadline.over(self.head()).await? {
                Head::Success(stream) => Ok(stream),
                Head::Refusal(stream) => Err(stream.into_api_error().await),
            }
        })
    }

    /// The whole answer, in memory.
    async fn answer(self) -> Result<Answer, Error> {
        let deadline = self.deadline();
        let read = deadline.over(async move {
            Ok(match self.head().await? {
                Head::Success(stream) => Ok(stream.collect().await?),
                Head::Refusal(stream) => Err(stream),
            })
        });
        // The status is known, and says more than that the rest came too late: the deadline ends with the head.
        match read.await? {
            Ok(answer) => Ok(answer),
            Err(refusal) => Err(refusal.into_api_error().await),
        }
    }

    fn deadline(&self) -> Deadline {
        let contract = self.request.as_ref().map(|(parts, _)| parts.contract).ok();
        Deadline { contract, after: self.limits.deadline }
    }

    /// The head of the answer, and its body to come.
    async fn head(self) -> Result<Head, Error> {
        let Self { engine, limits, request } = self;
        let (parts, headers) = request?;
        let contract = parts.contract;
        let redactor = engine.redactor.with(&parts.secrets);
        let url = engine.base_url.join(&parts.path_and_query)?;
        if url.as_str().len() > LONGEST_URL {
            let reason = format!("the URL has {} bytes, and none may have more than {LONGEST_URL}", url.as_str().len());
            return Err(InvalidRequest::new(contract.to_string(), vec![Failure::value("", reason)]).into());
        }
        let sent = engine.transport.send(contract.method(), url, headers, parts.body);
        let response = match timeout(limits.first_byte_timeout, sent).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => {
                let outcome = if error.unsent { Outcome::NotSent } else { outcome::after_sending(contract) };
                let cause = redactor.excerpt(error.cause.as_bytes());
                return Err(NetworkError {
                    endpoint: contract.to_string(),
                    kind: error.kind,
                    outcome,
                    received: 0,
                    request_id: None,
                    cause,
                }
                .into());
            }
            Err(_) => return Err(outcome::timed_out(contract, Clock::FirstByte, limits.first_byte_timeout, None)),
        };
        let (head, body) = response.into_parts();
        let succeeded = head.status.is_success();
        let meta = Meta::new(head.status, head.headers, 1, &redactor);
        let stream = ByteStream::new(contract, meta, body, limits, redactor);
        Ok(if succeeded { Head::Success(stream) } else { Head::Refusal(stream) })
    }
}

/// The head of an answer, and its body to come.
enum Head {
    /// 2xx.
    Success(ByteStream),
    /// Any other status: the body says why.
    Refusal(ByteStream),
}

impl Engine {
    fn headers(&self, parts: &mut Parts, options: Option<&CallOptions>) -> Result<HeaderMap, Error> {
        let method = parts.contract.method();
        let mut headers = HeaderMap::with_capacity(8);
        headers.extend(parts.headers.drain(..));
        if !method.is_safe() && !headers.contains_key(IDEMPOTENCY_KEY) {
            let key = match options {
                Some(options) => options.key(self.random)?,
                None => CallOptions::default().key(self.random)?,
            };
            if let Some(key) = key {
                headers.insert(IDEMPOTENCY_KEY, key);
            }
        }
        if parts.body.is_some() {
            headers.insert(CONTENT_TYPE, parts.content_type.take().unwrap_or(JSON));
        }
        headers.insert(ACCEPT, JSON);
        headers.insert(USER_AGENT, AGENT);
        headers.insert(AUTHORIZATION, self.authorization.clone());
        Ok(headers)
    }
}

/// The clock over a whole call.
struct Deadline {
    contract: Option<&'static Contract>,
    after: core::time::Duration,
}

impl Deadline {
    async fn over<T>(self, call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        // Without a contract the request was refused already: the call ends at once.
        let Some(contract) = self.contract else { return call.await };
        match timeout(self.after, call).await {
            Ok(result) => result,
            Err(_) => Err(outcome::timed_out(contract, Clock::Deadline, self.after, None)),
        }
    }
}
