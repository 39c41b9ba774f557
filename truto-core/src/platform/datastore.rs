// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `datastore` of the Truto platform (admin) API.
//!
//! ```no_run
//! # async fn example(client: &truto_core::Client) -> Result<(), truto_core::Error> {
//! use truto_core::platform::ListDatastores;
//!
//! let mut list = ListDatastores::builder().items(client);
//! while let Some(datastore) = list.try_next().await? {
//!     println!("{}", datastore.id);
//! }
//! # Ok(()) }
//! ```
//!
//! Sources of [`Datastore`] and its methods: <https://www.truto.one/docs/api-reference/admin/datastores>,
//! <https://github.com/trutohq/truto-python-sdk>, <https://github.com/trutohq/truto-skills>,
//! <https://github.com/trutohq/truto-ts-sdk>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, RawJson, Unknown};
use truto_core::{File, Json, Patch, Timestamp, UnifiedRecord, unified_endpoint};

use super::environment::Environment;

/// A store of yours that synced records are written to.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Datastore {
    /// Id of the record.
    pub id: Id<Datastore>,
    /// Kind of store.
    #[truto(rename = "type")]
    pub kind: Option<Open<DatastoreKind>>,
    /// Name that people see.
    pub label: Option<String>,
    /// Address and credentials of the store; an answer has no credentials. Members for `mongo_data_api`: `data_source`,
    /// database, `api_url`, `api_key`. Members for `google_cloud_storage`: bucket, credentials{type, `project_id`,
    /// `private_key_id`, `private_key`, `client_email`, `client_id`, `auth_uri`, `token_uri`,
    /// `auth_provider_x509_cert_url`, `client_x509_cert_url`, `universe_domain`}. Members for `s3`: `access_key_id`,
    /// `secret_access_key`, region, bucket, `base_url`? Members for `qdrant`: `base_url`, `api_key`, port? (6333),
    /// collection.
    #[truto(secret)]
    pub config: Option<RawJson>,
    /// Id of the environment that it belongs to.
    pub environment_id: Option<Id<Environment>>,
    /// Time of creation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Kinds of store.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DatastoreKind {
    /// `mongo_data_api`.
    MongoDataApi,
    /// `google_cloud_storage`.
    GoogleCloudStorage,
    /// `s3`.
    S3,
    /// `qdrant`.
    Qdrant,
}

/// The answer to a test of a datastore.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct DatastoreTest {
    /// Whether the call succeeded.
    pub success: Option<bool>,
    /// What the store returned.
    pub data: Option<RawJson>,
    /// What the store answered.
    pub response: Option<RawJson>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists datastores.
///
/// `GET /datastore` returns pages of [`Datastore`].
#[unified_endpoint(GET, "/datastore", response = Datastore, paginated)]
pub struct ListDatastores {}

/// Reads a datastore.
///
/// `GET /datastore/{id}` returns the [`Datastore`].
#[unified_endpoint(GET, "/datastore/{id}", response = Datastore)]
pub struct GetDatastore {
    /// Id of the datastore.
    pub id: Id<Datastore>,
}

/// Creates a datastore.
///
/// `POST /datastore` returns the [`Datastore`].
#[unified_endpoint(POST, "/datastore", response = Datastore)]
pub struct CreateDatastore {
    /// Kind of store.
    #[truto(rename = "type")]
    pub kind: Open<DatastoreKind>,
    /// Name that people see.
    pub label: String,
    /// Address and credentials of the store; an answer has no credentials.
    #[truto(secret)]
    pub config: Json,
    /// Id of the environment that it belongs to. Without it, the environment of the token is used.
    pub environment_id: Option<Id<Environment>>,
    /// An id of your own.
    pub id: Option<Id<Datastore>>,
}

/// Changes a datastore. What is not set stays as it is.
///
/// `PATCH /datastore/{id}` returns the [`Datastore`].
#[unified_endpoint(PATCH, "/datastore/{id}", response = Datastore)]
pub struct UpdateDatastore {
    /// Id of the datastore.
    pub id: Id<Datastore>,
    /// Name that people see.
    pub label: Patch<String>,
    /// Address and credentials of the store; an answer has no credentials. It is merged into what is stored.
    #[truto(secret)]
    pub config: Patch<Json>,
}

/// Deletes a datastore.
///
/// `DELETE /datastore/{id}` returns the id of the deleted record.
#[unified_endpoint(DELETE, "/datastore/{id}", response = Deleted)]
pub struct DeleteDatastore {
    /// Id of the datastore.
    pub id: Id<Datastore>,
}

/// Calls a method of the store, to test it.
///
/// `POST /datastore/{id}/test/{method}` returns [`DatastoreTest`].
///
/// Only stores of Google and S3 can be tested; the others answer 400.
#[unified_endpoint(POST, "/datastore/{id}/test/{method}", response = DatastoreTest, body = raw)]
pub struct TestDatastore {
    /// Id of the datastore.
    pub id: Id<Datastore>,
    /// Method of the store, such as `uploadObject`.
    pub method: String,
    /// Arguments of the method, as JSON.
    #[truto(rename = "body")]
    pub arguments: File,
}
