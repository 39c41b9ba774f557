//! A model as data: its resources, their records and their methods.
//!
//! Every source of a description becomes a [`Model`], and every declaration is written from a [`Model`]: our own file
//! ([a file](mod@crate::file)), and what an account says of itself ([`account`](crate::account)).

/// A model, such as `crm`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Name in the path: `crm`.
    pub name: String,
    /// What the model is called, for the page of the module.
    pub label: String,
    /// The resources, in the order of the declarations.
    pub resources: Vec<Resource>,
    /// What types are, by their names in Rust.
    pub types: Vec<(String, Text)>,
    /// Objects that fields and answers name, by their names in Rust.
    pub shapes: Vec<(String, Vec<Field>)>,
    /// Further paragraphs for the page of the module.
    pub notes: Vec<Text>,
}

/// A resource of a model, such as `contacts`.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Name in the path: `contacts`.
    pub name: String,
    /// Name of the record in Rust, if the name of the resource does not give it.
    pub record_name: Option<String>,
    /// Name of several records: `contacts`.
    pub many: String,
    /// What the record is.
    pub description: Text,
    /// Further paragraphs for the page of the module.
    pub notes: Vec<Text>,
    /// Addresses of the pages that the description is taken from.
    pub sources: Vec<String>,
    /// The fields of the record. A resource without fields has no record.
    pub fields: Vec<Field>,
    /// The methods.
    pub methods: Vec<Method>,
    /// Set if the declarations of the resource are kept by hand.
    pub by_hand: Option<ByHand>,
}

/// Declarations that are kept by hand, in the module of the resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByHand {
    /// Names that the page of the model exports.
    pub exports: Vec<String>,
    /// The endpoints among them.
    pub endpoints: Vec<String>,
}

/// A method of a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// `list`, `get`, `create`, `update`, `delete`, or the name of a custom method.
    pub name: String,
    /// Name of the endpoint in Rust, if the names of the method and of the resource do not give it.
    pub endpoint_name: Option<String>,
    /// What it does, if its name does not say it.
    pub description: Text,
    /// Further paragraphs for its documentation.
    pub notes: Vec<Text>,
    /// The HTTP method.
    pub verb: Verb,
    /// The path, with a placeholder for each field of it: `/unified/crm/contacts/{id}`.
    pub path: String,
    /// The fields of the path.
    pub path_fields: Vec<Field>,
    /// Parameters of the query, without those that every endpoint has.
    pub query: Vec<Field>,
    /// Fields of the body. `None` for the fields of the record.
    pub body: Option<Vec<Field>>,
    /// What the method answers.
    pub answer: Answer,
    /// What the request is sent for.
    pub scope: Scope,
}

/// What a request is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// An account: the request has the parameters of the unified API.
    Account,
    /// The client, with its token alone.
    Client,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
    /// `PATCH`.
    Patch,
    /// `PUT`.
    Put,
    /// `DELETE`.
    Delete,
}

/// What a method answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Pages of these.
    Page(Kind),
    /// One of these.
    One(Kind),
    /// The id of the record that was deleted.
    Deleted,
    /// Any JSON, or an empty body, with the reason why it has no type.
    Json(String),
}

/// A field of a record, of a query or of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Name on the wire.
    pub wire: String,
    /// Name in Rust, if the wire name does not give it.
    pub name: Option<String>,
    /// What the field means.
    pub description: Text,
    /// Further sentences of its documentation.
    pub notes: Vec<Text>,
    /// Further sentences where a request sets the field. A sentence that begins with `update:` is of updates only.
    pub write_notes: Vec<Text>,
    /// What the field holds.
    pub kind: Kind,
    /// Whether the API promises the field, or needs it.
    pub is_required: bool,
    /// Whether the value is hidden from `Debug`.
    pub is_secret: bool,
    /// Whether `null` is a value of it that a request can set.
    pub is_nullable: bool,
    /// What a query takes for it.
    pub in_query: InQuery,
}

/// What a query takes for a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InQuery {
    /// A list takes conditions on it, and any other method a value.
    #[default]
    Conditions,
    /// One plain value and no operators, as for a text to search for.
    Value,
    /// The items of a list, with commas between them.
    CommaList,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A point in time, or a date.
    Time,
    /// The id of a record of this resource.
    Id(String),
    /// One of these strings, or a string that was added later.
    Choice {
        /// Name of the enum in Rust, if the field does not give it.
        name: Option<String>,
        /// Wire names of the values.
        values: Vec<String>,
    },
    /// An object.
    Object {
        /// Name of the struct in Rust, if the field does not give it.
        name: Option<String>,
        /// The members.
        fields: Vec<Field>,
    },
    /// A record of this resource, by its id and its name.
    Reference(String),
    /// A whole record of this resource.
    Record(String),
    /// A type of `truto_core`, by its path in it.
    Core(String),
    /// A file, which is a part of the body.
    File,
    /// The whole body, in a form that the declaration does not know.
    Content,
    /// A list.
    List(Box<Kind>),
    /// An object with any keys, and values of this kind.
    Map(Box<Kind>),
    /// The order of a list, by these fields.
    Order(Vec<String>),
    /// Any JSON, with the reason why it has no type.
    Any(String),
}

/// Text for a documentation comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Our own: Markdown is kept.
    Ours(String),
    /// Somebody else's: it is shown as it is, and nothing in it is Markdown.
    Foreign(String),
}

impl Text {
    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let (Self::Ours(text) | Self::Foreign(text)) = self;
        text.trim().is_empty()
    }
}

impl Field {
    /// An optional field of this name and kind, without documentation.
    #[must_use]
    pub fn new(wire: impl Into<String>, kind: Kind) -> Self {
        Self {
            wire: wire.into(),
            name: None,
            description: Text::Ours(String::new()),
            notes: Vec::new(),
            write_notes: Vec::new(),
            kind,
            is_required: false,
            is_secret: false,
            is_nullable: false,
            in_query: InQuery::default(),
        }
    }
}

impl Kind {
    /// Any JSON, for this reason.
    #[must_use]
    pub fn any(why: impl Into<String>) -> Self {
        Self::Any(why.into())
    }

    /// The kind of an item, if this is a list, and the kind itself otherwise.
    #[must_use]
    pub fn item(&self) -> &Self {
        match self {
            Self::List(item) => item.item(),
            other => other,
        }
    }

    /// The members of an object, or of the objects of a list.
    pub fn members_mut(&mut self) -> Option<&mut Vec<Field>> {
        match self {
            Self::Object { fields, .. } => Some(fields),
            Self::List(item) | Self::Map(item) => item.members_mut(),
            _ => None,
        }
    }
}

impl Verb {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }

    /// The verb of this name on the wire.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Get, Self::Post, Self::Patch, Self::Put, Self::Delete].into_iter().find(|verb| verb.as_str() == name)
    }

    /// Whether fields that are not in the path are in the body.
    #[must_use]
    pub const fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Patch | Self::Put)
    }

    /// Whether fields that are not set stay as they are.
    #[must_use]
    pub const fn is_update(self) -> bool {
        matches!(self, Self::Patch | Self::Put)
    }
}

impl Method {
    /// A method of this route, without fields outside of the path.
    #[must_use]
    pub fn new(name: impl Into<String>, verb: Verb, path: impl Into<String>, answer: Answer) -> Self {
        let path = path.into();
        Self {
            name: name.into(),
            endpoint_name: None,
            description: Text::Ours(String::new()),
            notes: Vec::new(),
            verb,
            scope: Scope::of(&path),
            path,
            path_fields: Vec::new(),
            query: Vec::new(),
            body: None,
            answer,
        }
    }

    /// A method of a resource of the unified API, whose route follows from its name.
    #[must_use]
    pub fn unified(model: &str, resource: &str, name: &str) -> Self {
        let base = format!("/unified/{model}/{resource}");
        let one = format!("{base}/{{id}}");
        let record = Kind::Record(resource.to_owned());
        let mut method = match name {
            "list" => Self::new(name, Verb::Get, base, Answer::Page(record)),
            "get" => Self::new(name, Verb::Get, one, Answer::One(record)),
            "create" => Self::new(name, Verb::Post, base, Answer::One(record)),
            "update" => Self::new(name, Verb::Patch, one, Answer::One(record)),
            "delete" => Self::new(name, Verb::Delete, one, Answer::Deleted),
            _ => {
                let why = "the API's pages do not agree on the answer";
                Self::new(name, Verb::Post, format!("{base}/{name}"), Answer::Json(why.to_owned()))
            }
        };
        if method.path.ends_with("{id}") {
            method.path_fields.push(Field::new("id", Kind::Id(resource.to_owned())));
        }
        method
    }

    /// Whether the request is sent for an account.
    #[must_use]
    pub fn is_of_an_account(&self) -> bool {
        self.scope == Scope::Account
    }
}

impl Scope {
    /// The scope that a path has unless a declaration says otherwise.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let is_of_an_account = truto_names::OF_ACCOUNTS.contains(&truto_names::first_segment(path));
        if is_of_an_account { Self::Account } else { Self::Client }
    }
}
