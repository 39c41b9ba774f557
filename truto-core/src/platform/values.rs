// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! Types that several resources of the Truto platform (admin) API have in common.

use truto_core::UnifiedRecord;
use truto_core::record::UnifiedEnum;
use truto_core::types::{Open, RawJson, Unknown};

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
    /// Whether the call succeeded.
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
    /// The provider's resource.
    pub resource: Option<String>,
    /// Method of the resource.
    pub method: Option<String>,
    /// Name of the tool.
    pub name: Option<String>,
    /// What the tool does.
    pub description: Option<String>,
    /// The parameters of the query: a JSON Schema.
    pub query_schema: Option<RawJson>,
    /// The body: a JSON Schema.
    pub body_schema: Option<RawJson>,
    /// The answer: a JSON Schema.
    pub response_schema: Option<RawJson>,
    /// Names of the parameters that it needs.
    pub required: Vec<String>,
    /// Tags of the tool.
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
    /// Resource of the provider that is called.
    pub resource: Option<String>,
    /// Method of that resource.
    pub method: Option<String>,
    /// How the answer is mapped: an expression (`JSONata`), or one for each field. Any JSON, because it is a string or
    /// an object.
    pub response_mapping: Option<RawJson>,
    /// What the mapping is given.
    pub response_mapping_method: Option<Open<ResponseMappingMethod>>,
    /// Parameters that are always sent.
    pub query: Option<RawJson>,
    /// The parameters of the query.
    pub query_schema: Option<RawJson>,
    /// How the query is mapped: expressions (`JSONata`). Any JSON, because it is a string or an object.
    pub query_mapping: Option<RawJson>,
    /// How the body is mapped: expressions (`JSONata`). Any JSON, because it is a string or an object.
    pub request_body_mapping: Option<RawJson>,
    /// The members of the body.
    pub request_body_schema: Option<RawJson>,
    /// Members of the body that are always sent.
    pub body: Option<RawJson>,
    /// How the path is made.
    pub path_mapping: Option<String>,
    /// How an error is mapped.
    pub error_mapping: Option<String>,
    /// How a file is sent.
    pub file_upload: Option<RawJson>,
    /// Steps before the call.
    pub before: Option<RawJson>,
    /// Steps after the call.
    pub after: Option<RawJson>,
    /// What else is loaded.
    pub side_load: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// What a mapping of an answer is given: the whole list, or each item.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ResponseMappingMethod {
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
    /// Name of the step, which no other has.
    pub name: Option<String>,
    /// Kind of step.
    #[truto(rename = "type")]
    pub kind: Option<Open<SyncNodeKind>>,
    /// Names of the steps that come before. Any JSON, because it is of several types.
    pub depends_on: Option<RawJson>,
    /// Expression (`JSONata`) that decides whether the step runs.
    pub run_if: Option<String>,
    /// Whether what expressions take and return is logged.
    pub debug: Option<bool>,
    /// Request: `crm/contacts`, or a resource of the provider.
    pub resource: Option<String>,
    /// Request: name of the method; destination: method of the store.
    pub method: Option<String>,
    /// Request: id of the account, or a placeholder.
    pub integrated_account_id: Option<String>,
    /// Request: id of the record, or a placeholder.
    pub id: Option<String>,
    /// Request: the parameters, or an expression (`JSONata`) that makes them. Any JSON, because it is an object or a
    /// string.
    pub query: Option<RawJson>,
    /// Request: the body, or an expression (`JSONata`) that makes it. Any JSON, because it is an object or a string.
    pub body: Option<RawJson>,
    /// List that the step runs over.
    pub loop_on: Option<String>,
    /// Request: whether and how it is repeated with what was found, in `if` and `config`.
    pub recurse: Option<RawJson>,
    /// Request: how records that are gone are marked.
    pub delete_tracking: Option<Open<SyncNodeDeleteTracking>>,
    /// Request: which records can be marked as gone.
    pub delete_tracking_query: Option<RawJson>,
    /// What the kind of step needs: an `expression`, a `key` with its `value`, a destination's `id`.
    pub config: Option<RawJson>,
    /// Destination: where records go.
    #[truto(rename = "destination_type")]
    pub destination_kind: Option<Open<SyncNodeDestinationKind>>,
    /// Destination: names of the steps whose records go there.
    pub resources_to_persist: Vec<String>,
    /// Whether the records are kept.
    pub persist: Option<bool>,
    /// Form of the records: `raw`, `unified` or `normalized`.
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
