//! The ids of records, as each provider makes them.

use super::Provider;
use crate::random::{Random, hash};

const BASE_62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

impl Provider {
    /// The id of the record of a CRM resource with this number. `salt` makes the ids of two accounts differ.
    pub(crate) fn id(self, salt: u64, resource: &str, number: u64) -> String {
        let mut random = Random::new(salt ^ hash(resource) ^ number.rotate_left(32));
        match self {
            Self::Salesforce => format!("{}Ux{}", salesforce_prefix(resource), base_62(number + 1_000_000, 10)),
            Self::Attio => {
                let bits = u128::from(random.next()) << 64 | u128::from(random.next());
                uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().to_string()
            }
            Self::Close => {
                let random = [random.next(), random.next()].map(|number| base_62(number, 11));
                format!("{}_{}{}", close_prefix(resource), random[0], random[1])
            }
            Self::Pipedrive => (10_001 + number).to_string(),
        }
    }
}

fn salesforce_prefix(resource: &str) -> &'static str {
    match resource {
        "accounts" => "001",
        "contacts" => "003",
        "opportunities" => "006",
        "leads" => "00Q",
        "tasks" => "00T",
        "engagements" => "00U",
        "users" => "005",
        "notes" => "002",
        "fields" => "00N",
        "views" => "00B",
        "workspaces" => "00D",
        "engagement_types" => "012",
        "stages" => "01J",
        "pipelines" => "a00",
        "projects" => "a01",
        _ => "a02",
    }
}

fn close_prefix(resource: &str) -> &'static str {
    match resource {
        "accounts" => "orga",
        "contacts" => "cont",
        "opportunities" => "oppo",
        "leads" => "lead",
        "tasks" => "task",
        "engagements" => "acti",
        "users" => "user",
        "notes" => "note",
        "fields" => "cf",
        "stages" => "stat",
        "pipelines" => "pipe",
        "views" => "save",
        "projects" => "coty",
        _ => "obj",
    }
}

/// Spells a number in base 62 with this many digits.
fn base_62(mut number: u64, digits: usize) -> String {
    let mut text = vec!['0'; digits];
    for digit in text.iter_mut().rev() {
        *digit = char::from(BASE_62[usize::try_from(number % 62).unwrap_or_default()]);
        number /= 62;
    }
    text.into_iter().collect()
}
