//! The shape of any type, also of a type that does not state it.

use crate::contract::shape::{Shape, Shaped};

/// The shape of a type that may not implement [`Shaped`]: `Probe::<T>::SHAPE`, with [`Unshaped`] in scope.
///
/// It is specialization on stable Rust, a relative of autoref specialization: the inherent constant exists for a [`Shaped`] type
/// and takes precedence; for any other type the constant of the trait is found. So the result depends on the type itself, and an
/// alias does not matter.
#[derive(Debug)]
pub struct Probe<T: ?Sized>(core::marker::PhantomData<T>);

impl<T: Shaped + ?Sized> Probe<T> {
    /// The shape that the type states.
    pub const SHAPE: Shape = T::SHAPE;
}

/// The fallback of [`Probe`].
pub trait Unshaped {
    /// Anything.
    const SHAPE: Shape = Shape::Any;
}

impl<T: ?Sized> Unshaped for Probe<T> {}
