//! Which records a list holds, and in which order: what its query asks for, judged on the records that are kept.
//!
//! A condition that cannot be judged is either refused with the way out, or ignored as the API does it: a test that looks
//! for nothing finds nothing, and would pass for that reason alone.

mod compare;
mod moment;
mod read;

use std::cmp::{Ordering, Reverse};

use serde_json::{Map, Value};

use self::compare::Key;
pub(crate) use self::read::read;
use crate::answer::refusal::Failure;
use crate::api::endpoints::Item;

/// How a member is compared with the text of a query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum As {
    /// As what the record holds.
    #[default]
    Held,
    /// As numbers, also where the record holds one as text.
    Number,
    /// As moments, in whatever form each is written.
    Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    Nin,
    Exists,
    Like,
    /// A text anywhere in the record.
    Search,
}

/// One condition on a member of each record.
#[derive(Clone, Debug)]
struct Condition {
    /// As the query spells it: `status[in]`.
    name: String,
    path: Vec<String>,
    operator: Operator,
    operands: Vec<String>,
    compared: As,
}

/// One step of the order.
#[derive(Clone, Debug)]
struct Step {
    /// As the query spells it: `sort_by[name]`.
    name: String,
    path: Vec<String>,
    descends: bool,
}

/// What the query of a list asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    conditions: Vec<Condition>,
    order: Vec<Step>,
    /// What stands in the query and is neither.
    unreadable: Vec<Failure>,
    /// Members that an endpoint of the resource writes: a record may have them, although none does by now.
    written: Vec<Vec<String>>,
    strict: bool,
}

impl Selection {
    /// Puts the records in order, and says of each whether the list holds it.
    ///
    /// # Errors
    /// Every condition that cannot be judged, where such are refused.
    pub(crate) fn judge(&self, items: &mut [Item]) -> Result<Vec<bool>, Vec<Failure>> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let mut failures: Vec<Failure> = self.unreadable.clone();
        let usable = |name: &str, path: &[String], failures: &mut Vec<Failure>| match self.problem(path, items) {
            None => true,
            Some(problem) => {
                failures.push(Failure::new(name, problem));
                false
            }
        };
        let mut order: Vec<&Step> = Vec::new();
        for step in &self.order {
            if usable(&step.name, &step.path, &mut failures) {
                order.push(step);
            }
        }
        let mut conditions: Vec<Condition> = Vec::new();
        for condition in &self.conditions {
            let mut condition = condition.clone();
            if condition.operator == Operator::Search {
                if !self.is_known(&condition.path, items) {
                    conditions.push(condition);
                    continue;
                }
                condition.operator = Operator::Eq;
            }
            if !usable(&condition.name, &condition.path, &mut failures) {
                continue;
            }
            match items.iter().find_map(|item| condition.misfit(item)) {
                None => conditions.push(condition),
                Some(problem) => failures.push(Failure::new(&condition.name, problem)),
            }
        }
        if self.strict && !failures.is_empty() {
            return Err(failures.into_iter().map(refused).collect());
        }
        // The last step first: where a later sort finds two records alike, it leaves them as they are.
        for step in order.iter().rev() {
            step.sort(items);
        }
        Ok(items.iter().map(|item| conditions.iter().all(|condition| condition.holds(&item.unified))).collect())
    }

    /// Why the records cannot be asked for this member.
    fn problem(&self, path: &[String], items: &[Item]) -> Option<String> {
        let dotted = path.join(".");
        let is_object = |found: &Found<'_>| found.values.iter().any(|value| value.is_object());
        if items.iter().any(|item| is_object(&found(path, &item.unified))) {
            return Some(format!("`{dotted}` is an object: name a member of it, such as `{}[id]`", spelt(path)));
        }
        if self.is_known(path, items) {
            return None;
        }
        let above = path.split_last().filter(|(_, above)| !above.is_empty());
        if let Some((last, above)) = above
            && items.iter().any(|item| found(above, &item.unified).present)
        {
            let operators = read::NAMES.join(", ");
            return Some(format!("`{last}` is neither a member of `{}` nor one of {operators}", above.join(".")));
        }
        Some(format!("none of the records kept has a `{dotted}`: `Sandbox::keep` one that has it, `null` counts"))
    }

    /// Whether a record has this member, or may be given it by an endpoint.
    fn is_known(&self, path: &[String], items: &[Item]) -> bool {
        let dotted = path.join(".");
        let path_of_written: Vec<&str> = dotted.split('.').collect();
        let may_have = |written: &Vec<String>| written.iter().zip(&path_of_written).all(|(a, b)| a == b);
        items.iter().any(|item| found(path, &item.unified).present) || self.written.iter().any(may_have)
    }
}

/// A condition that cannot be judged, with the way out.
fn refused(failure: Failure) -> Failure {
    let Failure { path, message } = failure;
    let message = format!(
        "the sandbox cannot apply `{path}`: {message}; or let it ignore such filters, as the API does \
         (`SandboxBuilder::strict_filters(false)`)"
    );
    Failure { path, message }
}

impl Condition {
    /// Why this record cannot be compared.
    fn misfit(&self, item: &Item) -> Option<String> {
        if self.operator == Operator::Exists {
            let [operand] = self.operands.as_slice() else { return Some("expected `true` or `false`".to_owned()) };
            return crate::api::query::truth(operand).is_none().then(|| "expected `true` or `false`".to_owned());
        }
        if matches!(self.operator, Operator::Like | Operator::Search) {
            return None;
        }
        let compared = self.operands.iter().filter(|operand| !operand.is_empty());
        let found = found(&self.path, &item.unified);
        for operand in compared {
            let misfit = found.values.iter().find(|value| {
                let ordering = compare::ordering(value, operand, self.compared);
                // What is of another kind is not equal; only an order, and a date that is none, makes no sense.
                ordering.is_none() && (self.is_order() || self.compared == As::Moment)
            });
            if let Some(value) = misfit {
                let id = item.unified.get("id").map(compare::text).unwrap_or_default();
                let held = compare::text(value);
                let held: String = held.chars().take(60).collect();
                return Some(format!("`{held}` of the record `{id}` cannot be compared with `{operand}`"));
            }
        }
        None
    }

    fn is_order(&self) -> bool {
        matches!(self.operator, Operator::Gt | Operator::Gte | Operator::Lt | Operator::Lte)
    }

    fn holds(&self, record: &Map<String, Value>) -> bool {
        if self.operator == Operator::Search {
            return self.operands.iter().all(|text| compare::holds_text(record, text));
        }
        let Found { values, .. } = found(&self.path, record);
        let any = |wanted: fn(Ordering) -> bool| {
            self.operands.iter().any(|operand| {
                values.iter().any(|value| compare::ordering(value, operand, self.compared).is_some_and(wanted))
            })
        };
        // A query spells `null` as an empty text.
        let equal = || any(Ordering::is_eq) || (values.is_empty() && self.operands.iter().any(String::is_empty));
        match self.operator {
            Operator::Eq | Operator::In => equal(),
            Operator::Ne | Operator::Nin => !equal(),
            Operator::Gt => any(Ordering::is_gt),
            Operator::Gte => any(Ordering::is_ge),
            Operator::Lt => any(Ordering::is_lt),
            Operator::Lte => any(Ordering::is_le),
            Operator::Exists => {
                let exists = self.operands.first().and_then(|operand| crate::api::query::truth(operand));
                exists == Some(!values.is_empty())
            }
            Operator::Like => {
                self.operands.iter().any(|pattern| values.iter().any(|value| compare::like(value, pattern)))
            }
            Operator::Search => true,
        }
    }
}

impl Step {
    /// Puts the records in this order; those without the member are last, whichever the direction.
    fn sort(&self, items: &mut [Item]) {
        let first = |item: &Item| found(&self.path, &item.unified).values.first().map(|value| (*value).clone());
        let values: Vec<Value> = items.iter().filter_map(first).collect();
        let are_moments = compare::are_moments(values.iter());
        let key = |item: &Item| first(item).map(|value| Key::of(&value, are_moments));
        if self.descends {
            items.sort_by_cached_key(|item| key(item).map_or((true, None), |key| (false, Some(Reverse(key)))));
        } else {
            items.sort_by_cached_key(|item| key(item).map_or((true, None), |key| (false, Some(key))));
        }
    }
}

/// What a record has at a path.
#[derive(Debug, Default)]
struct Found<'a> {
    /// Whether the member is there, be it `null` or an empty list.
    present: bool,
    /// Its values: those of the items of a list, and nothing for `null`.
    values: Vec<&'a Value>,
}

/// What `record` has there. A path leads through lists: `contacts[id]` is the id of each contact.
fn found<'a>(path: &[String], record: &'a Map<String, Value>) -> Found<'a> {
    let mut found = Found::default();
    follow_members(path, record, &mut found);
    found
}

fn follow_members<'a>(path: &[String], members: &'a Map<String, Value>, found: &mut Found<'a>) {
    let Some((name, rest)) = path.split_first() else { return };
    if let Some(member) = members.get(name) {
        follow(rest, member, found);
    } else if let Some((outer, inner)) = name.split_once('.') {
        // `sort_by[owner.name]` is how some write `sort_by[owner][name]`.
        let path: Vec<String> = [outer, inner].into_iter().map(str::to_owned).chain(rest.iter().cloned()).collect();
        follow_members(&path, members, found);
    }
}

fn follow<'a>(path: &[String], value: &'a Value, found: &mut Found<'a>) {
    match value {
        Value::Array(items) => {
            found.present |= path.is_empty();
            for item in items {
                follow(path, item, found);
            }
        }
        _ if path.is_empty() => {
            found.present = true;
            if !value.is_null() {
                found.values.push(value);
            }
        }
        Value::Object(members) => follow_members(path, members, found),
        _ => {}
    }
}

/// A path as a query spells it: `owner[id]`.
fn spelt(path: &[String]) -> String {
    let (first, rest) = path.split_first().map_or(("", path), |(first, rest)| (first.as_str(), rest));
    rest.iter().fold(first.to_owned(), |spelt, name| format!("{spelt}[{name}]"))
}
