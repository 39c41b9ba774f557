//! An account in an object of the body, or in the body of an endpoint that is not unified.
//! It is a value there, and is sent unchanged.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/sync-job-run")]
pub struct RunSyncJob {
    pub sync_job_id: String,
    pub integrated_account_id: String,
}

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(within = "origin")]
    pub integrated_account_id: String,
}

#[test]
fn it_is_in_the_body() {
    let run = RunSyncJob::builder().sync_job_id("1").integrated_account_id("2").build();
    let sent = serde_json::json!({ "sync_job_id": "1", "integrated_account_id": "2" });
    assert_eq!(serde_json::to_value(&run).unwrap(), sent);
    let note = CreateNote::builder().integrated_account_id("3").build();
    assert_eq!(serde_json::to_value(&note).unwrap(), serde_json::json!({ "origin": { "integrated_account_id": "3" } }));
}
