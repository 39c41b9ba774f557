//! The tree that a query spells. Whether `a[0]` is the first item of a list or a member called `0` is open until somebody
//! reads it: both are kept apart from `a[]`, and in the order of the query.

use serde_json::{Map, Value};

use super::key::Step;

/// What is said under one key: the texts that stand there, and what is below.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spelt {
    pub(super) texts: Vec<String>,
    pub(super) members: Vec<(Step, Self)>,
}

impl Spelt {
    /// One text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { texts: vec![text.into()], members: Vec::new() }
    }

    pub(super) fn insert(&mut self, steps: &[Step], text: String) {
        let Some((step, rest)) = steps.split_first() else {
            self.texts.push(text);
            return;
        };
        // `a[]` starts a new item each time; every other step goes on where it was.
        let known = if *step == Step::Push { None } else { self.members.iter().position(|(key, _)| key == step) };
        let at = known.unwrap_or_else(|| {
            self.members.push((step.clone(), Self::default()));
            self.members.len() - 1
        });
        self.members[at].1.insert(rest, text);
    }

    /// What is said at the end of these steps. A name that ends in `[]` means the whole list, or its only item.
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

    /// The one text that this is, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self.texts.as_slice() {
            [text] => Some(text),
            _ => None,
        }
    }

    /// Whether this is the empty text, which is how a query spells `null`.
    pub(crate) fn is_empty_text(&self) -> bool {
        self.members.is_empty() && self.as_text() == Some("")
    }

    /// Whether some member has a name, so that the whole is no list.
    pub(super) fn is_object(&self) -> bool {
        self.members.iter().any(|(step, _)| matches!(step, Step::Name(_)))
    }

    /// The members as items of a list: those of an index in its order, and then the others. Gaps do not count.
    pub(super) fn items(&self) -> Vec<&Self> {
        let index = |step: &Step| if let Step::Index(index) = step { u64::from(*index) } else { u64::MAX };
        let mut items: Vec<_> = self.members.iter().collect();
        items.sort_by_key(|(step, _)| index(step));
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// The members by name: an index is one, and an item without one has its position.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, &Self)> {
        self.members.iter().enumerate().map(|(position, (step, member))| match step {
            Step::Name(name) => (name.clone(), member),
            Step::Index(index) => (index.to_string(), member),
            Step::Push => (position.to_string(), member),
        })
    }

    /// Every text at or below this place, behind the names that lead to it, in the order of the query.
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
