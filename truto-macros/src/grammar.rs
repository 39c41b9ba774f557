//! Reads tokens: the attribute's arguments, the `#[truto(…)]` keys, the path template. Knows nothing of their meaning
//! together.

mod body;
mod endpoint;
mod key;
mod misplaced;
mod positional;
mod providers;
mod serde;
mod template;
mod truto;

pub(crate) use body::BodyForm;
pub(crate) use endpoint::{Args, Method};
pub(crate) use misplaced::adopt;
pub(crate) use providers::Support;
pub(crate) use serde::is_serde;
pub(crate) use template::Template;
pub(crate) use truto::{FieldKeys, Spelling, StructKeys, VariantKeys, is_truto};
