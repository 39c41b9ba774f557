//! Entities: the closed set of record kinds that an endpoint is about, at compile time and at run time.
//!
//! `#[derive(UnifiedEntity)]` on an enum `CrmEntity` writes a module `crm_entity` with one marker type for each variant.
//! A marker tells the compiler which entity a request is about; a value of the enum tells it only at run time. Both
//! satisfy [`EntityChoice`], and the same rules hold for both.
//!
//! ```
//! use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
//!
//! let start = || CreateAssociation::builder().entity_id("003Ux000004TbQd");
//! // A marker: what contacts forbid does not compile, and `build` gives the request.
//! let link: CreateAssociation = start().entity(crm_entity::Contacts).accounts(["001Ux000003GhNt"]).build();
//! // A value: every setter compiles, and `build` gives a `Result`.
//! let refused = start().entity(CrmEntity::Contacts).contacts(["003Ux000003GhNt"]).build();
//! assert!(refused.is_err());
//! # assert_eq!(link.accounts.len(), 1);
//! ```

pub(crate) mod codec;

use crate::contract::builder::state::{Given, Missing, State};
use crate::contract::builder::value::FieldValue;
use crate::error::{Error, debug_with_sentence};
use crate::util::escaped::Escaped;

/// One entity as data: its id, and its names in Rust and on the wire.
///
/// ```
/// use truto_core::UnifiedEntity;
/// use truto_core::crm::CrmEntity;
///
/// let choices: Vec<&str> = CrmEntity::NAMES.iter().map(|entity| entity.wire).collect();
/// assert_eq!(choices, ["accounts", "opportunities", "contacts", "leads"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntityName {
    /// Number of the entity, see [`id_of`].
    pub id: usize,
    /// Name of the variant in Rust.
    pub name: &'static str,
    /// Name on the wire.
    pub wire: &'static str,
}

/// An enum of entities; derive it.
///
/// ```
/// use truto_core::UnifiedEntity;
///
/// #[derive(UnifiedEntity)]
/// enum HrisEntity {
///     Employees,
///     TimeoffRequests,
/// }
///
/// assert_eq!(HrisEntity::TimeoffRequests.wire_name(), "timeoff_requests");
/// assert_eq!("employees".parse::<HrisEntity>(), Ok(HrisEntity::Employees));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a unified entity",
    label = "expected an enum of entities",
    note = "write `#[derive(truto_core::UnifiedEntity)]` on it"
)]
pub trait UnifiedEntity: FieldValue {
    /// Every entity, in the order of the declaration.
    const NAMES: &'static [EntityName];

    /// Number of this entity, the `id` of its [`EntityName`].
    fn id(self) -> usize;

    /// The entity of this name on the wire.
    fn from_wire_name(name: &str) -> Option<Self>;

    /// Name of this entity on the wire.
    #[must_use]
    fn wire_name(self) -> &'static str {
        let id = self.id();
        Self::NAMES.iter().find(|entity| entity.id == id).map_or("", |entity| entity.wire)
    }
}

/// What `.entity(…)` accepts: a marker such as `crm_entity::Contacts`, or a value of the enum.
///
/// ```
/// use truto_core::crm::{CrmEntity, crm_entity};
/// use truto_core::entity::EntityChoice;
/// use truto_core::UnifiedEntity;
///
/// fn label(choice: impl EntityChoice<CrmEntity>) -> &'static str {
///     choice.entity().wire_name()
/// }
///
/// assert_eq!(label(crm_entity::Leads), "leads");
/// assert_eq!(label(CrmEntity::Leads), "leads");
/// ```
///
/// `IS_ENTITY` is for derived code: where the enum lacks its derive, there is no such constant, and that is the one error.
#[diagnostic::on_unimplemented(
    message = "expected an entity of `{E}`, found `{Self}`",
    label = "not an entity of `{E}`",
    note = "give a marker type of the enum's module, or a value of the enum when it is known only at run time",
    note = "`name.parse::<{E}>()` reads one from its name"
)]
pub trait EntityChoice<E, const IS_ENTITY: bool = true>: Choice {
    /// State of a builder whose entity is this choice: [`Given`] with it.
    type State: State<Of<E> = E>;

    /// The chosen entity as a value.
    fn entity(self) -> E;
}

/// What the compiler knows of a chosen entity, and what follows from it.
///
/// The derive implements it; only derived code uses it.
///
/// ```
/// # fn main() -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
/// use truto_core::builder::Given;
/// use truto_core::entity::EntityChoice;
///
/// fn link<C: EntityChoice<CrmEntity, State = Given<C>>>(kind: C) -> C::Built<CreateAssociation> {
///     CreateAssociation::builder().entity_id("1").entity(kind).build()
/// }
///
/// assert_eq!(link(crm_entity::Leads).entity, CrmEntity::Leads);
/// assert_eq!(link(CrmEntity::Leads)?.entity, CrmEntity::Leads);
/// # Ok(()) }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no entity",
    label = "expected a marker such as `crm_entity::Contacts`, or an enum of entities",
    note = "the state of an entity that is set names it: `Given<crm_entity::Contacts>`"
)]
pub trait Choice: Sized {
    /// The [`EntityId`] of a marker; [`AnyEntity`] for a value of the enum.
    type Id;

    /// What `build()` yields: the request itself, or a `Result` when the rules can only be checked at run time.
    type Built<T>;

    /// Finishes a request, running `check` where the compiler could not.
    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> Self::Built<T>;
}

/// The number of an entity, drawn from the name of its variant: rules know an entity by it, in the contract and in types.
///
/// ```
/// use truto_core::UnifiedEntity;
/// use truto_core::crm::CrmEntity;
/// use truto_core::entity;
///
/// assert_eq!(CrmEntity::Contacts.id(), entity::id_of("Contacts"));
/// ```
#[must_use]
pub const fn id_of(variant: &str) -> usize {
    // FNV-1a, which the macros count alike.
    let (name, mut hash, mut at): (_, u32, _) = (variant.as_bytes(), 0x811C_9DC5, 0);
    while at < name.len() {
        hash = (hash ^ name[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash as usize
}

/// An entity that the compiler knows, by its number.
///
/// Only derived code uses it: the rule of a field is written in terms of it.
///
/// ```
/// use truto_core::UnifiedEntity;
/// use truto_core::crm::{CrmEntity, crm_entity};
/// use truto_core::entity::{Choice, EntityId};
///
/// fn id_of<const ID: usize>(_: impl Choice<Id = EntityId<ID>>) -> usize {
///     ID
/// }
///
/// assert_eq!(id_of(crm_entity::Contacts), CrmEntity::Contacts.id());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct EntityId<const ID: usize>;

/// An entity that is known only at run time, or not set yet: what it allows is checked then.
///
/// Only derived code uses it. No setter is refused by the compiler:
///
/// ```
/// use truto_core::crm::{CreateAssociation, CrmEntity};
///
/// let link = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(CrmEntity::Accounts).leads(["1"]);
/// let error = link.build().unwrap_err();
/// assert!(error.to_string().contains("`associations.leads` is not allowed when the entity is `accounts`"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AnyEntity;

/// The state of a builder's entity: [`Missing`], or [`Given`] with the choice.
///
/// Only derived code uses it: it decides what the builder's `build` gives.
///
/// ```
/// use truto_core::builder::Given;
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::entity::EntityState;
///
/// // The compiler made the checks for a marker: what is built is the request itself.
/// let link: <Given<crm_entity::Leads> as EntityState>::Built<CreateAssociation> =
///     CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build();
/// assert_eq!(link.entity_id, "1");
/// ```
pub trait EntityState {
    /// See [`Choice::Id`].
    type Id;

    /// The choice, for a message about it.
    type Choice;

    /// See [`Choice::Built`].
    type Built<T>;

    /// See [`Choice::built`].
    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> Self::Built<T>;
}

impl EntityState for Missing {
    type Id = AnyEntity;
    type Choice = Self;
    type Built<T> = T;

    fn built<T>(request: T, _check: fn(&T) -> Result<(), Error>) -> T {
        request
    }
}

impl<C: Choice> EntityState for Given<C> {
    type Id = C::Id;
    type Choice = C;
    type Built<T> = C::Built<T>;

    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> C::Built<T> {
        C::built(request, check)
    }
}

/// Holds once the entity of a builder is set.
///
/// Only derived code uses it: it is why a field with a rule is set after the entity.
///
/// ```compile_fail
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder().contacts(["0031"]).entity(crm_entity::Leads).entity_id("00Q1").build();
/// ```
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder().entity(crm_entity::Leads).contacts(["0031"]).entity_id("00Q1").build();
/// assert_eq!(link.contacts[0].id, "0031");
/// ```
#[diagnostic::on_unimplemented(
    message = "the entity is not set yet",
    label = "this field depends on the entity",
    note = "call the setter of the entity before this one"
)]
pub trait EntityGiven {}

#[diagnostic::do_not_recommend]
impl<C> EntityGiven for Given<C> {}

/// Holds until the entity of a builder is set.
///
/// Only derived code uses it: it is why the entity is set once, and no rule can be left behind by a second one.
///
/// ```compile_fail
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder().entity(crm_entity::Leads).entity(crm_entity::Accounts);
/// ```
///
/// ```
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder().entity_id("00Q1").entity(crm_entity::Leads).build();
/// assert_eq!(link.entity, crm_entity::Leads.into());
/// ```
#[diagnostic::on_unimplemented(
    message = "the entity is set already",
    label = "the entity is set once",
    note = "fields set since then were checked against it: build a second request for another entity"
)]
pub trait EntityUnset {}

#[diagnostic::do_not_recommend]
impl EntityUnset for Missing {}

/// The error of parsing an entity from its name on the wire.
///
/// ```
/// use truto_core::crm::CrmEntity;
///
/// let error = "contact".parse::<CrmEntity>().unwrap_err();
/// assert_eq!(error.found(), "contact");
/// assert!(error.to_string().starts_with("unknown entity `contact`, did you mean `contacts`?"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownEntity {
    found: String,
    known: &'static [EntityName],
}

impl UnknownEntity {
    /// An error for `found`, which is not among `known`.
    #[must_use]
    pub fn new(found: &str, known: &'static [EntityName]) -> Self {
        Self { found: found.chars().take(64).collect(), known }
    }

    /// What was found, at most 64 characters of it.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl core::fmt::Display for UnknownEntity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "unknown entity `{}`, ", Escaped(&self.found))?;
        let names: Vec<&str> = self.known.iter().map(|entity| entity.wire).collect();
        if let Some(near) = truto_names::nearest(&self.found, &names) {
            write!(f, "did you mean `{near}`? ")?;
        }
        write!(f, "expected one of {}", crate::error::quoted_list(&names))
    }
}

debug_with_sentence!(UnknownEntity { found, known });

impl core::error::Error for UnknownEntity {}
