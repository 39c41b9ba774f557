// errors: 1
//! The same for a required field.
//! The other fields keep their setters.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/ci/builds")]
pub struct StartBuild {
    pub build: String,
    pub branch: String,
}

fn main() {
    let _ = StartBuild::builder().branch("main");
}
