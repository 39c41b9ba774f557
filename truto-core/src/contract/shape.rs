//! The JSON shape of a field's type, as `const` data. The spelling of a type does not tell it: an alias hides the type.
//!
//! A type states its shape with [`Shaped`]. For any other type a schema accepts anything, and the run-time check decides.

pub(crate) mod probe;

use core::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use crate::contract::entity::{EntityName, UnifiedEntity};
use crate::contract::record::RecordRef;

/// Shape of the JSON value that a type is written as and read from.
///
/// ```
/// use truto_core::Reference;
/// use truto_core::shape::{Shape, Shaped};
///
/// assert_eq!(<Vec<Reference>>::SHAPE, Shape::List(&Shape::Reference));
/// assert_eq!(u8::SHAPE, Shape::Integer { min: 0, max: 255 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Anything: the type's own `Deserialize` decides.
    Any,
    /// A string.
    String,
    /// A string of one character.
    Character,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A whole number, written without a fraction.
    Integer {
        /// Smallest value.
        min: i64,
        /// Largest value.
        max: u64,
    },
    /// A [`Reference`](crate::Reference): `{"id": "…"}`, with a string or an integer.
    Reference,
    /// A [`File`](crate::File): `{"content_type": "…", "file_name": "…", "base64": "…"}`.
    File,
    /// The wire name of one of these entities.
    Entity(&'static [EntityName]),
    /// The text of a [`Timestamp`](crate::Timestamp).
    Timestamp,
    /// A [`Filter`](crate::Filter): one value, or an object of operators.
    Filter {
        /// Shape of the value to compare with.
        value: &'static Self,
        /// Names of the operators.
        operators: &'static [&'static str],
    },
    /// A [`SortBy`](crate::SortBy): an object of fields, each `asc` or `desc`.
    SortBy,
    /// A list.
    List(&'static Self),
    /// A list with one item for each of these shapes.
    Tuple(&'static [Self]),
    /// An object with any keys and values of this shape.
    Map(&'static Self),
    /// The value, or `null`.
    Nullable(&'static Self),
    /// An object with the fields of a record. Further members are read too.
    Record(RecordRef),
    /// One of these strings, or a string that was added later.
    Choice(&'static [&'static str]),
}

/// A type that states the shape of its JSON. Implement it for your own types to describe them in schemas.
///
/// It is a promise: the type's `Deserialize` accepts every value of the shape, and no other value.
///
/// ```
/// use truto_core::contract::Presence;
/// use truto_core::shape::{Shape, Shaped};
/// use truto_core::{Endpoint, unified_endpoint};
///
/// #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
/// pub struct Cents(u32);
///
/// impl Shaped for Cents {
///     const SHAPE: Shape = u32::SHAPE;
/// }
///
/// #[unified_endpoint(POST, "/unified/crm/prices")]
/// pub struct SetPrice {
///     pub price: Cents,
/// }
///
/// let price = SetPrice::CONTRACT.field("price").unwrap();
/// assert_eq!(price.shape(), Shape::Integer { min: 0, max: 4_294_967_295 });
/// ```
pub trait Shaped {
    /// The shape.
    const SHAPE: Shape;
}

macro_rules! shaped {
    ($($shape:expr => $($ty:ty $([$($generic:tt)+])?),+;)+) => {
        $($(impl$(<$($generic)+>)? Shaped for $ty {
            const SHAPE: Shape = $shape;
        })+)+
    };
}

shaped! {
    Shape::String => String, str;
    Shape::Character => char;
    Shape::Boolean => bool;
    Shape::Number => f32, f64;
    // Integers beyond 64 bits are refused, because JSON readers round them.
    Shape::Integer { min: 0, max: u64::MAX } => u64, u128;
    Shape::Integer { min: i64::MIN, max: u64::MAX } => i128;
    Shape::Integer { min: 0, max: Self::MAX as u64 } => u8, u16, u32, usize;
    Shape::Integer { min: Self::MIN as i64, max: Self::MAX as u64 } => i8, i16, i32, isize;
    Shape::Integer { min: Self::MIN, max: Self::MAX.unsigned_abs() } => i64;
    Shape::Integer { min: 1, max: Self::MAX.get() as u64 } => NonZeroU8, NonZeroU16, NonZeroU32, NonZeroUsize;
    Shape::Integer { min: 1, max: u64::MAX } => NonZeroU64;
    Shape::Any => serde_json::Value;
    Shape::List(&T::SHAPE) =>
        [T] [T: Shaped], Vec<T> [T: Shaped], VecDeque<T> [T: Shaped], BTreeSet<T> [T: Shaped], HashSet<T, S> [T: Shaped, S];
    Shape::Map(&T::SHAPE) => BTreeMap<String, T> [T: Shaped], HashMap<String, T, S> [T: Shaped, S];
    Shape::Tuple(&[T::SHAPE; N]) => [T; N] [T: Shaped, const N: usize];
    Shape::Tuple(&[A::SHAPE, B::SHAPE]) => (A, B) [A: Shaped, B: Shaped];
    Shape::Tuple(&[A::SHAPE, B::SHAPE, C::SHAPE]) => (A, B, C) [A: Shaped, B: Shaped, C: Shaped];
    Shape::Tuple(&[A::SHAPE, B::SHAPE, C::SHAPE, D::SHAPE]) =>
        (A, B, C, D) [A: Shaped, B: Shaped, C: Shaped, D: Shaped];
    Shape::Nullable(&T::SHAPE) => Option<T> [T: Shaped];
    Shape::Entity(E::NAMES) => E [E: UnifiedEntity];
}
