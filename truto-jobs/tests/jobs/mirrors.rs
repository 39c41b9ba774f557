//! A mirror has the records of its list, byte by byte, and follows what is changed and deleted.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Duration;

use http::StatusCode;
use http::header::{HeaderName, HeaderValue};
use truto_core::crm::{ListContacts, ListOpportunities};
use truto_jobs::{Settings, Table};
use truto_sandbox::Fault;

use crate::mirroring::{
    Moving, assert_mirrored, contacts, crm, delete, live, rename, rows, short_slices, source, texts, work,
};
use crate::support::{Ledger, ledgers};

const MINUTE: Duration = Duration::from_mins(1);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mirror_equals_its_source_byte_by_byte() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(230);
        let accounts = [sandbox.accounts().salesforce, sandbox.accounts().attio, sandbox.accounts().pipedrive];
        // What a database or a reader may stumble over.
        let odd = r#"{"id": "odd", "title": "a\u0000b", "name": "\ud83d\ude00 \"'", "etag": 7, "big": 123456789012345678901234567890}"#;
        sandbox.keep(accounts[0], "crm/contacts", serde_json::from_str(odd).unwrap());
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(50), Table::new("contacts")).await.unwrap();
        mirror.accounts(accounts).await.unwrap();
        work(&jobs, &client, Settings::new()).await;

        for account in accounts {
            assert_mirrored(&ledger, "contacts", &client, account).await;
        }
        let progress = mirror.progress().await.unwrap();
        assert_eq!(
            (progress.read, progress.written, progress.rounds),
            (3 * 230 + 1, 3 * 230 + 1, 3),
            "on {}",
            ledger.on
        );
        assert!(progress.is_complete() && progress.deleted == 0, "on {}: {progress:?}", ledger.on);
        // The same accounts again are nothing new, and a second reading changes no row.
        mirror.accounts(accounts).await.unwrap();
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 0, "on {}", ledger.on);
        mirror.read_again(accounts).await.unwrap();
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 3 * 5, "on {}", ledger.on);
        let again = mirror.progress().await.unwrap();
        assert_eq!((again.read, again.written), (2 * progress.read, progress.written), "on {}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_and_rest_hold_what_the_record_has() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(30);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(50), Table::new("contacts")).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let columns =
            ["id", "first_name", "last_name", "name", "title", "last_activity_at", "created_at", "updated_at"];
        let list = columns.map(|column| format!("coalesce({column}, '')")).join(", ");
        for row in texts(&ledger, &format!("SELECT raw, rest, \"key\", {list} FROM contacts")).await {
            let raw: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&row[0]).unwrap();
            let rest: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&row[1]).unwrap();
            assert_eq!(row[2], raw["id"], "on {}", ledger.on);
            for (column, cell) in columns.iter().zip(&row[3..]) {
                let value = raw.get(*column).and_then(|value| value.as_str()).unwrap_or_default();
                assert_eq!((cell.as_str(), rest.contains_key(*column)), (value, false), "{column} on {}", ledger.on);
            }
            for (name, value) in &raw {
                assert!(
                    columns.contains(&&**name) || name == "etag" || rest.get(name) == Some(value),
                    "{name} on {}",
                    ledger.on
                );
            }
            assert!(rest.contains_key("email_addresses"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_walk_finds_what_was_deleted_and_what_came_back() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(120);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(25), Table::new("contacts")).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, short_slices()).await;
        let before = source(&client, account).await;
        let ids: Vec<&String> = before.keys().collect();
        let kept = sandbox.records(account).into_iter().find(|record| record.id == *ids[7]).unwrap();
        for id in [ids[7], ids[70]] {
            delete(&client, account, id).await;
        }
        rename(&sandbox, account, ids[30], "Countess");

        mirror.read_again([account]).await.unwrap();
        // The walk changes hands after each page, and still is one walk.
        let report = work(&jobs, &client, short_slices()).await;
        assert!(report.claims >= 5, "on {}: {report:?}", ledger.on);
        assert_mirrored(&ledger, "contacts", &client, account).await;
        let all = rows(&ledger, "contacts", account).await;
        assert!(all.len() == 120 && all[ids[7]].is_deleted && all[ids[70]].is_deleted, "on {}", ledger.on);
        let progress = mirror.progress().await.unwrap();
        assert_eq!((progress.deleted, progress.written), (2, 121), "on {}", ledger.on);

        sandbox.keep(account, "crm/contacts", serde_json::Value::Object(kept.fields));
        mirror.read_again([account]).await.unwrap();
        work(&jobs, &client, short_slices()).await;
        assert_mirrored(&ledger, "contacts", &client, account).await;
        assert_eq!(live(&ledger, "contacts", account).await.len(), 119, "on {}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partial_walk_deletes_nothing() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(40);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(100), Table::new("contacts")).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let body = r#"{"result": [], "next_cursor": null, "is_partial_response": true}"#;
        sandbox.script(
            Fault::status(StatusCode::OK)
                .body(body)
                .header(HeaderName::from_static("content-type"), HeaderValue::from_static("application/json")),
        );
        mirror.read_again([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        assert_eq!(live(&ledger, "contacts", account).await.len(), 40, "on {}", ledger.on);
        let of_account = &mirror.progress_by_account().await.unwrap()[0];
        assert_eq!(of_account.rounds, 2, "on {}", ledger.on);
        assert!(of_account.walked_at > of_account.whole_at, "on {}: {of_account:?}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn later_rounds_read_what_changed() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(300);
        let account = sandbox.accounts().salesforce;
        let clock = Moving::default();
        let jobs = clock.open(&ledger).await;
        let table = Table::new("contacts").every(10 * MINUTE).changed_by("updated_at").overlap(MINUTE);
        let mirror = jobs.run("contacts").mirror(contacts(100), table.full_every(60 * MINUTE)).await.unwrap();
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let ids: Vec<String> = source(&client, account).await.into_keys().collect();
        // Nothing is due yet.
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 0, "on {}", ledger.on);

        delete(&client, account, &ids[5]).await;
        for (round, id) in ids[10..13].iter().enumerate() {
            rename(&sandbox, account, id, "Countess");
            clock.advance(&sandbox, 10 * MINUTE);
            work(&jobs, &client, Settings::new()).await;
            let progress = mirror.progress().await.unwrap();
            // At most the changes of the last two rounds come, because of the overlap.
            let read = progress.read - 300;
            assert!(read <= 2 * (round as u64 + 1), "on {}: {progress:?}", ledger.on);
            assert_eq!((progress.written, progress.deleted), (301 + round as u64, 0), "on {}", ledger.on);
        }
        let asked = sandbox.requests().into_iter().filter(|request| request.query.contains("updated_at%5Bgt%5D"));
        assert_eq!(asked.count(), 3, "on {}", ledger.on);
        // An hour later all records are read, which tells what was deleted.
        clock.advance(&sandbox, 60 * MINUTE);
        work(&jobs, &client, Settings::new()).await;
        assert_eq!(mirror.progress().await.unwrap().deleted, 1, "on {}", ledger.on);
        assert_mirrored(&ledger, "contacts", &client, account).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_has_several_mirrors() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(60);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let people = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
        let list = ListOpportunities::builder().limit(10).call();
        let deals = jobs.run("deals").mirror(list, Table::new("deals")).await.unwrap();
        people.accounts([account]).await.unwrap();
        deals.accounts([account]).await.unwrap();
        work(&jobs, &client, short_slices()).await;
        assert_mirrored(&ledger, "contacts", &client, account).await;
        assert_eq!(live(&ledger, "deals", account).await.len(), 40, "on {}", ledger.on);
        assert!(deals.progress().await.unwrap().is_complete() && people.progress().await.unwrap().is_complete());
        // The default page works as well, and so does a request without a call.
        let again = jobs.run("more").mirror(ListContacts::builder().build(), Table::new("more")).await.unwrap();
        again.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        assert_eq!(live(&ledger, "more", account).await.len(), 60, "on {}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_that_expired_starts_the_list_again() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(90);
        let account = sandbox.accounts().salesforce;
        let jobs = ledger.open().await;
        let mirror = jobs.run("contacts").mirror(contacts(25), Table::new("contacts")).await.unwrap();
        sandbox.script(Fault::new().times(2));
        sandbox.script(Fault::status(StatusCode::GONE));
        mirror.accounts([account]).await.unwrap();
        let report = work(&jobs, &client, Settings::new()).await;
        assert_eq!(report.pages, 2 + 4, "on {}", ledger.on);
        let progress = mirror.progress().await.unwrap();
        assert_eq!((progress.read, progress.written), (50 + 90, 90), "on {}", ledger.on);
        assert!(mirror.progress_by_account().await.unwrap()[0].whole_at.is_some(), "on {}", ledger.on);
        assert_mirrored(&ledger, "contacts", &client, account).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_that_is_limited_or_held_waits() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(60);
        let [limited, held, fine] = [sandbox.accounts().salesforce, sandbox.accounts().attio, sandbox.accounts().close];
        let clock = Moving::default();
        let jobs = clock.open(&ledger).await;
        let mirror = jobs.run("contacts").mirror(contacts(25), Table::new("contacts")).await.unwrap();
        let wait = (HeaderName::from_static("retry-after"), HeaderValue::from_static("300"));
        sandbox.script(Fault::new().account(limited));
        sandbox.script(Fault::status(StatusCode::TOO_MANY_REQUESTS).header(wait.0, wait.1).account(limited));
        sandbox.script(Fault::remote(StatusCode::UNAUTHORIZED, "invalid_grant").account(held).times(u32::MAX));
        mirror.accounts([limited, held, fine]).await.unwrap();
        let report = work(&jobs, &client, Settings::new()).await;
        assert_eq!(report.parks, 1, "on {}: {report:?}", ledger.on);
        let progress = mirror.progress().await.unwrap();
        assert_eq!((progress.parked_accounts, progress.unread_accounts), (1, 2), "on {}: {progress:?}", ledger.on);
        assert_eq!(progress.held_accounts.get("needs_reauth"), Some(&1), "on {}: {progress:?}", ledger.on);
        assert_mirrored(&ledger, "contacts", &client, fine).await;
        assert_eq!(live(&ledger, "contacts", limited).await.len(), 25, "on {}", ledger.on);

        clock.advance(&sandbox, 6 * MINUTE);
        work(&jobs, &sandbox.client().build().unwrap(), Settings::new()).await;
        assert_eq!(live(&ledger, "contacts", limited).await.len(), 60, "on {}", ledger.on);
        assert_eq!(mirror.progress().await.unwrap().unread_accounts, 1, "on {}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_pause_cancel_and_forget_mirrors() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(60);
        let [first, second] = [sandbox.accounts().salesforce, sandbox.accounts().attio];
        let clock = Moving::default();
        let jobs = clock.open(&ledger).await;
        let table = Table::new("contacts").every(MINUTE);
        let mirror = jobs.run("contacts").mirror(contacts(25), table).await.unwrap();
        mirror.accounts([first, second]).await.unwrap();
        jobs.pause(first).await.unwrap();
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 3, "on {}", ledger.on);
        jobs.resume(first).await.unwrap();
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 3, "on {}", ledger.on);

        jobs.forget(first).await.unwrap();
        assert_eq!(rows(&ledger, "contacts", first).await.len(), 0, "on {}", ledger.on);
        assert_eq!(rows(&ledger, "contacts", second).await.len(), 60, "on {}", ledger.on);
        clock.advance(&sandbox, 2 * MINUTE);
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 3, "on {}", ledger.on);

        let run = jobs.runs().await.unwrap().remove(0);
        let seen = run.mirror.unwrap();
        assert_eq!((&*run.kind, seen.accounts, seen.written), ("mirror", 1, 60), "on {}", ledger.on);
        assert_eq!(jobs.check().await.unwrap().len(), 0, "on {}", ledger.on);
        ledger.execute("UPDATE truto_accounts SET due_at = NULL").await;
        let found = jobs.check().await.unwrap();
        assert!(
            found.len() == 1 && found[0].what.contains("1 mirrors, and no worker looks at it"),
            "on {}: {found:?}",
            ledger.on
        );
        jobs.resume(second).await.unwrap();
        assert_eq!(jobs.check().await.unwrap().len(), 0, "on {}", ledger.on);

        jobs.cancel("contacts").await.unwrap();
        clock.advance(&sandbox, 2 * MINUTE);
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 0, "on {}", ledger.on);
        assert_eq!(rows(&ledger, "contacts", second).await.len(), 60, "on {}", ledger.on);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_workers_share_the_lists_and_read_no_page_twice() {
    let Some(ledger) = Ledger::postgres().await else { return };
    let (sandbox, client) = crm(130);
    let accounts = [sandbox.accounts().salesforce, sandbox.accounts().attio, sandbox.accounts().pipedrive];
    let jobs = ledger.open().await;
    let mirror = jobs.run("contacts").mirror(contacts(10), Table::new("contacts")).await.unwrap();
    let read = async || {
        let workers = (0..4).map(|_| {
            // Each has few accounts, and a page in each slice, so that lists go from hand to hand.
            let worker = jobs.worker(client.clone()).settings(short_slices().accounts(1)).run();
            tokio::spawn(tokio::time::timeout(MINUTE, worker))
        });
        let mut reports = Vec::new();
        for worker in workers.collect::<Vec<_>>() {
            reports.push(worker.await.unwrap().unwrap().unwrap());
        }
        work(&jobs, &client, Settings::new()).await;
        reports
    };
    mirror.accounts(accounts).await.unwrap();
    let reports = read().await;
    assert!(reports.iter().filter(|report| report.pages > 0).count() > 1, "{reports:?}");
    let progress = mirror.progress().await.unwrap();
    assert_eq!((progress.read, progress.written, progress.rounds), (390, 390, 3));
    for account in accounts {
        assert_mirrored(&ledger, "contacts", &client, account).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_fails_is_read_again_later() {
    for ledger in ledgers().await {
        let (sandbox, client) = crm(30);
        let account = sandbox.accounts().salesforce;
        let clock = Moving::default();
        let jobs = clock.open(&ledger).await;
        let mirror = jobs.run("contacts").mirror(contacts(25), Table::new("contacts")).await.unwrap();
        sandbox.script(Fault::remote(StatusCode::FORBIDDEN, "no access to contacts"));
        mirror.accounts([account]).await.unwrap();
        work(&jobs, &client, Settings::new()).await;
        let of_account = &mirror.progress_by_account().await.unwrap()[0];
        assert!(
            of_account.error.as_ref().is_some_and(|error| error.contains("no access to contacts")),
            "{of_account:?}"
        );
        assert_eq!(mirror.progress().await.unwrap().failing_accounts, 1, "on {}", ledger.on);
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 0, "on {}", ledger.on);
        clock.advance(&sandbox, 61 * MINUTE);
        assert_eq!(work(&jobs, &client, Settings::new()).await.pages, 2, "on {}", ledger.on);
        assert_eq!(mirror.progress().await.unwrap().failing_accounts, 0, "on {}", ledger.on);
    }
}
