//! The tree that a query spells, in the order of the query.
//!
//! `a[0]` may be the first item of a list or a member called `0`. The type that reads it decides, so the step is kept.

use serde_json::{Map, Value};

use super::key::Step;

/// The texts of a key, and the nodes below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct QueryNode {
    pub(super) texts: Vec<String>,
    pub(super) members: Vec<(Step, Self)>,
}

impl QueryNode {
    /// A node of one text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { texts: vec![text.into()], members: Vec::new() }
    }

    pub(super) fn insert(&mut self, steps: &[Step], text: String) {
        let Some((step, rest)) = steps.split_first() else {
            self.texts.push(text);
            return;
        };
        // `a[]` starts a new item each time. Any other step continues its node.
        let known = if *step == Step::Push { None } else { self.members.iter().position(|(key, _)| key == step) };
        let at = known.unwrap_or_else(|| {
            self.members.push((step.clone(), Self::default()));
            self.members.len() - 1
        });
        self.members[at].1.insert(rest, text);
    }

    /// The node at the end of these steps. A name that ends in `[]` means the whole list, or its only item.
    pub(super) fn find(&self, steps: &[Step]) -> Option<&Self> {
        match steps {
            [] => Some(self),
            [Step::Push] => match self.members.as_slice() {
                [(Step::Push, only)] if self.texts.is_empty() => Some(only),
                members => members.iter().any(|(key, _)| *key == Step::Push).then_some(self),
            },
            [step, rest @ ..] => self.members.iter().find(|(key, _)| key == step)?.1.find(rest),
        }
    }

    /// The text of this node, if it has exactly one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self.texts.as_slice() {
            [text] => Some(text),
            _ => None,
        }
    }

    /// Returns `true` for the empty text, which spells `null` in a query.
    pub(crate) fn is_empty_text(&self) -> bool {
        self.members.is_empty() && self.as_text() == Some("")
    }

    /// Returns `true` if a member has a name: then this is an object and not a list.
    pub(super) fn is_object(&self) -> bool {
        self.members.iter().any(|(step, _)| matches!(step, Step::Name(_)))
    }

    /// The members as items of a list: first the members with an index, in its order, then the others. Gaps do not count.
    pub(super) fn items(&self) -> Vec<&Self> {
        let index = |step: &Step| if let Step::Index(index) = step { u64::from(*index) } else { u64::MAX };
        let mut items: Vec<_> = self.members.iter().collect();
        items.sort_by_key(|(step, _)| index(step));
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// The members by name. The name of an item is its index, or else its position.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, &Self)> {
        self.members.iter().enumerate().map(|(position, (step, member))| match step {
            Step::Name(name) => (name.clone(), member),
            Step::Index(index) => (index.to_string(), member),
            Step::Push => (position.to_string(), member),
        })
    }

    /// Every text at or below this node, after the names that lead to it, in the order of the query.
    pub(super) fn leaves(&self, names: &[String], found: &mut Vec<(Vec<String>, String)>) {
        found.extend(self.texts.iter().map(|text| (names.to_vec(), text.clone())));
        for (name, member) in self.named() {
            let mut below = names.to_vec();
            below.push(name);
            member.leaves(&below, found);
        }
    }

    pub(super) fn to_members(&self) -> Map<String, Value> {
        self.named().map(|(name, member)| (name, member.to_json())).collect()
    }

    fn to_json(&self) -> Value {
        let texts = self.texts.iter().map(|text| Value::from(text.as_str()));
        match (self.as_text(), self.is_object()) {
            (Some(text), false) if self.members.is_empty() => Value::from(text),
            (_, false) => texts.chain(self.items().into_iter().map(Self::to_json)).collect(),
            (_, true) if self.texts.is_empty() => Value::Object(self.to_members()),
            (_, true) => texts.chain([Value::Object(self.to_members())]).collect(),
        }
    }
}
