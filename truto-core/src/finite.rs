//! Finds numbers that are not finite in a value of any type. JSON has none, and `serde_json` writes `null` in their place,
//! which clears a field instead of setting it.

use core::fmt::Display;

use serde::ser::{self, Error as _, Serialize, Serializer};

type Outcome = Result<(), serde_json::Error>;

/// Walks `value` and keeps nothing of it.
///
/// # Errors
/// A number that is not finite, or what the type's own `Serialize` refuses.
pub(crate) fn check<T: Serialize + ?Sized>(value: &T) -> Outcome {
    value.serialize(Walk)
}

#[derive(Clone, Copy)]
struct Walk;

fn number(is_finite: bool) -> Outcome {
    if is_finite {
        Ok(())
    } else {
        Err(serde_json::Error::custom("the number is not finite, and JSON has no such number"))
    }
}

macro_rules! plain {
    ($($name:ident($($argument:ty),*)),* $(,)?) => {$(
        fn $name(self $(, _: $argument)*) -> Outcome {
            Ok(())
        }
    )*};
}

macro_rules! compound {
    ($($name:ident($($argument:ty),*)),* $(,)?) => {$(
        fn $name(self $(, _: $argument)*) -> Result<Self, serde_json::Error> {
            Ok(self)
        }
    )*};
}

impl Serializer for Walk {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    plain! {
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_i128(i128),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_none(),
        serialize_unit(),
        serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str),
    }

    compound! {
        serialize_seq(Option<usize>),
        serialize_tuple(usize),
        serialize_tuple_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_map(Option<usize>),
        serialize_struct(&'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize),
    }

    fn serialize_f32(self, value: f32) -> Outcome {
        number(value.is_finite())
    }

    fn serialize_f64(self, value: f64) -> Outcome {
        number(value.is_finite())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Outcome {
        value.serialize(self)
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Outcome {
        Ok(())
    }
}

macro_rules! walk {
    ($($name:ident: $method:ident($($key:ty)?)),* $(,)?) => {$(
        impl ser::$name for Walk {
            type Ok = ();
            type Error = serde_json::Error;

            fn $method<T: Serialize + ?Sized>(&mut self $(, _: $key)?, value: &T) -> Outcome {
                value.serialize(*self)
            }

            fn end(self) -> Outcome {
                Ok(())
            }
        }
    )*};
}

walk! {
    SerializeSeq: serialize_element(),
    SerializeTuple: serialize_element(),
    SerializeTupleStruct: serialize_field(),
    SerializeTupleVariant: serialize_field(),
    SerializeStruct: serialize_field(&'static str),
    SerializeStructVariant: serialize_field(&'static str),
}

impl ser::SerializeMap for Walk {
    type Ok = ();
    type Error = serde_json::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Outcome {
        // serde_json refuses such a number as a key by itself.
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        value.serialize(*self)
    }

    fn end(self) -> Outcome {
        Ok(())
    }
}
