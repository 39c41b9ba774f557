//! Compares the values of records: numbers as numbers, moments as moments, and text as text.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::{Map, Number, Value};

use super::{CompareAs, moment};
use crate::api::query::{parse_bool, plain_text};

/// Compares a value with an operand. `None` if they have no order.
pub(super) fn ordering(held: &Value, operand: &str, compare_as: CompareAs) -> Option<Ordering> {
    match (held, compare_as) {
        (Value::String(text), CompareAs::Held) => Some(texts(text, operand)),
        (Value::String(text), CompareAs::Number) => Some(numbers(&number(text)?, &number(operand)?)),
        (Value::String(text), CompareAs::Moment) => {
            let held = moment::from_text(text).or_else(|| moment::from_number(text.parse().ok()?));
            Some(held?.cmp(&moment::from_text(operand)?))
        }
        (Value::Number(held), _) => match number(operand) {
            Some(operand) if compare_as != CompareAs::Moment => Some(numbers(held, &operand)),
            // The operand may be a date and the value seconds, even if the filter is not declared.
            _ => Some(moment::from_number(whole(held)?)?.cmp(&moment::from_text(operand)?)),
        },
        (Value::Bool(held), _) => Some(held.cmp(&parse_bool(operand).filter(|_| !operand.is_empty())?)),
        _ => None,
    }
}

/// A value that a list is sorted by, parsed once.
#[derive(Clone, Debug)]
pub(super) enum SortKey {
    /// The record has no value.
    Missing,
    /// A moment, with its spelling.
    Moment(Option<Timestamp>, Value),
    /// A text, with its small letters.
    Text {
        small: String,
        text: String,
    },
    Other(Value),
}

impl SortKey {
    pub(super) fn new(value: Option<&Value>, are_moments: bool) -> Self {
        match value {
            None | Some(Value::Null) => Self::Missing,
            Some(value) if are_moments => Self::Moment(moment(value), value.clone()),
            Some(Value::String(text)) => Self::Text { small: text.to_lowercase(), text: text.clone() },
            Some(other) => Self::Other(other.clone()),
        }
    }

    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// The value, or `null`.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Missing => Value::Null,
            Self::Text { text, .. } => Value::from(text.as_str()),
            Self::Moment(_, value) | Self::Other(value) => value.clone(),
        }
    }

    /// The total order of values. Numbers come before text, and text before booleans.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let rank = |key: &Self| match key {
            Self::Other(Value::Number(_)) => 0,
            Self::Text { .. } => 1,
            Self::Other(Value::Bool(_)) => 2,
            _ => 3,
        };
        match (self, other) {
            (Self::Moment(a, _), Self::Moment(b, _)) => a.cmp(b),
            // `numbers` is not an order: a fraction may equal two different integers.
            (Self::Other(Value::Number(a)), Self::Other(Value::Number(b))) => {
                inexact(a, b).then_with(|| integer(a).cmp(&integer(b)))
            }
            (Self::Text { small: a, text: x }, Self::Text { small: b, text: y }) => a.cmp(b).then_with(|| x.cmp(y)),
            (Self::Other(Value::Bool(a)), Self::Other(Value::Bool(b))) => a.cmp(b),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

/// Whether all values are moments. Numbers alone are not.
pub(super) fn are_moments<'a>(mut values: impl Iterator<Item = &'a Value> + Clone) -> bool {
    values.clone().any(Value::is_string) && values.all(|value| moment(value).is_some())
}

fn moment(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => moment::from_text(text),
        Value::Number(number) => moment::from_number(whole(number)?),
        _ => None,
    }
}

/// Compares two texts, as moments if both are.
fn texts(held: &str, operand: &str) -> Ordering {
    match (moment::from_text(held), moment::from_text(operand)) {
        (Some(held), Some(operand)) => held.cmp(&operand),
        _ => held.cmp(operand),
    }
}

/// Compares two numbers. Integers are compared exactly, because an id may have more digits than an `f64`.
fn numbers(a: &Number, b: &Number) -> Ordering {
    inexact(a, b).then_with(|| match (integer(a), integer(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => Ordering::Equal,
    })
}

fn inexact(a: &Number, b: &Number) -> Ordering {
    let inexact = |number: &Number| number.as_f64().unwrap_or_default();
    inexact(a).partial_cmp(&inexact(b)).unwrap_or(Ordering::Equal)
}

fn integer(number: &Number) -> Option<i128> {
    number.to_string().parse().ok()
}

fn number(text: &str) -> Option<Number> {
    serde_json::from_str(text.trim()).ok()
}

#[expect(clippy::cast_possible_truncation, reason = "records of tests do not differ by fractions of a second")]
fn whole(number: &Number) -> Option<i64> {
    number.as_i64().or_else(|| number.as_f64().filter(|number| number.abs() < 1e15).map(|number| number as i64))
}

/// Whether a value matches the pattern, in any case. `%` and `*` match anything. A pattern without them matches anywhere.
pub(super) fn like(held: &Value, pattern: &str) -> bool {
    let (held, pattern) = (plain_text(held).to_lowercase(), pattern.to_lowercase());
    let mut parts = pattern.split(['%', '*']);
    let first = parts.next().unwrap_or_default();
    let Some(last) = parts.next_back() else { return held.contains(first) };
    let Some(mut rest) = held.strip_prefix(first) else { return false };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Whether a record contains the text anywhere, in any case.
pub(super) fn contains_text(record: &Map<String, Value>, wanted: &str) -> bool {
    let wanted = wanted.to_lowercase();
    record.values().any(|value| value_contains(value, &wanted))
}

fn value_contains(value: &Value, wanted: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| value_contains(item, wanted)),
        Value::Object(members) => members.values().any(|member| value_contains(member, wanted)),
        Value::Null => false,
        plain => plain_text(plain).to_lowercase().contains(wanted),
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use serde_json::{Value, json};

    use super::{CompareAs, SortKey, are_moments, like, ordering};

    #[test]
    fn a_value_is_compared_by_its_type_or_as_declared() {
        for (held, operand, compared, expected) in [
            (json!(10), "9", CompareAs::Held, Some(Greater)),
            (json!(10), "9", CompareAs::Number, Some(Greater)),
            (json!("10"), "9", CompareAs::Number, Some(Greater)),
            (json!("10"), "9", CompareAs::Held, Some(Less)),
            (json!("10"), "10.0", CompareAs::Number, Some(Equal)),
            (json!(9_007_199_254_740_993_u64), "9007199254740992", CompareAs::Held, Some(Greater)),
            (json!(1.5), "1.5", CompareAs::Held, Some(Equal)),
            (json!("abc"), "9", CompareAs::Number, None),
            (json!(true), "true", CompareAs::Held, Some(Equal)),
            (json!(true), "yes", CompareAs::Held, None),
            (json!(false), "", CompareAs::Held, None),
            (json!("2024-01-01T00:00:00Z"), "2024-01-01", CompareAs::Moment, Some(Equal)),
            (json!("2024-01-01"), "2023-12-31T23:00:00-01:00", CompareAs::Held, Some(Equal)),
            (json!(1_704_067_200), "2024-01-01", CompareAs::Moment, Some(Equal)),
            (json!("1704067200000"), "2024-01-01", CompareAs::Moment, Some(Equal)),
            (json!("soon"), "2024-01-01", CompareAs::Moment, None),
            (json!("Open"), "open", CompareAs::Held, Some(Less)),
            (json!({}), "", CompareAs::Held, None),
        ] {
            assert_eq!(ordering(&held, operand, compared), expected, "{held} {operand} {compared:?}");
        }
    }

    #[test]
    fn values_are_sorted_as_people_read_them() {
        let in_order = |mut held: Vec<Value>| {
            let are_moments = are_moments(held.iter());
            let key = |value: &Value| SortKey::new(Some(value), are_moments);
            held.sort_by(|a, b| key(a).compare(&key(b)));
            Value::from(held)
        };
        let held = vec![json!(true), json!("b"), json!("A"), json!(10), json!(9.5), json!("a"), json!(false), json!(9)];
        assert_eq!(in_order(held), json!([9, 9.5, 10, "A", "a", "b", false, true]));
        let held = vec![json!("2024-01-01T01:00:00Z"), json!(1_704_069_000), json!("2024-01-01T12:00:00+12:00")];
        assert_eq!(in_order(held), json!(["2024-01-01T12:00:00+12:00", 1_704_069_000, "2024-01-01T01:00:00Z"]));
    }

    #[test]
    fn a_pattern_has_wildcards() {
        for (held, pattern, expected) in [
            ("The printer is on fire", "printer", true),
            ("The printer is on fire", "the%FIRE", true),
            ("The printer is on fire", "*printer*", true),
            ("The printer is on fire", "printer%", false),
            ("The printer is on fire", "%fire%", true),
            ("The printer is on fire", "%is%on%", true),
            ("The printer is on fire", "%on%is%", false),
            ("aa", "aa%aa", false),
            ("aXa", "a%a", true),
            ("", "%", true),
        ] {
            assert_eq!(like(&json!(held), pattern), expected, "{held} {pattern}");
        }
        assert!(like(&json!(1207), "12%"));
    }
}
