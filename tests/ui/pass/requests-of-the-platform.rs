//! Requests of the platform take the client, however a program holds it. They have no parameters of unified calls, so fields may have
//! their names.

use std::sync::Arc;

use truto_core::contract::Scope;
use truto_core::scope::{AccountScope, ClientScope};
use truto_core::{Account, Client, Endpoint, Json, Paginated, unified_endpoint};

#[unified_endpoint(GET, "/sync-job-run", paginated)]
pub struct ListRuns {
    pub integrated_account_id: Option<String>,
    pub remote_query: Option<String>,
}

#[unified_endpoint(POST, "/webhook")]
pub struct CreateWebhook {
    pub target_url: String,
    pub remote_data: Option<Json>,
}

/// With the token of an integrated account, no account is named.
#[unified_endpoint(GET, "/unified/crm/contacts/{id}", scope = client)]
pub struct GetOwnContact {
    pub id: String,
}

/// A path of the platform that takes an account.
#[unified_endpoint(GET, "/forms/{id}", scope = account)]
pub struct GetForm {
    pub id: String,
}

fn all<E: Paginated<Scope = ClientScope>>(list: &E, client: &Client) -> truto_core::paging::Items<E::Item> {
    list.items(client)
}

fn one<E: Endpoint<Scope = AccountScope>>(request: &E, account: &Account) -> truto_core::Sending<E::Response> {
    request.send(account)
}

#[test]
fn each_is_sent_to_its_handle() {
    let client = Client::builder().token("t").base_url("http://127.0.0.1:9").build().unwrap();
    let account = client.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d").unwrap();
    let shared = (Arc::new(client.clone()), Arc::new(account.clone()));
    let runs = ListRuns::builder().integrated_account_id("1").remote_query("2").limit(3).next_cursor("4");
    drop(runs.clone().send(&client));
    drop(runs.clone().pages(&shared.0));
    drop(runs.clone().items(&&client));
    drop(all(&runs.build(), &client));
    drop(CreateWebhook::builder().target_url("u").remote_data(1).send(&client));
    drop(GetOwnContact::builder().id("1").send(&client));
    drop(GetForm::builder().id("1").ignore_remote_data(true).send(&shared.1));
    drop(one(&GetForm::builder().id("1").build(), &account));
    assert_eq!(ListRuns::CONTRACT.scope(), Scope::Client);
    assert_eq!(GetOwnContact::CONTRACT.scope(), Scope::Client);
    assert_eq!(GetForm::CONTRACT.scope(), Scope::Account);
}
