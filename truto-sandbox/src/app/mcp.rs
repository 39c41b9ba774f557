//! MCP servers: `POST /mcp/{token}` of an account, and `POST /platform/mcp` of the workspace, which has no tools here.
//!
//! A message is JSON-RPC. The SDKs leave `jsonrpc` out, and the sandbox takes their messages too.

use axum::body::Bytes;
use http::StatusCode;
use http::request::Parts;
use serde_json::{Map, Value, json};

use super::guard::authorize;
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::upload::members;
use crate::platform::caller::Caller;
use crate::platform::tokens;
use crate::platform::tools::{self, Tool};
use crate::state::Shared;
use crate::state::platform::tables::{Row, text};

/// The version of the protocol that both SDKs speak.
const PROTOCOL: &str = "2024-11-05";
const UNKNOWN_METHOD: i64 = -32601;
const WRONG_PARAMETERS: i64 = -32602;

/// Answers a message to a server. `token` is `None` for the server of the workspace.
pub(super) async fn respond(
    shared: &Shared,
    token: Option<&str>,
    (parts, body): (&Parts, &Bytes),
    caller: &Caller,
) -> Result<Answer, Refusal> {
    let server = match token {
        None => None,
        Some(token) => {
            let refused = || Refusal::unauthorized("The MCP token is not valid, or its time is over");
            Some(tokens::mcp(shared, token).ok_or_else(refused)?)
        }
    };
    let needs_token = server.as_ref().and_then(|row| row.get("config")?.get("require_api_token_auth"));
    if needs_token == Some(&Value::Bool(true)) && *caller != Caller::Api {
        authorize(&parts.headers, &shared.settings.token)?;
    }
    let message = members(body)?;
    let method = message.get("method").and_then(Value::as_str).unwrap_or_default();
    if method.starts_with("notifications/") {
        return Ok(Answer::empty(StatusCode::ACCEPTED));
    }
    let none = Map::new();
    let params = message.get("params").and_then(Value::as_object).unwrap_or(&none);
    let answered = answer(shared, server.as_ref(), method, params).await;
    let (name, value) = match answered {
        Ok(result) => ("result", result),
        Err((code, reason)) => ("error", json!({ "code": code, "message": reason })),
    };
    let id = message.get("id").cloned().unwrap_or_default();
    Ok(Answer::ok(json!({ "jsonrpc": "2.0", "id": id, (name): value })))
}

async fn answer(
    shared: &Shared,
    server: Option<&Row>,
    method: &str,
    params: &Map<String, Value>,
) -> Result<Value, (i64, String)> {
    let account = server.and_then(|row| text(row, "integrated_account_id")).unwrap_or_default();
    let offered = || match server {
        Some(row) => tools::of_token(shared, account, row.get("config").unwrap_or(&Value::Null)),
        None => Vec::new(),
    };
    match method {
        "initialize" => Ok(json!({
            "protocolVersion": PROTOCOL,
            "capabilities": { "tools": {} },
            "serverInfo": { "name": "truto-sandbox", "version": env!("CARGO_PKG_VERSION") },
        })),
        "ping" => Ok(json!({})),
        "prompts/list" => Ok(json!({ "prompts": [] })),
        "resources/list" => Ok(json!({ "resources": [] })),
        "tools/list" => {
            let shown = offered()
                .into_iter()
                .map(|tool| json!({ "name": tool.name, "description": tool.description, "inputSchema": tool.input() }));
            Ok(json!({ "tools": shown.collect::<Vec<_>>() }))
        }
        "tools/call" => {
            let name = params.get("name").and_then(Value::as_str).unwrap_or_default();
            let tool = offered().into_iter().find(|tool| tool.name == name);
            let tool = tool.ok_or_else(|| (WRONG_PARAMETERS, format!("There is no tool `{}`", name.escape_debug())))?;
            let arguments = params.get("arguments").and_then(Value::as_object).cloned().unwrap_or_default();
            Ok(call(shared, account, &tool, arguments).await)
        }
        _ => Err((UNKNOWN_METHOD, format!("There is no method `{}`", method.escape_debug()))),
    }
}

/// Calls a tool. A refusal is a result with `isError`, as the protocol wants it.
async fn call(shared: &Shared, account: &str, tool: &Tool, mut arguments: Map<String, Value>) -> Value {
    let id = arguments.remove("id");
    let place = if ["list", "get", "delete"].contains(&tool.method.as_str()) { "query" } else { "body" };
    let entry = json!({ "resource": tool.resource, "method": tool.method, "id": id, (place): arguments });
    let answer = match shared.account(account) {
        Some(account) => super::batch::call_entry(shared, &account, entry).await,
        None => Refusal::no_account(account).into_answer(),
    };
    let is_error = !answer.status.is_success();
    let text = super::batch::body_of(answer).to_string();
    json!({ "content": [{ "type": "text", "text": text }], "isError": is_error })
}
