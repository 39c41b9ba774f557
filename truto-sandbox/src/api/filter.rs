//! Filters and sorts the records of a list by its query.
//!
//! In strict mode a condition that cannot be applied is refused. The API ignores it, but a test whose filter matches nothing
//! would then pass by accident.

mod compare;
mod moment;
mod read;

use std::cmp::Ordering;

use serde_json::{Map, Value};

use self::compare::SortKey;
pub(crate) use self::moment::from_text as moment_of;
pub(crate) use self::read::read;
use crate::answer::refusal::Failure;
use crate::api::endpoints::Item;
use crate::api::query::{parse_bool, plain_text};
use crate::state::store::Fields;

/// How a member is compared with an operand, which is text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum CompareAs {
    /// By the type of the member.
    #[default]
    Held,
    /// As numbers, even if the member is text.
    Number,
    /// As moments, in any of their forms.
    Moment,
}

#[derive(Clone, Copy, Debug)]
enum Operator {
    Eq,
    Ne,
    /// The order of the value and the operand satisfies this function.
    Order(fn(Ordering) -> bool),
    Exists,
    Like,
    /// The record contains the text anywhere.
    Search,
}

/// A condition on a member of each record.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    /// The spelling of the query, such as `status[in]`.
    name: String,
    path: Vec<String>,
    operator: Operator,
    operands: Vec<String>,
    compare_as: CompareAs,
}

/// A step of the order.
#[derive(Clone, Debug)]
struct SortStep {
    /// The spelling of the query, such as `sort_by[name]`.
    name: String,
    path: Vec<String>,
    is_descending: bool,
}

/// The conditions and the order of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    conditions: Vec<Condition>,
    order: Vec<SortStep>,
    /// Parameters that are neither a condition nor an order.
    unreadable: Vec<Failure>,
    /// Members that an endpoint of the resource writes. A filter on them is right even if no record has them yet.
    writable: Vec<Vec<String>>,
    strict: bool,
}

/// Something that a list holds: it has the members of a record.
pub(crate) trait Listed {
    /// The members, in the unified form.
    fn members(&self) -> &Map<String, Value>;
}

impl Listed for Item {
    fn members(&self) -> &Map<String, Value> {
        &self.unified
    }
}

impl Listed for Fields {
    fn members(&self) -> &Map<String, Value> {
        self
    }
}

/// All items of a list in its order.
#[derive(Debug)]
pub(crate) struct Sorted<T> {
    pub(crate) rows: Vec<Row<T>>,
    order: Vec<SortedBy>,
}

/// A step of an order that was applied.
#[derive(Clone, Copy, Debug)]
struct SortedBy {
    is_descending: bool,
    are_moments: bool,
}

/// An item of a list.
#[derive(Debug)]
pub(crate) struct Row<T> {
    pub(crate) item: T,
    /// Its place without an order, which decides between equal keys.
    index: usize,
    keys: Vec<SortKey>,
    /// Whether the conditions of the list hold.
    pub(crate) selected: bool,
}

impl<T> Row<T> {
    /// The values that the item is sorted by.
    pub(crate) fn sorted_by(&self) -> Vec<Value> {
        self.keys.iter().map(SortKey::value).collect()
    }
}

impl<T: Listed> Sorted<T> {
    /// The number of steps of the order.
    pub(crate) fn steps(&self) -> usize {
        self.order.len()
    }

    /// The number of items that are not behind this place: the place of the item with this id when it was sorted by these
    /// values. `None` if the item is gone.
    ///
    /// The values come from the cursor, so that a page goes on where the last page ended, even if its last item moved since.
    pub(crate) fn up_to(&self, id: &str, values: &[Value]) -> Option<usize> {
        let found =
            self.rows.iter().position(|row| row.item.members().get("id").and_then(Value::as_str) == Some(id))?;
        if self.order.is_empty() || values.is_empty() {
            return Some(found + 1);
        }
        let keys: Vec<SortKey> =
            values.iter().zip(&self.order).map(|(value, by)| SortKey::new(Some(value), by.are_moments)).collect();
        let index = self.rows[found].index;
        Some(
            self.rows
                .partition_point(|row| compare_keys(&row.keys, &keys, &self.order).then(row.index.cmp(&index)).is_le()),
        )
    }
}

/// Compares by all steps of an order. Items without the member come last in both directions.
fn compare_keys(one: &[SortKey], other: &[SortKey], order: &[SortedBy]) -> Ordering {
    let steps = one.iter().zip(other).zip(order);
    let compared = steps.map(|((one, other), by)| match (one.is_missing(), other.is_missing()) {
        (false, false) if by.is_descending => other.compare(one),
        (false, false) => one.compare(other),
        (one, other) => one.cmp(&other),
    });
    compared.fold(Ordering::Equal, Ordering::then)
}

impl Selection {
    /// Sorts the records, and finds out for each of them whether the list holds it.
    ///
    /// # Errors
    /// In strict mode, all conditions and sort steps that cannot be applied.
    pub(crate) fn apply<T: Listed>(&self, items: Vec<T>) -> Result<Sorted<T>, Vec<Failure>> {
        if items.is_empty() {
            return Ok(Sorted { rows: Vec::new(), order: Vec::new() });
        }
        let mut failures = self.unreadable.clone();
        let mut collect = |name: &str, checked: Result<(), String>| {
            checked.map_err(|reason| failures.push(Failure::new(name, reason))).is_ok()
        };
        let mut steps: Vec<&SortStep> = self.order.iter().collect();
        steps.retain(|step| collect(&step.name, self.check_path(&step.path, &items)));
        let mut conditions: Vec<Condition> = self.conditions.clone();
        for condition in &mut conditions {
            // A search on an existing member is an ordinary condition.
            if matches!(condition.operator, Operator::Search) && self.is_known(&condition.path, &items) {
                condition.operator = Operator::Eq;
            }
        }
        conditions.retain(|condition| collect(&condition.name, self.check(condition, &items)));
        if self.strict && !failures.is_empty() {
            return Err(failures.into_iter().map(with_help).collect());
        }
        Ok(sorted(items, &steps, &conditions))
    }

    /// Takes out the conditions on members that the provider cannot filter by. In strict mode the list is then refused.
    pub(crate) fn without(&mut self, members: &[&str], provider: &str) {
        let is_ignored = |condition: &Condition| condition.path.first().is_some_and(|name| members.contains(&&**name));
        for condition in self.conditions.extract_if(.., |condition| is_ignored(condition)) {
            let reason = format!("{provider} does not filter by `{}`, and would answer all records", condition.path[0]);
            self.unreadable.push(Failure::new(condition.name, reason));
        }
    }

    /// Returns the reason if the records cannot be compared by this condition.
    fn check(&self, condition: &Condition, items: &[impl Listed]) -> Result<(), String> {
        if matches!(condition.operator, Operator::Search) {
            return Ok(());
        }
        self.check_path(&condition.path, items)?;
        items.iter().try_for_each(|item| condition.check(item))
    }

    /// Returns the reason if the records have no plain value at this path.
    fn check_path(&self, path: &[String], items: &[impl Listed]) -> Result<(), String> {
        let dotted = path.join(".");
        let is_object = |member: &Member<'_>| member.values.iter().any(|value| value.is_object());
        if items.iter().any(|item| is_object(&Member::find(path, item.members()))) {
            return Err(format!("`{dotted}` is an object: name a member of it, such as `{}[id]`", bracketed(path)));
        }
        if self.is_known(path, items) {
            return Ok(());
        }
        let parent = path.split_last().filter(|(_, parent)| !parent.is_empty());
        if let Some((last, parent)) = parent
            && items.iter().any(|item| Member::find(parent, item.members()).is_present)
        {
            let operators = read::OPERATORS.map(|(name, _)| name)[..read::DOCUMENTED].join(", ");
            return Err(format!("`{last}` is neither a member of `{}` nor one of {operators}", parent.join(".")));
        }
        Err(format!("no record has a `{dotted}`: add a record with it by `Sandbox::keep`, `null` is enough"))
    }

    /// Whether a record has this member, or an endpoint can write it.
    fn is_known(&self, path: &[String], items: &[impl Listed]) -> bool {
        let dotted = path.join(".");
        let names: Vec<&str> = dotted.split('.').collect();
        let is_prefix = |writable: &Vec<String>| writable.iter().zip(&names).all(|(a, b)| a == b);
        items.iter().any(|item| Member::find(path, item.members()).is_present) || self.writable.iter().any(is_prefix)
    }
}

/// Adds the way out to a condition that cannot be applied.
fn with_help(failure: Failure) -> Failure {
    let Failure { path, message } = failure;
    let message = format!(
        "the sandbox cannot apply `{path}`: {message}; or let it ignore such filters, as the API does \
         (`SandboxBuilder::strict_filters(false)`)"
    );
    Failure { path, message }
}

impl Condition {
    /// A condition on rows that have no contract. `None` if there is no such operator.
    pub(crate) fn on(path: Vec<String>, operator: &str, operands: Vec<String>) -> Option<Self> {
        let (_, operator) = read::OPERATORS.into_iter().find(|(name, _)| *name == operator)?;
        Some(Self { name: String::new(), path, operator, operands, compare_as: CompareAs::Held })
    }

    /// Returns the reason if this record cannot be compared.
    fn check(&self, item: &impl Listed) -> Result<(), String> {
        match self.operator {
            Operator::Exists if self.expected_presence().is_none() => {
                return Err("expected `true` or `false`".to_owned());
            }
            // Values of different kinds are not equal, but they have no order. A moment is always compared by order.
            Operator::Order(_) => {}
            Operator::Eq | Operator::Ne if self.compare_as == CompareAs::Moment => {}
            _ => return Ok(()),
        }
        let member = Member::find(&self.path, item.members());
        for operand in self.operands.iter().filter(|operand| !operand.is_empty()) {
            let is_incomparable = |value: &&&Value| compare::ordering(value, operand, self.compare_as).is_none();
            if let Some(value) = member.values.iter().find(is_incomparable) {
                let id = item.members().get("id").map(plain_text).unwrap_or_default();
                let held: String = plain_text(value).chars().take(60).collect();
                return Err(format!("`{held}` of the record `{id}` cannot be compared with `{operand}`"));
            }
        }
        Ok(())
    }

    /// The operand of [`Operator::Exists`].
    fn expected_presence(&self) -> Option<bool> {
        let [operand] = self.operands.as_slice() else { return None };
        parse_bool(operand)
    }

    pub(crate) fn holds(&self, record: &Map<String, Value>) -> bool {
        let Member { values, .. } = Member::find(&self.path, record);
        let any = |wanted: fn(Ordering) -> bool| {
            self.operands.iter().any(|operand| {
                values.iter().any(|value| compare::ordering(value, operand, self.compare_as).is_some_and(wanted))
            })
        };
        // An empty operand stands for `null`.
        let equal = || any(Ordering::is_eq) || (values.is_empty() && self.operands.iter().any(String::is_empty));
        match self.operator {
            Operator::Eq => equal(),
            Operator::Ne => !equal(),
            Operator::Order(wanted) => any(wanted),
            Operator::Exists => self.expected_presence() == Some(!values.is_empty()),
            Operator::Like => {
                self.operands.iter().any(|pattern| values.iter().any(|value| compare::like(value, pattern)))
            }
            Operator::Search => self.operands.iter().all(|text| compare::contains_text(record, text)),
        }
    }
}

/// Sorts the items by the steps, and applies the conditions.
fn sorted<T: Listed>(items: Vec<T>, steps: &[&SortStep], conditions: &[Condition]) -> Sorted<T> {
    let order: Vec<SortedBy> = steps
        .iter()
        .map(|step| SortedBy {
            is_descending: step.is_descending,
            are_moments: compare::are_moments(items.iter().filter_map(|item| step.first(item.members()))),
        })
        .collect();
    let row = |(index, item): (usize, T)| {
        let key = |(step, by): (&&SortStep, &SortedBy)| SortKey::new(step.first(item.members()), by.are_moments);
        let keys = steps.iter().zip(&order).map(key).collect();
        let selected = conditions.iter().all(|condition| condition.holds(item.members()));
        Row { item, index, keys, selected }
    };
    let mut rows: Vec<Row<T>> = items.into_iter().enumerate().map(row).collect();
    if !order.is_empty() {
        rows.sort_by(|one, other| compare_keys(&one.keys, &other.keys, &order));
    }
    Sorted { rows, order }
}

impl SortStep {
    fn first<'a>(&self, record: &'a Map<String, Value>) -> Option<&'a Value> {
        Member::find(&self.path, record).values.first().copied()
    }
}

/// A member of a record.
#[derive(Debug, Default)]
struct Member<'a> {
    /// Whether the record has the member, even if it is `null` or an empty list.
    is_present: bool,
    /// The values of the member: the items of a list, and no value for `null`.
    values: Vec<&'a Value>,
}

impl<'a> Member<'a> {
    /// Finds the member at a path. A path leads through lists: `contacts[id]` is the id of each contact.
    fn find(path: &[String], record: &'a Map<String, Value>) -> Self {
        let mut member = Self::default();
        member.follow_object(path, record);
        member
    }

    fn follow_object(&mut self, path: &[String], object: &'a Map<String, Value>) {
        let Some((name, rest)) = path.split_first() else { return };
        if let Some(value) = object.get(name) {
            self.follow(rest, value);
        } else if let Some((outer, inner)) = name.split_once('.') {
            // `sort_by[owner.name]` is another spelling of `sort_by[owner][name]`.
            let path: Vec<String> = [outer, inner].into_iter().map(str::to_owned).chain(rest.iter().cloned()).collect();
            self.follow_object(&path, object);
        }
    }

    fn follow(&mut self, path: &[String], value: &'a Value) {
        match value {
            Value::Array(items) => {
                self.is_present |= path.is_empty();
                for item in items {
                    self.follow(path, item);
                }
            }
            _ if path.is_empty() => {
                self.is_present = true;
                self.values.extend(Some(value).filter(|value| !value.is_null()));
            }
            Value::Object(members) => self.follow_object(path, members),
            _ => {}
        }
    }
}

/// Spells a path as a query does: `owner[id]`.
fn bracketed(path: &[String]) -> String {
    let (first, rest) = path.split_first().map_or(("", path), |(first, rest)| (first.as_str(), rest));
    rest.iter().fold(first.to_owned(), |spelling, name| format!("{spelling}[{name}]"))
}
