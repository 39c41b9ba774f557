//! The generated CRM of a sandbox: it makes the data of an account when that is called first, and dates every later change.

use std::collections::{BTreeMap, HashMap};

use crate::provider::Provider;
use crate::seed::{CrmData, Tables, moment};
use crate::state::clock::Clock;

/// The generated CRM of all accounts.
#[derive(Debug)]
pub(crate) struct Crm {
    data: CrmData,
    clock: Clock,
    providers: BTreeMap<String, Provider>,
    /// The number of the next record by account and resource, for accounts with generated data.
    next: HashMap<String, HashMap<String, u64>>,
    /// The last moment that was given out, in milliseconds since 1970.
    last_moment: i64,
}

impl Crm {
    pub(crate) fn new(data: CrmData, clock: Clock, providers: BTreeMap<String, Provider>) -> Self {
        Self { data, clock, providers, next: HashMap::new(), last_moment: 0 }
    }

    /// The moment of a change. No two changes have the same moment.
    pub(crate) fn now(&mut self) -> String {
        self.last_moment = self.clock.millis().max(self.last_moment + 1);
        moment::text(self.last_moment)
    }

    /// Adds an account, whose data is made when it is called first.
    pub(super) fn connect(&mut self, account: &str, provider: Provider) {
        self.providers.insert(account.to_owned(), provider);
    }

    /// The records of an account, if they have not been made yet.
    pub(super) fn generate(&mut self, account: &str) -> Option<Tables> {
        if self.next.contains_key(account) {
            return None;
        }
        let provider = *self.providers.get(account)?;
        let generated = self.data.generate(account, provider);
        let counts = generated.iter().map(|(resource, records)| (resource.clone(), records.len() as u64));
        self.next.insert(account.to_owned(), counts.collect());
        Some(generated)
    }

    /// An id as the provider makes it. `None` for other models.
    pub(super) fn new_id(&mut self, account: &str, resource: &str) -> Option<String> {
        let provider = *self.providers.get(account)?;
        let name = resource.strip_prefix("crm/")?;
        let next = self.next.get_mut(account)?.entry(resource.to_owned()).or_default();
        let id = provider.id(self.data.salt(account), name, *next);
        *next += 1;
        Some(id)
    }
}
