//! The rows of the platform, by resource, in the order of their creation.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};
use uuid::Builder;

use crate::random::Random;
use crate::seed::moment;
use crate::state::clock::Clock;

/// A row with all its members, those that no answer shows included.
pub(crate) type Row = Map<String, Value>;

/// The first sign of members that belong to the sandbox and that no answer shows.
pub(crate) const HIDDEN: char = '\u{1}';
/// Whether the credentials of an account were taken back.
pub(crate) const REVOKED: &str = "\u{1}revoked";
/// The secret of a webhook or a gate after its creation.
pub(crate) const SECRET: &str = "\u{1}secret";
/// When something ends, in milliseconds since 1970.
pub(crate) const ENDS: &str = "\u{1}ends";
/// The key of a row without an id.
pub(crate) const KEY: &str = "\u{1}key";
/// The key of a state of runs.
pub(crate) const STATE_KEY: &str = "\u{1}state_key";
/// Whether a cron trigger was scheduled.
pub(crate) const SCHEDULED: &str = "\u{1}scheduled";

/// All rows.
#[derive(Debug)]
pub(crate) struct Tables {
    rows: HashMap<&'static str, BTreeMap<u64, Row>>,
    /// The place of a row in its table, by resource and id.
    places: HashMap<(&'static str, String), u64>,
    made: u64,
    random: Random,
    clock: Clock,
}

impl Tables {
    pub(crate) fn new(seed: u64, clock: Clock) -> Self {
        Self { rows: HashMap::new(), places: HashMap::new(), made: 0, random: Random::new(seed), clock }
    }

    /// A new id. The ids of a sandbox are the same in every run.
    pub(crate) fn new_id(&mut self) -> String {
        let bits = u128::from(self.random.next()) << 64 | u128::from(self.random.next());
        Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().to_string()
    }

    /// Milliseconds since 1970.
    pub(crate) fn millis(&self) -> i64 {
        self.clock.millis()
    }

    pub(crate) fn now(&self) -> Value {
        Value::from(moment::text(self.millis()))
    }

    /// Adds a row with its times. It gets an id if it has none.
    pub(crate) fn insert(&mut self, resource: &'static str, mut row: Row) -> Row {
        let id = match (row.get(KEY), row.get("id")) {
            (Some(Value::String(key)), _) => key.clone(),
            // Some creates take an id of the caller, and ids have no case.
            (_, Some(Value::String(id))) => id.to_ascii_lowercase(),
            _ => {
                let id = self.new_id();
                row.insert("id".to_owned(), Value::from(id.as_str()));
                id
            }
        };
        let now = self.now();
        row.entry("created_at").or_insert_with(|| now.clone());
        row.entry("updated_at").or_insert(now);
        self.made += 1;
        if let Some(place) = self.places.insert((resource, id), self.made) {
            self.table(resource).remove(&place);
        }
        let made = self.made;
        self.table(resource).insert(made, row.clone());
        row
    }

    pub(crate) fn get(&self, resource: &'static str, id: &str) -> Option<&Row> {
        self.rows.get(resource)?.get(self.places.get(&(resource, id.to_owned()))?)
    }

    /// A row, to change. Its `updated_at` is that of now.
    pub(crate) fn get_mut(&mut self, resource: &'static str, id: &str) -> Option<&mut Row> {
        let now = self.now();
        let row = self.rows.get_mut(resource)?.get_mut(self.places.get(&(resource, id.to_owned()))?)?;
        row.insert("updated_at".to_owned(), now);
        Some(row)
    }

    pub(crate) fn remove(&mut self, resource: &'static str, id: &str) -> Option<Row> {
        let place = self.places.remove(&(resource, id.to_owned()))?;
        self.table(resource).remove(&place)
    }

    /// The rows of a resource in the order of their creation.
    pub(crate) fn list(&self, resource: &str) -> impl Iterator<Item = &Row> {
        self.rows.get(resource).into_iter().flat_map(BTreeMap::values)
    }

    fn table(&mut self, resource: &'static str) -> &mut BTreeMap<u64, Row> {
        self.rows.entry(resource).or_default()
    }
}

/// The text of a member.
pub(crate) fn text<'a>(row: &'a Row, name: &str) -> Option<&'a str> {
    row.get(name).and_then(Value::as_str)
}

/// Whether the row is that of an active webhook or notification destination.
pub(crate) fn is_active(row: &Row) -> bool {
    row.get("is_active") == Some(&Value::Bool(true))
}

/// Whether the row has this text as a member.
pub(crate) fn is(row: &Row, name: &str, wanted: &str) -> bool {
    text(row, name) == Some(wanted)
}
