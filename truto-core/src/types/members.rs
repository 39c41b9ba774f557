//! Reads and writes the members of a record: what a derived record shares with every other, so that its own code is small.
//!
//! Neither stops at an error. It keeps the first one, so that derived code needs no `?` for a field.

use core::marker::PhantomData;
use core::{fmt, mem};

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::contract::record::{Record, RecordContract, RecordField};
use crate::error::Hidden;
use crate::types::unknown::Unknown;

/// A record that is read from its members.
pub trait ReadRecord: Record {
    /// Number of the field of this wire name; any other number for an unknown name.
    fn number(name: &str) -> usize;

    /// Reads the members.
    ///
    /// # Errors
    /// A member of another shape, one that is missing or occurs twice.
    fn read<'de, A: MapAccess<'de>>(members: Members<'de, A, Self>) -> Result<Self, A::Error>;
}

/// Deserializes a record from an object.
///
/// # Errors
/// Those of [`ReadRecord::read`], and anything but an object.
pub fn deserialize_record<'de, R: ReadRecord, D: Deserializer<'de>>(deserializer: D) -> Result<R, D::Error> {
    deserializer.deserialize_map(Object(PhantomData))
}

struct Object<R>(PhantomData<R>);

impl<'de, R: ReadRecord> Visitor<'de> for Object<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with the fields of `{}`", R::RECORD.name())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<R, A::Error> {
        R::read(Members {
            // Borrowed, because the format needs its address, and what stands beside it could not stay in registers.
            object: &mut object,
            record: PhantomData,
            number: 0,
            name: String::new(),
            unknown: Unknown::default(),
            error: None,
        })
    }
}

/// The number of a name that no field has.
pub const UNKNOWN: usize = usize::MAX;

/// The members of an object, as a record reads them.
#[expect(missing_debug_implementations, reason = "the object has none")]
pub struct Members<'de, A: MapAccess<'de>, R> {
    object: A,
    record: PhantomData<R>,
    /// Number of the field whose name was read last.
    number: usize,
    /// The last name that no field has, if the record keeps such members.
    name: String,
    unknown: Unknown,
    error: Option<A::Error>,
}

// All of this becomes part of the reader of a record, as the code of serde's derive does: a call for each member costs as much as
// to read its key. What seldom happens stands in functions of its own. They do not borrow the members, because what is borrowed cannot
// stay in registers.
impl<'de, A: MapAccess<'de>, R: ReadRecord> Members<'de, A, R> {
    /// Number of the next field whose value can be read. [`UNKNOWN`] at the end, and after an error.
    #[inline]
    pub fn next_field(&mut self) -> usize {
        while self.error.is_none() {
            let key = Key::<R> { record: PhantomData, name: &mut self.name };
            match self.object.next_key_seed(key) {
                Ok(Some(UNKNOWN)) => self.unknown(),
                Ok(Some(number)) => {
                    self.number = number;
                    return number;
                }
                Ok(None) => break,
                Err(error) => self.error = Some(error),
            }
        }
        UNKNOWN
    }

    /// Reads the value of a field.
    #[inline]
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        if slot.is_some() {
            self.error = Some(repeated(R::RECORD, self.number));
            return;
        }
        match self.object.next_value() {
            Ok(value) => *slot = Some(value),
            Err(error) => self.error = Some(misfit(R::RECORD, self.number, error)),
        }
    }

    /// Reads the value of a list, where `null` is the empty list.
    #[inline]
    pub fn list<T: Deserialize<'de>>(&mut self, slot: &mut Option<Vec<T>>) {
        if slot.is_some() {
            self.error = Some(repeated(R::RECORD, self.number));
            return;
        }
        match self.object.next_value_seed(List(PhantomData)) {
            Ok(values) => *slot = Some(values),
            Err(error) => self.error = Some(misfit(R::RECORD, self.number, error)),
        }
    }

    /// Keeps or skips the member whose name no field has.
    #[inline]
    fn unknown(&mut self) {
        let read = if R::RECORD.keeps_unknown() {
            self.unknown.take(mem::take(&mut self.name), &mut self.object)
        } else {
            self.object.next_value::<IgnoredAny>().map(drop)
        };
        if let Err(error) = read {
            self.error = Some(error);
        }
    }

    /// The members that no field holds, once all are read.
    ///
    /// # Errors
    /// The first error.
    #[inline]
    pub fn end(self) -> Result<Unknown, A::Error> {
        match self.error {
            None => Ok(self.unknown),
            Some(error) => Err(error),
        }
    }
}

/// Reads a list, or `null` as the empty list.
struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for List<T> {
    type Value = Vec<T>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    #[inline]
    fn visit_none<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    #[inline]
    fn visit_unit<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        Vec::deserialize(deserializer)
    }
}

/// The error of a field that occurs twice.
#[cold]
fn repeated<E: serde::de::Error>(record: &RecordContract, number: usize) -> E {
    E::duplicate_field(record.fields().get(number).map_or("", RecordField::wire_name))
}

/// The error of a value. serde quotes the value, so that of a secret field is replaced.
#[cold]
fn misfit<E: serde::de::Error>(record: &RecordContract, number: usize, error: E) -> E {
    match record.fields().get(number).filter(|field| field.is_secret()) {
        Some(field) => E::custom(format_args!("the value of `{}` does not fit, and is secret", field.wire_name())),
        None => error,
    }
}

/// The value of a required field.
///
/// # Errors
/// If it is missing.
pub fn given<T, E: serde::de::Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(name))
}

/// Reads a name as the number of its field.
struct Key<'a, R> {
    record: PhantomData<R>,
    /// Where a name that no field has is kept.
    name: &'a mut String,
}

impl<'de, R: ReadRecord> DeserializeSeed<'de> for Key<'_, R> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<R: ReadRecord> Visitor<'_> for Key<'_, R> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<usize, E> {
        let number = R::number(name);
        if number == UNKNOWN && R::RECORD.keeps_unknown() {
            keep(self.name, name);
        }
        Ok(number)
    }
}

// Apart, so that the reader of a key is small enough to become part of the reader of a record.
#[inline(never)]
fn keep(kept: &mut String, name: &str) {
    name.clone_into(kept);
}

/// Starts to serialize a record.
pub fn serialize_record<S: Serializer>(serializer: S) -> Writing<S::SerializeMap, S::Error> {
    Writing { object: serializer.serialize_map(None) }
}

/// A record that is being serialized.
#[derive(Debug)]
pub struct Writing<M, E> {
    object: Result<M, E>,
}

impl<M: SerializeMap> Writing<M, M::Error> {
    /// Writes a required field.
    pub fn required<T: Serialize>(&mut self, name: &str, value: &T) {
        if let Ok(object) = &mut self.object
            && let Err(error) = object.serialize_entry(name, value)
        {
            self.object = Err(error);
        }
    }

    /// Writes a field, or leaves it out.
    #[expect(clippy::ref_option, reason = "derived code passes every field alike")]
    pub fn optional<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a list, or leaves it out if it is empty.
    pub fn list<T: Serialize>(&mut self, name: &str, values: &[T]) {
        if !values.is_empty() {
            self.required(name, &values);
        }
    }

    /// Writes the members that no field holds.
    pub fn unknown(&mut self, unknown: &Unknown) {
        for (name, value) in unknown.iter() {
            self.required(name, value);
        }
    }

    /// Ends the record.
    ///
    /// # Errors
    /// The first error.
    pub fn end(self) -> Result<M::Ok, M::Error> {
        self.object?.end()
    }
}

/// Writes the `Debug` of a record, from the values of its fields and of its unknown members.
///
/// # Errors
/// Those of `f`.
pub fn debug_record(f: &mut fmt::Formatter<'_>, record: &RecordContract, values: &[&dyn fmt::Debug]) -> fmt::Result {
    let mut shown = f.debug_struct(record.name());
    let fields = record.fields().iter().map(|field| (field.name(), field.is_secret()));
    for ((name, is_secret), value) in fields.chain(record.unknown_field().map(|name| (name, false))).zip(values) {
        shown.field(name, if is_secret { &Hidden } else { value });
    }
    shown.finish()
}
