// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! Types that several resources of the Truto platform (admin) API have in common.

use truto_core::UnifiedRecord;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, RawJson, Unknown};

use super::integrated_account::IntegratedAccount;

/// Regions in which data is kept.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum Region {
    /// `wnam`.
    Wnam,
    /// `enam`.
    Enam,
    /// `apac`.
    Apac,
    /// `eu`.
    Eu,
}

/// An answer that says only whether the call succeeded.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Success {
    /// The member `success`.
    pub success: Option<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// What capabilities are asked for.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum CapabilitySurface {
    /// `proxy`.
    Proxy,
    /// `unified`.
    Unified,
    /// `all`.
    All,
}

/// A method of the provider's API, as a tool for a language model.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Tool {
    /// Proxy resource.
    pub resource: Option<String>,
    /// Method name.
    pub method: Option<String>,
    /// Tool name.
    pub name: Option<String>,
    /// Purpose.
    pub description: Option<String>,
    /// JSON schema {type, properties} of the query.
    pub query_schema: Option<RawJson>,
    /// JSON schema of the body.
    pub body_schema: Option<RawJson>,
    /// JSON schema of the response.
    pub response_schema: Option<RawJson>,
    /// Required parameter names.
    pub required: Vec<String>,
    /// Tool tags of the resource.
    pub tags: Vec<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Who may use what a team made.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum Sharing {
    /// `deny`.
    Deny,
    /// `ask`.
    Ask,
    /// `allow`.
    Allow,
}

/// How a method of a unified model calls its provider, and how it maps the answer.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct MappingConfig {
    /// Proxy resource to call.
    pub resource: Option<String>,
    /// Proxy method to call.
    pub method: Option<String>,
    /// `JSONata`; replaced wholesale by a higher layer. Any JSON, because it is a string or an object.
    pub response_mapping: Option<RawJson>,
    /// Map the array or each item.
    pub response_mapping_method: Option<Open<MappingConfigResponseMappingMethod>>,
    /// Static query.
    pub query: Option<RawJson>,
    /// Documented query.
    pub query_schema: Option<RawJson>,
    /// Query translation. Any JSON, because it is a string or an object.
    pub query_mapping: Option<RawJson>,
    /// Body translation. Any JSON, because it is a string or an object.
    pub request_body_mapping: Option<RawJson>,
    /// Documented body.
    pub request_body_schema: Option<RawJson>,
    /// Static body.
    pub body: Option<RawJson>,
    /// Path translation.
    pub path_mapping: Option<String>,
    /// Error translation.
    pub error_mapping: Option<String>,
    /// Upload handling.
    pub file_upload: Option<RawJson>,
    /// Steps before.
    pub before: Option<RawJson>,
    /// Steps after.
    pub after: Option<RawJson>,
    /// Extra loads.
    pub side_load: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Map the array or each item.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum MappingConfigResponseMappingMethod {
    /// `array`.
    Array,
    /// `item`.
    Item,
}

/// A step of a sync: a request, a transformation, a destination.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct SyncNode {
    /// Unique node name.
    pub name: Option<String>,
    /// Kind of step.
    #[truto(rename = "type")]
    pub kind: Option<Open<SyncNodeKind>>,
    /// Upstream node. Any JSON, because it is of several types.
    pub depends_on: Option<RawJson>,
    /// `JSONata` condition.
    pub run_if: Option<String>,
    /// Log `JSONata` input and output.
    pub debug: Option<bool>,
    /// Request: model/resource or proxy resource.
    pub resource: Option<String>,
    /// Request: method; datastore destination: store method (uploadObject, upsertPoints, insertMany, update,
    /// deleteMany).
    pub method: Option<String>,
    /// Request: placeholder or id.
    pub integrated_account_id: Option<Id<IntegratedAccount>>,
    /// Request: record id.
    pub id: Option<String>,
    /// Request: query, string = `JSONata`. Any JSON, because it is an object or a string.
    pub query: Option<RawJson>,
    /// Request: body. Any JSON, because it is an object or a string.
    pub body: Option<RawJson>,
    /// Request or datastore destination: array path.
    pub loop_on: Option<String>,
    /// Request: {if, config}.
    pub recurse: Option<RawJson>,
    /// Request: mark vanished records.
    pub delete_tracking: Option<Open<SyncNodeDeleteTracking>>,
    /// Request: limits delete tracking.
    pub delete_tracking_query: Option<RawJson>,
    /// `transform/add_context` {expression}; state nodes {key, default, value, `value_expression`}; event {name:
    /// start\|complete\|error}; destination {id, config}.
    pub config: Option<RawJson>,
    /// Destination kind.
    #[truto(rename = "destination_type")]
    pub destination_kind: Option<Open<SyncNodeDestinationKind>>,
    /// Destination: node names to write.
    pub resources_to_persist: Vec<String>,
    /// Keep the result (needed for proxy rows in a batch).
    pub persist: Option<bool>,
    /// Raw, unified, normalized.
    pub response_format: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of step.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SyncNodeKind {
    /// `request`.
    Request,
    /// `transform`.
    Transform,
    /// `spool`.
    Spool,
    /// `add_context`.
    AddContext,
    /// `destination`.
    Destination,
    /// `event`.
    Event,
    /// `get_state`.
    GetState,
    /// `update_state`.
    UpdateState,
    /// `delete_state`.
    DeleteState,
}

/// How records that are gone are marked.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SyncNodeDeleteTracking {
    /// `hard`.
    Hard,
    /// `soft`.
    Soft,
}

/// Kinds of destination of a sync.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SyncNodeDestinationKind {
    /// `webhook`.
    Webhook,
    /// `datastore`.
    Datastore,
    /// `superquery`.
    Superquery,
}

/// What a run does about an error.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ErrorHandling {
    /// `fail_fast`.
    FailFast,
    /// `ignore`.
    Ignore,
    /// `batch`.
    Batch,
}

/// Regions of the synced data.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum SuperQueryRegion {
    /// `apac`.
    Apac,
    /// `wnam`.
    Wnam,
}
