//! Questions about tokens and types that need no knowledge of our keys.

pub(crate) mod names;
mod tokens;
mod types;

pub(crate) use tokens::{is_sign, map_tokens, sign, text, within};
pub(crate) use types::{by_names, type_text, ungrouped, wrapper};
