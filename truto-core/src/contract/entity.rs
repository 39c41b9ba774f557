//! Entities: the closed set of record kinds that an endpoint is about, at compile time and at run time.
//!
//! `#[derive(UnifiedEntity)]` on an enum `CrmEntity` writes a module `crm_entity` with one marker type for each variant.
//! A marker tells the compiler which entity a request is about; a value of the enum is known only at run time. A setter
//! takes either as an [`EntityChoice`], and the same rules apply to both.
//!
//! ```
//! use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
//!
//! let start = || CreateAssociation::builder().entity_id("003Ux000004TbQd");
//! // A marker: a link that contacts forbid does not compile, and `build` returns the request.
//! let link: CreateAssociation = start().entity(crm_entity::Contacts).accounts(["001Ux000003GhNt"]).build();
//! // A value: every setter compiles, and `build` returns a `Result`.
//! let error = start().entity(CrmEntity::Contacts).contacts(["003Ux000003GhNt"]).build().unwrap_err();
//! assert!(error.to_string().contains("`associations.contacts` is not allowed when the entity is `contacts`"));
//! # assert_eq!(link.accounts.len(), 1);
//! ```

pub(crate) mod codec;

use crate::contract::builder::state::{Given, Missing, State};
use crate::contract::builder::value::FieldValue;
use crate::error::{Error, debug_with_sentence};
use crate::util::escaped::Escaped;

/// An entity as data: an item of [`UnifiedEntity::NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EntityName {
    /// Number of the entity, see [`id_of`].
    pub id: usize,
    /// Name of the variant in Rust.
    pub name: &'static str,
    /// Name on the wire.
    pub wire: &'static str,
}

impl EntityName {
    /// The entity of this variant, under this name on the wire.
    #[must_use]
    pub const fn new(variant: &'static str, wire: &'static str) -> Self {
        Self { id: id_of(variant), name: variant, wire }
    }
}

/// An enum of entities. Derive it.
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
/// let choices: Vec<&str> = HrisEntity::NAMES.iter().map(|entity| entity.wire).collect();
/// assert_eq!(choices, ["employees", "timeoff_requests"]);
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

    /// Returns the number of this entity, see [`id_of`].
    fn id(self) -> usize;

    /// Returns the entity of this name on the wire.
    fn from_wire_name(name: &str) -> Option<Self>;

    /// Returns the name of this entity on the wire.
    #[must_use]
    fn wire_name(self) -> &'static str {
        let id = self.id();
        Self::NAMES.iter().find(|entity| entity.id == id).map_or("", |entity| entity.wire)
    }
}

/// The argument of an entity's setter: a marker such as `crm_entity::Contacts`, or a value of the enum `E`.
///
/// ```
/// use truto_core::UnifiedEntity;
/// use truto_core::crm::{CrmEntity, crm_entity};
/// use truto_core::entity::EntityChoice;
///
/// fn label(choice: impl EntityChoice<CrmEntity>) -> &'static str {
///     choice.entity().wire_name()
/// }
///
/// assert_eq!(label(crm_entity::Leads), "leads");
/// assert_eq!(label(CrmEntity::Leads), "leads");
/// ```
#[diagnostic::on_unimplemented(
    message = "expected an entity of `{E}`, found `{Self}`",
    label = "not an entity of `{E}`",
    note = "pass a marker type of the enum's module, or a value of the enum if it is known only at run time",
    note = "`name.parse::<{E}>()` converts a name"
)]
pub trait EntityChoice<E> {
    /// The state of a builder with this entity: `Given<Marker>`, or `Given<AnyEntity>` for a value of the enum.
    type State: State<Of<E> = E> + EntityInfo;

    /// The chosen entity as a value.
    fn entity(self) -> E;
}

// Of any type: if an enum lacks its derive, the error at its declaration is the only one.
#[diagnostic::do_not_recommend]
impl<E> EntityChoice<E> for E {
    type State = Given<AnyEntity>;

    fn entity(self) -> E {
        self
    }
}

/// A marker type: an entity that the compiler knows.
///
/// The derive implements it for the types of the enum's module.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity marker",
    label = "expected a marker such as `crm_entity::Contacts`",
    note = "the state of a builder names the entity: `Given<crm_entity::Contacts>`, or `Given<AnyEntity>` if it is known only at run time"
)]
pub trait EntityMarker: Sized {
    /// The [`EntityId`] of the entity, whose number is the [`id`](UnifiedEntity::id) of the value.
    type Id;
}

/// Returns the number of an entity: the FNV-1a hash of its variant's name. Rules refer to entities by number.
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
    truto_names::entity_id(variant) as usize
}

/// The number of an entity as a type, so that a rule can be a bound.
#[derive(Clone, Copy, Debug)]
pub struct EntityId<const ID: usize>;

/// An entity that the compiler does not know: every setter compiles, and `build` checks the rules and returns a `Result`, as in
/// the example of [the module](self).
#[derive(Clone, Copy, Debug)]
pub struct AnyEntity;

/// The entity in the type of a builder. Implemented for [`Missing`] and [`Given`].
///
/// ```
/// use truto_core::builder::Given;
/// use truto_core::crm::{CreateAssociation, crm_entity};
/// use truto_core::entity::EntityInfo;
///
/// // The compiler checked the rules of a marker, so `build` returns the request itself.
/// let link: <Given<crm_entity::Leads> as EntityInfo>::Built<CreateAssociation> =
///     CreateAssociation::builder().entity_id("1").entity(crm_entity::Leads).build();
/// assert_eq!(link.entity_id, "1");
/// ```
pub trait EntityInfo {
    /// The [`EntityId`] of a marker, or [`AnyEntity`].
    type Id;

    /// The marker, for messages about it.
    type Choice;

    /// The result of `build`: the request, or a `Result` if the rules have to be checked at run time.
    type Built<T>;

    /// Finishes a request, and runs `check` if the compiler could not.
    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> Self::Built<T>;
}

impl EntityInfo for Missing {
    type Id = AnyEntity;
    type Choice = Self;
    type Built<T> = T;

    fn built<T>(request: T, _check: fn(&T) -> Result<(), Error>) -> T {
        request
    }
}

impl<M: EntityMarker> EntityInfo for Given<M> {
    type Id = M::Id;
    type Choice = M;
    type Built<T> = T;

    fn built<T>(request: T, _check: fn(&T) -> Result<(), Error>) -> T {
        request
    }
}

impl EntityInfo for Given<AnyEntity> {
    type Id = AnyEntity;
    type Choice = AnyEntity;
    type Built<T> = Result<T, Error>;

    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> Result<T, Error> {
        check(&request).map(|()| request)
    }
}

/// Holds once the entity of a builder is set, so that a field with a rule is set after it.
///
/// ```compile_fail,E0277
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// let link = CreateAssociation::builder().contacts(["0031"]).entity(crm_entity::Leads).entity_id("00Q1").build();
/// ```
#[diagnostic::on_unimplemented(
    message = "the entity is not set yet",
    label = "this field depends on the entity",
    note = "call the setter of the entity before this one"
)]
pub trait EntityGiven {}

#[diagnostic::do_not_recommend]
impl<C> EntityGiven for Given<C> {}

/// Holds until the entity of a builder is set: a second entity would leave fields behind that were checked against the first.
///
/// ```compile_fail,E0277
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// let link = CreateAssociation::builder().entity(crm_entity::Leads).entity(crm_entity::Accounts);
/// ```
#[diagnostic::on_unimplemented(
    message = "the entity is set already",
    label = "the entity is set once",
    note = "fields that were set since then were checked against it: build a second request for another entity"
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
    /// Creates the error for `found`, which is not among `known`.
    #[must_use]
    pub fn new(found: &str, known: &'static [EntityName]) -> Self {
        Self { found: found.chars().take(64).collect(), known }
    }

    /// The text that is not an entity, up to 64 characters.
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
