//! Calls of a server of the Model Context Protocol, which are JSON-RPC 2.0: one path, and the method in the body.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use truto_core::shape::{Shape, Shaped};
use truto_core::types::{RawJson, Unknown};
use truto_core::{Json, UnifiedRecord, json, unified_endpoint};

/// The version of the protocol that [`CallMcp::initialize`] names.
const PROTOCOL: &str = "2024-11-05";

/// Calls a method of the server of an [`McpToken`](super::McpToken).
///
/// `POST /mcp/{token}` returns an [`McpAnswer`]. [`initialize`](Self::initialize), [`list_tools`](Self::list_tools) and
/// [`call_tool`](Self::call_tool) make the calls that the SDKs have; unlike theirs, the body has the `jsonrpc` that the protocol
/// asks for. The token is a part of the path, and neither errors nor spans show it.
///
/// ```no_run
/// # async fn example(client: &truto_core::Client, token: &str) -> Result<(), truto_core::Error> {
/// use truto_core::platform::CallMcp;
/// use truto_core::{Endpoint, json};
///
/// let call = CallMcp::call_tool(token, "list_all_hub_spot_contacts", json!({"limit": 10}));
/// let answer = call.send(client).await?;
/// println!("{:?}", answer.result.map(|result| result.as_str().to_owned()));
/// # Ok(()) }
/// ```
#[unified_endpoint(POST, "/mcp/{token}", response = McpAnswer)]
pub struct CallMcp {
    /// The token of the server.
    #[truto(secret)]
    pub token: String,
    /// The version of JSON-RPC.
    #[truto(default)]
    pub jsonrpc: JsonRpc,
    /// Id of the call, which its answer repeats. A call without an id is a notification.
    pub id: Option<i64>,
    /// The method: `tools/list`.
    pub method: String,
    /// What the method takes.
    pub params: Option<Json>,
}

impl CallMcp {
    /// The first call of a session, with name and version of the program that calls.
    #[must_use]
    pub fn initialize(token: impl Into<String>, name: &str, version: &str) -> Self {
        let client = json!({"name": name, "version": version});
        let params = json!({"protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": client});
        Self::of(token, 0, "initialize", Some(params))
    }

    /// Asks for the tools of the server.
    #[must_use]
    pub fn list_tools(token: impl Into<String>) -> Self {
        Self::of(token, 1, "tools/list", None)
    }

    /// Calls a tool with its arguments, which are an object.
    #[must_use]
    pub fn call_tool(token: impl Into<String>, name: &str, arguments: impl Into<Json>) -> Self {
        let arguments: Json = arguments.into();
        Self::of(token, 2, "tools/call", Some(json!({"name": name, "arguments": arguments})))
    }

    fn of(token: impl Into<String>, id: i64, method: &str, params: Option<Json>) -> Self {
        Self { token: token.into(), jsonrpc: JsonRpc, id: Some(id), method: method.to_owned(), params }
    }
}

/// Calls a method of the server of the whole workspace, with the token of the client.
///
/// `POST /platform/mcp` returns an [`McpAnswer`].
///
/// Unverified: only a list of servers names this route.
#[unified_endpoint(POST, "/platform/mcp", response = McpAnswer)]
pub struct CallPlatformMcp {
    /// The version of JSON-RPC.
    #[truto(default)]
    pub jsonrpc: JsonRpc,
    /// Id of the call, which its answer repeats. A call without an id is a notification.
    pub id: Option<i64>,
    /// The method: `tools/list`.
    pub method: String,
    /// What the method takes.
    pub params: Option<Json>,
}

/// The answer to a call: a result, or an error.
///
/// ```
/// use truto_core::platform::McpAnswer;
///
/// let answer = r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "Method not found"}}"#;
/// let answer: McpAnswer = serde_json::from_str(answer).unwrap();
/// assert_eq!(answer.error.unwrap().code, Some(-32601));
/// ```
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct McpAnswer {
    /// Id of the call.
    pub id: Option<RawJson>,
    /// What the method returned.
    pub result: Option<RawJson>,
    /// Why the method failed.
    pub error: Option<McpError>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Why a method failed.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct McpError {
    /// Number of the error, as JSON-RPC has it.
    pub code: Option<i64>,
    /// The error in words.
    pub message: Option<String>,
    /// More about the error.
    pub data: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The version of JSON-RPC, which is always `2.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct JsonRpc;

impl JsonRpc {
    const VERSION: &str = "2.0";
}

impl Shaped for JsonRpc {
    const SHAPE: Shape = Shape::Choice(&[Self::VERSION]);
}

impl Serialize for JsonRpc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::VERSION)
    }
}

impl<'de> Deserialize<'de> for JsonRpc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let version = String::deserialize(deserializer)?;
        if version == Self::VERSION {
            return Ok(Self);
        }
        Err(serde::de::Error::custom("expected the version `2.0` of JSON-RPC"))
    }
}
