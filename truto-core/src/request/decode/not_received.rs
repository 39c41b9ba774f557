//! Stands in for `received` without the feature `server`: no request is received, so no [`QueryNode`] exists.

use serde::de::DeserializeOwned;

use crate::contract::Style;
use crate::request::decode::ReadValue;

#[derive(Clone)]
pub(crate) enum QueryNode {}

impl QueryNode {
    pub(crate) fn as_text(&self) -> Option<&str> {
        match *self {}
    }

    pub(crate) fn is_empty_text(&self) -> bool {
        match *self {}
    }
}

pub(crate) fn read<T: DeserializeOwned>(node: &QueryNode, _: Style) -> ReadValue<T> {
    match *node {}
}

pub(crate) fn read_empty<T: DeserializeOwned>() -> Option<T> {
    None
}
