//! Conditions on a field of a list, in the query: `created_at[gt]=…`, `id[in]=a,b`.

mod date;

use std::borrow::Cow;

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::contract::shape::{Shape, Shaped};
use crate::util::encode::Encode;
use crate::util::encoder::names;
use crate::util::escaped::Escaped;
use crate::util::plain_numbers::Plain;
use crate::util::plain_text::{joined, plain_text};

pub use self::date::DateFilter;

const OPERATORS: &[&str] = &["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "exists", "like"];

const TWO_LISTS: &str = "`in` is set twice, and a query holds one list: pass all values to one `one_of`";
const ONE_OF: &str = "in";
const NONE_OF: &str = "nin";

/// Conditions on a field. The answer has the records for which all of them hold.
///
/// The name of an operator starts a filter, and `and_` before the name adds a condition: `Filter::gte(10).and_lt(20)`. A second
/// condition of the same operator replaces the first, with two exceptions: the values of two `none_of` add up, and two `one_of`
/// are refused when the request is sent, because a query cannot ask for the values that are in both lists.
///
/// Equality alone is `name=value`. Every other condition is `name[operator]=value`, with the items of a list joined by commas.
/// An empty list is refused before anything is sent, because it would be left out and every record would match. An item that
/// is empty or has a comma is refused too. The API silently ignores operators that a provider does not support
/// (<https://truto.one/docs/guides/how-truto-works/realtime-unified-apis-considerations>).
///
/// A setter also takes a value, which is equality, and an array or a `Vec` of strings, which is [`one_of`](Self::one_of).
///
/// ```
/// use truto_core::{Filter, unified_endpoint};
///
/// #[unified_endpoint(GET, "/unified/crm/opportunities")]
/// pub struct ListOpportunities {
///     pub id: Option<Filter<String>>,
///     pub amount: Option<Filter<u32>>,
///     pub status: Option<Filter<String>>,
/// }
///
/// let list = ListOpportunities::builder()
///     .id(Filter::one_of(["a", "b"]))      // id[in]=a,b; `.id(["a", "b"])` is the same
///     .amount(Filter::gte(10).and_lt(20))  // amount[gte]=10&amount[lt]=20
///     .status("open")                      // status=open
///     .build();
/// let json = r#"{"id":{"in":"a,b"},"amount":{"gte":10,"lt":20},"status":"open"}"#;
/// assert_eq!(serde_json::to_string(&list).unwrap(), json);
/// assert_eq!(serde_json::from_str::<ListOpportunities>(json).unwrap().amount, list.amount);
/// ```
#[derive(Clone, Debug)]
pub struct Filter<T> {
    conditions: Vec<(&'static str, Operand<T>)>,
}

/// The right side of a condition.
#[derive(Clone, Debug, PartialEq)]
enum Operand<T> {
    One(T),
    Many(Vec<T>),
    Exists(bool),
    Like(String),
}

impl<T> Filter<T> {
    fn first(operator: &'static str, operand: Operand<T>) -> Self {
        Self { conditions: vec![(operator, operand)] }
    }

    fn and(mut self, operator: &'static str, operand: Operand<T>) -> Self {
        let known = self.conditions.iter_mut().find(|(known, _)| *known == operator).map(|(_, held)| held);
        match (known, operand) {
            (Some(Operand::Many(values)), Operand::Many(more)) if operator == NONE_OF => values.extend(more),
            (Some(held), operand) if operator != ONE_OF => *held = operand,
            // A second list is kept, so that the request is refused. Dropping either list would be wrong.
            (_, operand) => self.conditions.push((operator, operand)),
        }
        self
    }
}

/// A value to compare with: a `T`, or a string slice if `T` is `String`.
///
/// It is [`Into`] without conversions between numbers, so that `Filter::gt(10)` gets the type of the field.
#[diagnostic::on_unimplemented(
    message = "expected a value of `{T}`, found `{Self}`",
    label = "not a `{T}`",
    note = "an operator compares with one value of the field's type; a list of them is for `one_of` and `none_of`"
)]
pub trait IntoOperand<T> {
    /// The value.
    fn into_operand(self) -> T;
}

impl<T> IntoOperand<T> for T {
    fn into_operand(self) -> T {
        self
    }
}

impl IntoOperand<String> for &str {
    fn into_operand(self) -> String {
        self.to_owned()
    }
}

impl IntoOperand<String> for &String {
    fn into_operand(self) -> String {
        self.clone()
    }
}

impl IntoOperand<String> for Cow<'_, str> {
    fn into_operand(self) -> String {
        self.into_owned()
    }
}

/// A list to compare with: an array, a `Vec`, an iterator.
///
/// It is [`IntoIterator`] with an error message of its own.
///
/// ```
/// use truto_core::Filter;
///
/// let among: Filter<u64> = Filter::one_of([1, 2]);
/// assert_eq!(among, Filter::one_of((1..=2).collect::<Vec<u64>>()));
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "not a list of `{T}`",
    note = "one value is written `[value]`, or compared with `Filter::eq(value)`",
    note = "for a borrowed list write `.iter().copied()`, and text of them with `.iter().map(|item| item.to_string())`"
)]
pub trait IntoOperands<T>: IntoIterator<Item: IntoOperand<T>> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: IntoOperand<T>>> IntoOperands<T> for I {}

fn collected<T>(values: impl IntoOperands<T>) -> Vec<T> {
    values.into_iter().map(IntoOperand::into_operand).collect()
}

/// Both methods of each operator. The words in brackets are aliases for the search of rustdoc.
macro_rules! operators {
    ($($first:ident, $and:ident, $wire:literal, $what:literal, [$($alias:literal),*],
        $value:ident: $ty:ty => $operand:expr;)*) => {
        impl<T> Filter<T> {
            $(
                #[doc = concat!("Records whose field ", $what, " (`", $wire, "`).")]
                #[doc = concat!("\n\nIt starts a filter; [`", stringify!($and), "`](Self::", stringify!($and), ") adds to one.")]
                $(#[doc(alias = $alias)])*
                pub fn $first($value: $ty) -> Self {
                    Self::first($wire, $operand)
                }

                #[doc = concat!("Of those records, only those whose field ", $what, " (`", $wire, "`).")]
                #[doc(alias = $wire)]
                #[must_use]
                pub fn $and(self, $value: $ty) -> Self {
                    self.and($wire, $operand)
                }
            )*
        }
    };
}

operators! {
    eq, and_eq, "eq", "equals the value", ["is"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    ne, and_ne, "ne", "differs from the value", ["not"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    gt, and_gt, "gt", "is greater than the value", ["after"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    gte, and_gte, "gte", "is the value or greater", ["ge", "since"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    lt, and_lt, "lt", "is less than the value", ["before"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    lte, and_lte, "lte", "is the value or less", ["le", "until"],
        value: impl IntoOperand<T> => Operand::One(value.into_operand());
    one_of, and_one_of, "in", "is one of the values", ["in", "any_of"],
        values: impl IntoOperands<T> => Operand::Many(collected(values));
    none_of, and_none_of, "nin", "is none of the values", ["nin", "not_in"],
        values: impl IntoOperands<T> => Operand::Many(collected(values));
    exists, and_exists, "exists", "has a value, or has no value for `false`", ["is_null"],
        exists: bool => Operand::Exists(exists);
    like, and_like, "like", "is like the pattern, in the provider's own syntax", ["contains"],
        pattern: impl Into<String> => Operand::Like(pattern.into());
}

/// The order of the conditions does not matter.
impl<T: PartialEq> PartialEq for Filter<T> {
    fn eq(&self, other: &Self) -> bool {
        // No operator occurs twice.
        self.conditions.len() == other.conditions.len()
            && self.conditions.iter().all(|condition| other.conditions.contains(condition))
    }
}

impl<T> From<T> for Filter<T> {
    fn from(value: T) -> Self {
        Self::first("eq", Operand::One(value))
    }
}

impl From<&str> for Filter<String> {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl<V: IntoOperand<String>, const N: usize> From<[V; N]> for Filter<String> {
    fn from(values: [V; N]) -> Self {
        Self::one_of(values)
    }
}

impl<V: IntoOperand<String>> From<Vec<V>> for Filter<String> {
    fn from(values: Vec<V>) -> Self {
        Self::one_of(values)
    }
}

impl<T: Shaped> Shaped for Filter<T> {
    const SHAPE: Shape = Shape::Filter { value: &T::SHAPE, operators: OPERATORS };
}

impl<T: Serialize> Serialize for Filter<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [("eq", Operand::One(value))] = self.conditions.as_slice() {
            return value.serialize(serializer);
        }
        if self.conditions.iter().filter(|(operator, _)| *operator == ONE_OF).count() > 1 {
            return Err(S::Error::custom(TWO_LISTS));
        }
        let mut map = serializer.serialize_map(Some(self.conditions.len()))?;
        for (operator, operand) in &self.conditions {
            match operand {
                Operand::One(value) => map.serialize_entry(operator, value)?,
                Operand::Many(values) => {
                    map.serialize_entry(operator, &Unordered(list(operator, values).map_err(S::Error::custom)?))?;
                }
                Operand::Exists(exists) => map.serialize_entry(operator, exists)?,
                Operand::Like(pattern) => map.serialize_entry(operator, pattern)?,
            }
        }
        map.end()
    }
}

/// The items of a list as text. Their order has no meaning for a checkpoint.
struct Unordered(String);

impl Serialize for Unordered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(names::UNORDERED, &self.0)
    }
}

/// The items of a list as one text.
fn list<T: Serialize>(operator: &str, values: &[T]) -> Result<String, String> {
    let items: Result<Vec<Value>, _> = values.iter().map(|value| (value as &dyn Encode).to_json()).collect();
    let items = items.map_err(|error| error.to_string())?;
    if items.is_empty() {
        return Err(format!("`{operator}` has no values: it would be left out, and every record would match"));
    }
    if items.iter().any(|item| matches!(item, Value::Array(_) | Value::Object(_))) {
        return Err(format!("`{operator}` takes plain values"));
    }
    let mut text = String::new();
    joined(&items, |item| text.push_str(item))?;
    Ok(text)
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Filter<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(Value::deserialize(deserializer)?, OPERATORS).map_err(D::Error::custom)
    }
}

/// Reads a filter from its JSON form. In a query, numbers and booleans are text too.
fn read<T: DeserializeOwned>(value: Value, operators: &[&'static str]) -> Result<Filter<T>, String> {
    let Value::Object(members) = value else { return Ok(Filter::first("eq", Operand::One(one(&value)?))) };
    let mut conditions = Vec::new();
    for (name, value) in members {
        let Some(operator) = operators.iter().find(|known| **known == name) else {
            return Err(format!("unknown operator `{}`, expected one of {}", Escaped(&name), operators.join(", ")));
        };
        let operand = match (*operator, &value) {
            ("in" | "nin", Value::Array(items)) => Operand::Many(items.iter().map(one).collect::<Result<_, _>>()?),
            ("in" | "nin", plain) => {
                let text = plain_text(plain);
                Operand::Many(text.split(',').map(|item| one(&Value::from(item))).collect::<Result<_, _>>()?)
            }
            ("exists", value) => match plain_text(value).as_ref() {
                "true" => Operand::Exists(true),
                "false" => Operand::Exists(false),
                _ => return Err("`exists` takes `true` or `false`".to_owned()),
            },
            ("like", Value::String(pattern)) => Operand::Like(pattern.clone()),
            ("like", _) => return Err("`like` takes a string".to_owned()),
            (_, value) => Operand::One(one(value)?),
        };
        conditions.push((*operator, operand));
    }
    if conditions.is_empty() {
        Err("a filter needs at least one operator".to_owned())
    } else {
        Ok(Filter { conditions })
    }
}

/// Reads a value, or the number or boolean that its text spells.
fn one<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    let error = match T::deserialize(Plain(value.clone())) {
        Ok(read) => return Ok(read),
        Err(error) => error,
    };
    let spelt = value.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let spelt = spelt.filter(|spelt| spelt.is_number() || spelt.is_boolean());
    spelt.and_then(|spelt| T::deserialize(Plain(spelt)).ok()).ok_or_else(|| error.to_string())
}
