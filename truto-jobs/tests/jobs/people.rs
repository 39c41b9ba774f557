//! What a person does with a ledger: each decision has its effect, and a worker that runs at the same time respects it.

#[cfg(test)]
mod pausing;

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::{Duration, SystemTime};

    use http::{Method, StatusCode};
    use tokio::time::{sleep, timeout};
    use truto_core::crm::CreateAssociation;
    use truto_jobs::people::{Accounts, Rows, Standing};
    use truto_jobs::row::State;
    use truto_jobs::{Error, Jobs, Run, Settings};
    use truto_sandbox::{Fault, Sandbox};

    use crate::support::{Folder, Ledger, account, ledgers, link, links, sandbox};

    pub(crate) const SECONDS: Duration = Duration::from_secs(20);

    pub(crate) async fn run_of(jobs: &Jobs, rows: usize, accounts: usize) -> Run<CreateAssociation> {
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(rows, accounts)).await.unwrap();
        run
    }

    /// Returns once this is true.
    pub(crate) async fn until<F: Future<Output = bool>>(is_true: impl Fn() -> F) {
        let waiting = async {
            while !is_true().await {
                sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(SECONDS, waiting).await.expect("it did not become true");
    }

    pub(crate) fn slowly(sandbox: &Sandbox) {
        sandbox.script(Fault::delay(Duration::from_millis(20)).method(Method::POST).times(u32::MAX));
    }

    pub(crate) fn links_of(sandbox: &Sandbox, number: usize) -> usize {
        sandbox.links(&account(number)).len()
    }

    async fn states(jobs: &Jobs, state: State) -> Vec<String> {
        let rows = jobs.rows(&Rows::new().state(state).limit(10_000)).await.unwrap();
        rows.into_iter().map(|row| row.row_key).collect()
    }

    pub(crate) async fn is_sound(jobs: &Jobs) {
        let findings = jobs.check().await.unwrap();
        assert!(findings.is_empty(), "{findings:?}");
    }

    async fn rejected_rows_are_grouped_and_sent_again(ledger: &Ledger) {
        let (sandbox, client) = sandbox(3);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 30, 3).await;
        for row in 0..6 {
            let error = format!("record 003-{row} is locked");
            sandbox.script(Fault::remote(StatusCode::UNPROCESSABLE_ENTITY, &error).method(Method::POST));
        }
        jobs.worker(client.clone()).run().await.unwrap();
        assert_eq!(run.progress().await.unwrap().rejected, 6);

        let errors = jobs.errors(&Rows::new().run("import-7")).await.unwrap();
        let [group] = &*errors else { panic!("{errors:?}") };
        assert_eq!((group.rows, group.status, group.state), (6, Some(422), State::Rejected));
        assert!(group.error.contains("record # is locked"), "{}", group.error);
        assert!(group.example.error.as_ref().unwrap().contains("record 003-"), "{:?}", group.example);
        let failing = jobs.accounts(&Accounts::new().standing(Standing::Failing)).await.unwrap();
        assert_eq!(failing.iter().map(|account| account.rejected).sum::<u64>(), 6);

        // The first by its key, then the others.
        let first = states(&jobs, State::Rejected).await.remove(0);
        assert_eq!(jobs.retry(&Rows::new().row_key(&first)).await.unwrap(), 1);
        assert_eq!(jobs.retry(&Rows::new().run("import-7").state(State::Rejected)).await.unwrap(), 5);
        jobs.worker(client).run().await.unwrap();
        let progress = run.progress().await.unwrap();
        assert_eq!((progress.done, progress.rejected, sandbox.all_links().len()), (30, 0, 30));
        is_sound(&jobs).await;
    }

    async fn what_is_not_meant_is_refused_in_words(ledger: &Ledger) {
        let jobs = ledger.open().await;
        run_of(&jobs, 3, 1).await;
        let refused = |result: Result<u64, Error>| result.unwrap_err().to_string();
        assert!(refused(jobs.retry(&Rows::new()).await).contains("neither a state nor a key"));
        assert!(refused(jobs.skip(&Rows::new().state(State::Done)).await).contains("name one of ready"));
        assert!(refused(jobs.retry(&Rows::new().run("import-8").row_key("a")).await).contains("no run `import-8`"));
        assert!(refused(jobs.cancel("import-8").await).contains("no run `import-8`"));
        assert!(refused(jobs.forget(&account(9)).await).contains("no account"));
        assert!(refused(jobs.prune(Duration::ZERO, &[State::Ready]).await).contains("`ready`"));
        assert!(refused(jobs.prune(Duration::ZERO, &[State::NeedsReview]).await).contains("`needs_review`"));
        let unknown = jobs.rows(&Rows::new().account(account(9))).await.unwrap_err().to_string();
        assert!(unknown.contains("no account"), "{unknown}");
    }

    async fn skipped_rows_are_not_sent_until_they_are_sent_again(ledger: &Ledger) {
        let (sandbox, client) = sandbox(2);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 2_500, 2).await;
        let skipped = jobs.skip(&Rows::new().account(account(1)).state(State::Ready)).await.unwrap();
        assert_eq!(skipped, 1_250);
        jobs.worker(client.clone()).run().await.unwrap();
        assert_eq!((links_of(&sandbox, 0), links_of(&sandbox, 1)), (1_250, 0));
        assert!(run.progress().await.unwrap().is_finished());
        let again = Rows::new().account(account(1).to_uppercase()).state(State::Skipped);
        assert_eq!(jobs.retry(&again).await.unwrap(), 1_250);
        jobs.worker(client).run().await.unwrap();
        assert_eq!(links_of(&sandbox, 1), 1_250);
        is_sound(&jobs).await;
    }

    async fn a_cancelled_run_ends_what_is_on_the_wire_and_sends_nothing_more(ledger: &Ledger) {
        let (sandbox, client) = sandbox(3);
        slowly(&sandbox);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 3_000, 3).await;
        let worker = tokio::spawn(jobs.worker(client).settings(Settings::new().rows(8)).run());
        until(async || sandbox.all_links().len() > 20).await;
        jobs.cancel("import-7").await.unwrap();
        timeout(SECONDS, worker).await.unwrap().unwrap().unwrap();
        let progress = run.progress().await.unwrap();
        assert!(progress.is_finished() && progress.cancelled > 2_000, "{progress:?}");
        assert_eq!((progress.done + progress.cancelled, progress.done), (3_000, sandbox.all_links().len() as u64));
        let again = jobs.retry(&Rows::new().run("import-7").state(State::Cancelled)).await.unwrap_err();
        assert!(again.to_string().contains("is cancelled"), "{again}");
        let other = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap_err();
        assert!(other.to_string().contains("another name"), "{other}");
        is_sound(&jobs).await;
    }

    async fn a_cancelled_run_hides_no_row_that_may_have_been_written(ledger: &Ledger) {
        let (sandbox, client) = sandbox(1);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 4, 1).await;
        let lost = Fault::close().after_handling().method(Method::POST).times(100);
        sandbox.script(lost);
        let settings = Settings::new().pause(Duration::from_hours(1)).call_timeout(Duration::from_secs(2));
        jobs.worker(client).settings(settings).run().await.unwrap();
        assert_eq!(run.progress().await.unwrap().unknown, 4);
        assert_eq!(jobs.cancel("import-7").await.unwrap(), 4);
        assert_eq!(run.progress().await.unwrap().needs_review, 4);
    }

    async fn a_forgotten_account_leaves_nothing_behind(ledger: &Ledger) {
        let (sandbox, client) = sandbox(3);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 3_600, 3).await;
        jobs.skip(&Rows::new().account(account(1)).row_key("row 1")).await.unwrap();
        slowly(&sandbox);
        let worker = tokio::spawn(jobs.worker(client).settings(Settings::new().rows(4)).run());
        until(async || links_of(&sandbox, 1) > 10).await;
        // A worker holds it at the moment.
        assert_eq!(timeout(SECONDS, jobs.forget(&account(1))).await.unwrap().unwrap(), 1_200);
        let sent = links_of(&sandbox, 1);
        assert!(sent < 1_200);
        jobs.cancel("import-7").await.unwrap();
        timeout(SECONDS, worker).await.unwrap().unwrap().unwrap();
        assert_eq!(links_of(&sandbox, 1), sent);
        assert_eq!(run.progress().await.unwrap().total(), 2_400);
        assert_eq!(jobs.accounts(&Accounts::new()).await.unwrap().len(), 2);
        assert!(jobs.rows(&Rows::new().account(account(1))).await.is_err());
        is_sound(&jobs).await;
    }

    #[tokio::test]
    async fn a_forgotten_account_is_overwritten_in_the_file() {
        let folder = Folder::new();
        let (_sandbox, client) = sandbox(3);
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        run_of(&jobs, 3_600, 3).await;
        jobs.skip(&Rows::new().row_key("row 4")).await.unwrap();
        jobs.worker(client).run().await.unwrap();
        assert_eq!(jobs.forget(&account(1)).await.unwrap(), 1_200);
        jobs.close().await;
        for file in std::fs::read_dir(&folder.0).unwrap() {
            let file = file.unwrap().path();
            let bytes = std::fs::read(&file).unwrap();
            let holds = |text: &str| bytes.windows(text.len()).any(|found| found == text.as_bytes());
            // Of account 1 are the rows 1 and 4, and the first was written.
            let left = [&*account(1), "003000000000001", "003000000000004"].map(holds);
            assert_eq!(left, [false; 3], "{}", file.display());
            assert!(!file.ends_with("ledger.db") || holds(&account(0)));
        }
    }

    async fn an_account_of_a_worker_that_died_is_forgotten_once_its_lease_is_over(ledger: &Ledger) {
        let (sandbox, client) = sandbox(1);
        slowly(&sandbox);
        let jobs = ledger.open().await;
        run_of(&jobs, 500, 1).await;
        let settings = Settings::new().lease(Duration::from_millis(600));
        let worker = tokio::spawn(jobs.worker(client).settings(settings).run());
        until(async || links_of(&sandbox, 0) > 0).await;
        worker.abort();
        assert!(worker.await.is_err());
        assert_eq!(timeout(SECONDS, jobs.forget(&account(0))).await.unwrap().unwrap(), 500);
        assert_eq!(jobs.accounts(&Accounts::new()).await.unwrap().len(), 0);
    }

    async fn rows_that_are_final_for_long_are_removed_and_can_be_added_again(ledger: &Ledger) {
        let (sandbox, client) = sandbox(2);
        let later = Arc::new(AtomicU64::new(0));
        let clock = {
            let later = Arc::clone(&later);
            move || SystemTime::now() + Duration::from_secs(later.load(Ordering::Relaxed))
        };
        let jobs = ledger.open().await.clock(clock);
        let run = run_of(&jobs, 2_400, 2).await;
        jobs.skip(&Rows::new().account(account(0)).row_key("row 0")).await.unwrap();
        sandbox.script(Fault::remote(StatusCode::UNPROCESSABLE_ENTITY, "no").method(Method::POST));
        jobs.worker(client.clone()).run().await.unwrap();

        let hour = Duration::from_hours(1);
        let states = [State::Done, State::Skipped, State::Cancelled];
        assert_eq!(jobs.prune(hour, &states).await.unwrap(), 0);
        later.store(3700, Ordering::Relaxed);
        assert_eq!(jobs.prune(hour, &states).await.unwrap(), 2_399);
        let progress = run.progress().await.unwrap();
        assert_eq!((progress.total(), progress.rejected), (1, 1));
        is_sound(&jobs).await;
        assert_eq!(jobs.prune(hour, &[State::Rejected]).await.unwrap(), 1);
        assert_eq!(run.add(links(3, 2)).await.unwrap().new, 3);
    }

    async fn add_waits_until_workers_have_made_room(ledger: &Ledger) {
        let (sandbox, client) = sandbox(3);
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 0, 3).await.max_open(1_500);
        let adding = tokio::spawn({
            let run = run.clone();
            async move { run.add(links(4_000, 3)).await }
        });
        until(async || run.progress().await.unwrap().total() == 2_000).await;
        sleep(Duration::from_millis(600)).await;
        assert_eq!((run.progress().await.unwrap().open(), adding.is_finished()), (2_000, false));
        let worker = jobs.worker(client).shutdown(async {
            timeout(2 * SECONDS, adding).await.unwrap().unwrap().unwrap();
            until(async || run.progress().await.unwrap().is_finished()).await;
        });
        worker.await.unwrap();
        assert_eq!(sandbox.all_links().len(), 4_000);
    }

    async fn rows_are_read_page_by_page(ledger: &Ledger) {
        let jobs = ledger.open().await;
        run_of(&jobs, 25, 3).await;
        let (mut seen, mut filter) = (Vec::new(), Rows::new().run("import-7").limit(10));
        loop {
            let page = jobs.rows(&filter).await.unwrap();
            let Some(last) = page.last() else { break };
            filter = filter.after(last.place.to_string().parse().unwrap());
            assert!(page.len() <= 10 && page.iter().all(|row| row.body.is_none()));
            seen.extend(page.into_iter().map(|row| row.row_key));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 25);
        let whole = jobs.rows(&Rows::new().row_key("row 3").bodies()).await.unwrap();
        assert!(serde_json::to_string(&whole).unwrap().contains("003000000000003"), "{whole:?}");
    }

    /// More rows than a batch, between accounts that are small together.
    async fn a_large_account_is_read_and_changed_in_batches(ledger: &Ledger) {
        let jobs = ledger.open().await;
        let run = run_of(&jobs, 30, 3).await;
        let large = (30..3_230).map(|row| (account(1), format!("row {row}"), link(row)));
        run.add(large).await.unwrap();
        let skipped = || Rows::new().run("import-7").state(State::Skipped);
        assert_eq!(jobs.skip(&Rows::new().run("import-7").state(State::Ready)).await.unwrap(), 3_230);
        let (mut seen, mut filter) = (Vec::new(), skipped().limit(700));
        loop {
            let page = jobs.rows(&filter).await.unwrap();
            let Some(last) = page.last() else { break };
            filter = filter.after(last.place.clone());
            seen.extend(page.into_iter().map(|row| (row.account, row.row_key)));
        }
        assert_eq!(seen.len(), 3_230);
        assert!(seen.is_sorted(), "within an account, rows are in the order of their keys");
        assert_eq!(jobs.retry(&skipped().row_key("row 3")).await.unwrap(), 1);
        assert_eq!(jobs.retry(&skipped()).await.unwrap(), 3_229);
        assert_eq!(run.progress().await.unwrap().ready, 3_230);
        is_sound(&jobs).await;
        assert_eq!(jobs.cancel("import-7").await.unwrap(), 3_230);
        assert_eq!(jobs.prune(Duration::ZERO, &[State::Cancelled]).await.unwrap(), 3_230);
    }

    async fn a_ledger_that_is_wrong_is_told_with_what_to_do(ledger: &Ledger) {
        let jobs = ledger.open().await;
        run_of(&jobs, 6, 2).await;
        is_sound(&jobs).await;
        for damage in [
            "UPDATE truto_parts SET ready = 5, done = 1 WHERE id = 1",
            "UPDATE truto_accounts SET due_at = NULL WHERE id = 2",
            "UPDATE truto_accounts SET owner = 77, lease_until = 1 WHERE id = 1",
            "UPDATE truto_rows SET state = 'frozen' WHERE id = 6",
        ] {
            ledger.execute(damage).await;
        }
        let findings = jobs.check().await.unwrap();
        let checks: Vec<_> = findings.iter().map(|finding| finding.check).collect();
        assert_eq!(checks, ["states", "counters", "counters", "schedule", "leases"], "{findings:?}");
        assert!(
            findings[1].what.contains("5 ready rows where there are 3, 1 done rows where there are 0"),
            "{findings:?}"
        );
        assert!(findings[3].to_do.contains("truto-jobs resume"), "{findings:?}");
    }

    /// Each of these on SQLite, and on PostgreSQL if it is there.
    mod on_each_ledger {
        macro_rules! tests {
            ($($name:ident)+) => {
                $(#[tokio::test]
                async fn $name() {
                    for ledger in super::ledgers().await {
                        println!("on {}", ledger.on);
                        super::$name(&ledger).await;
                    }
                })+
            };
        }

        tests! {
            rejected_rows_are_grouped_and_sent_again
            what_is_not_meant_is_refused_in_words
            skipped_rows_are_not_sent_until_they_are_sent_again
            a_cancelled_run_ends_what_is_on_the_wire_and_sends_nothing_more
            a_cancelled_run_hides_no_row_that_may_have_been_written
            a_forgotten_account_leaves_nothing_behind
            an_account_of_a_worker_that_died_is_forgotten_once_its_lease_is_over
            rows_that_are_final_for_long_are_removed_and_can_be_added_again
            add_waits_until_workers_have_made_room
            rows_are_read_page_by_page
            a_large_account_is_read_and_changed_in_batches
            a_ledger_that_is_wrong_is_told_with_what_to_do
        }
    }
}
