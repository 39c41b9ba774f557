//! The test's own model of a declaration. It uses no code of the library.

use truto_core::Error;

use crate::script::Script;
use crate::tree::Tree;

/// A declaration, and the function that calls its setters.
pub(crate) struct Case {
    /// Source of the declaration.
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
    /// Whether the type is a plain `Vec<…>`: an empty list is the same as an unset field.
    pub(crate) is_list: bool,
    pub(crate) style: Style,
    pub(crate) secret: bool,
    pub(crate) slash: bool,
    /// Entities that the field is allowed for. Empty without a rule.
    pub(crate) only_for: &'static [&'static str],
    pub(crate) default: Option<fn() -> Tree>,
}

impl Field {
    pub(crate) fn is_entity(&self) -> bool {
        self.name == "entity"
    }

    /// Name of the field in errors.
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

/// Effect of a repeated call of a setter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Grows {
    /// Replaces the value.
    Not,
    /// Adds items at the end.
    List,
    /// Adds members, and replaces members of the same name.
    Map,
    /// Adds new items.
    Set,
}
