//! Types for the fields of requests and records, each with its spelling on the wire.

pub(crate) mod deleted;
pub(crate) mod file;
pub(crate) mod filter;
pub(crate) mod id;
pub(crate) mod members;
pub(crate) mod open;
pub(crate) mod patch;
pub(crate) mod raw_json;
pub(crate) mod reference;
pub(crate) mod reference_to;
pub(crate) mod sort_by;
pub(crate) mod timestamp;
pub(crate) mod unknown;

pub use deleted::Deleted;
pub use file::FileBytes;
pub use filter::{IntoOperand, IntoOperands};
pub use id::Id;
pub use open::Open;
pub use raw_json::RawJson;
pub use reference_to::ReferenceTo;
pub use timestamp::{TimestampError, TimestampProblem};
pub use unknown::Unknown;
