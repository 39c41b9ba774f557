//! Generated CRM data: linked, realistic, and the same for the same seed.

mod activities;
mod maker;
pub(crate) mod moment;
mod people;
pub(crate) mod references;
mod sales;
mod setup;
mod words;

use serde_json::{Map, Value};

use self::maker::Maker;
use crate::provider::Provider;
use crate::random::hash;

/// The records of an account: each resource with its records, each record with its id.
pub(crate) type Tables = Vec<(String, Vec<(String, Map<String, Value>)>)>;

/// CRM data for a sandbox, which [`SandboxBuilder::crm_data`](crate::SandboxBuilder::crm_data) takes.
///
/// Every account gets accounts, contacts, leads, opportunities, projects, tasks, notes and engagements, and what they need:
/// users, pipelines, stages, fields and more. All references name records that exist. The moments lie in 2024 and 2025, and
/// no two records of an account have the same `updated_at`. The same seed gives the same data on any day and any machine. All
/// accounts hold the same people and companies, each under the ids and in the format of its provider. The first contact is
/// Ada Lovelace of Northwind, `ada.lovelace@northwind.example`.
///
/// ```
/// use truto_sandbox::{CrmData, Sandbox};
///
/// let sandbox = Sandbox::builder().crm_data(CrmData::new().seed(7).contacts(200).accounts(20)).in_process();
/// let records = sandbox.records(sandbox.accounts().pipedrive);
/// let contacts: Vec<_> = records.iter().filter(|record| record.resource == "crm/contacts").collect();
/// assert_eq!(contacts.len(), 200);
/// assert!(contacts[0].fields["account"]["name"].is_string());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct CrmData {
    seed: u64,
    accounts: u32,
    contacts: u32,
    leads: u32,
    opportunities: u32,
    projects: u32,
    tasks: u32,
    notes: u32,
    engagements: u32,
}

impl CrmData {
    /// Creates a description of about 3,000 records in each account.
    pub fn new() -> Self {
        let empty = Self {
            seed: 1,
            accounts: 0,
            contacts: 0,
            leads: 0,
            opportunities: 0,
            projects: 0,
            tasks: 0,
            notes: 0,
            engagements: 0,
        };
        empty.records(3_000)
    }

    /// Sets the seed. Another seed gives other data. Default: 1.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets all numbers, so that each account has about this many records, in the proportions of a usual CRM. With 0 only
    /// users, pipelines, stages, fields and the like remain.
    pub fn records(mut self, records: u32) -> Self {
        let percent = |part: u32| u32::try_from(u64::from(records) * u64::from(part) / 100).unwrap_or(u32::MAX);
        self.contacts = percent(30);
        self.accounts = percent(8);
        self.leads = percent(8);
        self.opportunities = percent(12);
        self.projects = percent(2);
        self.tasks = percent(14);
        self.notes = percent(13);
        self.engagements = percent(13);
        self
    }

    /// Sets the number of accounts.
    pub fn accounts(mut self, number: u32) -> Self {
        self.accounts = number;
        self
    }

    /// Sets the number of contacts.
    pub fn contacts(mut self, number: u32) -> Self {
        self.contacts = number;
        self
    }

    /// Sets the number of leads.
    pub fn leads(mut self, number: u32) -> Self {
        self.leads = number;
        self
    }

    /// Sets the number of opportunities.
    pub fn opportunities(mut self, number: u32) -> Self {
        self.opportunities = number;
        self
    }

    /// Sets the number of projects.
    pub fn projects(mut self, number: u32) -> Self {
        self.projects = number;
        self
    }

    /// Sets the number of tasks.
    pub fn tasks(mut self, number: u32) -> Self {
        self.tasks = number;
        self
    }

    /// Sets the number of notes.
    pub fn notes(mut self, number: u32) -> Self {
        self.notes = number;
        self
    }

    /// Sets the number of engagements.
    pub fn engagements(mut self, number: u32) -> Self {
        self.engagements = number;
        self
    }

    pub(crate) fn seed_number(&self) -> u64 {
        self.seed
    }

    /// A number that makes the ids of an account its own.
    pub(crate) fn salt(&self, account: &str) -> u64 {
        self.seed.rotate_left(17) ^ hash(account)
    }

    /// Makes the records of an account, by resource, each with its id.
    pub(crate) fn generate(&self, account: &str, provider: Provider) -> Tables {
        let mut maker = Maker::new(self.seed, self.salt(account), provider);
        maker.setup();
        maker.accounts(self.accounts);
        maker.contacts(self.contacts);
        maker.leads(self.leads);
        maker.opportunities(self.opportunities);
        maker.projects(self.projects);
        maker.notes(self.notes);
        maker.tasks(self.tasks);
        maker.engagements(self.engagements);
        maker.finish()
    }
}

impl Default for CrmData {
    fn default() -> Self {
        Self::new()
    }
}

/// The version tag of a record that was changed at this moment.
pub(crate) fn etag(updated_at: &str) -> String {
    format!("\"{:016x}\"", hash(updated_at))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use serde_json::{Map, Value};

    use super::references::REFERENCES;
    use super::{CrmData, moment};
    use crate::provider::Provider;

    const ALL: [Provider; 4] = [Provider::Salesforce, Provider::Attio, Provider::Close, Provider::Pipedrive];
    const RESOURCES: [&str; 16] = [
        "accounts",
        "contacts",
        "engagement_types",
        "engagements",
        "field_groups",
        "fields",
        "leads",
        "notes",
        "opportunities",
        "pipelines",
        "projects",
        "stages",
        "tasks",
        "users",
        "views",
        "workspaces",
    ];

    type Tables = BTreeMap<String, BTreeMap<String, Map<String, Value>>>;

    fn tables(data: &CrmData, provider: Provider) -> Tables {
        let tables = data.generate("62f44730-dd91-461e-bd6a-aedd9e0ad79d", provider).into_iter();
        tables
            .map(|(resource, records)| {
                let count = records.len();
                let records: BTreeMap<_, _> = records.into_iter().collect();
                assert_eq!(records.len(), count, "the ids of {resource} are distinct");
                (resource, records)
            })
            .collect()
    }

    #[test]
    fn every_resource_has_records_and_the_seed_decides() {
        for provider in ALL {
            let data = CrmData::new().records(300).seed(7);
            let made = tables(&data, provider);
            let names: Vec<&str> = made.keys().map(|name| name.strip_prefix("crm/").unwrap()).collect();
            assert_eq!(names, RESOURCES);
            assert!(made.values().all(|records| !records.is_empty()));
            assert_eq!(made, tables(&data, provider));
            assert_ne!(made["crm/contacts"], tables(&data.seed(8), provider)["crm/contacts"]);
        }
    }

    #[test]
    fn every_reference_names_a_record_that_exists() {
        for (provider, data) in ALL.into_iter().flat_map(|provider| {
            let data = CrmData::new().records(400);
            [
                (provider, data.clone().seed(7)),
                (provider, data.clone().accounts(0)),
                (provider, data.contacts(0).leads(0)),
            ]
        }) {
            let tables = tables(&data, provider);
            let mut found = 0;
            for reference in REFERENCES {
                for record in tables[&format!("crm/{}", reference.resource)].values() {
                    let items = match &record[reference.member] {
                        Value::Array(items) => items.iter().collect(),
                        Value::Null => Vec::new(),
                        one => vec![one],
                    };
                    for item in items {
                        let target = &tables[&format!("crm/{}", reference.to)][item["id"].as_str().unwrap()];
                        found += 1;
                        if reference.named {
                            assert_eq!(item["name"], *target.get("name").unwrap_or_else(|| &target["title"]));
                        }
                    }
                }
            }
            assert!(found > 500, "{provider:?}: {found}");
        }
    }

    #[test]
    fn moments_are_in_order_and_distinct() {
        let mut seen = HashSet::new();
        let (start, end) = (moment::text(moment::DATA_START), moment::text(moment::DATA_END));
        for record in tables(&CrmData::new().records(2_000), Provider::Close).values().flat_map(BTreeMap::values) {
            let (created, updated) = (record["created_at"].as_str().unwrap(), record["updated_at"].as_str().unwrap());
            assert!(*start <= *created && created <= updated && *updated < *end, "{record:?}");
            assert!(seen.insert(updated.to_owned()), "{updated} is given twice");
        }
        assert!(seen.len() > 2_000);
    }

    #[test]
    fn emails_are_distinct_and_nobody_can_own_them() {
        let tables = tables(&CrmData::new().records(4_000), Provider::Attio);
        let mut seen = HashSet::new();
        for contact in tables["crm/contacts"].values() {
            for email in contact["email_addresses"].as_array().unwrap() {
                let email = email["email"].as_str().unwrap();
                assert!(email.is_ascii() && email.ends_with(".example"), "{email}");
                assert!(seen.insert(email.to_owned()), "{email}");
            }
        }
        assert!(seen.contains("ada.lovelace@northwind.example"));
    }
}
