//! Random calls of the setters of a builder, and the request that they should produce.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use truto_core::saved::SavedCall;
use truto_core::scope::AccountScope;
use truto_core::{Account, Call, Endpoint, Error, Json, Patch};

use crate::case::{Case, Field, Grows, Place, Style};
use crate::dice::Dice;
use crate::server::Server;
use crate::tree::Tree;
use crate::values::{Sample, json, key, text};

/// A way to send the request of a builder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    Builder,
    Call,
    Struct,
    /// As a struct that was serialized as JSON and deserialized.
    Json,
    /// As a call that was saved, written as text, and read by another process.
    Saved,
}

/// Values that the setters of each field received and that were not replaced.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    Nothing,
    Cleared,
    Value(Tree),
}

/// Common parameters that were set.
#[derive(Debug, Default)]
pub(crate) struct Common {
    pub(crate) exclude_fields: Vec<String>,
    pub(crate) remote_query: Vec<(String, Tree)>,
    pub(crate) remote_data: Option<Tree>,
    /// Parameters with one plain value, by name.
    pub(crate) plain: Vec<(&'static str, Tree)>,
}

/// A run of a case.
pub(crate) struct Script {
    pub(crate) case: &'static Case,
    pub(crate) way: Way,
    pub(crate) given: Vec<Given>,
    pub(crate) common: Common,
    /// Reason why the request cannot be serialized as JSON.
    pub(crate) unwritable: Option<String>,
    /// Source of the calls, for the report of a failure.
    pub(crate) calls: Vec<String>,
    dice: Dice,
    steps: usize,
    server: Rc<RefCell<Server>>,
}

impl Script {
    pub(crate) fn new(case: &'static Case, seed: u64, server: Rc<RefCell<Server>>) -> Self {
        let mut dice = Dice(seed);
        let way = dice.pick(&[Way::Builder, Way::Builder, Way::Call, Way::Struct, Way::Json, Way::Saved]);
        Self {
            case,
            way,
            given: case.fields.iter().map(|_| Given::Nothing).collect(),
            common: Common::default(),
            unwritable: None,
            calls: Vec::new(),
            steps: dice.below(10),
            dice,
            server,
        }
    }

    /// Picks the next call: an index of the fields' setters, or after them of the common setters.
    pub(crate) fn step(&mut self, fields: usize, common: usize) -> Option<usize> {
        // A struct cannot hold common parameters.
        let has_common = matches!(self.way, Way::Builder | Way::Call | Way::Saved);
        let choices = if has_common { fields + common } else { fields };
        if self.steps == 0 || choices == 0 {
            // Some calls are left for the next stage of the builder.
            self.steps = self.dice.below(10);
            return None;
        }
        self.steps -= 1;
        Some(self.dice.below(choices))
    }

    /// Draws a value for the setter of this field.
    pub(crate) fn set<T: Sample>(&mut self, index: usize) -> T {
        let (value, meant) = T::sample(&mut self.dice);
        self.give(index, meant);
        value
    }

    /// Draws items for the setter of this field.
    pub(crate) fn add<T: Sample>(&mut self, index: usize) -> Vec<T> {
        self.set::<Vec<T>>(index)
    }

    /// Draws an optional value for the setter of this field. `None` changes nothing.
    pub(crate) fn maybe<T: Sample>(&mut self, index: usize) -> Option<T> {
        self.dice.once_in(2).then(|| self.set(index))
    }

    /// Draws a patch for the setters of this field. `Leave` changes nothing.
    pub(crate) fn patch<T: Sample>(&mut self, index: usize) -> Patch<T> {
        match self.dice.below(3) {
            0 => Patch::Leave,
            1 => {
                self.clear(index);
                Patch::Clear
            }
            _ => Patch::Set(self.set(index)),
        }
    }

    /// Sets the entity that is known at compile time.
    pub(crate) fn mark<M>(&mut self, index: usize, marker: M, wire: &str) -> M {
        self.give(index, Tree::text(wire));
        marker
    }

    pub(crate) fn clear(&mut self, index: usize) {
        self.note("clear", self.case.fields[index].name, &Tree::Null);
        self.given[index] = Given::Cleared;
    }

    fn give(&mut self, index: usize, meant: Tree) {
        let field = &self.case.fields[index];
        self.note("set", field.name, &meant);
        let before = std::mem::replace(&mut self.given[index], Given::Nothing);
        self.given[index] = Given::Value(match before {
            Given::Value(before) => added(field.grows, before, meant),
            Given::Nothing | Given::Cleared => {
                let default = field.default.map(|default| default()).filter(|_| field.grows != Grows::Not);
                default.map_or_else(|| meant.clone(), |default| added(field.grows, default, meant.clone()))
            }
        });
    }

    fn note(&mut self, what: &str, name: &str, value: &Tree) {
        self.calls.push(format!("{what} {name}: {value:?}"));
    }

    pub(crate) fn exclude_fields(&mut self) -> Vec<String> {
        let names = <Vec<String>>::sample(&mut self.dice).0;
        self.common.exclude_fields.extend(names.iter().cloned());
        self.note("common", "exclude_fields", &Tree::List(names.iter().map(Tree::text).collect()));
        names
    }

    pub(crate) fn remote_query(&mut self) -> (String, Json) {
        let (name, value) = (key(&mut self.dice), json(&mut self.dice, 2));
        self.common.remote_query.retain(|(known, _)| *known != name);
        self.common.remote_query.push((name.clone(), Tree::from(&value)));
        self.note("common", &format!("remote_query {name:?}"), &Tree::from(&value));
        (name, value)
    }

    pub(crate) fn remote_data(&mut self) -> Json {
        let members = (0..self.dice.below(3)).map(|_| (key(&mut self.dice), json(&mut self.dice, 2)));
        let data = Json::Object(members.collect());
        self.common.remote_data = Some(Tree::from(&data));
        self.note("common", "remote_data", &Tree::from(&data));
        data
    }

    pub(crate) fn ignore_remote_data(&mut self) -> bool {
        self.plain("truto_ignore_remote_data")
    }

    pub(crate) fn limit(&mut self) -> u32 {
        self.plain("limit")
    }

    pub(crate) fn ignore_limit(&mut self) -> bool {
        self.plain("truto_ignore_limit")
    }

    pub(crate) fn key_by(&mut self) -> String {
        self.plain("truto_key_by")
    }

    /// Sets a cursor. An empty cursor means the first page and is not sent.
    pub(crate) fn next_cursor(&mut self) -> String {
        let cursor = format!("c{}", text(&mut self.dice));
        self.set_plain("next_cursor", Tree::text(&cursor));
        cursor
    }

    fn plain<T: Sample>(&mut self, name: &'static str) -> T {
        let (value, meant) = T::sample(&mut self.dice);
        self.set_plain(name, meant);
        value
    }

    fn set_plain(&mut self, name: &'static str, meant: Tree) {
        self.note("common", name, &meant);
        self.common.plain.retain(|(known, _)| *known != name);
        self.common.plain.push((name, meant));
    }

    /// Returns the entity of the request.
    pub(crate) fn entity(&self) -> Option<String> {
        let entity = self.case.fields.iter().position(Field::is_entity)?;
        match &self.given[entity] {
            Given::Value(tree) => tree.plain(),
            Given::Nothing | Given::Cleared => None,
        }
    }

    /// Returns the texts of secret fields, except for texts that an error about the entity has to show.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let secret = self.case.fields.iter().zip(&self.given).filter(|(field, _)| field.secret);
        let texts =
            secret.flat_map(|(_, given)| if let Given::Value(tree) = given { tree.texts() } else { Vec::new() });
        texts.filter(|text| !["accounts", "contacts", "leads"].contains(&text.as_str())).collect()
    }

    pub(crate) fn account(&self) -> Account {
        self.server.borrow().account.clone()
    }

    pub(crate) fn wait<T>(&self, sending: impl Future<Output = Result<T, Error>>) -> Result<(), Error> {
        self.server.borrow().runtime.block_on(sending).map(drop)
    }

    /// Sends a call with more common parameters.
    pub(crate) fn call<E: Endpoint<Scope = AccountScope>>(&mut self, mut call: Call<E>) -> Result<(), Error> {
        for _ in 0..self.dice.below(3) {
            call = match self.dice.below(3) {
                0 => call.exclude_fields(self.exclude_fields()),
                1 => call.ignore_remote_data(self.ignore_remote_data()),
                _ => {
                    let (name, value) = self.remote_query();
                    call.remote_query(name, value)
                }
            };
        }
        if self.way == Way::Saved { self.saved(&call) } else { self.wait(call.send(&self.account())) }
    }

    /// Sends a call that was saved, written and read.
    fn saved<E: Endpoint<Scope = AccountScope>>(&self, call: &Call<E>) -> Result<(), Error> {
        let saved = call.save()?;
        let text = serde_json::to_string(&saved).unwrap();
        let read: SavedCall = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!((&read, serde_json::to_string(&read).unwrap()), (&saved, text));
        assert_eq!(read.identity(), call.save()?.identity());
        let has_secret =
            self.secrets().iter().any(|secret| secret.len() > 3 && format!("{read:?}").contains(secret.as_str()));
        assert!(!has_secret, "{read:?}");
        self.wait(read.send(&self.account()))
    }

    /// Sends a request that was converted to JSON and back.
    pub(crate) fn json<E: Endpoint<Scope = AccountScope> + Serialize>(&mut self, request: &E) -> Result<(), Error> {
        match serde_json::to_vec(request) {
            Ok(json) => self.wait(E::from_json(&json)?.send(&self.account())),
            Err(error) => {
                self.unwritable = Some(error.to_string());
                Ok(())
            }
        }
    }
}

/// Returns the value after a call of a setter.
fn added(grows: Grows, before: Tree, given: Tree) -> Tree {
    match (grows, before, given) {
        (Grows::List, Tree::List(before), Tree::List(given)) => Tree::List([before, given].concat()),
        (Grows::Set, Tree::List(mut before), Tree::List(given)) => {
            before.extend(given);
            before.sort_by_key(|item| if let Tree::Integer(item) = item { *item } else { 0 });
            before.dedup();
            Tree::List(before)
        }
        (Grows::Map, Tree::Object(mut before), Tree::Object(given)) => {
            before.retain(|(name, _)| !given.iter().any(|(known, _)| known == name));
            before.extend(given);
            Tree::Object(before)
        }
        (_, _, given) => given,
    }
}

/// Expected value of a field in the request.
#[derive(Debug)]
pub(crate) enum Meant {
    /// The field was not set.
    Nothing,
    Value(Tree),
    /// The value cannot be sent: the request must be refused, and the error must name the field.
    Refused,
}

impl Meant {
    /// Returns the expected value of a field from the values that it received.
    pub(crate) fn of(field: &Field, given: &Given, entity: Option<&str>) -> Self {
        let value = match (given, field.default) {
            (Given::Nothing, None) => return Self::Nothing,
            (Given::Nothing, Some(default)) => default(),
            (Given::Cleared, _) => Tree::Null,
            (Given::Value(value), _) => value.clone(),
        };
        if field.is_list && value == Tree::List(Vec::new()) {
            return Self::Nothing;
        }
        let is_allowed = field.only_for.is_empty() || entity.is_some_and(|entity| field.only_for.contains(&entity));
        let is_spelt = match field.place {
            Place::Body => true,
            Place::Query => spelt_in_query(&value, field),
            Place::Header => value.plain().is_some_and(|text| spelt_in_header(&text)),
            Place::Path => value.plain().is_some_and(|text| spelt_in_path(&text, field.slash)),
        };
        let is_broken = value.any(&|tree| matches!(tree, Tree::Broken));
        if is_allowed && is_spelt && !is_broken { Self::Value(value) } else { Self::Refused }
    }
}

/// Returns whether a header can hold the text: no control characters, and no white space at the ends.
fn spelt_in_header(text: &str) -> bool {
    !text.bytes().any(|byte| byte != b'\t' && byte.is_ascii_control()) && text.trim_ascii() == text
}

fn spelt_in_path(text: &str, slash: bool) -> bool {
    !text.is_empty()
        && !text.chars().any(|letter| letter == '\\' || letter.is_control())
        && (slash || !text.contains('/'))
        && !text.split('/').any(|segment| segment == "." || segment == "..")
}

fn spelt_in_query(value: &Tree, field: &Field) -> bool {
    let is_nested = |tree: &Tree| tree.plain().is_none();
    let is_unlisted = |tree: &Tree| match tree {
        Tree::List(items) if field.style != Style::Brackets => {
            let plain: Vec<String> = items.iter().filter_map(Tree::plain).collect();
            let is_unjoined = |text: &String| text.is_empty() || text.contains(',');
            items.iter().any(is_nested) || (field.style == Style::Comma && plain.iter().any(is_unjoined))
        }
        _ => false,
    };
    // An empty list would not arrive.
    !value.any(&|tree| tree.is_empty() || is_unlisted(tree)) && has_plain_keys(value)
}

/// Returns whether each key can be in brackets.
pub(crate) fn has_plain_keys(value: &Tree) -> bool {
    !value.any(&|tree| match tree {
        Tree::Object(members) | Tree::Order(members) => {
            members.iter().any(|(name, _)| name.is_empty() || name.contains(['[', ']']))
        }
        _ => false,
    })
}
