// errors: 2
//! The struct is expanded after `cfg` was decided.
//! Mistakes are found as usual, one error each.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[cfg(all())]
    #[truto(optinal)]
    pub owner: Option<String>,
    #[serde(rename = "body")]
    #[cfg(all())]
    pub text: String,
}

fn main() {
    let _ = CreateNote::builder().title("t").owner("o").text("x").build();
}
