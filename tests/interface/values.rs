//! Random values of every type that a declaration uses, each with the value that a server must read.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use truto_core::types::ReferenceTo;
use truto_core::{DateFilter, File, Filter, Json, Patch, Reference, SortBy, Timestamp, UnifiedEntity};

use crate::dice::Dice;
use crate::tree::Tree;

/// A type with random values.
pub(crate) trait Sample: Sized {
    /// Draws a value, and returns what a server must read.
    fn sample(dice: &mut Dice) -> (Self, Tree);
}

/// A list behind an alias, which the macro cannot see.
pub(crate) type Names = Vec<String>;

#[derive(UnifiedEntity)]
pub(crate) enum Kind {
    Accounts,
    Contacts,
    Leads,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Color {
    #[serde(rename = "deep red")]
    Red,
    Blue,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Id(String);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Person {
    name: String,
    email: Option<String>,
    #[serde(rename = "ageInYears")]
    age: Option<u8>,
    #[serde(default)]
    note: Patch<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Address {
    city: Option<String>,
    owner: Option<Box<Person>>,
    lines: Option<Vec<Option<String>>>,
    #[serde(default)]
    codes: Patch<Vec<u16>>,
    tags: BTreeMap<String, Option<u8>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Contact {
    Nobody,
    Mail(String),
    Phone { number: String, extension: Option<u16>, of: Option<Person> },
    Both(u8, Option<String>),
}

/// Texts that need care in an encoder.
const PIECES: &[&str] = &[
    "a", "B", "7", " ", ",", "[", "]", "&", "=", "%", "%2f", "+", "/", "\\", "\"", "\u{0}", "\u{7f}", "\n", "\r\n",
    "\t", "é", "🦀", ".", "..", "null", "#", "?", ":", ";", "\u{202e}", "{", "}", "'", "--",
];

/// Draws a text, often one that is allowed everywhere.
pub(crate) fn text(dice: &mut Dice) -> String {
    if dice.below(3) > 0 {
        return format!("x{:x}", dice.next() >> dice.below(64));
    }
    (0..dice.below(5)).map(|_| dice.pick(PIECES)).collect()
}

/// Draws a key that cannot be read as an index of a list.
pub(crate) fn key(dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => format!("k{}", text(dice)),
        1 => format!("k {}é", dice.below(4)),
        _ => format!("k{}", dice.below(4)),
    }
}

/// Draws JSON of any shape, also empty.
pub(crate) fn json(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 5 } else { 8 }) {
        0 => Value::Null,
        1 => dice.once_in(2).into(),
        2 => f64::sample(dice).0.into(),
        3 => (dice.next() >> dice.below(64)).into(),
        5 => (0..dice.below(3)).map(|_| json(dice, depth - 1)).collect(),
        6 | 7 => (0..dice.below(3)).map(|_| (key(dice), json(dice, depth - 1))).collect(),
        _ => text(dice).into(),
    }
}

impl Sample for String {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let text = text(dice);
        (text.clone(), Tree::Text(text))
    }
}

macro_rules! integers {
    ($($ty:ty),*) => {$(
        impl Sample for $ty {
            fn sample(dice: &mut Dice) -> (Self, Tree) {
                #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "any bits will do")]
                let any = dice.next() as Self;
                let value = dice.pick(&[Self::MIN, Self::MAX, 0, 1, any]);
                (value, Tree::Integer(value.into()))
            }
        }
    )*};
}

integers!(u8, u16, u32, u64, i16, i32, i64);

impl Sample for f64 {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let value =
            dice.pick(&[0.0, -0.0, 1.0, 0.1, -1.5, 1e20, 1e-7, 5e-324, f64::MAX, f64::MIN, 123_456.789, f64::NAN]);
        (value, if value.is_finite() { Tree::Float(value) } else { Tree::Broken })
    }
}

impl Sample for f32 {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let value = dice.pick(&[0.0, 1.0, 0.1, -1.5, 1e20, 1e-7, f32::MAX, f32::INFINITY]);
        // The shortest decimal text, not the digits of the value as `f64`.
        let meant = value.to_string().parse().ok().filter(|meant: &f64| meant.is_finite());
        (value, meant.map_or(Tree::Broken, Tree::Float))
    }
}

impl Sample for bool {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let value = dice.once_in(2);
        (value, Tree::Bool(value))
    }
}

impl Sample for char {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let value = dice.pick(&['a', '7', 'é', '🦀', '&', ',', '/', '\u{0}']);
        (value, Tree::text(value))
    }
}

impl Sample for Color {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        if dice.once_in(2) { (Self::Red, Tree::text("deep red")) } else { (Self::Blue, Tree::text("Blue")) }
    }
}

impl Sample for Kind {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (kind, wire) =
            dice.pick(&[(Self::Accounts, "accounts"), (Self::Contacts, "contacts"), (Self::Leads, "leads")]);
        (kind, Tree::text(wire))
    }
}

impl Sample for Id {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (text, tree) = String::sample(dice);
        (Self(text), tree)
    }
}

impl Sample for Reference {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (id, tree) = String::sample(dice);
        (Self::new(id), Tree::object([("id", Some(tree))]))
    }
}

impl<R> Sample for ReferenceTo<R> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (reference, tree) = Reference::sample(dice);
        (Self::from(reference), tree)
    }
}

impl Sample for Json {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let value = json(dice, 3);
        let tree = Tree::from(&value);
        (value, tree)
    }
}

impl Sample for Timestamp {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        match dice.below(8) {
            0 => (Self::from("yesterday"), Tree::Broken),
            1 => (Self::from(SystemTime::UNIX_EPOCH + Duration::from_secs(86_400)), Tree::text("1970-01-02T00:00:00Z")),
            _ => {
                let text = dice.pick(&["2024-02-29", "2024-01-01T00:00:00Z", "2024-01-01T12:30:00.500+02:00"]);
                (Self::from(text), Tree::text(text))
            }
        }
    }
}

/// Draws an optional member of an object.
fn optional<T: Sample>(dice: &mut Dice) -> (Option<T>, Option<Tree>) {
    if dice.once_in(2) {
        return (None, None);
    }
    let (value, tree) = T::sample(dice);
    (Some(value), Some(tree))
}

fn patch<T: Sample>(dice: &mut Dice) -> (Patch<T>, Option<Tree>) {
    match dice.below(3) {
        0 => (Patch::Leave, None),
        1 => (Patch::Clear, Some(Tree::Null)),
        _ => {
            let (value, tree) = T::sample(dice);
            (Patch::Set(value), Some(tree))
        }
    }
}

impl Sample for Person {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (name, meant_name) = String::sample(dice);
        let (email, meant_email) = optional(dice);
        let (age, meant_age) = optional(dice);
        let (note, meant_note) = patch(dice);
        let meant =
            [("name", Some(meant_name)), ("email", meant_email), ("ageInYears", meant_age), ("note", meant_note)];
        (Self { name, email, age, note }, Tree::object(meant))
    }
}

impl Sample for Address {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (city, meant_city) = optional(dice);
        let (owner, meant_owner) = optional(dice);
        let (lines, meant_lines) = optional(dice);
        let (codes, meant_codes) = patch(dice);
        let (tags, meant_tags) = Sample::sample(dice);
        let meant = [
            ("city", meant_city),
            ("owner", meant_owner),
            ("lines", meant_lines),
            ("codes", meant_codes),
            ("tags", Some(meant_tags)),
        ];
        (Self { city, owner: owner.map(Box::new), lines, codes, tags }, Tree::object(meant))
    }
}

impl Sample for Contact {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        match dice.below(4) {
            0 => (Self::Nobody, Tree::text("Nobody")),
            1 => {
                let (mail, meant) = String::sample(dice);
                (Self::Mail(mail), Tree::object([("Mail", Some(meant))]))
            }
            2 => {
                let ((first, second), meant) = Sample::sample(dice);
                (Self::Both(first, second), Tree::object([("Both", Some(meant))]))
            }
            _ => {
                let (number, meant_number) = String::sample(dice);
                let (extension, meant_extension) = optional(dice);
                let (of, meant_of) = optional(dice);
                let meant = [("number", Some(meant_number)), ("extension", meant_extension), ("of", meant_of)];
                let phone = Self::Phone { number, extension, of };
                (phone, Tree::object([("Phone", Some(Tree::object(meant)))]))
            }
        }
    }
}

/// In a list or a map, `None` is sent as `null`.
impl<T: Sample> Sample for Option<T> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (value, tree) = optional(dice);
        (value, tree.unwrap_or(Tree::Null))
    }
}

impl<T: Sample> Sample for Vec<T> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (values, trees) = (0..dice.below(4)).map(|_| T::sample(dice)).unzip();
        (values, Tree::List(trees))
    }
}

impl<A: Sample, B: Sample> Sample for (A, B) {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let ((first, meant_first), (second, meant_second)) = (A::sample(dice), B::sample(dice));
        ((first, second), Tree::List(vec![meant_first, meant_second]))
    }
}

impl<T: Sample> Sample for [T; 2] {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let ((first, second), meant) = Sample::sample(dice);
        ([first, second], meant)
    }
}

impl<T: Sample> Sample for BTreeMap<String, T> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let entries: BTreeMap<String, (T, Tree)> = (0..dice.below(4)).map(|_| (key(dice), T::sample(dice))).collect();
        let meant = entries.iter().map(|(key, (_, tree))| (key.clone(), tree.clone())).collect();
        (entries.into_iter().map(|(key, (value, _))| (key, value)).collect(), Tree::Object(meant))
    }
}

impl<T: Sample> Sample for HashMap<String, T> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (map, meant) = BTreeMap::sample(dice);
        (map.into_iter().collect(), meant)
    }
}

impl Sample for BTreeSet<u16> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let set: Self = (0..dice.below(4)).map(|_| u16::sample(dice).0).collect();
        let meant = set.iter().map(|item| Tree::Integer((*item).into())).collect();
        (set, Tree::List(meant))
    }
}

impl Sample for File {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let bytes: Vec<u8> = (0..dice.below(40)).map(|_| dice.next().to_le_bytes()[0]).collect();
        let content_type = dice.pick(&["application/pdf", "image/png", "text/csv; header=present", "nonsense"]);
        let name = dice.pick(&[None, Some("a.pdf"), Some("\"a\"\r\nX: é.pdf"), Some("")]).map(str::to_owned);
        let mut file = Self::new(bytes.clone()).content_type(content_type);
        if let Some(name) = &name {
            file = file.file_name(name);
        }
        let meant = match content_type {
            "nonsense" => Tree::Broken,
            _ => Tree::File { bytes, content_type: content_type.to_owned(), name },
        };
        (file, meant)
    }
}

/// Builds the conditions of a filter: the value if there is only equality, otherwise an object by operator.
fn conditions(all: Vec<(&str, Tree)>) -> Tree {
    match all.as_slice() {
        [("eq", value)] => value.clone(),
        _ => Tree::Object(all.into_iter().map(|(operator, value)| (operator.to_owned(), joined(value))).collect()),
    }
}

/// Sets a condition, and replaces a condition of the same operator.
fn condition(all: &mut Vec<(&'static str, Tree)>, operator: &'static str, value: Tree) {
    match all.iter_mut().find(|(known, _)| *known == operator) {
        Some(condition) => condition.1 = value,
        None => all.push((operator, value)),
    }
}

/// Joins a list of a condition with commas. Empty items and items with a comma cannot be sent.
fn joined(value: Tree) -> Tree {
    let Tree::List(items) = value else { return value };
    let items: Vec<String> = items.iter().filter_map(Tree::plain).collect();
    let is_spelt = !items.is_empty() && items.iter().all(|item| !item.is_empty() && !item.contains(','));
    if is_spelt { Tree::Text(items.join(",")) } else { Tree::Broken }
}

impl<T: Sample> Sample for Filter<T> {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let mut meant = Vec::new();
        let (value, tree) = T::sample(dice);
        let mut filter = match dice.below(3) {
            0 => {
                meant.push(("gt", tree));
                Self::gt(value)
            }
            1 => {
                let (values, trees) = <Vec<T>>::sample(dice);
                meant.push(("in", trees));
                Self::one_of(values)
            }
            _ => {
                meant.push(("eq", tree));
                Self::eq(value)
            }
        };
        for _ in 0..dice.below(3) {
            let (value, tree) = T::sample(dice);
            filter = match dice.below(6) {
                0 => {
                    condition(&mut meant, "ne", tree);
                    filter.and_ne(value)
                }
                1 => {
                    condition(&mut meant, "lte", tree);
                    filter.and_lte(value)
                }
                2 => {
                    let (values, trees): (Vec<T>, Vec<Tree>) = (0..dice.below(4)).map(|_| T::sample(dice)).unzip();
                    // Two lists of excluded values add up.
                    match meant.iter_mut().find(|(operator, _)| *operator == "nin") {
                        Some((_, Tree::List(items))) => items.extend(trees),
                        _ => meant.push(("nin", Tree::List(trees))),
                    }
                    filter.and_none_of(values)
                }
                3 => {
                    let exists = dice.once_in(2);
                    condition(&mut meant, "exists", Tree::Bool(exists));
                    filter.and_exists(exists)
                }
                4 => {
                    let (pattern, tree) = String::sample(dice);
                    condition(&mut meant, "like", tree);
                    filter.and_like(pattern)
                }
                _ => {
                    condition(&mut meant, "gt", tree);
                    filter.and_gt(value)
                }
            };
        }
        (filter, conditions(meant))
    }
}

impl Sample for DateFilter {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let (time, tree) = Timestamp::sample(dice);
        let (later, later_tree) = Timestamp::sample(dice);
        match dice.below(3) {
            0 => (Self::gte(time).and_lt(later), conditions(vec![("gte", tree), ("lt", later_tree)])),
            1 => (Self::gt(time).and_gt(later), conditions(vec![("gt", later_tree)])),
            _ => (Self::eq(time), tree),
        }
    }
}

impl Sample for SortBy {
    fn sample(dice: &mut Dice) -> (Self, Tree) {
        let first = key(dice);
        let mut meant = vec![(first.clone(), Tree::text("asc"))];
        let mut order = Self::asc(first);
        for _ in 0..dice.below(3) {
            let next = key(dice);
            meant.retain(|(known, _)| *known != next);
            meant.push((next.clone(), Tree::text("desc")));
            order = order.then_desc(next);
        }
        (order, Tree::Order(meant))
    }
}
