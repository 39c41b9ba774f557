//! Notes, tasks and engagements.

use serde_json::{Value, json};

use super::maker::{Made, Maker, text};
use super::moment::{DATA_END, DATA_START, MILLIS_PER_DAY};
use super::words::{NOTES, VERBS};

const MINUTE: i64 = 60_000;

/// What an activity is about.
struct About {
    account: Option<Made>,
    contacts: Vec<Made>,
    opportunity: Option<Made>,
    lead: Option<Made>,
    created: i64,
}

impl Maker {
    /// Chooses a lead, an opportunity with its account and contacts, or a contact with its account.
    fn about(&mut self) -> About {
        let nothing = About { account: None, contacts: Vec::new(), opportunity: None, lead: None, created: DATA_START };
        if self.random.chance(10)
            && let Some(lead) = self.random.choose(&self.leads).cloned()
        {
            return About { created: lead.created, lead: Some(lead), ..nothing };
        }
        if self.random.chance(40)
            && let Some(opportunity) = self.random.choose(&self.opportunities).cloned()
        {
            let account = opportunity.account.and_then(|number| self.accounts.get(number)).cloned();
            let contacts = account.as_ref().map(|account| self.contacts_at(account)).unwrap_or_default();
            let created = contacts.iter().map(|contact| contact.created).fold(opportunity.created, i64::max);
            return About { account, contacts, opportunity: Some(opportunity), lead: None, created };
        }
        let Some(contact) = self.random.choose(&self.contacts).cloned() else {
            let account = self.random.choose(&self.accounts).cloned();
            let created = account.as_ref().map_or(DATA_START, |account| account.created);
            return About { account, created, ..nothing };
        };
        let account = contact.account.and_then(|number| self.accounts.get(number)).cloned();
        About { account, created: contact.created, contacts: vec![contact], ..nothing }
    }

    pub(super) fn notes(&mut self, count: u32) {
        self.begin("notes");
        for number in 0..count as usize {
            let (id, about) = (self.id("notes", number), self.about());
            let dates = self.dates_after(about.created);
            let name = about.subject();
            let record = json!({
                "title": format!("About {name}"),
                "owner": self.owner_id(),
                "content": self.random.word(NOTES),
                "contact": references(&about.contacts),
                "account": about.account.as_ref().map(Made::reference),
                "opportunity": references(about.opportunity.as_slice()),
                "lead": references(about.lead.as_slice()),
                "visibility": if self.random.chance(85) { "public" } else { "private" },
                "urls": self.urls("notes", &id),
            });
            self.add(&id, dates, record);
            let account = about.account.and_then(|account| account.account);
            self.notes.push(Made { id, name, created: dates.created, account, domain: String::new() });
        }
    }

    pub(super) fn tasks(&mut self, count: u32) {
        self.begin("tasks");
        for number in 0..count as usize {
            let (id, about) = (self.id("tasks", number), self.about());
            let dates = self.dates_after(about.created);
            let (kind, is_done) = (self.random.word(&["Call", "Email", "To do"]), self.random.chance(60));
            let due = dates.created + MILLIS_PER_DAY * self.random.between(1, 60);
            let record = json!({
                "subject": format!("{} {}", self.random.word(VERBS), about.subject()),
                "content": self.random.word(NOTES),
                "type": { "id": kind.to_ascii_lowercase().replace(' ', "_"), "name": kind },
                "owner": self.owner().map(|owner| owner.named()),
                "account": about.account.as_ref().map(Made::reference),
                "contact": named(&about.contacts),
                "opportunity": named(about.opportunity.as_slice()),
                "lead": named(about.lead.as_slice()),
                "completed_at": is_done.then(|| text(dates.updated)),
                "due_date": text(due),
                "status": if is_done { "completed" } else { "open" },
                "urls": self.urls("tasks", &id),
            });
            self.add(&id, dates, record);
        }
    }

    pub(super) fn engagements(&mut self, count: u32) {
        self.begin("engagements");
        for number in 0..count as usize {
            let (id, about) = (self.id("engagements", number), self.about());
            let dates = self.dates_after(about.created);
            let kind = self.random.word(&["call", "meeting", "email", "chat"]);
            let minutes = self.random.between(1, 12) * 5;
            let start = self.random.between(dates.created - MILLIS_PER_DAY, DATA_END);
            let direction =
                if kind == "call" { self.random.word(&["inbound", "outbound", "missed"]) } else { "outbound" };
            let phones = if kind == "call" { json!([self.phone("+1 312", "work")]) } else { json!([]) };
            let project =
                if self.random.chance(5) { self.random.choose(&self.projects).map(Made::reference) } else { None };
            let notes = match self.random.choose(&self.notes).filter(|_| number % 4 == 0) {
                Some(note) => json!([note.reference()]),
                None => json!([]),
            };
            let record = json!({
                "owner": self.owner_id(),
                "content": self.random.word(NOTES),
                "subject": format!("{} {}", self.random.word(VERBS), about.subject()),
                "direction": direction,
                "engagement_type": kind,
                "internal_notes": null,
                "notes": notes,
                "status": if start < dates.updated { "completed" } else { "planned" },
                "start_time": text(start),
                "end_time": text(start + minutes * MINUTE),
                "duration": (minutes * 60).to_string(),
                "project": project,
                "account": about.account.as_ref().map(Made::reference),
                "contact": references(&about.contacts),
                "opportunity": references(about.opportunity.as_slice()),
                "lead": references(about.lead.as_slice()),
                "phone_numbers": phones,
                "custom_fields": {},
            });
            self.add(&id, dates, record);
        }
    }
}

impl About {
    /// The name of the person or company.
    fn subject(&self) -> String {
        let made = self.contacts.first().or(self.account.as_ref()).or(self.opportunity.as_ref()).or(self.lead.as_ref());
        made.map_or_else(|| "nobody in particular".to_owned(), |made| made.name.clone())
    }
}

fn references(made: &[Made]) -> Value {
    made.iter().map(Made::reference).collect()
}

fn named(made: &[Made]) -> Value {
    made.iter().map(Made::named).collect()
}
