// errors: 3
//! How long something takes is a number, in a unit that the API knows.
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
