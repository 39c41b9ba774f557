//! Endpoints with a field of every shape in every place, for the tests of the `OpenAPI` document.

use std::collections::BTreeMap;
use std::num::NonZeroU8;

use truto_core::crm::{CreateAssociation, CrmEntity};
use truto_core::{
    DateFilter, File, Filter, Json, Patch, Reference, Registry, SortBy, Timestamp, endpoints, unified_endpoint,
};

type Names = Vec<String>;
type Document = File;
// The macro does not see the type behind an alias, so it cannot refuse the field.
type AnyId = Json;
type Order = SortBy;
type Amount = Filter<u8>;

/// Finds parts: a query with every shape.
#[unified_endpoint(GET, "/unified/{model}/things/{id}/parts/{part}")]
struct FindParts {
    model: String,
    id: u64,
    part: CrmEntity,
    limit: Option<u32>,
    #[truto(rename = "limit[gt]")]
    above: Option<u8>,
    flag: bool,
    price: Option<f64>,
    letter: Option<char>,
    at: Option<Timestamp>,
    #[truto(entity)]
    kind: CrmEntity,
    #[truto(only_for(Leads), rename = "owner[id]")]
    owner: Option<String>,
    #[truto(style = comma)]
    joined: Option<Vec<String>>,
    #[truto(style = repeat)]
    repeated: Option<Vec<u8>>,
    listed: Option<Vec<CrmEntity>>,
    names: Names,
    links: Option<Vec<Reference>>,
    link: Option<Reference>,
    pair: Option<(u8, String)>,
    pairs: Option<Vec<(u8, u8)>>,
    map: BTreeMap<String, u8>,
    status: Option<Filter<String>>,
    amount: Option<Filter<u32>>,
    created_at: Option<DateFilter>,
    sort_by: Option<SortBy>,
    tree: Option<Json>,
    cleared: Patch<u8>,
    #[truto(default)]
    count: u8,
    #[truto(header = "X-Scope", secret)]
    scope: String,
}

/// Replaces a part: the same path with other placeholder names, and a body with every shape.
#[unified_endpoint(PUT, "/unified/{kind}/things/{thing}/parts/{name}")]
struct PutPart {
    kind: String,
    thing: AnyId,
    name: String,
    #[truto(entity, query)]
    of: CrmEntity,
    #[truto(only_for(Leads))]
    stage: Option<u8>,
    #[truto(within = "a.b")]
    sizes: Option<[i16; 3]>,
    #[truto(within = "a")]
    map: Patch<BTreeMap<String, Vec<u8>>>,
    at: Timestamp,
    order: Option<Order>,
    amount: Option<Amount>,
    rank: NonZeroU8,
    #[truto(secret)]
    pin: Option<String>,
}

/// Uploads files as parts.
#[unified_endpoint(POST, "/unified/file-storage/drive-items", body = multipart)]
struct UploadParts {
    name: String,
    file: File,
    more: Vec<File>,
    thumbnail: Option<File>,
    document: Document,
    tags: Vec<String>,
    owner: Option<Reference>,
    tree: Json,
    #[truto(entity)]
    of: CrmEntity,
    #[truto(only_for(Leads))]
    score: Option<u8>,
}

/// Uploads a file as the body.
#[unified_endpoint(PUT, "/unified/file-storage/drive-items/{id}", body = raw)]
struct PutFile {
    id: String,
    file: File,
    #[truto(query)]
    note: Option<String>,
}

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts", paginated)]
struct ListContacts {}

/// Lists notes, and declares its own limit and cursor.
#[unified_endpoint(GET, "/unified/crm/notes", paginated)]
struct ListNotes {
    limit: Option<u16>,
    next_cursor: Option<String>,
}

/// Deletes a thing, and declares every common parameter as a field.
#[unified_endpoint(DELETE, "/unified/crm/things/{type}")]
struct DeleteThing {
    r#type: String,
    remote_query: Option<Json>,
    truto_exclude_fields: Option<Vec<String>>,
    truto_ignore_remote_data: Option<bool>,
}

/// Calls an endpoint outside of the unified API.
#[unified_endpoint(POST, "/custom/a:b/c,d;e=f@g")]
struct CallCustom {
    #[truto(within = "remote_data")]
    x: Option<u8>,
}

/// All declarations.
pub(crate) const EVERY_SHAPE: Registry = endpoints![
    FindParts,
    PutPart,
    UploadParts,
    PutFile,
    ListContacts,
    ListNotes,
    DeleteThing,
    CallCustom,
    CreateAssociation
];
