// errors: 3
//! A duration is a number, in a unit of the API.
//! The default is `None`.

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/tasks")]
pub struct CreateTask {
    pub takes: std::time::Duration,
    #[truto(default)]
    pub reminders: Vec<core::time::Duration>,
    pub pauses: Option<Box<[std::time::Duration]>>,
}

fn main() {
    let task = CreateTask::builder().takes(std::time::Duration::from_secs(60));
    let _ = task.reminders([std::time::Duration::ZERO]).build();
}
