//! Runs the program against a sandbox in this process, on a paused clock.

use std::sync::Arc;

use truto_core::platform::ListIntegratedAccounts;
use truto_sandbox::AccountStatus;

use super::{DEADLINE, connect, demo, sandbox};

#[tokio::test(start_paused = true)]
async fn both_customers_are_connected_and_the_failure_is_explained() {
    let sandbox = Arc::new(sandbox().in_process());
    let mut out = Vec::new();
    demo(&sandbox, &mut out).await.unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.matches("/connect-account?link_token=").count(), 3, "{out}");
    assert!(out.contains("not connected: The credentials are not valid. Try again."), "{out}");
    let client = sandbox.client().build().unwrap();
    for tenant in ["acme", "globex"] {
        let accounts = ListIntegratedAccounts::builder().tenant_id(tenant).items(&client).all(10).await.unwrap();
        let [account] = accounts.as_slice() else { panic!("{tenant} has one account: {accounts:?}") };
        assert_eq!(sandbox.account_status(account.id.as_str()), Some(AccountStatus::Active));
        assert!(out.contains(&format!("connected: account {} of {tenant}, at Salesforce", account.id)), "{out}");
    }
    let contacts: Vec<_> = out.lines().filter(|line| line.trim_start().starts_with("contacts ")).collect();
    assert!(contacts.len() == 2 && contacts[0].contains("list, get, create"), "{out}");
}

#[tokio::test(start_paused = true)]
async fn a_customer_who_does_not_come_ends_the_wait() {
    let sandbox = sandbox().in_process();
    let (start, mut out) = (tokio::time::Instant::now(), Vec::new());
    let error = connect(&sandbox.client().build().unwrap(), "acme", &mut out).await.unwrap_err();
    assert_eq!(error.to_string(), "the customer has not begun to connect before the deadline");
    assert_eq!(start.elapsed(), DEADLINE);
    assert!(
        String::from_utf8(out).unwrap().starts_with("acme: open https://app.truto.one/connect-account?link_token=")
    );
}
