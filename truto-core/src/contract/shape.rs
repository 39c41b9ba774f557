//! The JSON shape of a field's own type, as `const` data: what the spelling of a type cannot tell.
//!
//! A type says its shape with [`Shaped`]; where none is known, a schema accepts anything and the run-time check decides.

pub(crate) mod probe;

use core::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use crate::contract::entity::{EntityName, UnifiedEntity};

/// What a JSON value looks like that a type is written as and read from.
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
        /// The least one.
        min: i64,
        /// The largest one.
        max: u64,
    },
    /// A [`Reference`](crate::Reference): `{"id": "…"}`, with a string or an integer.
    Reference,
    /// A [`File`](crate::File): `{"content_type": "…", "file_name": "…", "base64": "…"}`.
    File,
    /// The wire name of one of these.
    Entity(&'static [EntityName]),
    /// The text of a [`Timestamp`](crate::Timestamp).
    Timestamp,
    /// A [`Filter`](crate::Filter): one value, or an object of operators.
    Filter {
        /// What is compared with.
        value: &'static Self,
        /// The operators that there are.
        operators: &'static [&'static str],
    },
    /// A [`SortBy`](crate::SortBy): an object of fields, each `asc` or `desc`.
    SortBy,
    /// A list.
    List(&'static Self),
    /// A list of so many items, of these shapes.
    Tuple(&'static [Self]),
    /// An object of any names.
    Map(&'static Self),
    /// The value, or `null`.
    Nullable(&'static Self),
}

/// A type that knows the shape of its JSON. Implement it for your own types and schemas tell more of them.
///
/// It is a promise: the type's `Deserialize` accepts what the shape describes and nothing else.
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
    ($($shape:expr => $($ty:ty),+;)+) => {
        $($(impl Shaped for $ty {
            const SHAPE: Shape = $shape;
        })+)+
    };
}

shaped! {
    Shape::String => String, str;
    Shape::Character => char;
    Shape::Boolean => bool;
    Shape::Number => f32, f64;
    // Beyond 64 bits a document has no integers: they would be rounded, and are refused.
    Shape::Integer { min: 0, max: u64::MAX } => u64, u128;
    Shape::Integer { min: i64::MIN, max: u64::MAX } => i128;
    Shape::Any => serde_json::Value;
}

macro_rules! unsigned {
    ($($ty:ty),+) => {
        $(impl Shaped for $ty {
            const SHAPE: Shape = Shape::Integer { min: 0, max: <$ty>::MAX as u64 };
        })+
    };
}

macro_rules! signed {
    ($($ty:ty),+) => {
        $(impl Shaped for $ty {
            const SHAPE: Shape = Shape::Integer { min: <$ty>::MIN as i64, max: <$ty>::MAX.unsigned_abs() as u64 };
        })+
    };
}

unsigned!(u8, u16, u32, usize);
signed!(i8, i16, i32, i64, isize);

macro_rules! not_zero {
    ($($ty:ty),+) => {
        $(impl Shaped for $ty {
            const SHAPE: Shape = Shape::Integer { min: 1, max: <$ty>::MAX.get() as u64 };
        })+
    };
}

not_zero!(NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize);

impl<T: Shaped> Shaped for [T] {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = <[T]>::SHAPE;
}

impl<T: Shaped> Shaped for VecDeque<T> {
    const SHAPE: Shape = <[T]>::SHAPE;
}

impl<T: Shaped> Shaped for BTreeSet<T> {
    const SHAPE: Shape = <[T]>::SHAPE;
}

impl<T: Shaped, S> Shaped for HashSet<T, S> {
    const SHAPE: Shape = <[T]>::SHAPE;
}

impl<T: Shaped> Shaped for BTreeMap<String, T> {
    const SHAPE: Shape = Shape::Map(&T::SHAPE);
}

impl<T: Shaped, S> Shaped for HashMap<String, T, S> {
    const SHAPE: Shape = Shape::Map(&T::SHAPE);
}

impl<T: Shaped, const N: usize> Shaped for [T; N] {
    const SHAPE: Shape = Shape::Tuple(&[T::SHAPE; N]);
}

macro_rules! tuples {
    ($(($($item:ident),+))+) => {
        $(impl<$($item: Shaped),+> Shaped for ($($item,)+) {
            const SHAPE: Shape = Shape::Tuple(&[$($item::SHAPE),+]);
        })+
    };
}

tuples!((A, B)(A, B, C)(A, B, C, D));

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = Shape::Nullable(&T::SHAPE);
}

impl<E: UnifiedEntity> Shaped for E {
    const SHAPE: Shape = Shape::Entity(E::NAMES);
}
