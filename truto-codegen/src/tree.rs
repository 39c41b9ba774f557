//! JSON whose objects keep the order of their members.
//!
//! The order of the fields in a description is the order of the fields in the declarations. `serde_json::Value` sorts its members,
//! unless a feature of the whole program says otherwise.

use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value with ordered members.
///
/// ```
/// use truto_codegen::tree::Tree;
///
/// let tree: Tree = serde_json::from_str(r#"{"b": 1, "a": ["x"]}"#).unwrap();
/// let names: Vec<&str> = tree.members().map(|(name, _)| name).collect();
/// assert_eq!(names, ["b", "a"]);
/// assert_eq!(tree.get("a").unwrap().items()[0].text(), Some("x"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as its text.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, in the order of its members.
    Object(Vec<(String, Tree)>),
}

/// The key under which `serde_json` hands out a number, if the feature `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

impl Tree {
    /// The member of this name. A name that occurs twice is read from its first place.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The members of an object. Any other value has no members.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Self)> {
        let members = match self {
            Self::Object(members) => members.as_slice(),
            _ => &[],
        };
        members.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The items of a list. Any other value has no items.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of the member of this name.
    #[must_use]
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Self::text)
    }

    /// Whether the member of this name is `true`.
    #[must_use]
    pub fn is_set(&self, name: &str) -> bool {
        self.get(name) == Some(&Self::Bool(true))
    }

    /// The strings of the list of this name. Items that are not strings are left out.
    #[must_use]
    pub fn texts_of(&self, name: &str) -> Vec<String> {
        let items = self.get(name).map(Self::items).unwrap_or_default();
        items.iter().filter_map(Self::text).map(str::to_owned).collect()
    }

    /// Whether the value is an object.
    #[must_use]
    pub const fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyTree;

        impl<'de> Visitor<'de> for AnyTree {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any JSON")
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
                Ok(Tree::Text(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Tree::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut members: Vec<(String, Tree)> = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                match members.as_slice() {
                    [(name, Tree::Text(number))] if name == NUMBER => Ok(Tree::Number(number.clone())),
                    _ => Ok(Tree::Object(members)),
                }
            }
        }

        deserializer.deserialize_any(AnyTree)
    }
}
