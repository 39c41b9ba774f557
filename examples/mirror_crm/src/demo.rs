//! The CRM behind the sandbox, for a run without a token: made-up records, and people who change some of them.

use std::time::SystemTime;

use serde_json::{Value, json};
use truto_core::Timestamp;
use truto_sandbox::{Sandbox, SandboxBuilder, endpoints};

use crate::model::{GetAccount, GetContact, GetOpportunity, ListAccounts, ListContacts, ListOpportunities};

const ACCOUNTS: usize = 120;
const CONTACTS: usize = 1500;
const OPPORTUNITIES: usize = 400;
/// Every so many records change while people work.
const CHANGED: usize = 150;

/// A sandbox with the endpoints that the mirror calls.
pub(crate) fn sandbox() -> SandboxBuilder {
    Sandbox::builder().endpoints(endpoints![
        ListAccounts,
        GetAccount,
        ListContacts,
        GetContact,
        ListOpportunities,
        GetOpportunity,
    ])
}

/// Fills an account of the sandbox. The records are the same in each run.
pub(crate) fn fill(sandbox: &Sandbox, account: &str) {
    for n in 0..ACCOUNTS {
        sandbox.keep(account, "crm/accounts", record("acc", n, json!({
            "name": format!("{} {}", pick(n, &["Northwind", "Fabrikam", "Contoso", "Initech"]), n),
            "industry": pick(n / 3, &["Software", "Shipping", "Farming"]),
            "number_of_employees": 10 + n * 7,
            "owner": { "id": format!("usr_{:06}", n % 9) },
            "tier": pick(n, &["gold", "silver"]),
        })));
    }
    for n in 0..CONTACTS {
        let (first, last) = (pick(n, &["Ada", "Grace", "Alan", "Edsger", "Barbara"]), pick(n / 5, &["Byron", "Murray", "Mathison", "Wybe"]));
        sandbox.keep(account, "crm/contacts", record("con", n, json!({
            "first_name": first,
            "last_name": last,
            "name": format!("{first} {last}"),
            "account": { "id": format!("acc_{:06}", n % ACCOUNTS), "name": "a name that may be old" },
            "email_addresses": [{ "email": format!("{first}.{n}@example.com"), "type": "work" }],
            "custom_fields": { "shoe_size": n % 50 },
        })));
    }
    for n in 0..OPPORTUNITIES {
        sandbox.keep(account, "crm/opportunities", record("opp", n, json!({
            "name": format!("Renewal {n}"),
            "amount": (n as f64) * 1000.25,
            "currency": pick(n, &["EUR", "USD"]),
            "account": { "id": format!("acc_{:06}", n % ACCOUNTS) },
            "contact": [{ "id": format!("con_{:06}", n % CONTACTS) }],
            "status": pick(n, &["open", "won", "lost"]),
            "close_date": "2026-12-31",
        })));
    }
}

/// Changes some records, as people do. Returns how many.
pub(crate) fn work(sandbox: &Sandbox, account: &str) -> usize {
    let now = Timestamp::from(SystemTime::now());
    let records = sandbox.records(account);
    let changed = records.into_iter().step_by(CHANGED).map(|record| {
        let mut fields = record.fields;
        fields.insert("description".to_owned(), format!("changed at {}", now.as_str()).into());
        fields.insert("updated_at".to_owned(), now.as_str().into());
        sandbox.keep(account, &record.resource, Value::Object(fields));
    });
    changed.count()
}

fn record(kind: &str, n: usize, mut fields: Value) -> Value {
    fields["id"] = format!("{kind}_{n:06}").into();
    fields["created_at"] = format!("2025-{:02}-{:02}T08:30:00Z", 1 + n % 12, 1 + n % 28).into();
    fields["updated_at"] = format!("2026-{:02}-{:02}T{:02}:15:00.000Z", 1 + n % 10, 1 + n % 28, n % 24).into();
    fields
}

fn pick(n: usize, of: &[&'static str]) -> &'static str {
    of[n % of.len()]
}
