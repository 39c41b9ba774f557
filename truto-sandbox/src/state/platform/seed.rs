//! The rows of a platform at its start: a team with its user, environment and token, the four integrations with their
//! installations, the CRM model, and the accounts of the sandbox.

use serde_json::{Value, json};

use super::ids;
use super::tables::{KEY, Row, Tables};
use crate::provider::Provider;
use crate::state::accounts::Account;
use crate::state::clock::Clock;

/// The rows of the start are older than all others.
const STARTED: &str = "2024-01-01T00:00:00.000Z";
const CATEGORIES: [(&str, &str); 4] =
    [("crm", "CRM"), ("hris", "HRIS"), ("ticketing", "Ticketing"), ("accounting", "Accounting")];

/// What the rows of the start are made of.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    pub(crate) number: u32,
    pub(crate) clock: Clock,
    pub(crate) accounts: Vec<Account>,
}

impl Seed {
    pub(super) fn tables(&self) -> Tables {
        let mut tables = Tables::new(u64::from(self.number) ^ 0x7472_7574, self.clock.clone());
        let mut add = |resource, row: Value| {
            let Value::Object(mut row) = row else { return };
            for name in ["created_at", "updated_at"] {
                row.insert(name.to_owned(), Value::from(STARTED));
            }
            tables.insert(resource, row);
        };
        add("team", json!({ "id": ids::TEAM, "name": "Sandbox", "domain": "sandbox.example", "logo": null }));
        add("environment", json!({ "id": ids::ENVIRONMENT, "name": "Sandbox", "team_id": ids::TEAM }));
        add(
            "user",
            json!({
                "id": ids::USER, "name": "Ada Lovelace", "email": "ada@sandbox.example", "is_active": true,
                "is_staff": false, "last_login_at": null, "role": ["admin"], "team": [ids::TEAM],
                "environment": [ids::ENVIRONMENT],
            }),
        );
        add(
            "api-token",
            json!({
                "id": ids::API_TOKEN, "name": "The token of the sandbox", "environment_id": ids::ENVIRONMENT,
                "created_by": ids::USER, "expires_at": null,
            }),
        );
        for (name, label) in CATEGORIES {
            add("category", json!({ (KEY): name, "name": name, "label": label }));
        }
        for provider in Provider::ALL {
            add("integration", integration(provider));
            add(
                "environment-integration",
                json!({
                    "id": provider.installation_id(), "integration_id": provider.integration_id(),
                    "environment_id": ids::ENVIRONMENT, "show_in_catalog": true, "is_enabled": true, "override": {},
                }),
            );
        }
        add(
            "unified-model",
            json!({
                "id": ids::CRM, "name": "crm", "category": "crm", "description": "Contacts, accounts and deals",
                "team_id": ids::TEAM, "sharing": "allow", "resources": {}, "docs": {}, "scopes": {}, "webhooks": {},
                "version": 1, "installed_environment": [ids::ENVIRONMENT],
            }),
        );
        add(
            "environment-unified-model",
            json!({
                "id": ids::CRM_INSTALLED, "unified_model_id": ids::CRM, "environment_id": ids::ENVIRONMENT, "override": {},
            }),
        );
        for account in &self.accounts {
            add("integrated-account", Value::Object(row(account)));
        }
        tables
    }
}

fn integration(provider: Provider) -> Value {
    json!({
        "id": provider.integration_id(), "name": provider.slug(), "category": "crm", "is_beta": false,
        "config": { "label": provider.name() }, "version": 1, "team_id": ids::TEAM, "sharing": "allow",
        "installed_environment": [ids::ENVIRONMENT], "can_install": true, "default_oauth_app_id": null,
    })
}

/// The row of an account that a test defined.
fn row(account: &Account) -> Row {
    let provider = account.provider();
    let row = json!({
        "id": account.id(), "tenant_id": "sandbox", "environment_integration_id": provider.installation_id(),
        "environment_id": ids::ENVIRONMENT, "status": "active", "is_sandbox": account.is_read_only(),
        "authentication_method": provider.authentication(), "region": "wnam", "context": {}, "last_error": null,
    });
    match row {
        Value::Object(row) => row,
        _ => Row::new(),
    }
}
