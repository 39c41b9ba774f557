//! A value of any type as JSON text, without the fields that the caller did not set.
//!
//! The text differs in four points from that of `serde_json`:
//!
//! * A `None` in a field of a struct or a struct variant is left out, because in an update `null` would clear the field.
//! * A number that is not finite is refused, because `serde_json` writes it as `null`.
//! * The members of a `HashMap` and the items of a `HashSet` are sorted, because their own order differs from run to run.
//! * [`Patch`](crate::Patch) works at any depth. The encoder recognises it by the [`names`] below.

use core::any::type_name;
use core::fmt::Display;
use std::collections::BTreeMap;

use serde::ser::{self, Error as _, Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;
use serde_json::{Error, Value};

/// Names of newtype structs, by which our own types tell this encoder what serde cannot express. Any other serializer sees plain
/// newtype structs.
pub(crate) mod names {
    /// [`Patch::Leave`](crate::Patch::Leave): left out, if the value can be.
    pub(crate) const LEAVE: &str = "$truto_core::Patch::Leave";
    /// [`Patch::Clear`](crate::Patch::Clear): `null`, also for a field.
    pub(crate) const CLEAR: &str = "$truto_core::Patch::Clear";
    /// A map with ordered members: [`SortBy`](crate::SortBy).
    pub(crate) const ORDERED: &str = "$truto_core::Ordered";
    /// A comma list without an order: [`Filter::one_of`](crate::Filter::one_of).
    pub(crate) const UNORDERED: &str = "$truto_core::Unordered";
}

/// The beginning of the names of `serde_json`'s structs whose only field is JSON text: `RawValue`, and numbers of arbitrary precision.
const VERBATIM: &str = "$serde_json::private::";

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a field of a struct: `None` is left out.
    Field,
    /// At a key or an index that the caller gave: `None` is `null`.
    Given,
    /// In a text that is JSON already.
    Verbatim,
    /// In a map with ordered members.
    Ordered,
    /// In a comma list without an order.
    Unordered,
}

/// What the text is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be sent: members keep the order of the caller's type.
    Wire,
    /// To be compared with another run: members are sorted, and floats do not depend on their spelling.
    Identity,
}

/// Whether a value was written, and not left out.
pub(crate) type Written = bool;

/// Appends one value to `out`.
#[expect(missing_debug_implementations, reason = "the text may be secret")]
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

    /// For a value that is not a field.
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

    /// Writes a float, or its bits, because another version of `serde_json` may spell it differently.
    fn float(self, value: f64, spelt: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> Result<Written, Error> {
        if !value.is_finite() {
            return Err(Error::custom("the number is not finite, which JSON cannot express"));
        }
        match self.purpose {
            Purpose::Wire => spelt(self.out)?,
            Purpose::Identity => self.out.extend_from_slice(format!("#{:016x}", value.to_bits()).as_bytes()),
        }
        Ok(true)
    }

    /// Writes the values in a JSON text, independent of their spelling.
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
    fn list(self, close: &'static [u8], is_unordered: bool) -> Members<'a> {
        self.members(b'[', close, Place::Given, is_unordered)
    }

    #[inline]
    fn map(self, names: Place, is_unordered: bool) -> Members<'a> {
        let is_unordered = is_unordered || self.purpose == Purpose::Identity && self.place != Place::Ordered;
        self.members(b'{', b"}", names, is_unordered)
    }

    #[inline]
    fn members(self, open: u8, close: &'static [u8], place: Place, is_unordered: bool) -> Members<'a> {
        let Self { out, purpose, .. } = self;
        Members { out, purpose, open, close, place, is_empty: true, sorted: is_unordered.then(Vec::new) }
    }

    /// Opens the object of a variant.
    fn variant(self, variant: &'static str) -> Result<Self, Error> {
        self.out.push(b'{');
        plain(self.out).serialize_str(variant)?;
        self.out.push(b':');
        Ok(self)
    }
}

/// The serializer for values that do not depend on their place.
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
    type SerializeSeq = Members<'a>;
    type SerializeTuple = Members<'a>;
    type SerializeTupleStruct = Members<'a>;
    type SerializeTupleVariant = Members<'a>;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Members<'a>;

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
        match (self.place, self.purpose) {
            // A text that is nested too deep for `serde_json` is compared as it is.
            (Place::Verbatim, Purpose::Identity) if serde_json::from_str::<Value>(value).is_ok() => {
                self.verbatim_identity(value)
            }
            (Place::Verbatim, _) => {
                self.out.extend_from_slice(value.as_bytes());
                Ok(true)
            }
            (Place::Unordered, Purpose::Identity) => {
                let mut items: Vec<&str> = value.split(',').collect();
                items.sort_unstable();
                self.text(&items.join(","))
            }
            _ => self.text(value),
        }
    }

    #[inline]
    fn serialize_none(self) -> Result<Written, Error> {
        if self.place == Place::Field { Ok(false) } else { self.serialize_unit() }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Written, Error> {
        value.serialize(Encoder { place: Place::Given, ..self })
    }

    #[inline]
    fn serialize_unit(self) -> Result<Written, Error> {
        self.out.extend_from_slice(b"null");
        Ok(true)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Written, Error> {
        self.serialize_unit()
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
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Written, Error> {
        let Self { out, purpose, .. } = self.variant(variant)?;
        value.serialize(Encoder { out: &mut *out, place: Place::Given, purpose })?;
        out.push(b'}');
        Ok(true)
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Members<'a>, Error> {
        Ok(self.list(b"]", false))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'a>, Error> {
        Ok(self.variant(variant)?.list(b"]}", false))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Members<'a>, Error> {
        // To serde, a struct with flattened fields is a map without a length.
        Ok(self.map(if length.is_none() { Place::Field } else { Place::Given }, false))
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members<'a>, Error> {
        if name.starts_with(VERBATIM) {
            return Ok(self.members(b'{', b"", Place::Verbatim, false));
        }
        Ok(self.members(b'{', b"}", Place::Field, false))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members<'a>, Error> {
        Ok(self.variant(variant)?.members(b'{', b"}}", Place::Field, false))
    }

    fn collect_seq<I: IntoIterator<Item: Serialize>>(self, items: I) -> Result<Written, Error> {
        let is_set = type_name::<I>().starts_with("&std::collections::hash::set::HashSet<");
        let mut list = self.list(b"]", is_set);
        items.into_iter().try_for_each(|item| list.item(&item))?;
        list.finish()
    }

    fn collect_map<K: Serialize, V: Serialize, I: IntoIterator<Item = (K, V)>>(
        self,
        members: I,
    ) -> Result<Written, Error> {
        let is_unordered = type_name::<I>().starts_with("&std::collections::hash::map::HashMap<");
        let mut map = self.map(Place::Given, is_unordered);
        members.into_iter().try_for_each(|(key, value)| map.serialize_entry(&key, &value))?;
        map.finish()
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<Written, Error> {
        plain(self.out).collect_str(value)?;
        Ok(true)
    }
}

/// The items of a list, or the members of an object, as they are written.
#[expect(missing_debug_implementations, reason = "the text may be secret")]
pub struct Members<'a> {
    out: &'a mut Vec<u8>,
    purpose: Purpose,
    /// Written before the first of them.
    open: u8,
    /// Written after the last of them.
    close: &'static [u8],
    /// The place of the values, or of the values with the name of a field if it is a struct with flattened fields.
    place: Place,
    is_empty: bool,
    /// The start of each, if they must be sorted.
    sorted: Option<Vec<usize>>,
}

impl Members<'_> {
    /// Begins a member. Returns the length of `out` before it.
    #[inline]
    fn begin(&mut self) -> usize {
        let end = self.out.len();
        self.out.push(if self.is_empty { self.open } else { b',' });
        end
    }

    /// Writes the value of the member.
    #[inline]
    fn value<T: Serialize + ?Sized>(&mut self, place: Place, value: &T) -> Result<Written, Error> {
        value.serialize(Encoder { out: self.out, place, purpose: self.purpose })
    }

    /// Ends the member, or removes it if nothing was written.
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

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        let begun = self.begin();
        let written = self.value(self.place, item)?;
        self.end(begun, written);
        Ok(())
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        let mut begun = self.out.len();
        if self.place != Place::Verbatim {
            begun = self.begin();
            plain(self.out).serialize_str(key)?;
            self.out.push(b':');
        }
        let written = self.value(self.place, value)?;
        self.end(begun, written);
        Ok(())
    }

    /// Begins a member of a map.
    fn key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<usize, Error> {
        let begun = self.out.len();
        // `serde_json` decides which keys are valid, and how to write them. It writes `{"key"`.
        plain(self.out).serialize_map(None)?.serialize_key(key)?;
        if !self.is_empty {
            self.out[begun] = b',';
        }
        self.out.push(b':');
        Ok(begun)
    }

    /// Sorts the members if necessary, and closes the list or object.
    #[expect(clippy::unnecessary_wraps, reason = "serde expects a result")]
    #[inline]
    fn finish(self) -> Result<Written, Error> {
        if self.is_empty {
            self.out.push(self.open);
        }
        if let Some(begins) = self.sorted {
            sort(self.out, &begins);
        }
        self.out.extend_from_slice(self.close);
        Ok(true)
    }
}

/// Sorts the members that begin at these places.
#[cold]
fn sort(out: &mut Vec<u8>, begins: &[usize]) {
    let [first, further @ ..] = begins else { return };
    let ends = further.iter().map(|next| next - 1).chain([out.len()]);
    let mut members: Vec<Vec<u8>> = begins.iter().zip(ends).map(|(from, to)| out[*from..to].to_vec()).collect();
    members.sort_unstable();
    out.truncate(*first);
    out.extend_from_slice(&members.join(&b','));
}

macro_rules! members {
    ($($name:ident: $method:ident($($key:ident: $string:ty)?) = $write:ident),* $(,)?) => {$(
        impl ser::$name for Members<'_> {
            type Ok = Written;
            type Error = Error;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, $($key: $string,)? value: &T) -> Result<(), Error> {
                self.$write($($key,)? value)
            }

            #[inline]
            fn end(self) -> Result<Written, Error> {
                self.finish()
            }
        }
    )*};
}

members! {
    SerializeSeq: serialize_element() = item,
    SerializeTuple: serialize_element() = item,
    SerializeTupleStruct: serialize_field() = item,
    SerializeTupleVariant: serialize_field() = item,
    SerializeStruct: serialize_field(key: &'static str) = field,
    SerializeStructVariant: serialize_field(key: &'static str) = field,
}

impl ser::SerializeMap for Members<'_> {
    type Ok = Written;
    type Error = Error;

    fn serialize_key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<(), Error> {
        let begun = self.key(key)?;
        self.end(begun, true);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.value(Place::Given, value).map(drop)
    }

    fn serialize_entry<K: Serialize + ?Sized, T: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &T,
    ) -> Result<(), Error> {
        // serde passes the name of a field as a `str`, which has no size, and the key of a map as a sized value.
        let is_name = size_of::<&K>() > size_of::<&u8>();
        let place = if is_name { self.place } else { Place::Given };
        let begun = self.key(key)?;
        let written = self.value(place, value)?;
        self.end(begun, written);
        Ok(())
    }

    fn end(self) -> Result<Written, Error> {
        self.finish()
    }
}
