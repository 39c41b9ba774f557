//! The contracts of calls without a declaration: the names are placeholders, so that a handful of contracts serves all calls.

use crate::contract::{Contract, Field, Kind, Method};

/// The contracts of a resource.
#[derive(Debug)]
pub(super) struct Contracts {
    pub(super) list: Contract,
    pub(super) get: Contract,
    pub(super) create: Contract,
    pub(super) update: Contract,
    pub(super) delete: Contract,
    pub(super) call: Contract,
}

/// The contracts of the resources under a path: those that refuse a slash in an id, and those that send it as `%2F`.
pub(super) type Both = [Contracts; 2];

const fn name(name: &'static str) -> Field {
    Field::required(name, Kind::String).path()
}

macro_rules! resources {
    ($path:literal, $id:expr, $($name:ident),+) => {{
        const NAMES: &[Field] = &[$(name(stringify!($name))),+];
        const WITH_ID: &[Field] = &[$(name(stringify!($name)),)+ $id];
        const WITH_METHOD: &[Field] = &[$(name(stringify!($name)),)+ name("method")];
        Contracts {
            list: Contract::new("ListRecords", Method::Get, $path, NAMES).paginated(),
            get: Contract::new("GetRecord", Method::Get, concat!($path, "/{id}"), WITH_ID),
            create: Contract::new("CreateRecord", Method::Post, $path, NAMES),
            update: Contract::new("UpdateRecord", Method::Patch, concat!($path, "/{id}"), WITH_ID),
            delete: Contract::new("DeleteRecord", Method::Delete, concat!($path, "/{id}"), WITH_ID),
            call: Contract::new("CallMethod", Method::Post, concat!($path, "/{method}"), WITH_METHOD),
        }
    }};
}

pub(super) static UNIFIED: Both = [
    resources!("/unified/{model}/{resource}", name("id"), model, resource),
    resources!("/unified/{model}/{resource}", name("id").encoding_slash(), model, resource),
];

pub(super) static PROXY: Both = [
    resources!("/proxy/{resource}", name("id"), resource),
    resources!("/proxy/{resource}", name("id").encoding_slash(), resource),
];

/// The contract of a call of the provider's API.
pub(super) fn custom(method: Method) -> &'static Contract {
    const FIELDS: &[Field] = &[name("path").spanning_segments()];
    const PATH: &str = "/custom/{path}";
    static GET: Contract = Contract::new("CallProvider", Method::Get, PATH, FIELDS);
    static POST: Contract = Contract::new("CallProvider", Method::Post, PATH, FIELDS);
    static PUT: Contract = Contract::new("CallProvider", Method::Put, PATH, FIELDS);
    static PATCH: Contract = Contract::new("CallProvider", Method::Patch, PATH, FIELDS);
    static DELETE: Contract = Contract::new("CallProvider", Method::Delete, PATH, FIELDS);
    match method {
        Method::Get => &GET,
        Method::Post => &POST,
        Method::Put => &PUT,
        Method::Patch => &PATCH,
        Method::Delete => &DELETE,
    }
}
