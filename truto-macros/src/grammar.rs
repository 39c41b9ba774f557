//! Reads tokens: the attribute's arguments, the `#[truto(…)]` keys, the path template. Knows nothing of their meaning
//! together.

mod endpoint;
mod key;
mod misplaced;
mod positional;
mod serde;
mod template;
mod truto;

pub(crate) use endpoint::{Args, Method};
pub(crate) use misplaced::adopt;
pub(crate) use serde::is_serde;
pub(crate) use template::Template;
pub(crate) use truto::{FieldKeys, Spelling, StructKeys, VariantKeys, is_truto};
