// errors: 4
//! A name in the body is a single key. `within` nests.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(rename = "owner.id")]
    pub owner: String,
    #[truto(rename = "author[of][id]")]
    pub author: String,
    #[truto(within = "links[to]")]
    pub link: String,
    #[truto(within = "links/from")]
    pub source: String,
}

fn main() {}
