//! What a record holds beside the text of a query: numbers as numbers, moments as moments, and text as text.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::{Map, Number, Value};

use super::{As, moment};

/// How `held` stands to `operand`; `None` where the two have nothing in common.
pub(super) fn ordering(held: &Value, operand: &str, compared: As) -> Option<Ordering> {
    match (held, compared) {
        (Value::String(text), As::Held) => Some(texts(text, operand)),
        (Value::String(text), As::Number) => Some(numbers(&number(text)?, &number(operand)?)),
        (Value::String(text), As::Moment) => {
            let held = moment::of_text(text).or_else(|| moment::of_number(text.parse().ok()?));
            Some(held?.cmp(&moment::of_text(operand)?))
        }
        (Value::Number(held), As::Moment) => Some(moment::of_number(whole(held)?)?.cmp(&moment::of_text(operand)?)),
        (Value::Number(held), _) => match number(operand) {
            Some(operand) => Some(numbers(held, &operand)),
            // An undeclared condition may be a date, and the record have seconds.
            None => Some(moment::of_number(whole(held)?)?.cmp(&moment::of_text(operand)?)),
        },
        (Value::Bool(held), _) => Some(held.cmp(&crate::api::query::truth(operand).filter(|_| !operand.is_empty())?)),
        _ => None,
    }
}

/// What a value is put in order by. A number comes before text, and that before a boolean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Moment(Timestamp),
    Number(Total),
    /// Without its case first, as people read a list.
    Text(String, String),
    Boolean(bool),
    Other,
}

/// Numbers, of which every two have an order.
#[derive(Clone, Debug)]
pub(super) struct Total(Number);

impl Ord for Total {
    fn cmp(&self, other: &Self) -> Ordering {
        // Not `numbers`: a fraction may equal two whole numbers that differ.
        inexact(&self.0, &other.0).then_with(|| integer(&self.0).cmp(&integer(&other.0)))
    }
}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Total {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Total {}

impl Key {
    /// The key of a value of a member, all of whose values are moments or not.
    pub(super) fn of(value: &Value, are_moments: bool) -> Self {
        match value {
            _ if are_moments => moment(value).map_or(Self::Other, Self::Moment),
            Value::Number(number) => Self::Number(Total(number.clone())),
            Value::String(text) => Self::Text(text.to_lowercase(), text.clone()),
            Value::Bool(held) => Self::Boolean(*held),
            _ => Self::Other,
        }
    }
}

/// Whether these are moments: each names one, and not all of them are numbers.
pub(super) fn are_moments<'a>(values: impl Iterator<Item = &'a Value> + Clone) -> bool {
    values.clone().any(Value::is_string) && values.into_iter().all(|value| moment(value).is_some())
}

fn moment(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => moment::of_text(text),
        Value::Number(number) => moment::of_number(whole(number)?),
        _ => None,
    }
}

/// Two texts, which are moments where both name one.
fn texts(held: &str, operand: &str) -> Ordering {
    moments(held, operand).unwrap_or_else(|| held.cmp(operand))
}

fn moments(a: &str, b: &str) -> Option<Ordering> {
    Some(moment::of_text(a)?.cmp(&moment::of_text(b)?))
}

/// Two numbers: whole ones exactly, as an id may have more digits than an `f64`.
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

#[expect(clippy::cast_possible_truncation, reason = "a fraction of a second tells no two records of a test apart")]
fn whole(number: &Number) -> Option<i64> {
    number.as_i64().or_else(|| number.as_f64().filter(|number| number.abs() < 1e15).map(|number| number as i64))
}

/// Whether the text of a value is like the pattern, in which `%` and `*` stand for anything. One without them may stand
/// anywhere. Case does not count.
pub(super) fn like(held: &Value, pattern: &str) -> bool {
    let (held, pattern) = (text(held).to_lowercase(), pattern.to_lowercase());
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

/// Whether a text stands anywhere in a record, whatever its case.
pub(super) fn holds_text(record: &Map<String, Value>, wanted: &str) -> bool {
    let wanted = wanted.to_lowercase();
    record.values().any(|value| value_holds(value, &wanted))
}

fn value_holds(value: &Value, wanted: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| value_holds(item, wanted)),
        Value::Object(members) => members.values().any(|member| value_holds(member, wanted)),
        Value::Null => false,
        plain => text(plain).to_lowercase().contains(wanted),
    }
}

/// The text of a plain value.
pub(super) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use serde_json::{Value, json};

    use super::{As, Key, are_moments, like, ordering};

    #[test]
    fn what_is_held_says_how_it_is_compared() {
        for (held, operand, compared, expected) in [
            (json!(10), "9", As::Held, Some(Greater)),
            (json!(10), "9", As::Number, Some(Greater)),
            (json!("10"), "9", As::Number, Some(Greater)),
            (json!("10"), "9", As::Held, Some(Less)),
            (json!("10"), "10.0", As::Number, Some(Equal)),
            (json!(9_007_199_254_740_993_u64), "9007199254740992", As::Held, Some(Greater)),
            (json!(1.5), "1.5", As::Held, Some(Equal)),
            (json!("abc"), "9", As::Number, None),
            (json!(true), "true", As::Held, Some(Equal)),
            (json!(true), "yes", As::Held, None),
            (json!(false), "", As::Held, None),
            (json!("2024-01-01T00:00:00Z"), "2024-01-01", As::Moment, Some(Equal)),
            (json!("2024-01-01"), "2023-12-31T23:00:00-01:00", As::Held, Some(Equal)),
            (json!(1_704_067_200), "2024-01-01", As::Moment, Some(Equal)),
            (json!("1704067200000"), "2024-01-01", As::Moment, Some(Equal)),
            (json!("soon"), "2024-01-01", As::Moment, None),
            (json!("Open"), "open", As::Held, Some(Less)),
            (json!({}), "", As::Held, None),
        ] {
            assert_eq!(ordering(&held, operand, compared), expected, "{held} {operand} {compared:?}");
        }
    }

    #[test]
    fn records_are_put_in_order_as_people_read_them() {
        let in_order = |mut held: Vec<Value>| {
            let are_moments = are_moments(held.iter());
            held.sort_by_key(|value| Key::of(value, are_moments));
            Value::from(held)
        };
        let held = vec![json!(true), json!("b"), json!("A"), json!(10), json!(9.5), json!("a"), json!(false), json!(9)];
        assert_eq!(in_order(held), json!([9, 9.5, 10, "A", "a", "b", false, true]));
        let held = vec![json!("2024-01-01T01:00:00Z"), json!(1_704_069_000), json!("2024-01-01T12:00:00+12:00")];
        assert_eq!(in_order(held), json!(["2024-01-01T12:00:00+12:00", 1_704_069_000, "2024-01-01T01:00:00Z"]));
    }

    #[test]
    fn a_pattern_has_places_for_anything() {
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
