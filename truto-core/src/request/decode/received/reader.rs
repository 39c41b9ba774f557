//! The tree of a query as what a type asks for: the type says number, list or object, and the text is read as that.

use serde::de::value::{Error, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde_json::Value;

use super::tree::Spelt;
use crate::contract::Style;
use crate::request::decode::{Read, read_from};
use crate::util::json;
use crate::util::plain::Plain;

/// The value that `spelt` holds in this style.
pub(crate) fn read<T: DeserializeOwned>(spelt: &Spelt, style: Style) -> Read<T> {
    let reader = Reader { what: What::Tree(spelt), style, fills: false };
    let first = read_from(reader);
    if first.value.is_ok() {
        return first;
    }
    // A list that is empty was not sent: a struct may miss it. And a type that asks what there is (`untagged`, `flatten`)
    // gets a text where it hopes for a number: it gets what the text looks like instead.
    let filled = read_from(Reader { fills: true, ..reader });
    if filled.value.is_ok() {
        return filled;
    }
    let guessed = read_from(Plain(looks(spelt)));
    if guessed.value.is_ok() { guessed } else { first }
}

/// The value of a type for which nothing was sent, as nothing is for empty lists and objects.
pub(crate) fn read_nothing<T: DeserializeOwned>() -> Option<T> {
    T::deserialize(Reader { what: What::Nothing, style: Style::Brackets, fills: false }).ok()
}

/// The tree as JSON by what its texts look like.
fn looks(spelt: &Spelt) -> Value {
    fn text(text: &str) -> Value {
        match text {
            "" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => match json::number(text) {
                Some(number) if number.to_string() == text => Value::Number(number),
                _ => Value::from(text),
            },
        }
    }
    match spelt.as_text() {
        Some(only) if spelt.members.is_empty() => text(only),
        _ if spelt.is_object() => spelt.named().map(|(name, member)| (name, looks(member))).collect(),
        _ => spelt.texts.iter().map(|item| text(item)).chain(spelt.items().into_iter().map(looks)).collect(),
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    what: What<'a>,
    style: Style,
    /// Whether a struct is given nothing for a member that is not there.
    fills: bool,
}

#[derive(Clone, Copy)]
enum What<'a> {
    Nothing,
    Text(&'a str),
    Tree(&'a Spelt),
}

impl<'a> Reader<'a> {
    fn of(self, what: What<'a>) -> Self {
        Self { what, ..self }
    }

    /// The text that a plain value is read from. What is below it is another parameter: `limit[gt]` beside `limit`.
    fn text(self) -> Option<&'a str> {
        match self.what {
            What::Nothing => None,
            What::Text(text) => Some(text),
            What::Tree(spelt) => spelt.as_text(),
        }
    }

    /// The members, if there is one.
    fn members(self) -> Option<&'a Spelt> {
        match self.what {
            What::Tree(spelt) if !spelt.members.is_empty() => Some(spelt),
            _ => None,
        }
    }

    fn is_empty_text(self) -> bool {
        self.text() == Some("") && self.members().is_none()
    }

    /// The items of a list, or `None` where this is an object.
    fn items(self) -> Option<Vec<Self>> {
        let texts: Vec<&str> = match self.what {
            What::Nothing => Vec::new(),
            What::Text(text) => vec![text],
            What::Tree(spelt) => spelt.texts.iter().map(String::as_str).collect(),
        };
        let texts: Vec<&str> = match self.style {
            Style::Comma => {
                texts.into_iter().filter(|text| !text.is_empty()).flat_map(|text| text.split(',')).collect()
            }
            // The empty text is `null`, and only repetition spells a list of one by its item alone.
            Style::Brackets if self.is_empty_text() => Vec::new(),
            Style::Brackets | Style::Repeat => texts,
        };
        let mut items: Vec<Self> = texts.into_iter().map(|text| self.of(What::Text(text))).collect();
        if let Some(spelt) = self.members() {
            if spelt.is_object() {
                return None;
            }
            items.extend(spelt.items().into_iter().map(|item| self.of(What::Tree(item))));
        }
        Some(items)
    }

    fn visit_items<'de, V: Visitor<'de>>(items: Vec<Self>, visitor: V) -> Result<V::Value, Error> {
        let mut items = SeqDeserializer::new(items.into_iter());
        let value = visitor.visit_seq(&mut items)?;
        items.end().map(|()| value)
    }

    /// Visits the members as an object, those among `names` that are missing as nothing where this reader fills.
    fn visit_members<'de, V: Visitor<'de>>(self, names: &[&str], visitor: V) -> Result<V::Value, Error> {
        let members: Vec<(String, &Spelt)> = self.members().map(|spelt| spelt.named().collect()).unwrap_or_default();
        let missing = names.iter().filter(|name| self.fills && !members.iter().any(|(known, _)| known == *name));
        let all = members.iter().map(|(name, member)| (name.as_str(), What::Tree(member)));
        let all = all.chain(missing.map(|name| (*name, What::Nothing)));
        let mut all = MapDeserializer::new(all.map(|(name, what)| (self.of(What::Text(name)), self.of(what))));
        let value = visitor.visit_map(&mut all)?;
        all.end().map(|()| value)
    }
}

impl IntoDeserializer<'_, Error> for Reader<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A plain value: as its text reads, or else the text itself, of which the type will say what is wrong.
macro_rules! plain {
    ($($method:ident => $read:expr,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.text() {
                Some(text) => $read(text, visitor),
                None => self.deserialize_any(visitor),
            }
        }
    )*};
}

fn integer<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Error> {
    match (text.parse(), text.parse()) {
        (Ok(number), _) => visitor.visit_u64(number),
        (_, Ok(number)) => visitor.visit_i64(number),
        _ => visitor.visit_str(text),
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Error;

    /// For a type that takes what there is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match (self.what, self.items()) {
            (What::Nothing, _) => Err(Error::custom("nothing was sent")),
            (What::Text(text), _) => visitor.visit_str(text),
            (What::Tree(spelt), _) if spelt.members.is_empty() && spelt.texts.len() == 1 => {
                visitor.visit_str(&spelt.texts[0])
            }
            (What::Tree(_), Some(items)) => Self::visit_items(items, visitor),
            (What::Tree(spelt), None) if spelt.texts.is_empty() => self.visit_members(&[], visitor),
            (What::Tree(_), None) => Err(Error::custom("it is given both as a value and as an object")),
        }
    }

    plain! {
        deserialize_bool => |text, visitor: V| match text {
            "true" | "1" => visitor.visit_bool(true),
            "false" | "0" => visitor.visit_bool(false),
            other => visitor.visit_str(other),
        },
        deserialize_i8 => integer,
        deserialize_i16 => integer,
        deserialize_i32 => integer,
        deserialize_i64 => integer,
        deserialize_i128 => integer,
        deserialize_u8 => integer,
        deserialize_u16 => integer,
        deserialize_u32 => integer,
        deserialize_u64 => integer,
        deserialize_u128 => integer,
        deserialize_f32 => |text: &str, visitor: V| match text.parse::<f32>() {
            Ok(number) if number.is_finite() => visitor.visit_f32(number),
            _ => visitor.visit_str(text),
        },
        deserialize_f64 => |text: &str, visitor: V| match text.parse::<f64>() {
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => visitor.visit_str(text),
        },
        deserialize_char => |text, visitor: V| visitor.visit_str(text),
        deserialize_str => |text, visitor: V| visitor.visit_str(text),
        deserialize_string => |text, visitor: V| visitor.visit_str(text),
        deserialize_identifier => |text, visitor: V| visitor.visit_str(text),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Nothing if !self.fills => Err(Error::custom("nothing was sent")),
            What::Nothing => visitor.visit_none(),
            _ if self.is_empty_text() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_empty_text() { visitor.visit_unit() } else { self.deserialize_any(visitor) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.items() {
            Some(items) => Self::visit_items(items, visitor),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match (self.what, self.members()) {
            (What::Nothing, _) | (_, Some(_)) => self.visit_members(names, visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match (self.text(), self.members()) {
            (Some(text), None) => visitor.visit_enum(text.into_deserializer()),
            (_, Some(spelt)) => {
                let members: Vec<_> = spelt.named().collect();
                let members = members.iter().map(|(name, what)| (self.of(What::Text(name)), self.of(What::Tree(what))));
                visitor.visit_enum(MapAccessDeserializer::new(MapDeserializer::new(members)))
            }
            (None, None) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { bytes byte_buf }
}
