//! What is done with a field of a request, whatever its type: one table of functions for each shape.
//!
//! A type has to satisfy [`FieldValue`] once, where the table is made, so that a type that does not gives one error.

use core::fmt::Debug;

use crate::contract::builder::value::FieldValue;
use crate::contract::entity::{EntityName, UnifiedEntity};
use crate::request::decode::Fields;
use crate::request::encode::slot::Slot;
use crate::types::file::File;
use crate::types::patch::Patch;

/// The functions for a field of type `F`. Only derived code uses it.
///
/// ```
/// use truto_core::generated;
///
/// const NAME: generated::Access<Option<String>> = generated::optional();
/// assert!(NAME.slot(&None).is_absent());
/// ```
pub struct Access<F, D = ()> {
    default: D,
    slot: fn(&F) -> Slot<'_>,
    take: fn(&mut Fields, usize) -> Option<F>,
    clone: fn(&F) -> F,
    debug: fn(&F) -> &dyn Debug,
}

impl<F, D> Access<F, D> {
    /// The field as the encoder sees it.
    pub fn slot<'a>(&self, field: &'a F) -> Slot<'a> {
        (self.slot)(field)
    }

    /// The field at this index of a document; `None` when `fields` has noted why there is none.
    pub fn take(&self, fields: &mut Fields, index: usize) -> Option<F> {
        (self.take)(fields, index)
    }

    /// A copy of the field.
    pub fn copy(&self, field: &F) -> F {
        (self.clone)(field)
    }

    /// The function that copies the field.
    #[must_use]
    pub const fn copier(&self) -> fn(&F) -> F {
        self.clone
    }

    /// The field as `Debug` shows it.
    pub fn debug<'a>(&self, field: &'a F) -> &'a dyn Debug {
        (self.debug)(field)
    }
}

impl<F> Access<F, fn() -> F> {
    /// What the field holds unless it is set.
    #[must_use]
    pub fn unset(&self) -> F {
        (self.default)()
    }
}

impl<F, D: Copy> Clone for Access<F, D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, D: Copy> Copy for Access<F, D> {}

impl<F, D> Debug for Access<F, D> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Access").finish_non_exhaustive()
    }
}

fn shown<T: Debug>(field: &T) -> &dyn Debug {
    field
}

/// Of a field that is always there.
#[must_use]
pub const fn required<T: FieldValue>() -> Access<T> {
    Access { default: (), slot: |value| Slot::required(value), take: Fields::required, clone: T::clone, debug: shown }
}

/// Of a field declared as `Option<T>`.
#[must_use]
pub const fn optional<T: FieldValue>() -> Access<Option<T>> {
    Access {
        default: (),
        slot: |value| Slot::optional(value),
        take: Fields::optional,
        clone: Option::clone,
        debug: shown,
    }
}

/// Of a field declared as `Vec<T>`.
#[must_use]
pub const fn list<T: FieldValue>() -> Access<Vec<T>> {
    Access { default: (), slot: |values| Slot::list(values), take: Fields::list, clone: Vec::clone, debug: shown }
}

/// Of a field declared as `Patch<T>`.
#[must_use]
pub const fn patch<T: FieldValue>() -> Access<Patch<T>> {
    Access { default: (), slot: |value| Slot::patch(value), take: Fields::patch, clone: Patch::clone, debug: shown }
}

/// Of a field with a default.
#[must_use]
pub const fn defaulted<T: FieldValue + Default>() -> Access<T, fn() -> T> {
    Access {
        default: T::default,
        slot: |value| Slot::required(value),
        take: Fields::defaulted,
        clone: T::clone,
        debug: shown,
    }
}

/// The same for a field that a declaration calls a file, so that it is one.
#[must_use]
pub const fn file<F: Files, D: Copy>(access: Access<F, D>) -> Access<F, D> {
    access
}

/// A field of files. Only derived code uses it: a [`Slot`] knows a file by its type.
///
/// ```
/// use truto_core::builder::Files;
///
/// fn holds_files<F: Files>() {}
/// holds_files::<Option<truto_core::File>>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `truto_core::File`",
    label = "declared as a file of the body",
    note = "write `truto_core::File`, or the path of your own type, such as `self::File`"
)]
pub trait Files {}

impl Files for File {}
impl Files for Option<File> {}
impl Files for Vec<File> {}

/// Of the field that is the entity.
#[must_use]
pub const fn entity<E: UnifiedEntity>() -> Access<E> {
    required()
}

/// What an entity is called, whatever its enum. Only derived code uses it.
///
/// ```
/// use truto_core::generated;
/// use truto_core::crm::CrmEntity;
///
/// assert_eq!(generated::identity::<CrmEntity>().names()[3].wire, "leads");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Identity<E> {
    names: &'static [EntityName],
    id: fn(&E) -> usize,
}

/// Of the enum of an entity field.
#[must_use]
pub const fn identity<E: UnifiedEntity>() -> Identity<E> {
    Identity { names: E::NAMES, id: |entity| entity.clone().id() }
}

impl<E> Identity<E> {
    /// Every entity of the enum.
    #[must_use]
    pub const fn names(&self) -> &'static [EntityName] {
        self.names
    }

    /// The number of an entity.
    pub fn id(&self, entity: &E) -> usize {
        (self.id)(entity)
    }
}
