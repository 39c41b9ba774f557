//! A reference to a record whose type is known: `{"id": "003Ux000004TbQd"}`.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::contract::shape::{Shape, Shaped};
use crate::types::id::Id;
use crate::types::reference::Reference;

/// A record of type `R`, by its id, so that an account cannot be linked where a contact is expected.
///
/// It is written and read as a [`Reference`], and costs what a `Reference` costs. Text becomes a reference to any type with
/// `into`, and so does a `Reference`. The id of a record of another type does not.
///
/// ```
/// use truto_core::Reference;
/// use truto_core::types::{Id, ReferenceTo};
///
/// struct Contact;
///
/// let contact: Id<Contact> = "003Ux000004TbQd".into();
/// let link = ReferenceTo::from(&contact);
/// assert_eq!(link.id, contact);
/// assert_eq!(serde_json::to_string(&link).unwrap(), r#"{"id":"003Ux000004TbQd"}"#);
///
/// let untyped = Reference::from("003Ux000004TbQd");
/// assert_eq!(link, untyped.into());
/// ```
///
/// ```compile_fail,E0277
/// # use truto_core::types::{Id, ReferenceTo};
/// # struct Contact;
/// # struct Account;
/// let account: Id<Account> = "001Ux000003GhNt".into();
/// let link = ReferenceTo::<Contact>::from(account);
/// ```
#[derive(Serialize)]
#[serde(bound = "")]
pub struct ReferenceTo<R: ?Sized> {
    /// Id of the record.
    pub id: Id<R>,
}

impl<R: ?Sized> ReferenceTo<R> {
    /// Refers to the record of this id.
    pub fn new(id: impl Into<Id<R>>) -> Self {
        Self { id: id.into() }
    }
}

// Derived implementations would ask the same of the record.

impl<R: ?Sized> Clone for ReferenceTo<R> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone() }
    }
}

impl<R: ?Sized> fmt::Debug for ReferenceTo<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReferenceTo").field("id", &self.id).finish()
    }
}

impl<R: ?Sized> PartialEq for ReferenceTo<R> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<R: ?Sized> Eq for ReferenceTo<R> {}

impl<R: ?Sized> PartialOrd for ReferenceTo<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<R: ?Sized> Ord for ReferenceTo<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(&other.id)
    }
}

impl<R: ?Sized> Hash for ReferenceTo<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl<R: ?Sized> From<&Self> for ReferenceTo<R> {
    fn from(reference: &Self) -> Self {
        reference.clone()
    }
}

// One implementation for `Into<String>` would take the id of any record.
macro_rules! from {
    ($($id:ty),+) => {$(
        impl<R: ?Sized> From<$id> for ReferenceTo<R> {
            fn from(id: $id) -> Self {
                Self { id: Id::new(id) }
            }
        }
    )+};
}

from!(&str, String, &String, Box<str>, Cow<'_, str>, Id<R>, &Id<R>);

impl<R: ?Sized> From<Reference> for ReferenceTo<R> {
    fn from(reference: Reference) -> Self {
        Self::from(reference.id)
    }
}

impl<R: ?Sized> From<&Reference> for ReferenceTo<R> {
    fn from(reference: &Reference) -> Self {
        Self::from(&reference.id)
    }
}

impl<R: ?Sized> From<ReferenceTo<R>> for Reference {
    fn from(reference: ReferenceTo<R>) -> Self {
        Self::new(reference.id)
    }
}

impl<R: ?Sized> From<&ReferenceTo<R>> for Reference {
    fn from(reference: &ReferenceTo<R>) -> Self {
        Self::new(&reference.id)
    }
}

impl<R: ?Sized> From<ReferenceTo<R>> for Id<R> {
    fn from(reference: ReferenceTo<R>) -> Self {
        reference.id
    }
}

impl<R: ?Sized> From<&ReferenceTo<R>> for Id<R> {
    fn from(reference: &ReferenceTo<R>) -> Self {
        reference.id.clone()
    }
}

impl<R: ?Sized> Shaped for ReferenceTo<R> {
    const SHAPE: Shape = Shape::Reference;
}

impl<'de, R: ?Sized> Deserialize<'de> for ReferenceTo<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reference::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashSet};

    use super::ReferenceTo;
    use crate::Reference;
    use crate::types::Id;

    /// It implements nothing.
    struct Contact;

    type Link = ReferenceTo<Contact>;

    #[test]
    fn it_is_made_from_text_and_from_ids_of_its_record() {
        let (text, id) = ("1".to_owned(), Id::<Contact>::from("1"));
        let all: [Link; 10] = [
            "1".into(),
            (&text).into(),
            text.clone().into(),
            text.clone().into_boxed_str().into(),
            std::borrow::Cow::from("1").into(),
            (&id).into(),
            id.clone().into(),
            Reference::from("1").into(),
            (&Reference::from("1")).into(),
            (&Link::new(&text)).into(),
        ];
        assert!(all.iter().all(|link| *link == Link::new(&id)), "{all:?}");
        assert_eq!((Reference::from(&all[0]), Id::from(&all[0])), (Reference::from("1"), id.clone()));
        let [first, second, ..] = all;
        assert_eq!((Reference::from(first), Id::from(second)), (Reference::from("1"), id));
    }

    #[test]
    fn it_is_compared_by_its_id_and_asks_nothing_of_the_record() {
        let links = || ["2", "1", "2"].map(Link::from);
        assert_eq!(links().into_iter().collect::<HashSet<_>>().len(), 2);
        let sorted = links().into_iter().collect::<BTreeSet<_>>();
        assert_eq!(sorted.iter().map(|link| link.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(format!("{:?}", Link::from("1").clone()), r#"ReferenceTo { id: "1" }"#);
        assert_eq!(size_of::<Link>(), size_of::<Reference>());
    }

    #[test]
    fn it_is_read_and_written_as_a_reference() {
        for json in [r#"{"id": "a"}"#, r#"{"id": 9007199254740993, "name": {}}"#] {
            let (link, reference): (Link, Reference) =
                (serde_json::from_str(json).unwrap(), serde_json::from_str(json).unwrap());
            assert_eq!(Reference::from(&link), reference);
            assert_eq!(serde_json::to_string(&link).unwrap(), serde_json::to_string(&reference).unwrap());
        }
        for json in [r#""a""#, "{}", r#"{"id": null}"#, r#"{"id": 1.5}"#, r#"{"id": 1, "id": 1}"#, "[]"] {
            let (error, expected) =
                (serde_json::from_str::<Link>(json).unwrap_err(), serde_json::from_str::<Reference>(json).unwrap_err());
            assert_eq!(error.to_string(), expected.to_string());
        }
    }

    #[test]
    fn a_flattened_reference_takes_its_id_only() {
        #[derive(serde::Deserialize)]
        struct Record {
            #[serde(flatten)]
            link: Link,
            #[serde(flatten)]
            rest: BTreeMap<String, u8>,
        }

        let record: Record = serde_json::from_str(r#"{"id": 17, "rank": 1}"#).unwrap();
        assert_eq!((record.link, record.rest), (Link::from("17"), BTreeMap::from([("rank".to_owned(), 1)])));
    }
}
