//! The CRM: a sandbox on a socket, and its records as the API lists them.

use std::collections::BTreeMap;
use std::sync::Arc;

use truto_core::{Account, Json, crm, unified_endpoint};
use truto_sandbox::{CrmData, Sandbox};

/// Lists any resource, as plain JSON: the test does not read with the types that it tests.
#[unified_endpoint(GET, "/unified/crm/{resource}", paginated)]
pub struct ListRecords {
    pub resource: String,
}

/// Deletes a record of any resource.
#[unified_endpoint(DELETE, "/unified/crm/{resource}/{id}")]
pub struct DeleteRecord {
    pub resource: String,
    pub id: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Crm {
    pub(crate) sandbox: Arc<Sandbox>,
    pub(crate) account: Account,
}

impl Crm {
    pub(crate) async fn start() -> Self {
        let data = CrmData::new().records(0).accounts(150).contacts(1_200).opportunities(400);
        let sandbox = Sandbox::builder().endpoints(crm::endpoints()).crm_data(data).request_log(0);
        let sandbox = sandbox.start().await.unwrap();
        let account = sandbox.client().build().unwrap().account(sandbox.accounts().salesforce).unwrap();
        Self { sandbox: Arc::new(sandbox), account }
    }

    pub(crate) async fn records(&self, resource: &str) -> BTreeMap<String, Json> {
        let mut items = ListRecords::builder().resource(resource).limit(500).items(&self.account);
        let mut records = BTreeMap::new();
        while let Some(record) = items.try_next().await.unwrap() {
            let id = record["id"].as_str().unwrap().to_owned();
            assert!(records.insert(id, record).is_none());
        }
        records
    }

    pub(crate) async fn delete(&self, resource: &str, id: &str) {
        DeleteRecord::builder().resource(resource).id(id).send(&self.account).await.unwrap();
    }
}
