//! What the table of the platform says of a resource: its routes, its members, and what may be written.

/// A resource of the platform.
#[derive(Debug)]
pub(crate) struct Resource {
    /// Its name in the API, such as `sync-job-run`.
    pub(crate) name: &'static str,
    pub(crate) routes: &'static [Route],
    /// The members of a row.
    pub(crate) fields: &'static [Field],
    /// What a create writes.
    pub(crate) create: &'static [Field],
    /// What an update writes.
    pub(crate) update: &'static [Field],
}

impl Resource {
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A method of a resource.
#[derive(Debug)]
pub(crate) struct Route {
    /// `list`, `get`, `create`, `update`, `delete`, or the name of another method.
    pub(crate) name: &'static str,
    pub(crate) verb: &'static str,
    pub(crate) path: &'static str,
}

/// A member of a row or of a body.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// A row always has the member, and a body must have it.
    pub(crate) required: bool,
    /// The values that the API documents. Empty if it does not list them.
    pub(crate) values: &'static [&'static str],
}

/// The type of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Uuid,
    Moment,
    Number,
    Bool,
    Object,
    List,
    /// Any JSON value.
    Any,
}

/// A member that is always there.
pub(super) const fn must(name: &'static str, kind: Kind, values: &'static [&'static str]) -> Field {
    Field { name, kind, required: true, values }
}

/// A member that may be missing.
pub(super) const fn may(name: &'static str, kind: Kind, values: &'static [&'static str]) -> Field {
    Field { name, kind, required: false, values }
}

pub(super) const fn route(name: &'static str, verb: &'static str, path: &'static str) -> Route {
    Route { name, verb, path }
}
