//! Access to a field of a request as a table of functions, one table for each presence: required, optional, list and so on.
//!
//! Generated code calls the table in place of the field's own traits. So the bound [`FieldValue`] stands in one place, and a type
//! that does not satisfy it is one error. The functions are generated once for a type and not once for a field.

use core::fmt::{Debug, Formatter};

use crate::contract::Contract;
use crate::contract::builder::value::FieldValue;
use crate::contract::entity::{EntityName, UnifiedEntity};
use crate::endpoint::Endpoint;
use crate::error::Hidden;
use crate::request::decode::RequestReader;
use crate::request::encode::field_ref::FieldRef;
use crate::types::file::File;
use crate::types::patch::Patch;

/// A field of a request without its type.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The field as the encoder reads it.
    pub(crate) value: FieldRef<'a>,
    /// The field as `Debug` shows it.
    debug: &'a dyn Debug,
}

/// Formats a request: the name of its struct with its fields, of which secret ones are hidden.
///
/// # Errors
/// The error of the formatter.
pub fn debug_request<E: Endpoint>(request: &E, f: &mut Formatter<'_>) -> core::fmt::Result {
    debug_members(E::CONTRACT, &|index| request.member(index), f)
}

/// It is compiled once, and not for each endpoint.
fn debug_members<'a>(
    contract: &Contract,
    member: &dyn Fn(usize) -> Option<Member<'a>>,
    f: &mut Formatter<'_>,
) -> core::fmt::Result {
    let mut shown = f.debug_struct(contract.name());
    for (index, field) in contract.fields().iter().enumerate() {
        if let Some(member) = member(index) {
            shown.field(field.name(), if field.is_secret() { &Hidden } else { member.debug });
        }
    }
    shown.finish()
}

/// The functions for a field of type `F`.
#[derive(Clone, Copy, Debug)]
pub struct Access<F, D = ()> {
    default: D,
    field_ref: fn(&F) -> FieldRef<'_>,
    take: fn(&mut RequestReader, usize) -> Option<F>,
    clone: fn(&F) -> F,
    debug: fn(&F) -> &dyn Debug,
}

impl<F: Clone + Debug, D> Access<F, D> {
    const fn new(
        default: D,
        field_ref: fn(&F) -> FieldRef<'_>,
        take: fn(&mut RequestReader, usize) -> Option<F>,
    ) -> Self {
        Self { default, field_ref, take, clone: F::clone, debug: |field| field }
    }
}

impl<F, D> Access<F, D> {
    /// Returns the field without its type.
    pub fn member<'a>(&self, field: &'a F) -> Option<Member<'a>> {
        Some(Member { value: (self.field_ref)(field), debug: (self.debug)(field) })
    }

    /// Takes the field at this index out of a document. `None` if `reader` has noted a failure.
    pub fn take(&self, reader: &mut RequestReader, index: usize) -> Option<F> {
        (self.take)(reader, index)
    }

    /// Clones the field.
    pub fn copy(&self, field: &F) -> F {
        (self.clone)(field)
    }

    /// Returns the function that clones the field.
    #[must_use]
    pub const fn copier(&self) -> fn(&F) -> F {
        self.clone
    }
}

impl<F> Access<F, fn() -> F> {
    /// Returns the default of the field.
    #[must_use]
    pub fn unset(&self) -> F {
        (self.default)()
    }
}

/// Access to a required field.
#[must_use]
pub const fn required<T: FieldValue>() -> Access<T> {
    Access::new((), |value| FieldRef::required(value), RequestReader::required)
}

/// Access to a field declared as `Option<T>`.
#[must_use]
pub const fn optional<T: FieldValue>() -> Access<Option<T>> {
    Access::new((), |value| FieldRef::optional(value), RequestReader::optional)
}

/// Access to a field declared as `Vec<T>`.
#[must_use]
pub const fn list<T: FieldValue>() -> Access<Vec<T>> {
    Access::new((), |values| FieldRef::list(values), RequestReader::defaulted)
}

/// Access to a field declared as `Patch<T>`.
#[must_use]
pub const fn patch<T: FieldValue>() -> Access<Patch<T>> {
    Access::new((), |value| FieldRef::patch(value), RequestReader::patch)
}

/// Access to a field with a default.
#[must_use]
pub const fn defaulted<T: FieldValue + Default>() -> Access<T, fn() -> T> {
    Access::new(T::default, |value| FieldRef::required(value), RequestReader::defaulted)
}

/// The same access. The bound refuses a type that is only called `File`.
#[must_use]
pub const fn file<F: Files, D: Copy>(access: Access<F, D>) -> Access<F, D> {
    access
}

/// A field that holds files: `File`, `Option<File>` or `Vec<File>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `truto_core::File`",
    label = "declared as a file of the body",
    note = "write `truto_core::File`, or the path of your own type, such as `self::File`"
)]
pub trait Files {}

impl Files for File {}
impl Files for Option<File> {}
impl Files for Vec<File> {}

/// Access to the field that is the entity.
#[must_use]
pub const fn entity<E: UnifiedEntity>() -> Access<E> {
    required()
}

/// The names and the numbers of an enum of entities.
#[derive(Clone, Copy, Debug)]
pub struct Identity<E> {
    names: &'static [EntityName],
    id: fn(&E) -> usize,
}

/// The names and the numbers of `E`.
#[must_use]
pub const fn identity<E: UnifiedEntity>() -> Identity<E> {
    Identity { names: E::NAMES, id: |entity| entity.clone().id() }
}

impl<E> Identity<E> {
    /// Returns every entity of the enum.
    #[must_use]
    pub const fn names(&self) -> &'static [EntityName] {
        self.names
    }

    /// Returns the number of an entity.
    pub fn id(&self, entity: &E) -> usize {
        (self.id)(entity)
    }
}
