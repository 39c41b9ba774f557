//! The type state of a builder: each required field is [`Missing`] or [`Given`].
//!
//! Both names are what the compiler prints when a request is not complete, so they stand at the root of the crate.

use core::marker::PhantomData;

/// The state of a field that is not set yet.
///
/// A builder's type has one state for each required field, in the order of the declaration. Naming it lets a function
/// hand out a request that its caller must complete:
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

/// The state of a field that is set; of an entity, with the choice.
///
/// ```
/// use truto_core::builder::Given;
/// use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
///
/// fn lead(id: &str) -> CreateAssociationBuilder<Given, Given<crm_entity::Leads>> {
///     CreateAssociation::builder().entity_id(id).entity(crm_entity::Leads)
/// }
///
/// assert_eq!(lead("00Q1").contacts(["0031"]).build().contacts[0].id, "0031");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Given<T = ()>(PhantomData<T>);

/// [`Missing`] or [`Given`], and what a builder stores for it.
///
/// Only derived code needs more of it than its name, for functions that take a builder as far as it is:
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
    /// The stored value of a field of type `T`: nothing, or the value.
    type Of<T>;

    /// A copy of what is stored.
    fn copy<T>(stored: &Self::Of<T>, copy: fn(&T) -> T) -> Self::Of<T>;

    /// What is stored, to be added to.
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
