//! Questions about tokens, types and names that have nothing to do with our keys.

pub(crate) mod names;
mod tokens;
mod types;

pub(crate) use tokens::{is_sign, map_tokens, sign, text, within};
pub(crate) use types::{by_names, last_name, only_argument, parts, parts_mut, type_text, ungrouped, wrapper};
