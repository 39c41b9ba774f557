//! What is done with a field of a request, whatever its type: one table of functions for each shape.
//!
//! A type has to satisfy [`FieldValue`] once, where the table is made, so that a type that does not gives one error.

use core::fmt::Debug;

use crate::contract::builder::value::FieldValue;
use crate::contract::entity::{EntityName, UnifiedEntity};
use crate::request::decode::RequestReader;
use crate::request::encode::field_ref::FieldRef;
use crate::types::file::File;
use crate::types::patch::Patch;

/// The functions for a field of type `F`. Only derived code uses it.
///
/// ```
/// use truto_core::generated;
///
/// const NAME: generated::Access<Option<String>> = generated::optional();
/// assert!(NAME.field_ref(&None).is_absent());
/// ```
pub struct Access<F, D = ()> {
    default: D,
    field_ref: fn(&F) -> FieldRef<'_>,
    take: fn(&mut RequestReader, usize) -> Option<F>,
    clone: fn(&F) -> F,
    debug: fn(&F) -> &dyn Debug,
}

impl<F, D> Access<F, D> {
    /// The field as the encoder sees it.
    pub fn field_ref<'a>(&self, field: &'a F) -> FieldRef<'a> {
        (self.field_ref)(field)
    }

    /// Reads the field at this index; `None` if `reader` has noted a failure.
    pub fn take(&self, reader: &mut RequestReader, index: usize) -> Option<F> {
        (self.take)(reader, index)
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
    Access {
        default: (),
        field_ref: |value| FieldRef::required(value),
        take: RequestReader::required,
        clone: T::clone,
        debug: shown,
    }
}

/// Of a field declared as `Option<T>`.
#[must_use]
pub const fn optional<T: FieldValue>() -> Access<Option<T>> {
    Access {
        default: (),
        field_ref: |value| FieldRef::optional(value),
        take: RequestReader::optional,
        clone: Option::clone,
        debug: shown,
    }
}

/// Of a field declared as `Vec<T>`.
#[must_use]
pub const fn list<T: FieldValue>() -> Access<Vec<T>> {
    Access {
        default: (),
        field_ref: |values| FieldRef::list(values),
        take: RequestReader::list,
        clone: Vec::clone,
        debug: shown,
    }
}

/// Of a field declared as `Patch<T>`.
#[must_use]
pub const fn patch<T: FieldValue>() -> Access<Patch<T>> {
    Access {
        default: (),
        field_ref: |value| FieldRef::patch(value),
        take: RequestReader::patch,
        clone: Patch::clone,
        debug: shown,
    }
}

/// Of a field with a default.
#[must_use]
pub const fn defaulted<T: FieldValue + Default>() -> Access<T, fn() -> T> {
    Access {
        default: T::default,
        field_ref: |value| FieldRef::required(value),
        take: RequestReader::defaulted,
        clone: T::clone,
        debug: shown,
    }
}

/// The same for a field that a declaration calls a file, so that it is one.
#[must_use]
pub const fn file<F: Files, D: Copy>(access: Access<F, D>) -> Access<F, D> {
    access
}

/// A field of files. Only derived code uses it: a [`FieldRef`] knows a file by its type.
///
/// ```
/// use truto_core::builder::Files;
///
/// fn holds_files<F: Files>() {}
/// holds_files::<Option<truto_core::File>>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `truto_core::File`",
    label = "the declaration calls it a file of the body",
    note = "write `truto_core::File`; a type of your own in a form is written with its path, such as `self::File`"
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
