//! What stands in for `received` without the feature `server`: a text of a query, of which there is no value.

use serde::de::DeserializeOwned;

use crate::contract::Style;
use crate::request::decode::Read;

#[derive(Clone)]
pub(crate) enum Spelt {}

impl Spelt {
    pub(crate) fn as_text(&self) -> Option<&str> {
        match *self {}
    }

    pub(crate) fn is_empty_text(&self) -> bool {
        match *self {}
    }
}

pub(crate) fn read<T: DeserializeOwned>(spelt: &Spelt, _: Style) -> Read<T> {
    match *spelt {}
}

pub(crate) fn read_nothing<T: DeserializeOwned>() -> Option<T> {
    None
}
