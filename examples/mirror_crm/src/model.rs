//! TEMPORARY
use serde::{Deserialize, Serialize};
use truto_core::types::RawJson;
use truto_core::{DateFilter, Timestamp, unified_endpoint};

#[derive(Debug, Default, Serialize)]
pub(crate) struct Unknown;
impl Unknown { pub(crate) fn is_empty(&self) -> bool { true } }

#[derive(Deserialize, Serialize, Debug)]
pub struct Ref { pub(crate) id: Option<String> }

#[derive(Deserialize, Debug)]
pub struct Contact {
    pub(crate) id: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) account: Option<Ref>,
    pub(crate) owner: Option<Ref>,
    #[serde(default)]
    pub(crate) email_addresses: Vec<RawJson>,
    #[serde(default)]
    pub(crate) phone_numbers: Vec<RawJson>,
    #[serde(default)]
    pub(crate) addresses: Vec<RawJson>,
    #[serde(default)]
    pub(crate) tags: Vec<RawJson>,
    #[serde(default)]
    pub(crate) urls: Vec<RawJson>,
    pub(crate) custom_fields: Option<RawJson>,
    pub(crate) last_activity_at: Option<Timestamp>,
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) updated_at: Option<Timestamp>,
    pub(crate) remote_data: Option<RawJson>,
    #[serde(skip)]
    pub(crate) unknown: Unknown,
}
#[derive(Deserialize, Debug)]
pub struct Account {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) industry: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) number_of_employees: Option<i64>,
    pub(crate) owner: Option<Ref>,
    #[serde(default)]
    pub(crate) phone_numbers: Vec<RawJson>,
    #[serde(default)]
    pub(crate) addresses: Vec<RawJson>,
    #[serde(default)]
    pub(crate) tags: Vec<RawJson>,
    #[serde(default)]
    pub(crate) urls: Vec<RawJson>,
    pub(crate) custom_fields: Option<RawJson>,
    pub(crate) last_activity_at: Option<Timestamp>,
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) updated_at: Option<Timestamp>,
    pub(crate) remote_data: Option<RawJson>,
    #[serde(skip)]
    pub(crate) unknown: Unknown,
}
#[derive(Deserialize, Debug)]
pub struct Opportunity {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) amount: Option<RawJson>,
    pub(crate) currency: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) owner: Option<Ref>,
    pub(crate) account: Option<Ref>,
    pub(crate) stage: Option<RawJson>,
    #[serde(default)]
    pub(crate) contact: Vec<RawJson>,
    #[serde(default)]
    pub(crate) tags: Vec<RawJson>,
    #[serde(default)]
    pub(crate) urls: Vec<RawJson>,
    pub(crate) close_date: Option<Timestamp>,
    pub(crate) custom_fields: Option<RawJson>,
    pub(crate) last_activity_at: Option<Timestamp>,
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) updated_at: Option<Timestamp>,
    pub(crate) remote_data: Option<RawJson>,
    #[serde(skip)]
    pub(crate) unknown: Unknown,
}

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts", response = Contact, paginated)]
pub struct ListContacts {
    updated_at: Option<DateFilter>,
}
/// Gets one.
#[unified_endpoint(GET, "/unified/crm/contacts/{id}", response = Contact)]
pub struct GetContact {
    id: String,
}
/// Lists accounts.
#[unified_endpoint(GET, "/unified/crm/accounts", response = Account, paginated)]
pub struct ListAccounts {
    updated_at: Option<DateFilter>,
}
/// Gets one.
#[unified_endpoint(GET, "/unified/crm/accounts/{id}", response = Account)]
pub struct GetAccount {
    id: String,
}
/// Lists opportunities.
#[unified_endpoint(GET, "/unified/crm/opportunities", response = Opportunity, paginated)]
pub struct ListOpportunities {
    updated_at: Option<DateFilter>,
}
/// Gets one.
#[unified_endpoint(GET, "/unified/crm/opportunities/{id}", response = Opportunity)]
pub struct GetOpportunity {
    id: String,
}
