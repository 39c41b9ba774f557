//! What can be mirrored: a declared list, a call of one, or a list by name.

use truto_core::contract::Field;
use truto_core::saved::SavedCall;
use truto_core::scope::AccountScope;
use truto_core::shape::Shape;
use truto_core::{Call, Endpoint, Error, Paginated, dynamic};

/// A list that can be mirrored: a paginated request, a [`Call`] of one with its common parameters, or a
/// [list by name](truto_core::dynamic::List). `M` tells them apart, and is never written.
pub trait List<M> {
    /// The list in the form in which it is kept.
    ///
    /// # Errors
    /// Why it cannot be sent.
    #[doc(hidden)]
    fn save(&self) -> Result<SavedCall, Error>;

    /// The shape of its records.
    #[doc(hidden)]
    fn shape(&self) -> Shape;

    /// Whether the list can be asked for what changed after a time, by this member. `None` if nobody knows.
    #[doc(hidden)]
    fn has_filter(&self, member: &str) -> Option<bool>;
}

/// Marks a declared list.
#[derive(Clone, Copy, Debug)]
pub enum Declared {}

/// Marks a call of a declared list.
#[derive(Clone, Copy, Debug)]
pub enum Called {}

/// Marks a list by name.
#[derive(Clone, Copy, Debug)]
pub enum ByName {}

impl<E: Paginated + Endpoint<Scope = AccountScope> + Clone> List<Declared> for E {
    fn save(&self) -> Result<SavedCall, Error> {
        self.clone().into_call().save()
    }

    fn shape(&self) -> Shape {
        E::CONTRACT.answer()
    }

    fn has_filter(&self, member: &str) -> Option<bool> {
        Some(has_filter::<E>(member))
    }
}

impl<E: Paginated + Endpoint<Scope = AccountScope>> List<Called> for Call<E> {
    fn save(&self) -> Result<SavedCall, Error> {
        Self::save(self)
    }

    fn shape(&self) -> Shape {
        E::CONTRACT.answer()
    }

    fn has_filter(&self, member: &str) -> Option<bool> {
        Some(has_filter::<E>(member))
    }
}

impl<A, T> List<ByName> for dynamic::List<A, T> {
    fn save(&self) -> Result<SavedCall, Error> {
        Self::save(self)
    }

    fn shape(&self) -> Shape {
        Shape::Any
    }

    fn has_filter(&self, _: &str) -> Option<bool> {
        None
    }
}

fn has_filter<E: Endpoint>(member: &str) -> bool {
    let shape = E::CONTRACT.field(member).map(Field::shape);
    let shape = match shape {
        Some(Shape::Nullable(inner)) => Some(*inner),
        shape => shape,
    };
    matches!(shape, Some(Shape::Filter { operators, .. }) if operators.contains(&"gt"))
}
