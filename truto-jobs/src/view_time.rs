//! Times in JSON, as RFC 3339.

use std::time::SystemTime;

use serde::{Serialize as _, Serializer};
use truto_core::Timestamp;

pub(crate) fn text<S: Serializer>(time: &SystemTime, serializer: S) -> Result<S::Ok, S::Error> {
    Timestamp::from(*time).serialize(serializer)
}

#[allow(clippy::ref_option, reason = "serde calls it with a reference to the field")]
pub(crate) fn maybe<S: Serializer>(time: &Option<SystemTime>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(Timestamp::from).serialize(serializer)
}
