//! A deserializer over the tree of a query. Its texts are read as whatever the type asks for: a number, a list, an object.

use serde::de::value::{Error, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde_json::Value;

use super::query_node::QueryNode;
use crate::contract::Style;
use crate::request::decode::{ReadValue, read_from};
use crate::util::json;
use crate::util::plain_numbers::Plain;

/// Reads the value of `node` in this style.
pub(crate) fn read<T: DeserializeOwned>(node: &QueryNode, style: Style) -> ReadValue<T> {
    let reader = NodeDeserializer { input: Input::Node(node), style, fills_missing: false };
    let first = read_from(reader);
    if first.value.is_ok() {
        return first;
    }
    // An empty list is not sent, so a struct may miss it. And serde's `untagged` and `flatten` do not ask for a type: they get
    // every text as a string, and a number is not found. So two more attempts follow.
    let filled = read_from(NodeDeserializer { fills_missing: true, ..reader });
    if filled.value.is_ok() {
        return filled;
    }
    let guessed = read_from(Plain(guess(node)));
    if guessed.value.is_ok() { guessed } else { first }
}

/// Reads a value that was not sent, if it can be an empty list or object.
pub(crate) fn read_empty<T: DeserializeOwned>() -> Option<T> {
    T::deserialize(NodeDeserializer { input: Input::Nothing, style: Style::Brackets, fills_missing: false }).ok()
}

/// The tree as JSON: a text that looks like a number or a boolean becomes it.
fn guess(node: &QueryNode) -> Value {
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
    match node.as_text() {
        Some(only) if node.members.is_empty() => text(only),
        _ if node.is_object() => node.named().map(|(name, member)| (name, guess(member))).collect(),
        _ => node.texts.iter().map(|item| text(item)).chain(node.items().into_iter().map(guess)).collect(),
    }
}

#[derive(Clone, Copy)]
struct NodeDeserializer<'a> {
    input: Input<'a>,
    style: Style,
    /// Whether a struct gets `Nothing` for each member that is missing.
    fills_missing: bool,
}

#[derive(Clone, Copy)]
enum Input<'a> {
    Nothing,
    Text(&'a str),
    Node(&'a QueryNode),
}

impl<'a> NodeDeserializer<'a> {
    fn with(self, input: Input<'a>) -> Self {
        Self { input, ..self }
    }

    /// The text to read a plain value from. Nodes below it are other parameters: `limit[gt]` beside `limit`.
    fn text(self) -> Option<&'a str> {
        match self.input {
            Input::Nothing => None,
            Input::Text(text) => Some(text),
            Input::Node(node) => node.as_text(),
        }
    }

    /// The node, if it has members.
    fn members(self) -> Option<&'a QueryNode> {
        match self.input {
            Input::Node(node) if !node.members.is_empty() => Some(node),
            _ => None,
        }
    }

    fn is_empty_text(self) -> bool {
        self.text() == Some("") && self.members().is_none()
    }

    /// The items of a list; `None` for an object.
    fn items(self) -> Option<Vec<Self>> {
        let texts: Vec<&str> = match self.input {
            Input::Nothing => Vec::new(),
            Input::Text(text) => vec![text],
            Input::Node(node) => node.texts.iter().map(String::as_str).collect(),
        };
        let texts: Vec<&str> = match self.style {
            Style::Comma => {
                texts.into_iter().filter(|text| !text.is_empty()).flat_map(|text| text.split(',')).collect()
            }
            // The empty text is `null`. Only repetition spells a list of one item as the item.
            Style::Brackets if self.is_empty_text() => Vec::new(),
            Style::Brackets | Style::Repeat => texts,
        };
        let mut items: Vec<Self> = texts.into_iter().map(|text| self.with(Input::Text(text))).collect();
        if let Some(node) = self.members() {
            if node.is_object() {
                return None;
            }
            items.extend(node.items().into_iter().map(|item| self.with(Input::Node(item))));
        }
        Some(items)
    }

    fn visit_items<'de, V: Visitor<'de>>(items: Vec<Self>, visitor: V) -> Result<V::Value, Error> {
        let mut items = SeqDeserializer::new(items.into_iter());
        let value = visitor.visit_seq(&mut items)?;
        items.end().map(|()| value)
    }

    /// Visits the members as an object. With `fills_missing`, each missing one of `names` is visited as `Nothing`.
    fn visit_members<'de, V: Visitor<'de>>(self, names: &[&str], visitor: V) -> Result<V::Value, Error> {
        let members: Vec<(String, &QueryNode)> = self.members().map(|node| node.named().collect()).unwrap_or_default();
        let missing =
            names.iter().filter(|name| self.fills_missing && !members.iter().any(|(known, _)| known == *name));
        let all = members.iter().map(|(name, member)| (name.as_str(), Input::Node(member)));
        let all = all.chain(missing.map(|name| (*name, Input::Nothing)));
        let mut all = MapDeserializer::new(all.map(|(name, input)| (self.with(Input::Text(name)), self.with(input))));
        let value = visitor.visit_map(&mut all)?;
        all.end().map(|()| value)
    }
}

impl IntoDeserializer<'_, Error> for NodeDeserializer<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Reads a plain value from the text. The visitor gets any other text as a string, and says what is wrong with it.
macro_rules! plain {
    ($($($method:ident)+ => $read:expr,)+) => {$($(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.text() {
                Some(text) => $read(text, visitor),
                None => self.deserialize_any(visitor),
            }
        }
    )+)+};
}

fn integer<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Error> {
    match (text.parse(), text.parse()) {
        (Ok(number), _) => visitor.visit_u64(number),
        (_, Ok(number)) => visitor.visit_i64(number),
        _ => visitor.visit_str(text),
    }
}

impl<'de> Deserializer<'de> for NodeDeserializer<'_> {
    type Error = Error;

    /// For a type that does not say what it expects.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match (self.input, self.items()) {
            (Input::Nothing, _) => Err(Error::custom("nothing was sent")),
            (Input::Text(text), _) => visitor.visit_str(text),
            (Input::Node(node), _) if node.members.is_empty() && node.texts.len() == 1 => {
                visitor.visit_str(&node.texts[0])
            }
            (Input::Node(_), Some(items)) => Self::visit_items(items, visitor),
            (Input::Node(node), None) if node.texts.is_empty() => self.visit_members(&[], visitor),
            (Input::Node(_), None) => Err(Error::custom("it is given both as a value and as an object")),
        }
    }

    plain! {
        deserialize_bool => |text, visitor: V| match text {
            "true" | "1" => visitor.visit_bool(true),
            "false" | "0" => visitor.visit_bool(false),
            other => visitor.visit_str(other),
        },
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 => integer,
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 => integer,
        deserialize_f32 => |text: &str, visitor: V| match text.parse::<f32>() {
            Ok(number) if number.is_finite() => visitor.visit_f32(number),
            _ => visitor.visit_str(text),
        },
        deserialize_f64 => |text: &str, visitor: V| match text.parse::<f64>() {
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => visitor.visit_str(text),
        },
        deserialize_char deserialize_str deserialize_string deserialize_identifier =>
            |text, visitor: V| visitor.visit_str(text),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.input {
            Input::Nothing if !self.fills_missing => Err(Error::custom("nothing was sent")),
            Input::Nothing => visitor.visit_none(),
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
        match (self.input, self.members()) {
            (Input::Nothing, _) | (_, Some(_)) => self.visit_members(names, visitor),
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
            (_, Some(node)) => {
                let members: Vec<_> = node.named().collect();
                let members =
                    members.iter().map(|(name, node)| (self.with(Input::Text(name)), self.with(Input::Node(node))));
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
