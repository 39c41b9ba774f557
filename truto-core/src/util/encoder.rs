//! A value of any type as JSON text, without what the caller did not give.
//!
//! It differs in four points from what `serde_json` writes:
//!
//! * A field of a struct or of a struct variant that is `None` is left out: in an update, `null` would clear it.
//! * A number that is not finite is refused: JSON has no such number, and `null` would clear.
//! * The members of a `HashMap` and the items of a `HashSet` are sorted: their own order differs from run to run.
//! * [`Patch`](crate::Patch) works at any depth. It is known by the [`names`] below.

use core::any::type_name;
use core::fmt::Display;
use std::collections::BTreeMap;

use serde::ser::{self, Error as _, Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;
use serde_json::{Error, Value};

/// Names of newtype structs. Our own types tell this encoder by them what serde has no word for; to every other serializer
/// they are newtype structs like any other.
pub(crate) mod names {
    /// [`Patch::Leave`](crate::Patch::Leave): nothing, if the value can be left out.
    pub(crate) const LEAVE: &str = "$truto_core::Patch::Leave";
    /// [`Patch::Clear`](crate::Patch::Clear): `null`, also for a field.
    pub(crate) const CLEAR: &str = "$truto_core::Patch::Clear";
    /// A map whose members have an order: [`SortBy`](crate::SortBy).
    pub(crate) const ORDERED: &str = "$truto_core::Ordered";
    /// A text of items between commas that have no order: [`Filter::one_of`](crate::Filter::one_of).
    pub(crate) const UNORDERED: &str = "$truto_core::Unordered";
}

/// How the names of `serde_json`'s own structs begin whose only field is JSON text: `RawValue`, and numbers of arbitrary
/// precision.
const VERBATIM: &str = "$serde_json::private::";

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is a field of a struct: `None` is left out.
    Field,
    /// It has a key or a place that was given: `None` is `null`.
    Given,
    /// It is a text that is JSON already.
    Verbatim,
    /// It is a map whose members have an order.
    Ordered,
    /// It is a text of items that have no order.
    Unordered,
}

/// What the text is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be sent: members stand in the order of the caller's type.
    Wire,
    /// To be compared: members are sorted, and no number depends on how floats are spelt today.
    Identity,
}

/// Whether a value was written, or left out.
pub(crate) type Written = bool;

/// Writes one value behind what `out` holds already.
#[expect(missing_debug_implementations, reason = "what is written may be secret")]
pub struct Encoder<'a> {
    out: &'a mut Vec<u8>,
    place: Place,
    purpose: Purpose,
}

impl<'a> Encoder<'a> {
    /// For a field of a request, which may be left out.
    pub(crate) fn field(out: &'a mut Vec<u8>) -> Self {
        Self { out, place: Place::Field, purpose: Purpose::Wire }
    }

    /// For a value that stands for itself.
    pub(crate) fn value(out: &'a mut Vec<u8>) -> Self {
        Self { out, place: Place::Given, purpose: Purpose::Wire }
    }

    /// For a field whose text is compared with that of another run. The text is not JSON.
    pub(crate) fn identity(out: &'a mut Vec<u8>) -> Self {
        Self { out, place: Place::Field, purpose: Purpose::Identity }
    }

    #[inline]
    fn text(self, text: &str) -> Result<Written, Error> {
        plain(self.out).serialize_str(text)?;
        Ok(true)
    }

    #[expect(clippy::unnecessary_wraps, reason = "every end of serde's is a result")]
    #[inline]
    fn null(self) -> Result<Written, Error> {
        self.out.extend_from_slice(b"null");
        Ok(true)
    }

    /// Writes a float, or its bits: a text of it may be spelt otherwise by another version of `serde_json`.
    fn float(self, value: f64, spelt: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> Result<Written, Error> {
        if !value.is_finite() {
            return Err(Error::custom("the number is not finite, and JSON has no such number"));
        }
        match self.purpose {
            Purpose::Wire => spelt(self.out)?,
            Purpose::Identity => self.out.extend_from_slice(format!("#{:016x}", value.to_bits()).as_bytes()),
        }
        Ok(true)
    }

    /// Writes a text that is JSON already.
    fn verbatim(self, json: &str) -> Result<Written, Error> {
        // Deeper than serde_json reads, no text is taken apart.
        if self.purpose == Purpose::Identity && serde_json::from_str::<Value>(json).is_ok() {
            return self.verbatim_identity(json);
        }
        self.out.extend_from_slice(json.as_bytes());
        Ok(true)
    }

    /// Writes what a text of JSON says, however it is spelt.
    fn verbatim_identity(self, json: &str) -> Result<Written, Error> {
        let this = Self { place: Place::Given, ..self };
        match json.as_bytes().first() {
            Some(b'{') => serde_json::from_str::<BTreeMap<String, &RawValue>>(json)?.serialize(this),
            Some(b'[') => serde_json::from_str::<Vec<&RawValue>>(json)?.serialize(this),
            Some(b'"') => this.text(&serde_json::from_str::<String>(json)?),
            _ => {
                if json.contains(['.', 'e', 'E'])
                    && let Some(float) = json.parse().ok().filter(|float: &f64| float.is_finite())
                {
                    return this.serialize_f64(float);
                }
                this.out.extend_from_slice(json.as_bytes());
                Ok(true)
            }
        }
    }

    #[inline]
    fn members(self, open: u8, is_unordered: bool) -> Members<'a> {
        let Self { out, purpose, .. } = self;
        Members { out, purpose, open, is_empty: true, sorted: is_unordered.then(Vec::new) }
    }

    #[inline]
    fn list(self, close: &'static [u8], is_unordered: bool) -> List<'a> {
        List { items: self.members(b'[', is_unordered), close }
    }

    #[inline]
    fn object(self, close: &'static [u8], is_verbatim: bool) -> Struct<'a> {
        Struct { fields: self.members(b'{', false), close, is_verbatim }
    }

    #[inline]
    fn map(self, has_fields: bool, is_unordered: bool) -> Map<'a> {
        let is_unordered = is_unordered || self.purpose == Purpose::Identity && self.place != Place::Ordered;
        Map { members: self.members(b'{', is_unordered), has_fields }
    }

    /// Opens the object of a variant.
    fn variant(&mut self, variant: &'static str) -> Result<(), Error> {
        self.out.push(b'{');
        plain(self.out).serialize_str(variant)?;
        self.out.push(b':');
        Ok(())
    }
}

/// What writes a value that does not depend on its place.
#[inline]
fn plain(out: &mut Vec<u8>) -> serde_json::Serializer<&mut Vec<u8>> {
    serde_json::Serializer::new(out)
}

macro_rules! plain {
    ($($name:ident: $argument:ty),* $(,)?) => {$(
        #[inline]
        fn $name(self, value: $argument) -> Result<Written, Error> {
            plain(self.out).$name(value)?;
            Ok(true)
        }
    )*};
}

impl<'a> Serializer for Encoder<'a> {
    type Ok = Written;
    type Error = Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Map<'a>;
    type SerializeStruct = Struct<'a>;
    type SerializeStructVariant = Struct<'a>;

    plain! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_char: char,
        serialize_bytes: &[u8],
    }

    fn serialize_f32(self, value: f32) -> Result<Written, Error> {
        self.float(value.into(), |out| plain(out).serialize_f32(value))
    }

    fn serialize_f64(self, value: f64) -> Result<Written, Error> {
        self.float(value, |out| plain(out).serialize_f64(value))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<Written, Error> {
        match self.place {
            Place::Verbatim => self.verbatim(value),
            Place::Unordered if self.purpose == Purpose::Identity => {
                let mut items: Vec<&str> = value.split(',').collect();
                items.sort_unstable();
                self.text(&items.join(","))
            }
            _ => self.text(value),
        }
    }

    #[inline]
    fn serialize_none(self) -> Result<Written, Error> {
        if self.place == Place::Field { Ok(false) } else { self.null() }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Written, Error> {
        value.serialize(Encoder { place: Place::Given, ..self })
    }

    #[inline]
    fn serialize_unit(self) -> Result<Written, Error> {
        self.null()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Written, Error> {
        self.null()
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Written, Error> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<Written, Error> {
        let place = match name {
            names::LEAVE if self.place == Place::Field => return Ok(false),
            names::CLEAR => Place::Given,
            names::ORDERED => Place::Ordered,
            names::UNORDERED => Place::Unordered,
            _ => self.place,
        };
        value.serialize(Encoder { place, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Written, Error> {
        self.variant(variant)?;
        let Self { out, purpose, .. } = self;
        value.serialize(Encoder { out: &mut *out, place: Place::Given, purpose })?;
        out.push(b'}');
        Ok(true)
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List<'a>, Error> {
        self.variant(variant)?;
        Ok(self.list(b"]}", false))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Map<'a>, Error> {
        // serde gives a map its length, and calls a struct that holds flattened fields a map without one.
        Ok(self.map(length.is_none(), false))
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Struct<'a>, Error> {
        let is_verbatim = name.starts_with(VERBATIM);
        Ok(self.object(if is_verbatim { b"" } else { b"}" }, is_verbatim))
    }

    fn serialize_struct_variant(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Struct<'a>, Error> {
        self.variant(variant)?;
        Ok(self.object(b"}}", false))
    }

    fn collect_seq<I: IntoIterator<Item: Serialize>>(self, items: I) -> Result<Written, Error> {
        let is_set = type_name::<I>().starts_with("&std::collections::hash::set::HashSet<");
        let mut list = self.list(b"]", is_set);
        items.into_iter().try_for_each(|item| list.add(&item))?;
        list.finish()
    }

    fn collect_map<K: Serialize, V: Serialize, I: IntoIterator<Item = (K, V)>>(
        self,
        members: I,
    ) -> Result<Written, Error> {
        let is_unordered = type_name::<I>().starts_with("&std::collections::hash::map::HashMap<");
        let mut map = self.map(false, is_unordered);
        members.into_iter().try_for_each(|(key, value)| map.serialize_entry(&key, &value))?;
        map.end()
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<Written, Error> {
        plain(self.out).collect_str(value)?;
        Ok(true)
    }
}

/// The items of a list, or the members of an object.
struct Members<'a> {
    out: &'a mut Vec<u8>,
    purpose: Purpose,
    /// What is written before the first of them.
    open: u8,
    is_empty: bool,
    /// Where each of them begins, if they are to be sorted.
    sorted: Option<Vec<usize>>,
}

impl Members<'_> {
    /// Begins one. Returns the end of what was there before.
    #[inline]
    fn begin(&mut self) -> usize {
        let end = self.out.len();
        self.out.push(if self.is_empty { self.open } else { b',' });
        end
    }

    /// Writes a value behind what was begun.
    #[inline]
    fn value<T: Serialize + ?Sized>(&mut self, place: Place, value: &T) -> Result<Written, Error> {
        value.serialize(Encoder { out: self.out, place, purpose: self.purpose })
    }

    /// Ends what was begun behind this end.
    #[inline]
    fn end(&mut self, begun: usize, written: Written) {
        if !written {
            return self.out.truncate(begun);
        }
        self.is_empty = false;
        if let Some(begins) = &mut self.sorted {
            begins.push(begun + 1);
        }
    }

    /// Sorts what was written, if it is to be, and closes it.
    #[inline]
    fn close(self, close: &[u8]) -> Written {
        let Self { out, open, is_empty, sorted, .. } = self;
        if is_empty {
            out.push(open);
        }
        if let Some(begins) = sorted {
            sort(out, &begins);
        }
        out.extend_from_slice(close);
        true
    }
}

/// Sorts what begins at these places behind a comma each.
#[cold]
fn sort(out: &mut Vec<u8>, begins: &[usize]) {
    let [first, further @ ..] = begins else { return };
    let ends = further.iter().map(|next| next - 1).chain([out.len()]);
    let mut members: Vec<Vec<u8>> = begins.iter().zip(ends).map(|(from, to)| out[*from..to].to_vec()).collect();
    members.sort_unstable();
    out.truncate(*first);
    out.extend_from_slice(&members.join(&b','));
}

/// A list that is being written.
#[expect(missing_debug_implementations, reason = "what is written may be secret")]
pub struct List<'a> {
    items: Members<'a>,
    close: &'static [u8],
}

impl List<'_> {
    #[inline]
    fn add<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        let begun = self.items.begin();
        let written = self.items.value(Place::Given, item)?;
        self.items.end(begun, written);
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "every end of serde's is a result")]
    #[inline]
    fn finish(self) -> Result<Written, Error> {
        Ok(self.items.close(self.close))
    }
}

macro_rules! list {
    ($($name:ident: $method:ident),* $(,)?) => {$(
        impl ser::$name for List<'_> {
            type Ok = Written;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.add(value)
            }

            fn end(self) -> Result<Written, Error> {
                self.finish()
            }
        }
    )*};
}

list! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

/// A struct that is being written.
#[expect(missing_debug_implementations, reason = "what is written may be secret")]
pub struct Struct<'a> {
    fields: Members<'a>,
    close: &'static [u8],
    is_verbatim: bool,
}

macro_rules! fields {
    ($($name:ident),*) => {$(
        impl ser::$name for Struct<'_> {
            type Ok = Written;
            type Error = Error;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
                let begun = self.key(key)?;
                let place = if self.is_verbatim { Place::Verbatim } else { Place::Field };
                let written = self.fields.value(place, value)?;
                self.fields.end(begun, written);
                Ok(())
            }

            #[inline]
            fn end(self) -> Result<Written, Error> {
                Ok(self.fields.close(self.close))
            }
        }
    )*};
}

fields! { SerializeStruct, SerializeStructVariant }

impl Struct<'_> {
    /// Begins a field.
    #[inline]
    fn key(&mut self, key: &'static str) -> Result<usize, Error> {
        if self.is_verbatim {
            return Ok(self.fields.out.len());
        }
        let begun = self.fields.begin();
        plain(self.fields.out).serialize_str(key)?;
        self.fields.out.push(b':');
        Ok(begun)
    }
}

/// A map that is being written.
#[expect(missing_debug_implementations, reason = "what is written may be secret")]
pub struct Map<'a> {
    members: Members<'a>,
    /// Whether it is a struct that serde calls a map, because fields are flattened into it.
    has_fields: bool,
}

impl Map<'_> {
    /// Begins a member.
    fn key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<usize, Error> {
        let begun = self.members.out.len();
        // What may be a key, and how it is spelt, is `serde_json`'s to say, which writes `{"key"`.
        plain(self.members.out).serialize_map(None)?.serialize_key(key)?;
        if !self.members.is_empty {
            self.members.out[begun] = b',';
        }
        self.members.out.push(b':');
        Ok(begun)
    }
}

impl ser::SerializeMap for Map<'_> {
    type Ok = Written;
    type Error = Error;

    fn serialize_key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<(), Error> {
        let begun = self.key(key)?;
        self.members.end(begun, true);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.members.value(Place::Given, value).map(drop)
    }

    fn serialize_entry<K: Serialize + ?Sized, T: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &T,
    ) -> Result<(), Error> {
        // The name of a field is a `str` itself, and the key of a map is a value that has a size.
        let is_name = size_of::<&K>() > size_of::<&u8>();
        let place = if self.has_fields && is_name { Place::Field } else { Place::Given };
        let begun = self.key(key)?;
        let written = self.members.value(place, value)?;
        self.members.end(begun, written);
        Ok(())
    }

    fn end(self) -> Result<Written, Error> {
        Ok(self.members.close(b"}"))
    }
}
