//! Small tools for text, JSON and numbers. They import nothing else from the crate.

pub(crate) mod byte_order_mark;
pub(crate) mod calendar;
pub(crate) mod content_type;
pub(crate) mod encode;
pub(crate) mod encoder;
pub(crate) mod escaped;
pub(crate) mod fingerprint;
pub(crate) mod instant;
pub(crate) mod json;
pub(crate) mod no_content;
pub(crate) mod percent;
pub(crate) mod plain_numbers;
pub(crate) mod plain_text;
pub(crate) mod random;
pub(crate) mod rfc3339;
pub(crate) mod visit;
