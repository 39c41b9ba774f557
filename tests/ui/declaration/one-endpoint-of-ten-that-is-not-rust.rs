// errors: 1
//! The field is incomplete.
//! Code that is generic over all providers is not reported.

use truto_core::{Registry, endpoints, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/notes/0")]
pub struct Note0 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/1")]
pub struct Note1 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/2")]
pub struct Note2 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/3")]
pub struct Note3 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/4")]
pub struct Note4 {
    pub title: String,
    pub text: ,
}

#[unified_endpoint(POST, "/unified/crm/notes/5")]
pub struct Note5 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/6")]
pub struct Note6 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/7")]
pub struct Note7 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/8")]
pub struct Note8 {
    pub title: String,
    pub text: Option<String>,
}

#[unified_endpoint(POST, "/unified/crm/notes/9")]
pub struct Note9 {
    pub title: String,
    pub text: Option<String>,
}

pub const API: Registry = endpoints![Note0, Note1, Note2, Note3, Note4, Note5, Note6, Note7, Note8, Note9];

fn main() {
    let _ = Note4::builder().title("t").build();
}
