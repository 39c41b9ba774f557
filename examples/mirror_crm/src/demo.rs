//! The CRM behind the sandbox, for a run without a token: generated records, and people who change some of them.

use serde_json::Value;
use truto_core::crm;
use truto_sandbox::{CrmData, Sandbox, SandboxBuilder};

/// Every so many records change while people work.
const CHANGED: usize = 97;

/// A sandbox with a CRM. Its records are the same in each run.
pub(crate) fn sandbox() -> SandboxBuilder {
    let data = CrmData::new().accounts(200).contacts(2_000).opportunities(600);
    Sandbox::builder().endpoints(crm::endpoints()).crm_data(data)
}

/// Changes some records, as people do. Returns how many.
pub(crate) fn work(sandbox: &Sandbox, account: &str) -> usize {
    let mirrored = ["crm/accounts", "crm/contacts", "crm/opportunities"];
    let records = sandbox.records(account).into_iter().filter(|record| mirrored.contains(&&*record.resource));
    let changed = records.step_by(CHANGED).map(|mut record| {
        if let Some(Value::String(name)) = record.fields.get_mut("name") {
            name.push('*');
        }
        // A record that is kept without this time gets that of the moment.
        record.fields.remove("updated_at");
        sandbox.keep(account, &record.resource, Value::Object(record.fields));
    });
    changed.count()
}
