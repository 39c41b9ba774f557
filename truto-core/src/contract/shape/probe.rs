//! The shape of any type, whether or not it has one.

use crate::contract::shape::{Shape, Shaped};

/// The shape of a type that may know none: `Probe::<T>::SHAPE`, with [`Unshaped`] in scope.
///
/// Only derived code uses it. The inherent constant is there for a [`Shaped`] type and comes first; the trait's stands in
/// for it otherwise. So it depends on the type itself, whatever an alias calls it.
///
/// ```
/// use truto_core::generated::{Probe, Unshaped as _};
/// use truto_core::shape::Shape;
///
/// struct Mine;
///
/// assert_eq!(Probe::<String>::SHAPE, Shape::String);
/// assert_eq!(Probe::<Mine>::SHAPE, Shape::Any);
/// ```
#[derive(Debug)]
pub struct Probe<T: ?Sized>(core::marker::PhantomData<T>);

impl<T: Shaped + ?Sized> Probe<T> {
    /// The shape that the type says.
    pub const SHAPE: Shape = T::SHAPE;
}

/// The shape of a type that says none: [`Shape::Any`].
///
/// Only derived code uses it; see [`Probe`].
///
/// ```
/// use truto_core::generated::{Probe, Unshaped};
/// use truto_core::shape::Shape;
///
/// assert_eq!(<Probe<u8> as Unshaped>::SHAPE, Shape::Any);
/// ```
pub trait Unshaped {
    /// Anything.
    const SHAPE: Shape = Shape::Any;
}

impl<T: ?Sized> Unshaped for Probe<T> {}
