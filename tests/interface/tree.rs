//! Values as the caller means them and as a server reads them, and a comparison of the two.

use serde_json::Value;

/// A value of any shape.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Integer(i128),
    Float(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
    /// An object with ordered members.
    Order(Vec<(String, Tree)>),
    File {
        bytes: Vec<u8>,
        content_type: String,
        name: Option<String>,
    },
    /// A value that cannot be sent, such as a number that is not finite.
    Broken,
}

impl Tree {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Creates an object without the members that are `None`.
    pub(crate) fn object<const N: usize>(members: [(&str, Option<Self>); N]) -> Self {
        Self::Object(members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
    }

    /// Returns the text of a value that is not a list or an object.
    pub(crate) fn plain(&self) -> Option<String> {
        match self {
            Self::Null => Some(String::new()),
            Self::Bool(value) => Some(value.to_string()),
            Self::Integer(value) => Some(value.to_string()),
            Self::Float(value) => Some(value.to_string()),
            Self::Text(text) => Some(text.clone()),
            Self::List(_) | Self::Object(_) | Self::Order(_) | Self::File { .. } | Self::Broken => None,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::List(items) => items.is_empty(),
            Self::Object(members) | Self::Order(members) => members.is_empty(),
            _ => false,
        }
    }

    /// Returns whether the predicate holds for this value or a value in it.
    pub(crate) fn any(&self, is_so: &dyn Fn(&Self) -> bool) -> bool {
        is_so(self)
            || match self {
                Self::List(items) => items.iter().any(|item| item.any(is_so)),
                Self::Object(members) | Self::Order(members) => members.iter().any(|(_, member)| member.any(is_so)),
                _ => false,
            }
    }

    /// Returns the texts that are long enough to be unique.
    pub(crate) fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) if text.len() > 6 => vec![text.clone()],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Object(members) | Self::Order(members) => members.iter().flat_map(|(_, item)| item.texts()).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns whether the received value equals `meant`.
    pub(crate) fn is(&self, meant: &Self) -> bool {
        match (self, meant) {
            (Self::Integer(found), Self::Float(meant)) => found.to_string().parse() == Ok(*meant),
            (Self::List(found), Self::List(meant)) => {
                found.len() == meant.len() && found.iter().zip(meant).all(|(found, meant)| found.is(meant))
            }
            (Self::Object(found), Self::Object(meant)) => {
                let is_there = |(name, meant): &(String, Self)| {
                    found.iter().any(|(known, found)| known == name && found.is(meant))
                };
                found.len() == meant.len() && meant.iter().all(is_there)
            }
            (Self::Object(found), Self::Order(meant)) => {
                found.len() == meant.len()
                    && found.iter().zip(meant).all(|(found, meant)| found.0 == meant.0 && found.1.is(&meant.1))
            }
            // A float keeps its sign, even if it is zero.
            (Self::Float(found), Self::Float(meant)) => found.to_bits() == meant.to_bits(),
            _ => self == meant,
        }
    }

    /// Returns whether a value that was received as text equals `meant`.
    pub(crate) fn spells(&self, meant: &Self) -> bool {
        match (self, meant) {
            (Self::Text(found), Self::Float(meant)) => found.parse() == Ok(*meant),
            (Self::Text(found), meant) => meant.plain().as_ref() == Some(found),
            (Self::List(found), Self::List(meant)) => {
                found.len() == meant.len() && found.iter().zip(meant).all(|(found, meant)| found.spells(meant))
            }
            (Self::Object(found), Self::Object(meant)) => {
                let is_there = |(name, meant): &(String, Self)| {
                    found.iter().any(|(known, found)| known == name && found.spells(meant))
                };
                found.len() == meant.len() && meant.iter().all(is_there)
            }
            (Self::Object(found), Self::Order(meant)) => {
                let is_same = |((found, value), (meant, meant_value)): (&(String, Self), &(String, Self))| {
                    found == meant && value.spells(meant_value)
                };
                found.len() == meant.len() && found.iter().zip(meant).all(is_same)
            }
            _ => false,
        }
    }
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => Self::Integer(integer.into()),
                (_, Some(integer)) => Self::Integer(integer.into()),
                _ => number.as_f64().map_or(Self::Broken, Self::Float),
            },
            Value::String(text) => Self::text(text),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, member)| (name.clone(), Self::from(member))).collect())
            }
        }
    }
}
