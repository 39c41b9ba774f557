//! The platform: accounts, installations, tokens, webhooks, sync jobs, logs and the rest of the API beside the data plane.
//!
//! Most resources are rows of a [`table`] with the five methods of [`rows`]. The files here hold what differs.

mod accounts;
mod body;
mod bulk;
pub(crate) mod caller;
pub(crate) mod connect;
mod datastores;
mod documents;
mod fetch;
pub(crate) mod files;
mod filters;
mod inbound;
mod logs;
mod new;
mod pages;
mod resource;
pub(crate) mod route;
mod rows;
pub(crate) mod runs;
mod show;
mod table;
pub(crate) mod tokens;
pub(crate) mod tools;
pub(crate) mod triggers;
mod update;
mod webhooks;
mod workflows;

use bytes::Bytes;
use http::HeaderMap;
use http::request::Parts;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use self::caller::Caller;
use self::resource::Resource;
use self::route::Matched;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::query::parameters;
use crate::state::Shared;

/// A call of the platform.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    shared: &'a Shared,
    resource: &'static Resource,
    /// The values of the placeholders of the path.
    values: Vec<(&'static str, String)>,
    query: Map<String, Value>,
    headers: &'a HeaderMap,
    body: &'a Bytes,
    caller: &'a Caller,
}

impl Call<'_> {
    /// The value of a placeholder of the path.
    fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The name of the resource, which is that of its rows.
    fn name(&self) -> &'static str {
        self.resource.name
    }

    /// The URL of this sandbox, as the caller knows it.
    fn base_url(&self) -> String {
        let host = self.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
        format!("http://{}", host.unwrap_or("127.0.0.1:0"))
    }

    fn missing(&self, id: &str) -> Refusal {
        Refusal::not_found(format!("There is no {} with the id `{}`", self.name(), id.escape_debug()))
    }
}

/// The answer to an action that has no row to show.
fn success() -> Answer {
    Answer::ok(json!({ "success": true }))
}

/// Answers a call of the platform. The limit of the token counts it.
pub(crate) async fn respond(
    shared: &Shared,
    matched: Matched,
    (parts, body): (&Parts, &Bytes),
    caller: &Caller,
) -> Answer {
    let (quota, admitted) = shared.limiter.take_token(shared.settings.clock.now());
    let answer = match admitted {
        Ok(()) => perform(shared, matched, (parts, body), caller).await,
        Err(refusal) => Err(refusal),
    };
    let mut answer = answer.unwrap_or_else(Refusal::into_answer);
    if let Some(quota) = quota {
        quota.write(&mut answer.headers);
    }
    answer
}

async fn perform(
    shared: &Shared,
    matched: Matched,
    (parts, body): (&Parts, &Bytes),
    caller: &Caller,
) -> Result<Answer, Refusal> {
    let Matched { resource, route, values } = matched;
    let decoded = |value: String| {
        let text = percent_decode_str(&value).decode_utf8().map(std::borrow::Cow::into_owned);
        text.map_err(|_| Refusal::bad_request("The path is not UTF-8"))
    };
    let values = values.into_iter().map(|(name, value)| Ok((name, decoded(value)?))).collect::<Result<_, Refusal>>()?;
    let query = parameters(parts.uri.query().unwrap_or_default())?;
    let call = &Call { shared, resource, values, query, headers: &parts.headers, body, caller };
    match (resource.name, route.name) {
        ("integrated-account", "update_credentials") => accounts::update_credentials(call),
        ("integrated-account", "bulk_delete") => bulk::delete(call),
        ("integrated-account", "create_token") => tokens::create_for_account(call),
        ("integrated-account", "refresh_credentials") => accounts::refresh(call),
        ("integrated-account", "run_post_install_actions") => accounts::run_actions(call),
        ("integrated-account", "me_get") => accounts::me(call),
        ("integrated-account", "me_update") => accounts::update_me(call),
        ("integrated-account" | "integration", "tools") => tools::list(call),
        ("integration", "unified_apis") => tools::unified_apis(call),
        ("link-token", "create") => tokens::create_link(call),
        ("link-token", "post_connect_form") => accounts::submit_form(call),
        ("webhook" | "notification-destination", "test") => webhooks::test(call).await,
        ("sync-job-cron-trigger" | "daemon-job-cron-trigger", "schedule") => triggers::schedule(call),
        ("datastore", "test") => datastores::test(call),
        ("file", "upload") => files::upload(call).await,
        ("log", "list") => logs::list(call),
        ("team", "invite") => rows::found(call).map(|_| success()),
        ("integrated-account-webhook" | "environment-integration-webhook", _) => inbound::process(call),
        ("unified-meta", _) => documents::of_model(call),
        (_, "list") => rows::list(call),
        (_, "get") => rows::get(call),
        (_, "create") => new::create(call),
        (_, "update") => update::update(call),
        (_, "delete") => rows::delete(call),
        (name, method) => Err(Refusal::not_found(format!("The sandbox does not serve `{method}` of {name}"))),
    }
}
