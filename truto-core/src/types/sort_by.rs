//! The order of a list, in the query: `sort_by[name]=asc`.

use serde::de::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use crate::contract::shape::{Shape, Shaped};
use crate::util::encoder::names;
use crate::util::visit::deserialize_object;

/// The order of a list: by one field, and for equal records by the next field.
///
/// [`asc`](Self::asc) or [`desc`](Self::desc) names the first field, and `then_` adds a field:
/// `SortBy::asc("name").then_desc("created_at")`. A field that is named again moves to its new place.
///
/// It is sent as `sort_by[name]=asc&sort_by[created_at]=desc`, in this order
/// (<https://truto.one/docs/api-reference/unified-crm-api/users/list>). In the JSON form of a request it is the object
/// `{"name": "asc", "created_at": "desc"}`, which has no order: it is read in the order of the names.
///
/// ```
/// use truto_core::{SortBy, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/users")]
/// pub struct ListUsers {
///     pub sort_by: Option<SortBy>,
/// }
///
/// let list = ListUsers::builder().sort_by(SortBy::asc("name").then_desc("created_at")).build();
/// assert_eq!(serde_json::to_value(&list).unwrap()["sort_by"]["created_at"], "desc");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortBy {
    fields: Vec<(String, Direction)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Asc,
    Desc,
}

impl SortBy {
    /// Smallest first. Further fields follow with [`then_asc`](Self::then_asc) and [`then_desc`](Self::then_desc).
    #[doc(alias = "by")]
    pub fn asc(field: impl Into<String>) -> Self {
        Self { fields: Vec::new() }.then(field.into(), Direction::Asc)
    }

    /// Largest first. Further fields follow with [`then_asc`](Self::then_asc) and [`then_desc`](Self::then_desc).
    pub fn desc(field: impl Into<String>) -> Self {
        Self { fields: Vec::new() }.then(field.into(), Direction::Desc)
    }

    /// For equal records, smallest first.
    #[doc(alias = "asc")]
    #[must_use]
    pub fn then_asc(self, field: impl Into<String>) -> Self {
        self.then(field.into(), Direction::Asc)
    }

    /// For equal records, largest first.
    #[doc(alias = "desc")]
    #[must_use]
    pub fn then_desc(self, field: impl Into<String>) -> Self {
        self.then(field.into(), Direction::Desc)
    }

    fn then(mut self, field: String, direction: Direction) -> Self {
        self.fields.retain(|(known, _)| *known != field);
        self.fields.push((field, direction));
        self
    }
}

impl Shaped for SortBy {
    const SHAPE: Shape = Shape::SortBy;
}

impl Serialize for SortBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Ordered<'a>(&'a SortBy);

        impl Serialize for Ordered<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.fields.iter().map(|(field, direction)| (field, direction)))
            }
        }

        serializer.serialize_newtype_struct(names::ORDERED, &Ordered(self))
    }
}

deserialize_object!(SortBy, "an object of fields, each `asc` or `desc`", |members| {
    let mut sort = SortBy { fields: Vec::new() };
    while let Some((field, direction)) = members.next_entry()? {
        sort = sort.then(field, direction);
    }
    if sort.fields.is_empty() { Err(A::Error::custom("an order needs at least one field")) } else { Ok(sort) }
});
