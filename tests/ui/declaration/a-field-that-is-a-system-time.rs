// errors: 1
//! serde writes two numbers.
//! The argument of the setter is not another mistake.

use std::time::SystemTime;

use truto_core::unified_endpoint;

#[unified_endpoint(POST, "/unified/crm/tasks")]
pub struct CreateTask {
    pub due_date: Option<SystemTime>,
}

fn main() {
    let _ = CreateTask::builder().due_date(SystemTime::now()).build();
}
