// errors: 8
//! The crates `time` and `jiff` do not write RFC 3339 by default.
//! Each message shows the type to write, at any depth.

use truto_core::{Filter, Patch, unified_endpoint};

mod time {
    pub struct OffsetDateTime;
    pub struct UtcDateTime;
    pub struct PrimitiveDateTime;
    pub struct Date;
    pub struct Time;
}

mod jiff {
    pub struct Zoned;
}

use time::{OffsetDateTime, PrimitiveDateTime};

#[unified_endpoint(PATCH, "/unified/crm/tasks/{id}")]
pub struct ChangeTask {
    pub id: String,
    pub due_date: Patch<OffsetDateTime>,
    pub seen: Option<Vec<time::UtcDateTime>>,
    pub starts: PrimitiveDateTime,
    pub birthday: Option<time::Date>,
    #[truto(default)]
    pub alarm: time::Time,
    pub ends: Option<Box<jiff::Zoned>>,
    #[truto(query)]
    pub created_at: Option<Filter<OffsetDateTime>>,
    #[truto(header = "If-Unmodified-Since")]
    pub unchanged: Option<OffsetDateTime>,
}

fn main() {
    let task = ChangeTask::builder().id("7").due_date(OffsetDateTime).seen([time::UtcDateTime]).starts(PrimitiveDateTime);
    let _ = task.birthday(time::Date).alarm(time::Time).ends(Box::new(jiff::Zoned)).created_at(OffsetDateTime).build();
}
