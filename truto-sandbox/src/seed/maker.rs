//! What all generated records need: numbers, ids, moments, and the records that were made before.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::Tables;
use super::moment::{self, DATA_END, DATA_START, MILLIS_PER_DAY};
use super::words::{PLACES, REGIONS, STREETS, TAGS};
use crate::provider::Provider;
use crate::random::{Random, hash};

/// A record that others refer to.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) created: i64,
    /// The number of its account, for people and opportunities.
    pub(super) account: Option<usize>,
    /// The domain of its emails, for accounts.
    pub(super) domain: String,
}

impl Made {
    pub(super) fn reference(&self) -> Value {
        json!({ "id": self.id })
    }

    pub(super) fn named(&self) -> Value {
        json!({ "id": self.id, "name": self.name })
    }
}

/// A stage of a pipeline, with the status of an opportunity in it.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) made: Made,
    pub(super) status: &'static str,
}

/// The moments of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub(super) created: i64,
    pub(super) updated: i64,
}

/// The state of a generation.
pub(super) struct Maker {
    seed: u64,
    salt: u64,
    provider: Provider,
    pub(super) random: Random,
    updated: HashSet<i64>,
    tables: Tables,
    pub(super) emails: HashSet<String>,
    pub(super) users: Vec<Made>,
    pub(super) stages: Vec<Stage>,
    pub(super) project_stages: Vec<Made>,
    pub(super) accounts: Vec<Made>,
    pub(super) contacts: Vec<Made>,
    /// The numbers of the contacts of each account.
    pub(super) contacts_of: Vec<Vec<usize>>,
    pub(super) leads: Vec<Made>,
    pub(super) opportunities: Vec<Made>,
    pub(super) projects: Vec<Made>,
    pub(super) notes: Vec<Made>,
}

impl Maker {
    pub(super) fn new(seed: u64, salt: u64, provider: Provider) -> Self {
        Self {
            seed,
            salt,
            provider,
            random: Random::new(seed),
            updated: HashSet::new(),
            tables: Vec::new(),
            emails: HashSet::new(),
            users: Vec::new(),
            stages: Vec::new(),
            project_stages: Vec::new(),
            accounts: Vec::new(),
            contacts: Vec::new(),
            contacts_of: Vec::new(),
            leads: Vec::new(),
            opportunities: Vec::new(),
            projects: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Tables {
        self.tables
    }

    /// Starts a resource. It has numbers of its own, so that more records of another resource do not change its names.
    pub(super) fn begin(&mut self, resource: &str) {
        self.random = Random::new(self.seed ^ hash(resource));
        self.tables.push((format!("crm/{resource}"), Vec::new()));
    }

    /// The id of a record of a resource.
    pub(super) fn id(&self, resource: &str, number: usize) -> String {
        self.provider.id(self.salt, resource, number as u64)
    }

    /// Adds a record to the resource that was begun last, with its moments.
    pub(super) fn add(&mut self, id: &str, dates: Dates, record: Value) {
        let Value::Object(mut fields) = record else { return };
        fields.insert("id".to_owned(), Value::from(id));
        fields.insert("created_at".to_owned(), text(dates.created));
        fields.insert("updated_at".to_owned(), text(dates.updated));
        if let Some((_, records)) = self.tables.last_mut() {
            records.push((id.to_owned(), fields));
        }
    }

    /// The moments of a record that was created after another one.
    pub(super) fn dates_after(&mut self, after: i64) -> Dates {
        // The last week of the data is left for changes.
        let created = self.random.between(after, DATA_END - 7 * MILLIS_PER_DAY);
        let is_untouched = self.random.chance(25);
        let mut updated = if is_untouched { created } else { self.random.between(created, DATA_END - MILLIS_PER_DAY) };
        while !self.updated.insert(updated) {
            updated += 1;
        }
        Dates { created, updated }
    }

    pub(super) fn dates(&mut self) -> Dates {
        self.dates_after(DATA_START)
    }

    /// A moment between the creation and the last change of a record, for some of the records.
    pub(super) fn last_activity(&mut self, dates: Dates) -> Value {
        if self.random.chance(80) { text(self.random.between(dates.created, dates.updated)) } else { Value::Null }
    }

    /// A user who owns a record.
    pub(super) fn owner(&mut self) -> Option<Made> {
        self.random.choose(&self.users).cloned()
    }

    pub(super) fn owner_id(&mut self) -> Value {
        self.owner().map(|owner| owner.reference()).into()
    }

    /// A list of labels, which is often empty.
    pub(super) fn tags(&mut self) -> Value {
        let count = self.random.below(8).saturating_sub(5);
        let first = self.random.below(TAGS.len() as u64);
        let tags = (0..count).map(|step| {
            let number = usize::try_from(first + step).unwrap_or_default() % TAGS.len();
            json!({ "id": self.id("tags", number), "name": TAGS[number] })
        });
        tags.collect()
    }

    /// An address, and the start of the telephone numbers of its place.
    pub(super) fn address(&mut self, kind: &str) -> (Value, &'static str) {
        let Some(&(city, state, country, code)) = self.random.choose(PLACES) else { return (Value::Null, "") };
        let street = self.random.word(STREETS);
        let number = self.random.below(300) + 1;
        let floor = self.random.chance(20).then(|| format!("Floor {}", self.random.below(20) + 1));
        let address = json!({
            "street_1": format!("{number} {street}"),
            "street_2": floor,
            "city": city,
            "state": state,
            "postal_code": format!("{:05}", self.random.below(100_000)),
            "country": country,
            "type": kind,
        });
        (address, code)
    }

    /// A telephone number. The digits after the code are those of no real line.
    pub(super) fn phone(&mut self, code: &str, kind: &str) -> Value {
        let extension = self.random.chance(10).then(|| self.random.below(900).to_string());
        json!({
            "number": format!("{code} 555 {:04}", self.random.below(10_000)), "extension": extension, "type": kind,
        })
    }

    /// A link to the record in the application of its provider.
    pub(super) fn urls(&self, resource: &str, id: &str) -> Value {
        let host = self.provider.name().to_ascii_lowercase();
        json!([{ "url": format!("https://app.{host}.example/{resource}/{id}"), "type": "record" }])
    }

    pub(super) fn region(&mut self) -> &'static str {
        self.random.word(REGIONS)
    }

    /// An amount of money, as a number with at most two decimals.
    pub(super) fn amount(&mut self) -> Value {
        let cents = u32::try_from((self.random.below(19_900) + 100) * 1_250).unwrap_or_default();
        Value::from(f64::from(cents) / 100.0)
    }
}

pub(super) fn text(millis: i64) -> Value {
    Value::from(moment::text(millis))
}
