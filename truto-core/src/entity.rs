//! Entities: the closed set of record kinds that an endpoint is about, at compile time and at run time.
//!
//! `#[derive(UnifiedEntity)]` on an enum `CrmEntity` writes a module `crm_entity` with one marker type for each variant.
//! A marker tells the compiler which entity a request is about; a value of the enum tells it only at run time. Both
//! satisfy [`EntityChoice`], and the same rules hold for both.

use crate::error::Error;
use crate::state::{Given, Missing};

/// One entity as data: its id, and its names in Rust and on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntityName {
    /// Discriminant of the variant.
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
    label = "expected an enum with `#[derive(UnifiedEntity)]`"
)]
pub trait UnifiedEntity: Copy + core::fmt::Debug + 'static {
    /// Every entity, in the order of the declaration.
    const NAMES: &'static [EntityName];

    /// Discriminant of this entity, the `id` of its [`EntityName`].
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
#[diagnostic::on_unimplemented(
    message = "expected an entity of `{E}`, found `{Self}`",
    label = "not an entity of `{E}`",
    note = "give a marker type of the enum's module, or a value of the enum when it is known only at run time"
)]
pub trait EntityChoice<E>: Choice {
    /// The chosen entity as a value.
    fn entity(self) -> E;
}

/// What the compiler knows of a chosen entity, and what follows from it.
pub trait Choice: Copy {
    /// The [`EntityId`] of a marker; [`AnyEntity`] for a value of the enum.
    type Id;

    /// What `build()` yields: the request itself, or a `Result` when the rules can only be checked at run time.
    type Built<T>;

    /// Finishes a request, running `check` where the compiler could not.
    fn built<T>(request: T, check: fn(&T) -> Result<(), Error>) -> Self::Built<T>;
}

/// An entity that the compiler knows, by the discriminant of its variant.
#[derive(Clone, Copy, Debug)]
pub struct EntityId<const ID: usize>;

/// An entity that is known only at run time, or not set yet: what it allows is checked then.
#[derive(Clone, Copy, Debug)]
pub struct AnyEntity;

/// The state of a builder's entity: [`Missing`], or [`Given`] with the choice.
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
#[diagnostic::on_unimplemented(
    message = "the entity is not set yet",
    label = "this field depends on the entity",
    note = "call `.entity(…)` before this setter"
)]
pub trait EntityGiven {}

#[diagnostic::do_not_recommend]
impl<C> EntityGiven for Given<C> {}

/// Holds until the entity of a builder is set.
#[diagnostic::on_unimplemented(
    message = "the entity is set already",
    label = "the entity is set once",
    note = "fields set since then were checked against it: build a second request for another entity"
)]
pub trait EntityUnset {}

#[diagnostic::do_not_recommend]
impl EntityUnset for Missing {}

/// The error of parsing an entity from its name on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// What was found.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl core::fmt::Display for UnknownEntity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "unknown entity `{}`, ", self.found.escape_debug())?;
        let names: Vec<&str> = self.known.iter().map(|entity| entity.wire).collect();
        if let Some(near) = crate::suggest::nearest(&self.found, &names) {
            write!(f, "did you mean `{near}`? ")?;
        }
        write!(f, "expected one of {}", crate::error::quoted_list(&names))
    }
}

impl core::error::Error for UnknownEntity {}

/// Serializes an entity as its name on the wire, for derived code.
#[doc(hidden)]
pub fn serialize<E: UnifiedEntity, S: serde::Serializer>(entity: E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(entity.wire_name())
}

/// Deserializes an entity from its name on the wire, for derived code.
#[doc(hidden)]
pub fn deserialize<'de, E: UnifiedEntity, D: serde::Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Name<E>(core::marker::PhantomData<E>);

    impl<E: UnifiedEntity> serde::de::Visitor<'_> for Name<E> {
        type Value = E;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("the name of an entity")
        }

        fn visit_str<X: serde::de::Error>(self, name: &str) -> Result<E, X> {
            E::from_wire_name(name).ok_or_else(|| X::custom(UnknownEntity::new(name, E::NAMES)))
        }
    }

    deserializer.deserialize_str(Name(core::marker::PhantomData))
}
