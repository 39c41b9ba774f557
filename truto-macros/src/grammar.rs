//! Reads tokens: the arguments of the attribute, the keys of `#[truto(…)]`, the path template. Does not know whether they fit
//! together.

mod body;
mod endpoint;
mod entities;
mod key;
mod list;
mod method;
mod positional;
mod providers;
mod record_keys;
mod scope;
mod serde;
mod template;
mod truto_keys;
mod value;
mod words;

pub(crate) use body::{Body, BodyForm};
pub(crate) use endpoint::Args;
pub(crate) use key::Key;
pub(crate) use method::Method;
pub(crate) use providers::Support;
pub(crate) use record_keys::RecordKeys;
pub(crate) use scope::{SaidScope, Scope};
pub(crate) use serde::{SerdeAttribute, in_our_keys};
pub(crate) use template::Template;
pub(crate) use truto_keys::{FIELD_KEYS, FieldKeys, StructKeys, Style, is_entity, is_truto, variant_rename};
pub(crate) use value::Text;
