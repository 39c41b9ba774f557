// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `documentation` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDocumentations;
//!
//! let mut list = ListDocumentations::builder().items(client);
//! while let Some(documentation) = list.try_next().await? {
//!     println!("{}", documentation.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Documentation`] and its methods: <https://github.com/trutohq/truto-python-sdk>,
//! <https://github.com/trutohq/truto-skills>, <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Filter, Patch, Timestamp, UnifiedRecord, unified_endpoint};

/// A text about an integration or a unified model.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Documentation {
    /// Id of the record.
    pub id: Id<Documentation>,
    /// Id of what it belongs to.
    pub entity_id: Option<String>,
    /// Kind of what it belongs to.
    #[truto(rename = "entity_type")]
    pub entity: Option<Open<DocumentationEntity>>,
    /// The text, or JSON as text.
    pub content: Option<String>,
    /// Kind of text.
    #[truto(rename = "type")]
    pub kind: Option<Open<DocumentationKind>>,
    /// Way of authorisation that it is about.
    pub authentication_method: Option<String>,
    /// Name of the method that it is about.
    pub method: Option<String>,
    /// Name of the resource that it is about.
    pub resource: Option<String>,
    /// Short name of the integration that it is about.
    pub integration_name: Option<String>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// What a documentation belongs to.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DocumentationEntity {
    /// `integration`.
    Integration,
    /// `unified_model`.
    UnifiedModel,
    /// `environment_integration`.
    EnvironmentIntegration,
    /// `environment_unified_model`.
    EnvironmentUnifiedModel,
}

/// Kinds of documentation.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DocumentationKind {
    /// `readme`.
    Readme,
    /// `note`.
    Note,
    /// `end_user_guide`.
    EndUserGuide,
    /// `description`.
    Description,
    /// `query_schema`.
    QuerySchema,
    /// `body_schema`.
    BodySchema,
    /// `response_schema`.
    ResponseSchema,
}

/// Lists documentations.
///
/// `GET /documentation` returns pages of [`Documentation`].
///
/// The server refuses a list without a filter.
#[unified_endpoint(GET, "/documentation", response = Documentation, paginated)]
pub struct ListDocumentations {
    /// Id of an integration.
    pub integration_id: Option<Filter<String>>,
    /// Id of an installed integration.
    pub environment_integration_id: Option<Filter<String>>,
    /// Id of a unified model.
    pub unified_model_id: Option<Filter<String>>,
    /// Id of an installed unified model.
    pub environment_unified_model_id: Option<Filter<String>>,
}

/// Reads a documentation.
///
/// `GET /documentation/{id}` returns the [`Documentation`].
#[unified_endpoint(GET, "/documentation/{id}", response = Documentation)]
pub struct GetDocumentation {
    /// Id of the documentation.
    pub id: Id<Documentation>,
}

/// Creates a documentation.
///
/// `POST /documentation` returns the [`Documentation`].
#[unified_endpoint(POST, "/documentation", response = Documentation)]
pub struct CreateDocumentation {
    /// Id of what it belongs to.
    pub entity_id: String,
    /// Kind of what it belongs to.
    #[truto(rename = "entity_type")]
    pub entity: Option<Open<DocumentationEntity>>,
    /// The text, or JSON as text.
    pub content: String,
    /// Kind of text.
    #[truto(rename = "type")]
    pub kind: Option<Open<DocumentationKind>>,
    /// Way of authorisation that it is about.
    pub authentication_method: Option<String>,
    /// Name of the method that it is about.
    pub method: Option<String>,
    /// Name of the resource that it is about.
    pub resource: Option<String>,
    /// Short name of the integration that it is about.
    pub integration_name: Option<String>,
}

/// Changes a documentation. What is not set stays as it is.
///
/// `PATCH /documentation/{id}` returns the [`Documentation`].
#[unified_endpoint(PATCH, "/documentation/{id}", response = Documentation)]
pub struct UpdateDocumentation {
    /// Id of the documentation.
    pub id: Id<Documentation>,
    /// Id of what it belongs to.
    pub entity_id: Patch<String>,
    /// Kind of what it belongs to.
    #[truto(rename = "entity_type")]
    pub entity: Patch<Open<DocumentationEntity>>,
    /// The text, or JSON as text.
    pub content: Patch<String>,
    /// Kind of text.
    #[truto(rename = "type")]
    pub kind: Patch<Open<DocumentationKind>>,
    /// Way of authorisation that it is about.
    pub authentication_method: Patch<String>,
    /// Name of the method that it is about.
    pub method: Patch<String>,
    /// Name of the resource that it is about.
    pub resource: Patch<String>,
    /// Short name of the integration that it is about.
    pub integration_name: Patch<String>,
}

/// Deletes a documentation.
///
/// `DELETE /documentation/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/documentation/{id}", response = Deleted)]
pub struct DeleteDocumentation {
    /// Id of the documentation.
    pub id: Id<Documentation>,
}
