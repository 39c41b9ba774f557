//! Accounts, contacts and leads.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::etag;
use super::maker::{Made, Maker, text};
use super::moment::{self, DATA_END, MILLIS_PER_DAY};
use super::setup::TIERS;
use super::words::{
    COMPANY_FORMS, COMPANY_KINDS, COMPANY_NAMES, FIRST_NAMES, INDUSTRIES, LAST_NAMES, LEAD_SOURCES, LEAD_STATUSES,
    TITLES,
};

/// The domain of people without an account.
const NO_DOMAIN: &str = "mail.example";

impl Maker {
    pub(super) fn accounts(&mut self, count: u32) {
        self.begin("accounts");
        let mut domains = HashSet::new();
        for number in 0..count as usize {
            let (id, dates) = (self.id("accounts", number), self.dates());
            let (first, kind) = (self.random.word(COMPANY_NAMES), self.random.word(COMPANY_KINDS));
            let form = self.random.word(COMPANY_FORMS);
            let mut label = if number == 0 { "Northwind".to_owned() } else { format!("{first} {kind}") };
            // Companies with the same name are numbered, because each needs a domain of its own.
            if domains.contains(&domain_of(&label)) {
                label = format!("{label} {}", number + 1);
            }
            let domain = domain_of(&label);
            domains.insert(domain.clone());
            let name = format!("{label} {form}").trim_end().to_owned();
            let (mut address, code) = self.address("billing");
            address["id"] = format!("{id}-address").into();
            let mut phone = self.phone(code, "work");
            phone["id"] = format!("{id}-phone").into();
            let industry = self.random.word(INDUSTRIES);
            let about = self.random.chance(70).then(|| format!("{name} is in {}.", industry.to_lowercase()));
            let size = (self.random.below(5) + 1) * 10_u64.pow(u32::try_from(self.random.below(5)).unwrap_or_default());
            let renewal = self.random.between(DATA_END, DATA_END + 365 * MILLIS_PER_DAY);
            let record = json!({
                "owner": self.owner_id(),
                "name": name,
                "description": about,
                "industry": industry,
                "website": format!("https://www.{domain}"),
                "number_of_employees": size,
                "addresses": [address],
                "phone_numbers": [phone],
                "urls": self.urls("accounts", &id),
                "tags": self.tags(),
                "custom_fields": {
                    "tier": self.random.word(&TIERS), "renewal_on": moment::text(renewal).get(..10),
                },
                "last_activity_at": self.last_activity(dates),
            });
            self.add(&id, dates, record);
            self.accounts.push(Made { id, name, created: dates.created, account: Some(number), domain });
            self.contacts_of.push(Vec::new());
        }
    }

    pub(super) fn contacts(&mut self, count: u32) {
        self.begin("contacts");
        for number in 0..count as usize {
            let id = self.id("contacts", number);
            // Few people belong to no company.
            let account = match number {
                0 => self.accounts.first().cloned(),
                _ if self.random.chance(92) => self.random.choose(&self.accounts).cloned(),
                _ => None,
            };
            let dates = match &account {
                Some(account) => self.dates_after(account.created),
                None => self.dates(),
            };
            let (mut first, mut last) = (self.random.word(FIRST_NAMES), self.random.word(LAST_NAMES));
            if number == 0 {
                (first, last) = ("Ada", "Lovelace");
            }
            let name = format!("{first} {last}");
            let domain = account.as_ref().map_or("northwind.example", |account| &account.domain);
            let domain = if account.is_none() && number > 0 { NO_DOMAIN } else { domain };
            let mut emails = vec![(email_of(&mut self.emails, first, last, domain), "work")];
            if self.random.chance(20) {
                emails.push((email_of(&mut self.emails, first, last, NO_DOMAIN), "personal"));
            }
            let emails: Vec<Value> = (1..)
                .zip(emails)
                .map(|(index, (email, kind))| json!({ "id": format!("{id}-email-{index}"), "email": email, "type": kind }))
                .collect();
            let (mut address, code) = self.address("work");
            address["id"] = format!("{id}-address").into();
            let mut phones = vec![self.phone(code, "work")];
            if self.random.chance(60) {
                phones.push(self.phone(code, "mobile"));
            }
            for (index, phone) in (1..).zip(&mut phones) {
                phone["id"] = format!("{id}-phone-{index}").into();
            }
            let title = self.random.chance(85).then(|| self.random.word(TITLES));
            let record = json!({
                "first_name": first,
                "last_name": last,
                "name": name,
                "title": title,
                "account": account.as_ref().map(Made::named),
                "addresses": if self.random.chance(70) { json!([address]) } else { json!([]) },
                "email_addresses": emails,
                "phone_numbers": phones,
                "tags": self.tags(),
                "custom_fields": {
                    "region": self.region(), "score": self.random.below(101), "newsletter": self.random.chance(40),
                },
                "last_activity_at": self.last_activity(dates),
                "etag": etag(&moment::text(dates.updated)),
                "owner": self.owner_id(),
                "urls": self.urls("contacts", &id),
            });
            self.add(&id, dates, record);
            let account = account.and_then(|account| account.account);
            if let Some(contacts) = account.and_then(|account| self.contacts_of.get_mut(account)) {
                contacts.push(number);
            }
            self.contacts.push(Made { id, name, created: dates.created, account, domain: String::new() });
        }
    }

    pub(super) fn leads(&mut self, count: u32) {
        self.begin("leads");
        for number in 0..count as usize {
            let id = self.id("leads", number);
            let converted = if self.random.chance(25) { self.random.choose(&self.contacts).cloned() } else { None };
            let dates = self.dates();
            let (first, last) = (self.random.word(FIRST_NAMES), self.random.word(LAST_NAMES));
            let company = format!("{} {}", self.random.word(COMPANY_NAMES), self.random.word(COMPANY_KINDS));
            let email = email_of(&mut self.emails, first, last, &domain_of(&company));
            let (address, code) = self.address("work");
            let phone = self.phone(code, "work");
            let status = if converted.is_some() { "converted" } else { self.random.word(LEAD_STATUSES) };
            let of_contact =
                converted.as_ref().and_then(|contact| self.accounts.get(contact.account?)).map(Made::reference);
            let title = format!("{company}: {first} {last}");
            let record = json!({
                "owner": self.owner_id(),
                "lead_source": self.random.word(LEAD_SOURCES),
                "lead_type": if self.random.chance(70) { "inbound" } else { "outbound" },
                "status": status,
                "title": title,
                "contact": converted.as_ref().map(Made::reference),
                "account": of_contact,
                "first_name": first,
                "last_name": last,
                "addresses": [address],
                "email_addresses": [{ "email": email, "type": "primary" }],
                "phone_numbers": [phone],
                "custom_fields": { "region": self.region() },
                "last_activity_at": self.last_activity(dates),
                "converted_at": converted.as_ref().map(|_| text(dates.updated)),
                "converted_contact": converted.as_ref().map(Made::reference),
                "converted_account": of_contact,
                "urls": self.urls("leads", &id),
            });
            self.add(&id, dates, record);
            self.leads.push(Made { id, name: title, created: dates.created, account: None, domain: String::new() });
        }
    }
}

/// The domain of a company.
fn domain_of(name: &str) -> String {
    format!("{}.example", name.to_ascii_lowercase().replace(' ', "-"))
}

/// An email of a person that nobody else has.
pub(super) fn email_of(known: &mut HashSet<String>, first: &str, last: &str, domain: &str) -> String {
    let plain = |name: &str| name.chars().filter_map(letter).collect::<String>();
    let local = format!("{}.{}", plain(first), plain(last));
    let spellings = (1..).map(|number: u32| match number {
        1 => format!("{local}@{domain}"),
        _ => format!("{local}{number}@{domain}"),
    });
    spellings.into_iter().find(|email| known.insert(email.clone())).unwrap_or_default()
}

/// The small letter without its mark, as people spell their emails.
fn letter(letter: char) -> Option<char> {
    match letter {
        'á' | 'ã' | 'ä' => Some('a'),
        'é' | 'ë' => Some('e'),
        'í' => Some('i'),
        'ö' => Some('o'),
        'ú' | 'ü' => Some('u'),
        'ñ' => Some('n'),
        _ if letter.is_ascii_alphabetic() => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}
