//! Conditions on a point in time: `created_at[gt]=…`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{Filter, read};
use crate::contract::builder::setter::TimeOf;
use crate::contract::shape::{Shape, Shaped};
use crate::types::timestamp::Timestamp;

/// The operators that compare with one value.
const COMPARISONS: &[&str] = &["eq", "ne", "gt", "gte", "lt", "lte"];

/// Conditions on a field that holds a point in time.
///
/// A value is anything that converts into a [`Timestamp`]: ISO 8601 text with its zone, which is checked when the request is
/// sent, a [`SystemTime`](std::time::SystemTime), and the types that [`dates`](crate::dates) lists. Conditions are combined as
/// in a [`Filter`]. A setter also takes a time, which is equality.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use truto_core::{DateFilter, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/contacts")]
/// pub struct ListContacts {
///     pub created_at: Option<DateFilter>,
///     pub updated_at: Option<DateFilter>,
/// }
///
/// let day = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400);
/// let list = ListContacts::builder()
///     .created_at(DateFilter::gt("2024-01-01T00:00:00Z").and_lt("2024-02-01")) // created_at[gt]=…&created_at[lt]=…
///     .updated_at(DateFilter::gte(day))                                       // updated_at[gte]=1970-01-02T00:00:00Z
///     .build();
/// assert_eq!(serde_json::to_value(&list).unwrap()["updated_at"]["gte"], "1970-01-02T00:00:00Z");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct DateFilter(Filter<Timestamp>);

macro_rules! date_operators {
    ($($first:ident, $and:ident, $wire:literal, $what:literal, [$($alias:literal),*];)*) => {
        impl DateFilter {
            $(
                #[doc = concat!("Records whose time is ", $what, " (`", $wire, "`).")]
                #[doc = concat!("\n\nIt starts a filter; [`", stringify!($and), "`](Self::", stringify!($and), ") adds to one.")]
                $(#[doc(alias = $alias)])*
                pub fn $first(time: impl TimeOf<Timestamp>) -> Self {
                    Self(Filter::$first(time.into()))
                }

                #[doc = concat!("Of those records, only those whose time is ", $what, " as well (`", $wire, "`).")]
                #[doc(alias = $wire)]
                #[must_use]
                pub fn $and(self, time: impl TimeOf<Timestamp>) -> Self {
                    Self(self.0.$and(time.into()))
                }
            )*
        }
    };
}

date_operators! {
    eq, and_eq, "eq", "this one", ["on"];
    ne, and_ne, "ne", "not this one", ["not"];
    gt, and_gt, "gt", "after this one", ["after"];
    gte, and_gte, "gte", "this one or after it", ["ge", "since"];
    lt, and_lt, "lt", "before this one", ["before"];
    lte, and_lte, "lte", "this one or before it", ["le", "until"];
}

impl<T: Into<Timestamp>> From<T> for DateFilter {
    fn from(time: T) -> Self {
        Self::eq(time)
    }
}

impl Shaped for DateFilter {
    const SHAPE: Shape = Shape::Filter { value: &Timestamp::SHAPE, operators: COMPARISONS };
}

impl<'de> Deserialize<'de> for DateFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(Value::deserialize(deserializer)?, COMPARISONS).map(Self).map_err(D::Error::custom)
    }
}
