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

const fn name(name: &'static str) -> Field {
    Field::required(name, Kind::String).path()
}

/// The contracts of the resources under a path.
macro_rules! resources {
    ($path:literal, $($name:ident),+) => {
        Contracts {
            list: Contract::new("ListRecords", Method::Get, $path, &[$(name(stringify!($name))),+]).paginated(),
            get: Contract::new("GetRecord", Method::Get, concat!($path, "/{id}"), WITH_ID),
            create: Contract::new("CreateRecord", Method::Post, $path, &[$(name(stringify!($name))),+]),
            update: Contract::new("UpdateRecord", Method::Patch, concat!($path, "/{id}"), WITH_ID),
            delete: Contract::new("DeleteRecord", Method::Delete, concat!($path, "/{id}"), WITH_ID),
            call: Contract::new(
                "CallMethod",
                Method::Post,
                concat!($path, "/{method}"),
                &[$(name(stringify!($name)),)+ name("method")],
            ),
        }
    };
}

pub(super) static UNIFIED: Contracts = {
    const WITH_ID: &[Field] = &[name("model"), name("resource"), name("id")];
    resources!("/unified/{model}/{resource}", model, resource)
};

pub(super) static PROXY: Contracts = {
    const WITH_ID: &[Field] = &[name("resource"), name("id")];
    resources!("/proxy/{resource}", resource)
};

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
