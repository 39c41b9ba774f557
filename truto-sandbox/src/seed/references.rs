//! The references of the CRM model: which member of a record names which other record.

/// A member that names another record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    pub(crate) resource: &'static str,
    pub(crate) member: &'static str,
    /// The resource of the other record.
    pub(crate) to: &'static str,
    pub(crate) is_list: bool,
    /// Whether the member holds the name of the record beside its id.
    pub(crate) named: bool,
}

const fn one(resource: &'static str, member: &'static str, to: &'static str) -> Reference {
    Reference { resource, member, to, is_list: false, named: false }
}

const fn many(resource: &'static str, member: &'static str, to: &'static str) -> Reference {
    Reference { resource, member, to, is_list: true, named: false }
}

impl Reference {
    const fn with_name(self) -> Self {
        Self { named: true, ..self }
    }
}

/// All references. If two members of a record name the same resource, the first one shows a link.
pub(crate) const REFERENCES: &[Reference] = &[
    one("accounts", "owner", "users"),
    one("contacts", "account", "accounts").with_name(),
    one("contacts", "owner", "users"),
    one("opportunities", "account", "accounts"),
    many("opportunities", "contact", "contacts"),
    one("opportunities", "stage", "stages").with_name(),
    one("opportunities", "owner", "users"),
    one("leads", "account", "accounts"),
    one("leads", "contact", "contacts"),
    one("leads", "owner", "users"),
    one("leads", "converted_account", "accounts"),
    one("leads", "converted_contact", "contacts"),
    one("stages", "pipeline", "pipelines").with_name(),
    one("projects", "account", "accounts").with_name(),
    many("projects", "contact", "contacts").with_name(),
    many("projects", "opportunity", "opportunities").with_name(),
    one("projects", "stage", "stages").with_name(),
    one("projects", "owner", "users").with_name(),
    one("tasks", "account", "accounts"),
    many("tasks", "contact", "contacts").with_name(),
    many("tasks", "opportunity", "opportunities").with_name(),
    many("tasks", "lead", "leads").with_name(),
    one("tasks", "owner", "users").with_name(),
    one("notes", "account", "accounts"),
    many("notes", "contact", "contacts"),
    many("notes", "opportunity", "opportunities"),
    many("notes", "lead", "leads"),
    one("notes", "owner", "users"),
    one("engagements", "account", "accounts"),
    many("engagements", "contact", "contacts"),
    many("engagements", "opportunity", "opportunities"),
    many("engagements", "lead", "leads"),
    many("engagements", "notes", "notes"),
    one("engagements", "project", "projects"),
    one("engagements", "owner", "users"),
];

/// The resource of a kind of the associations endpoint. An organization is an account.
pub(crate) fn kind_of(kind: &str) -> &str {
    if kind == "organizations" { "accounts" } else { kind }
}
