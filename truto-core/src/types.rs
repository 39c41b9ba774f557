//! Types for the fields of a request, each with its spelling on the wire.

pub(crate) mod file;
pub(crate) mod filter;
pub(crate) mod open;
pub(crate) mod patch;
pub(crate) mod raw_json;
pub(crate) mod reference;
pub(crate) mod sort_by;
pub(crate) mod timestamp;

pub use file::FileBytes;
pub use filter::{IntoOperand, IntoOperands};
pub use open::Open;
pub use raw_json::RawJson;
pub use timestamp::{TimestampError, TimestampProblem};
