//! A declaration as the test knows it, without a word of the library's own.

use truto_core::Error;

use crate::script::Script;
use crate::tree::Tree;

/// A declaration, and what calls its setters.
pub(crate) struct Case {
    /// The declaration as it was compiled.
    pub(crate) source: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) form: Form,
    pub(crate) fields: &'static [Field],
    pub(crate) run: fn(&mut Script) -> Result<(), Error>,
}

pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) wire: &'static str,
    pub(crate) within: &'static [&'static str],
    pub(crate) place: Place,
    pub(crate) grows: Grows,
    /// Whether it is spelt `Vec<…>` and nothing around it: an empty one is the same as none.
    pub(crate) is_list: bool,
    pub(crate) style: Style,
    pub(crate) secret: bool,
    pub(crate) slash: bool,
    /// The entities that the field is for; empty for all.
    pub(crate) only_for: &'static [&'static str],
    pub(crate) default: Option<fn() -> Tree>,
}

impl Field {
    pub(crate) fn is_entity(&self) -> bool {
        self.name == "entity"
    }

    /// What an error calls the field.
    pub(crate) fn path(&self) -> String {
        self.within.iter().chain([&self.wire]).copied().collect::<Vec<_>>().join(".")
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Body,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    Nothing,
    Json,
    Multipart,
    Raw,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Style {
    Brackets,
    Repeat,
    Comma,
}

/// What a further call of a setter does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Grows {
    /// It replaces the value.
    Not,
    /// It adds items at the end.
    List,
    /// It adds members, and replaces those of the same name.
    Map,
    /// It adds items that are not there yet.
    Set,
}
