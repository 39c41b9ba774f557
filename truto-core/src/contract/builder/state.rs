//! The type state of a builder: each required field is [`Missing`] or [`Given`].
//!
//! rustc prints both names if a request is not complete.

use core::marker::PhantomData;

/// The state of a field that is not set yet.
///
/// The type of a builder has one state for each required field, in the order of the declaration. A function that names them can
/// return a request that its caller must complete:
///
/// ```
/// use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
/// use truto_core::builder::{Given, Missing};
///
/// fn lead() -> CreateAssociationBuilder<Missing, Given<crm_entity::Leads>> {
///     CreateAssociation::builder().entity(crm_entity::Leads)
/// }
///
/// assert_eq!(lead().entity_id("00Q1").build().entity_id, "00Q1");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Missing;

/// The state of a field that is set, as in the example of [`Missing`]. The state of an entity names its marker, or
/// [`AnyEntity`](crate::entity::AnyEntity).
#[derive(Clone, Copy, Debug)]
pub struct Given<T = ()>(PhantomData<T>);

/// [`Missing`] or [`Given`]. It bounds the states of a function that takes any builder of an endpoint:
///
/// ```
/// use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
/// use truto_core::builder::{Given, State};
///
/// type Lead<Id> = CreateAssociationBuilder<Id, Given<crm_entity::Leads>>;
/// fn with_owner<Id: State>(lead: Lead<Id>) -> Lead<Id> {
///     lead.contacts(["0031"])
/// }
///
/// let lead = with_owner(CreateAssociation::builder().entity(crm_entity::Leads)).entity_id("00Q1").build();
/// assert_eq!(lead.contacts.len(), 1);
/// ```
pub trait State {
    /// The value that a builder stores for a field of type `T`: `()` or a `T`.
    type Of<T>;

    /// Clones the stored value.
    fn copy<T>(stored: &Self::Of<T>, copy: fn(&T) -> T) -> Self::Of<T>;

    /// Returns the stored value, or the default.
    fn or_default<T: Default>(stored: Self::Of<T>) -> T;
}

impl State for Missing {
    type Of<T> = ();

    fn copy<T>((): &(), _copy: fn(&T) -> T) {}

    fn or_default<T: Default>((): ()) -> T {
        T::default()
    }
}

impl<C> State for Given<C> {
    type Of<T> = T;

    fn copy<T>(stored: &T, copy: fn(&T) -> T) -> T {
        copy(stored)
    }

    fn or_default<T: Default>(stored: T) -> T {
        stored
    }
}
