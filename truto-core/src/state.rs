//! The type state of a builder: each required field is [`Missing`] or [`Given`].
//!
//! Both names are what the compiler prints when a request is not complete, so they stand at the root of the crate.

/// The state of a field that is not set yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Missing;

/// The state of a field that is set; of an entity, with the choice.
#[derive(Clone, Copy, Debug)]
pub struct Given<T = ()>(pub T);

/// [`Missing`] or [`Given`], and what a builder stores for it.
pub trait State {
    /// The stored value of a field of type `T`: nothing, or the value.
    type Of<T>;
}

impl State for Missing {
    type Of<T> = ();
}

impl State for Given {
    type Of<T> = T;
}
