//! Reads and writes the members of a record: what a derived record shares with every other, so that its own code is small.
//!
//! Neither stops at an error. It keeps the first one, so that derived code needs no `?` for a field.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};
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
    fn read<'de, A: MapAccess<'de>>(members: Members<A, A::Error>) -> Result<Self, A::Error>;
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

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<R, A::Error> {
        let key = Key { number: R::number, is_kept: R::RECORD.keeps_unknown() };
        R::read(Members { object, record: R::RECORD, key, number: 0, unknown: Unknown::default(), error: Ok(()) })
    }
}

/// The number of a name that no field has.
pub const UNKNOWN: usize = usize::MAX;

/// The members of an object, as a record reads them.
#[derive(Debug)]
pub struct Members<A, E> {
    object: A,
    record: &'static RecordContract,
    key: Key,
    /// Number of the field whose name was read last.
    number: usize,
    unknown: Unknown,
    error: Result<(), E>,
}

impl<'de, A: MapAccess<'de>> Members<A, A::Error> {
    /// Number of the next field whose value can be read. `None` at the end, and after an error.
    pub fn next_field(&mut self) -> Option<usize> {
        while self.error.is_ok() {
            match self.object.next_key_seed(self.key) {
                Ok(Some(Name::Field(number))) => {
                    self.number = number;
                    return Some(number);
                }
                Ok(Some(Name::Kept(name))) => self.error = self.unknown.take(name, &mut self.object),
                Ok(Some(Name::Skipped)) => self.error = self.object.next_value::<IgnoredAny>().map(drop),
                Ok(None) => return None,
                Err(error) => self.error = Err(error),
            }
        }
        None
    }

    /// Reads the value of a field.
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) {
        if self.is_first(slot.is_some()) {
            match self.object.next_value() {
                Ok(value) => *slot = Some(value),
                Err(error) => self.error = Err(self.misfit(error)),
            }
        }
    }

    /// Reads the value of a list, where `null` is the empty list.
    pub fn list<T: Deserialize<'de>>(&mut self, slot: &mut Option<Vec<T>>) {
        if self.is_first(slot.is_some()) {
            match self.object.next_value::<Option<Vec<T>>>() {
                Ok(values) => *slot = Some(values.unwrap_or_default()),
                Err(error) => self.error = Err(self.misfit(error)),
            }
        }
    }

    fn is_first(&mut self, is_there: bool) -> bool {
        if is_there {
            let name = self.record.fields().get(self.number).map_or("", RecordField::wire_name);
            self.error = Err(A::Error::duplicate_field(name));
        }
        !is_there
    }

    /// The error of a value. serde quotes the value, so that of a secret field is replaced.
    fn misfit(&self, error: A::Error) -> A::Error {
        match self.record.fields().get(self.number).filter(|field| field.is_secret()) {
            Some(field) => {
                A::Error::custom(format_args!("the value of `{}` does not fit, and is secret", field.wire_name()))
            }
            None => error,
        }
    }

    /// The members that no field holds, once all are read.
    ///
    /// # Errors
    /// The first error.
    pub fn end(self) -> Result<Unknown, A::Error> {
        self.error.map(|()| self.unknown)
    }
}

/// The value of a required field.
///
/// # Errors
/// If it is missing.
pub fn given<T, E: serde::de::Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(name))
}

/// Reads a name. It is the same code for every record.
#[derive(Clone, Copy, Debug)]
struct Key {
    number: fn(&str) -> usize,
    /// True if the record keeps unknown members.
    is_kept: bool,
}

enum Name {
    Field(usize),
    Kept(String),
    Skipped,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
        Ok(match (self.number)(name) {
            UNKNOWN if self.is_kept => Name::Kept(name.to_owned()),
            UNKNOWN => Name::Skipped,
            number => Name::Field(number),
        })
    }
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
