//! Opportunities and projects.

use serde_json::{Value, json};

use super::maker::{Made, Maker, text};
use super::moment::{DATA_START, MILLIS_PER_DAY};
use super::words::{CURRENCIES, PRODUCTS, VERBS};

const PROJECT_STATUSES: [&str; 8] =
    ["closed", "completed", "in progress", "open", "over_budget", "overdue", "planned", "running"];

impl Maker {
    pub(super) fn opportunities(&mut self, count: u32) {
        self.begin("opportunities");
        for number in 0..count as usize {
            let id = self.id("opportunities", number);
            let account = self.random.choose(&self.accounts).cloned();
            let dates = self.dates_after(account.as_ref().map_or(DATA_START, |account| account.created));
            let product = self.random.word(PRODUCTS);
            let company = account.as_ref().map_or("a walk-in customer", |account| &account.name);
            let name = format!("{product} for {company}");
            let contacts = account.as_ref().map(|account| self.contacts_at(account)).unwrap_or_default();
            let stage = self.random.choose(&self.stages).cloned();
            let close = dates.created + MILLIS_PER_DAY * self.random.between(20, 200);
            let contact: Value = contacts.iter().map(Made::reference).collect();
            let next_step = self.random.word(VERBS);
            let record = json!({
                "name": name,
                "description": self.random.chance(50).then(|| format!("{product}, agreed with {company}.")),
                "amount": self.amount(),
                "currency": self.random.word(CURRENCIES),
                "owner": self.owner_id(),
                "account": account.as_ref().map(Made::reference),
                "contact": contact,
                "stage": stage.as_ref().map(|stage| stage.made.named()),
                "status": stage.map(|stage| stage.status),
                "tags": self.tags(),
                "custom_fields": {
                    "next_step": next_step, "probability": self.random.below(101), "region": self.region(),
                },
                "last_activity_at": self.last_activity(dates),
                "close_date": text(close),
                "urls": self.urls("opportunities", &id),
            });
            self.add(&id, dates, record);
            let account = account.and_then(|account| account.account);
            self.opportunities.push(Made { id, name, created: dates.created, account, domain: String::new() });
        }
    }

    /// At most two contacts of an account.
    pub(super) fn contacts_at(&mut self, account: &Made) -> Vec<Made> {
        let known = account.account.and_then(|number| self.contacts_of.get(number)).cloned().unwrap_or_default();
        let first = usize::try_from(self.random.below(known.len() as u64)).unwrap_or_default();
        let count = if self.random.chance(70) { 1 } else { 2 };
        known.iter().skip(first).take(count).filter_map(|number| self.contacts.get(*number)).cloned().collect()
    }

    pub(super) fn projects(&mut self, count: u32) {
        self.begin("projects");
        for number in 0..count as usize {
            let id = self.id("projects", number);
            let opportunity = self.random.choose(&self.opportunities).cloned();
            let account = opportunity.as_ref().and_then(|made| self.accounts.get(made.account?)).cloned();
            let dates = self.dates_after(opportunity.as_ref().map_or(DATA_START, |made| made.created));
            let contact: Value = match &account {
                Some(account) => self.contacts_at(account).iter().map(Made::named).collect(),
                None => json!([]),
            };
            let company = account.as_ref().map_or("ourselves", |account| &account.name);
            let name = format!("Rollout for {company}");
            let stage = self.random.choose(&self.project_stages).map(Made::named);
            let close = dates.created + MILLIS_PER_DAY * self.random.between(30, 400);
            let record = json!({
                "name": name,
                "description": null,
                "amount": self.amount(),
                "currency": self.random.word(CURRENCIES),
                "owner": self.owner().map(|owner| owner.named()),
                "account": account.as_ref().map(Made::named),
                "contact": contact,
                "opportunity": opportunity.iter().map(Made::named).collect::<Value>(),
                "stage": stage,
                "status": self.random.word(&PROJECT_STATUSES),
                "tags": self.tags(),
                "last_activity_at": self.last_activity(dates),
                "close_date": text(close),
            });
            self.add(&id, dates, record);
            self.projects.push(Made { id, name, created: dates.created, account: None, domain: String::new() });
        }
    }
}
