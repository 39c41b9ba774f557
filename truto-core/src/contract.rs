//! The contract of an endpoint as `const` data: method, path template, fields, entity rules.
//!
//! `#[unified_endpoint]` writes a [`Contract`] for each struct. The encoder, the decoder, the rule check and the sandbox read
//! it, so that no fact about an endpoint is written twice.
//!
//! ```
//! use truto_core::Endpoint;
//! use truto_core::contract::Field;
//! use truto_core::crm::CreateAssociation;
//!
//! let contract = CreateAssociation::CONTRACT;
//! let required = contract.fields().iter().filter(|field| field.is_required()).map(Field::json_path);
//! assert_eq!(required.collect::<Vec<_>>(), ["entity_id", "entity"]);
//! let accounts = contract.field("accounts").unwrap();
//! assert_eq!(contract.allowed_wire_names(accounts), ["leads", "contacts"]);
//! ```

/// Methods that return a field of the struct.
macro_rules! getters {
    ($($(#[$doc:meta])+ $name:ident -> $ty:ty = $field:ident;)+) => {
        $($(#[$doc])+
        #[must_use]
        pub const fn $name(&self) -> $ty {
            self.$field
        })+
    };
}

/// Methods that return the value with other fields.
macro_rules! setters {
    ($($(#[$doc:meta])+ $name:ident($($argument:ident: $ty:ty)?) $($field:ident = $value:expr),+;)+) => {
        $($(#[$doc])+
        #[must_use]
        pub const fn $name(mut self $(, $argument: $ty)?) -> Self {
            $(self.$field = $value;)+
            self
        })+
    };
}

#[cfg(feature = "server")]
pub(crate) use setters;

pub(crate) mod builder;
pub(crate) mod common;
pub mod entity;
mod field;
mod method;
pub mod provider;
mod provider_support;
pub mod record;
pub(crate) mod route;
pub(crate) mod rules;
mod scope;
pub mod shape;
pub(crate) mod template;
mod unified_method;

use crate::contract::entity::EntityName;
pub use crate::contract::field::{Field, Kind, Place, Presence, Style};
pub use crate::contract::method::{BodyForm, Method, UnknownMethod};
pub use crate::contract::provider_support::Support;
pub use crate::contract::scope::Scope;
use crate::contract::shape::Shape;
pub use crate::contract::unified_method::{UnifiedMethod, method_name};

/// The contract of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    name: &'static str,
    method: Method,
    path: &'static str,
    fields: &'static [Field],
    entities: &'static [EntityName],
    providers: &'static [Support],
    body: BodyForm,
    paginated: bool,
    custom_method: bool,
    verbatim: bool,
    scope: Scope,
    answer: Shape,
}

impl Contract {
    /// A contract without an entity.
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str, fields: &'static [Field]) -> Self {
        Self {
            name,
            method,
            path,
            fields,
            entities: &[],
            providers: &[],
            body: BodyForm::Json,
            paginated: false,
            custom_method: route::is_custom_method(method, path),
            verbatim: route::is_verbatim(path),
            scope: Scope::Account,
            answer: Shape::Any,
        }
    }

    setters! {
        /// The same contract for an endpoint with an entity field of these entities.
        entities(entities: &'static [EntityName]) entities = entities;
        /// The same contract for an endpoint that only these providers support.
        supported_by(providers: &'static [Support]) providers = providers;
        /// The same contract with a body of another form.
        with_body(body: BodyForm) body = body;
        /// The same contract for an endpoint that answers a list, page by page.
        paginated() paginated = true;
        /// The same contract for an endpoint of this scope. It is [`Scope::Account`] unless it is set.
        in_scope(scope: Scope) scope = scope;
        /// The same contract for an endpoint whose answer, or each item of its list, has this shape.
        answering(shape: Shape) answer = shape;
    }

    getters! {
        /// Returns `true` if the endpoint answers a list, page by page.
        is_paginated -> bool = paginated;
        /// Returns `true` for a custom method, `POST /unified/{model}/{resource}/{method}`. Its answer may stand in `result`: an
        /// object whose only member is `result` is read as the value of that member.
        is_custom_method -> bool = custom_method;
        /// Returns `true` if the provider's answer comes as it is, as under `/proxy/` and `/custom/`. `truto_response_format`
        /// is not sent there.
        is_verbatim -> bool = verbatim;
        /// Whom the endpoint belongs to.
        scope -> Scope = scope;
        /// Shape of the answer, or of an item of the list. It is [`Shape::Any`] if the type does not state its shape.
        answer -> Shape = answer;
        /// Name of the declaring struct.
        name -> &'static str = name;
        /// HTTP method.
        method -> Method = method;
        /// Path template, with `{name}` for each path field.
        path -> &'static str = path;
        /// Form of the body, if the method has one.
        body -> BodyForm = body;
        /// Every declared field, in the order of the declaration.
        fields -> &'static [Field] = fields;
        /// The entities of the endpoint's entity field; empty if it has no such field.
        entity_names -> &'static [EntityName] = entities;
        /// The support of each provider; empty if the endpoint has no provider rules.
        providers -> &'static [Support] = providers;
    }

    /// The support of the provider of this name.
    #[must_use]
    pub fn support_of(&self, provider: &str) -> Option<&'static Support> {
        self.providers.iter().find(|support| support.provider() == provider)
    }

    /// The field of this name in Rust.
    #[must_use]
    pub const fn field(&self, name: &str) -> Option<&'static Field> {
        let mut at = 0;
        while at < self.fields.len() {
            if are_equal(self.fields[at].name().as_bytes(), name.as_bytes()) {
                return Some(&self.fields[at]);
            }
            at += 1;
        }
        None
    }

    /// Returns `true` if a declared field, or an object around it, replaces the common parameter of this wire name.
    #[must_use]
    pub fn replaces(&self, place: Place, wire_name: &str) -> bool {
        let outermost = |field: &Field| field.objects().first().copied().unwrap_or(field.wire_name());
        self.fields.iter().any(|field| field.place() == place && outermost(field) == wire_name)
    }

    /// Wire name of the entity with this id.
    #[must_use]
    pub fn entity_wire_name(&self, id: usize) -> Option<&'static str> {
        self.entities.iter().find(|entity| entity.id == id).map(|entity| entity.wire)
    }

    /// Wire names of the entities that `field` is allowed for, in the order of the rule.
    #[must_use]
    pub fn allowed_wire_names(&self, field: &Field) -> Vec<&'static str> {
        field.allowed_entities().unwrap_or_default().iter().filter_map(|id| self.entity_wire_name(*id)).collect()
    }
}

/// `==` for strings in constants, where `PartialEq` is not available.
const fn are_equal(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

impl core::fmt::Display for Contract {
    /// `POST /unified/crm/associations`
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}
