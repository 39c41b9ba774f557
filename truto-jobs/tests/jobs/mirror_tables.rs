//! Tables of mirrors: names, columns that come later, and tables of somebody else.

#![allow(clippy::unwrap_used, clippy::panic)]

use truto_core::crm::{ListContacts, ListUsers};
use truto_jobs::{Settings, Table};

use crate::mirroring::{contacts, crm, source, texts, work};
use crate::support::ledgers;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_that_come_later_are_filled() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(30);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        // A list by name has no typed response, so its records have no columns.
        let by_name = client.account(account).unwrap().unified("crm", "contacts").list().limit(20);
        let mirror = jobs.run("contacts").mirror(by_name, Table::new("contacts")).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let first = texts(&ledger, "SELECT raw, rest FROM contacts").await;
        assert!(first.len() == 30 && first[0][1].contains("\"first_name\""), "on {}", ledger.on);

        let mirror = jobs.run("contacts").mirror(contacts(20), Table::new("contacts")).await.unwrap();
        // Nobody has to ask for it: the new columns make the accounts due.
        work(&jobs, &client, Settings::new()).await;
        assert_eq!(mirror.progress().await.unwrap().rounds, 2, "on {}", ledger.on);
        let filled = texts(&ledger, "SELECT first_name, rest FROM contacts WHERE first_name IS NOT NULL").await;
        assert!(filled.len() == 30 && !filled[0][1].contains("\"first_name\""), "on {}", ledger.on);
        assert_eq!(source(&client, account).await.len(), 30);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_of_others_are_left_alone() {
    for ledger in ledgers().await {
        let jobs = ledger.open().await;
        ledger.execute("CREATE TABLE invoices (account TEXT, amount TEXT)").await;
        let open = async |run: &str, table: Table| jobs.run(run).mirror(ListContacts::builder().build(), table).await;
        let refused = async |run: &str, table: Table| open(run, table).await.map(drop).unwrap_err().to_string();

        let error = refused("a", Table::new("invoices")).await;
        assert!(error.starts_with("the table `invoices` exists and is not a mirror"), "{error}");
        for name in
            ["", "con tacts", "x\"; DROP TABLE truto_rows; --", "truto_rows", "sqlite_x", "1st", &"x".repeat(64)]
        {
            let error = refused("a", Table::new(name)).await;
            assert!(error.contains("cannot name the table of a mirror"), "{error}");
        }
        open("contacts", Table::new("contacts")).await.unwrap();
        open("contacts", Table::new("contacts")).await.unwrap();
        let error = refused("again", Table::new("Contacts")).await;
        assert!(error.contains("the table `contacts` belongs to the run `contacts`"), "on {}: {error}", ledger.on);
        let error = refused("contacts", Table::new("others")).await;
        assert!(error.contains("give the new run another name"), "{error}");
        let other = jobs.run("contacts").mirror(contacts(7), Table::new("contacts")).await.unwrap_err().to_string();
        assert!(other.contains("with other filters or another page size"), "{other}");

        let users = jobs.run("users").mirror(ListUsers::builder().build(), Table::new("users").changed_by("seen_at"));
        let error = users.await.unwrap_err().to_string();
        assert!(error.contains("has no filter `seen_at[gt]`"), "{error}");
        let mirror = open("contacts", Table::new("contacts")).await.unwrap();
        let error = mirror.accounts(["62f44730"]).await.unwrap_err().to_string();
        assert_eq!(error, "`62f44730` is not the id of an integrated account: expected a UUID");
    }
}
