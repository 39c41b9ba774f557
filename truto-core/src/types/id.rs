//! The id of a record, with the kind of record in its type.

use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::contract::shape::{Shape, Shaped};
use crate::types::filter::{Filter, IntoOperand};
use crate::types::reference::Reference;
use crate::util::visit::visit_plain;

/// The id of a record of type `R`, so that the id of an account cannot be sent where the id of a contact is expected.
///
/// Ids are strings for all providers, and it costs what a `String` costs. An integer in an answer is read as its digits. Text
/// becomes an id of any type with `into`. The default is the empty id, which no record has.
///
/// ```
/// use truto_core::types::Id;
///
/// struct Contact;
/// struct Account;
///
/// let contact: Id<Contact> = "003Ux000004TbQd".into();
/// assert_eq!(contact, "003Ux000004TbQd");
/// assert_eq!(contact.to_string(), "003Ux000004TbQd");
///
/// let account: Id<Account> = serde_json::from_str("9007199254740993").unwrap();
/// assert_eq!(account.as_str(), "9007199254740993");
/// ```
///
/// ```compile_fail,E0308
/// # use truto_core::types::Id;
/// # struct Contact;
/// # struct Account;
/// fn read(contact: Id<Contact>) {}
/// read(Id::<Account>::from("001Ux000003GhNt"));
/// ```
pub struct Id<R: ?Sized> {
    text: String,
    // A function keeps the id `Send` and `Sync`, whatever the record is.
    record: PhantomData<fn() -> R>,
}

impl<R: ?Sized> Id<R> {
    /// The id of this text.
    pub fn new(id: impl Into<String>) -> Self {
        Self { text: id.into(), record: PhantomData }
    }

    /// The text that is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text that is sent, without a copy.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }
}

// Derived implementations would ask the same of the record.

impl<R: ?Sized> Clone for Id<R> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<R: ?Sized> Default for Id<R> {
    fn default() -> Self {
        Self::new(String::new())
    }
}

impl<R: ?Sized> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<R: ?Sized> fmt::Display for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<R: ?Sized> PartialEq for Id<R> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<R: ?Sized> Eq for Id<R> {}

impl<R: ?Sized> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<R: ?Sized> Ord for Id<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<R: ?Sized> Hash for Id<R> {
    // As `str` hashes, which `Borrow` requires.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<R: ?Sized> PartialEq<str> for Id<R> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl<R: ?Sized> PartialEq<&str> for Id<R> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl<R: ?Sized> PartialEq<String> for Id<R> {
    fn eq(&self, other: &String) -> bool {
        self.text == *other
    }
}

impl<R: ?Sized> AsRef<str> for Id<R> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<R: ?Sized> Borrow<str> for Id<R> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<R: ?Sized> From<&str> for Id<R> {
    fn from(id: &str) -> Self {
        Self::new(id)
    }
}

impl<R: ?Sized> From<String> for Id<R> {
    fn from(id: String) -> Self {
        Self::new(id)
    }
}

impl<R: ?Sized> From<&String> for Id<R> {
    fn from(id: &String) -> Self {
        Self::new(id.as_str())
    }
}

impl<R: ?Sized> From<&Self> for Id<R> {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl<R: ?Sized> From<Reference> for Id<R> {
    fn from(reference: Reference) -> Self {
        Self::new(reference.id)
    }
}

impl<R: ?Sized> From<&Reference> for Id<R> {
    fn from(reference: &Reference) -> Self {
        Self::new(reference.id.as_str())
    }
}

impl<R: ?Sized> From<Id<R>> for String {
    fn from(id: Id<R>) -> Self {
        id.text
    }
}

impl<R: ?Sized> From<&Id<R>> for String {
    fn from(id: &Id<R>) -> Self {
        id.text.clone()
    }
}

/// A filter by the id of a record, such as `ticket[id]=…`.
impl<R: ?Sized> From<Id<R>> for Filter<String> {
    fn from(id: Id<R>) -> Self {
        Self::from(id.text)
    }
}

impl<R: ?Sized> From<&Id<R>> for Filter<String> {
    fn from(id: &Id<R>) -> Self {
        Self::from(id.as_str())
    }
}

impl<R: ?Sized> IntoOperand<String> for Id<R> {
    fn into_operand(self) -> String {
        self.text
    }
}

impl<R: ?Sized> IntoOperand<String> for &Id<R> {
    fn into_operand(self) -> String {
        self.text.clone()
    }
}

impl<R: ?Sized> Shaped for Id<R> {
    const SHAPE: Shape = Shape::String;
}

impl<R: ?Sized> Serialize for Id<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, R: ?Sized> Deserialize<'de> for Id<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnId).map(Self::new)
    }
}

struct AnId;

impl Visitor<'_> for AnId {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    visit_plain! {
        visit_str(id: &str) => Ok(id.to_owned());
        visit_string(id: String) => Ok(id);
        visit_u64(id: u64) => Ok(id.to_string());
        visit_i64(id: i64) => Ok(id.to_string());
        // A fraction or a rounded integer is not an id.
        visit_f64(id: f64) => Err(E::custom(format_args!("invalid id `{id}`, expected a string or an integer")));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::Id;
    use crate::{Filter, Reference};

    struct Contact;

    #[test]
    fn text_and_ids_become_each_other() {
        let id: Id<Contact> = "1".into();
        assert_eq!(Reference::from(&id), Reference::from("1"));
        assert_eq!(Id::<Contact>::from(Reference::from("1")), id);
        assert_eq!(Id::from(&id), id);
        assert_eq!(String::from(id.clone()), "1");
        assert_eq!(HashMap::from([(id, 7)]).get("1"), Some(&7));
    }

    #[test]
    fn a_filter_takes_ids() {
        let (one, other): (Id<Contact>, Id<Contact>) = ("1".into(), "2".into());
        assert_eq!(Filter::from(&one), Filter::<String>::from("1"));
        assert_eq!(Filter::from([&one, &other]), Filter::<String>::one_of(["1", "2"]));
        assert_eq!(Filter::ne(&one).and_ne(other), Filter::<String>::ne("2"));
        assert_eq!(Filter::from(one), Filter::<String>::from("1"));
    }

    #[test]
    fn an_id_is_a_string_or_a_whole_number() {
        let read = |json: &str| serde_json::from_str::<Id<Contact>>(json);
        for (json, id) in [("\"a\"", "a"), ("17", "17"), ("-1", "-1"), ("18446744073709551615", "18446744073709551615")]
        {
            assert_eq!(read(json).unwrap(), id);
            assert_eq!(serde_json::to_value(read(json).unwrap()).unwrap(), id);
        }
        for json in ["1.5", "null", "true", "{}", "[]"] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
