// errors: 3
//! `providers` takes a list, once, and a provider in it supports something.

use truto_core::provider::Attio;
use truto_core::unified_endpoint;

#[unified_endpoint(GET, "/unified/crm/notes", providers = Attio, providers())]
pub struct ListNotes {
    pub limit: Option<u32>,
}

#[unified_endpoint(GET, "/unified/crm/tasks", providers(Attio()))]
pub struct ListTasks {
    pub limit: Option<u32>,
}

fn main() {
    let _ = core::marker::PhantomData::<Attio>;
}
