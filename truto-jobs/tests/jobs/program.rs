//! The program in a process of its own: what it prints, how it ends, and what it refuses, on ledgers that the library made.

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::{Command, Output};

    use http::{Method, StatusCode};
    use serde_json::{Value, json};
    use truto_core::crm::CreateAssociation;
    use truto_jobs::people::Rows;
    use truto_jobs::{Jobs, Settings};
    use truto_sandbox::Fault;

    use crate::support::{Backwards, Folder, account, ledgers, link, links, sandbox};

    /// What the program did with these words.
    struct Ended {
        code: i32,
        out: String,
        err: String,
    }

    impl Ended {
        fn json(&self) -> Value {
            serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
        }
    }

    fn program(folder: &Folder, line: &str) -> Ended {
        words(folder, &line.split_whitespace().collect::<Vec<_>>())
    }

    fn words(folder: &Folder, words: &[&str]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
        command.env("TRUTO_JOBS_LEDGER", folder.ledger()).args(words);
        ended(command)
    }

    fn ended(mut command: Command) -> Ended {
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: status.code().unwrap(), out: text(stdout), err: text(stderr) }
    }

    /// A ledger of 12 rows in 3 accounts, after a worker: one row of account 0 is rejected, one of account 1 needs a review in a day, and
    /// account 2 has to be authorised again.
    async fn ledger() -> (Folder, Jobs) {
        let folder = Folder::new();
        let (sandbox, client) = sandbox(3);
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(12, 3)).await.unwrap();
        let refused = Fault::remote(StatusCode::UNPROCESSABLE_ENTITY, "record 003-9 says \"no\",\u{1b}[2J today");
        sandbox.script(refused.method(Method::POST).account(account(0)));
        sandbox.script(Fault::remote(StatusCode::UNAUTHORIZED, "who?").account(account(2)).times(100));
        let settings = Settings::new().concurrency(1).rows(1);
        jobs.worker(client).settings(settings).run().await.unwrap();
        (folder, jobs)
    }

    #[tokio::test]
    async fn status_counts_rows_and_ends_with_1_if_a_person_is_needed() {
        let (folder, _jobs) = ledger().await;
        let status = program(&folder, "status --json");
        let document = status.json();
        let run = &document["runs"][0];
        let counts = ["done", "rejected", "open", "total", "open_accounts"].map(|name| run[name].as_u64().unwrap());
        assert_eq!((status.code, counts), (1, [7, 1, 4, 12, 1]), "{run}");
        assert_eq!((&run["name"], &run["held_accounts"]), (&json!("import-7"), &json!({ "needs_reauth": 1 })));
        assert_eq!(run["kind"], "writes");
        assert!(run["created_at"].as_str().unwrap().ends_with('Z'), "{run}");
        let people = program(&folder, "status import-7");
        assert!(people.out.contains("7 of 12") && people.out.contains("1 needs_reauth"), "{}", people.out);
        let wrong = program(&folder, "status import-8");
        assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
        assert!(wrong.err.contains("no run `import-8`"), "{}", wrong.err);
    }

    #[tokio::test]
    async fn a_live_view_ends_with_the_run() {
        let folder = Folder::new();
        let (sandbox, client) = sandbox(2);
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add(links(20, 2)).await.unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
        command.args(["--json", "status", "--watch", "--ledger", &folder.ledger()]);
        let watching = tokio::task::spawn_blocking(move || ended(command));
        jobs.worker(client).run().await.unwrap();
        let watched = watching.await.unwrap();
        let last: Value = serde_json::from_str(watched.out.lines().last().unwrap()).unwrap();
        assert_eq!((watched.code, &last["runs"][0]["done"]), (0, &json!(20)), "{}", watched.err);
        assert_eq!(sandbox.all_links().len(), 20);
    }

    #[tokio::test]
    async fn accounts_say_what_they_wait_for() {
        let (folder, _jobs) = ledger().await;
        let names = |words| {
            let document = program(&folder, words).json();
            let accounts = document["accounts"].as_array().unwrap().clone();
            accounts.iter().map(|account| account["account"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("accounts --json").len(), 3);
        assert_eq!(names("accounts --failing --json"), [account(0)]);
        assert_eq!(names("accounts --held --run import-7 --json"), [account(2)]);
        assert!(names("accounts --parked --json").is_empty());
        let held = program(&folder, "accounts --held");
        assert_eq!(held.code, 1);
        assert!(held.out.contains("a person: needs_reauth") && held.out.contains("who?"), "{}", held.out);
        assert_eq!(program(&folder, "accounts --held --failing").code, 2);

        // Released, paused, and released again.
        assert_eq!(program(&folder, &format!("resume {}", account(2))).code, 0);
        assert!(names("accounts --held --json").is_empty());
        assert_eq!(program(&folder, &format!("pause {} {}", account(0), account(1))).code, 0);
        assert_eq!(names("accounts --held --json"), [account(0), account(1)]);
        for wrong in ["pause", &format!("pause {} --run import-7", account(0))] {
            assert_eq!(program(&folder, wrong).code, 2, "{wrong}");
        }
        let unknown = program(&folder, &format!("pause {}", account(9)));
        assert_eq!((unknown.code, unknown.err.contains("no account")), (2, true), "{}", unknown.err);
    }

    #[tokio::test]
    async fn a_paused_run_waits_for_a_person() {
        let folder = Folder::new();
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        jobs.run("import-7").writes::<CreateAssociation>().await.unwrap().add(links(4, 1)).await.unwrap();
        let paused = program(&folder, "pause --run import-7 --json");
        assert_eq!((paused.code, paused.json()), (0, json!({ "command": "pause", "run": "import-7" })));
        let status = program(&folder, "status --json");
        assert_eq!((status.code, status.json()["runs"][0]["paused_at"].is_string()), (1, true), "{}", status.out);
        // A live view does not wait for a run that stands still.
        let people = program(&folder, "status --watch");
        assert!(people.code == 1 && people.out.contains("paused"), "{}", people.out);
        assert!(program(&folder, "accounts").out.contains("a run that is paused"));
        assert_eq!(program(&folder, "resume --run import-7").code, 0);
        assert_eq!(program(&folder, "status --over 0").code, 0);
        let unknown = program(&folder, "pause --run import-8");
        assert_eq!((unknown.code, unknown.err.contains("no run `import-8`")), (2, true), "{}", unknown.err);
    }

    #[tokio::test]
    async fn rows_show_no_requests_unless_they_are_asked_for() {
        let (folder, _jobs) = ledger().await;
        let rejected = program(&folder, "rows --state rejected --json");
        let row = rejected.json()["rows"][0].clone();
        assert_eq!((rejected.code, &row["state"], &row["status"]), (1, &json!("rejected"), &json!(422)));
        assert!(row["error"].as_str().unwrap().contains("record 003-9") && row.get("body").is_none(), "{row}");
        let all = program(&folder, "rows --run import-7");
        assert!(
            !all.out.contains("00300000") && !all.out.contains('\u{1b}') && all.out.contains("\\u{1b}"),
            "{}",
            all.out
        );
        let bodies = program(&folder, "rows --state ready --bodies --json");
        assert!(bodies.out.contains("00300000"), "{}", bodies.out);
        let first = program(&folder, "rows --limit 5 --json").json();
        let place = first["rows"][4]["place"].as_str().unwrap().to_owned();
        let rest = words(&folder, &["rows", "--limit", "50", "--after", &place, "--json"]).json();
        assert_eq!(rest["rows"].as_array().unwrap().len(), 7);
        let wrong = program(&folder, "rows --state lost");
        assert_eq!((wrong.code, wrong.err.contains("needs_review")), (2, true), "{}", wrong.err);
    }

    #[tokio::test]
    async fn encrypted_requests_are_never_shown() {
        let folder = Folder::new();
        let jobs = Jobs::open(&folder.ledger()).await.unwrap().cipher(Backwards);
        jobs.run("import-7").writes::<CreateAssociation>().await.unwrap().add(links(1, 1)).await.unwrap();
        let rows = program(&folder, "rows --bodies --json");
        assert_eq!(rows.json()["rows"][0]["body"], "encrypted");
        assert!(!rows.out.contains("003000000000000") && !rows.out.contains("000000000000300"), "{}", rows.out);
    }

    #[tokio::test]
    async fn errors_are_grouped_and_exported() {
        let (folder, _jobs) = ledger().await;
        let errors = program(&folder, "errors --group --json");
        let group = errors.json()["errors"][0].clone();
        assert_eq!((errors.code, &group["rows"], &group["status"]), (1, &json!(1), &json!(422)));
        assert!(group["error"].as_str().unwrap().contains("record # says"), "{group}");

        let file = folder.0.join("out.csv");
        let exported = program(&folder, &format!("export --rejected {} --json", file.display()));
        assert_eq!((exported.code, &exported.json()["files"][0]["rows"]), (0, &json!(1)), "{}", exported.err);
        let csv = std::fs::read_to_string(&file).unwrap();
        let lines: Vec<_> = csv.split("\r\n").collect();
        assert_eq!(lines[0], "run,account,row_key,state,status,request_id,sends,ended_at,error");
        assert!(lines[1].starts_with(&format!("import-7,{},row ", account(0))), "{csv}");
        assert!(lines[1].contains("says \"\"no\"\","), "{csv}");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let standard = program(&folder, "export --needs-review -");
        assert_eq!((standard.code, standard.out.lines().count()), (0, 1));
        let nowhere = program(&folder, "export --rejected /nonexistent/out.csv");
        assert_eq!((nowhere.code, nowhere.err.contains("give --rejected another file")), (2, true), "{}", nowhere.err);
    }

    #[tokio::test]
    async fn a_text_in_an_export_is_never_a_formula() {
        let folder = Folder::new();
        let (sandbox, client) = sandbox(1);
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        let run = jobs.run("import-7").writes::<CreateAssociation>().await.unwrap();
        run.add([(account(0), "=1+1", link(0))]).await.unwrap();
        sandbox.script(Fault::remote(StatusCode::UNPROCESSABLE_ENTITY, "no").method(Method::POST));
        jobs.worker(client).run().await.unwrap();

        let guarded = program(&folder, "export --rejected -");
        assert!(guarded.out.contains(&format!("import-7,{},'=1+1,rejected", account(0))), "{}", guarded.out);
        assert!(guarded.err.contains("guarded cells: 1"), "{}", guarded.err);
        let raw = program(&folder, "export --rejected - --raw");
        assert!(raw.out.contains(&format!("import-7,{},=1+1,rejected", account(0))), "{}", raw.out);
        assert_eq!(raw.err, "");
        let file = folder.0.join("out.csv");
        let told = program(&folder, &format!("export --rejected {}", file.display()));
        assert!(told.out.contains("--raw leaves it out"), "{}", told.out);
        assert!(program(&folder, "export --help").out.contains("apostrophe"));
    }

    #[tokio::test]
    async fn what_cannot_be_undone_needs_a_yes() {
        let (folder, jobs) = ledger().await;
        let forget = format!("forget --account {}", account(2));
        for words in
            ["skip --all --state ready", "cancel import-7", &forget, "prune --older-than 1d", "retry --all --key x"]
        {
            let refused = program(&folder, words);
            assert_eq!((refused.code, refused.err.contains("pass --yes")), (2, true), "{words}: {}", refused.err);
        }
        assert_eq!(program(&folder, "skip --all --yes").code, 2);
        assert_eq!(program(&folder, "retry").code, 2);

        let rows = |words: &str| {
            let ended = program(&folder, &format!("{words} --json"));
            assert_eq!(ended.code, 0, "{words}: {}", ended.err);
            ended.json()["rows"].as_u64().unwrap()
        };
        assert_eq!(rows("retry --run import-7"), 1);
        assert_eq!(rows(&format!("skip --account {} --state ready --yes", account(2))), 4);
        assert_eq!(rows(&format!("{forget} --yes")), 4);
        assert_eq!(rows("cancel import-7 --yes"), 1);
        assert_eq!(rows("prune --older-than 0s --yes"), 8);
        assert!(jobs.rows(&Rows::new()).await.unwrap().is_empty());
        assert_eq!(program(&folder, "status").code, 0);
    }

    #[tokio::test]
    async fn the_doctor_finds_what_is_wrong() {
        let (folder, jobs) = ledger().await;
        let sound = program(&folder, "doctor --json");
        assert_eq!((sound.code, sound.json()), (0, json!({ "version": 1, "findings": [] })));
        jobs.close().await;
        let database = sqlx::SqlitePool::connect(&folder.ledger()).await.unwrap();
        sqlx::query("UPDATE truto_accounts SET due_at = NULL, hold = NULL").execute(&database).await.unwrap();
        let ill = program(&folder, "doctor");
        assert_eq!(ill.code, 1);
        assert!(ill.out.contains(&format!("truto-jobs resume {}", account(2))), "{}", ill.out);
        program(&folder, &format!("resume {}", account(2)));
        assert_eq!(program(&folder, "doctor").code, 0);
    }

    #[tokio::test]
    async fn either_database_is_read_and_changed() {
        for ledger in ledgers().await {
            let jobs = ledger.open().await;
            jobs.run("import-7").writes::<CreateAssociation>().await.unwrap().add(links(6, 2)).await.unwrap();
            let skip = format!("skip --account {} --state ready --yes", account(1));
            for (words, code) in [
                ("status", 0),
                ("accounts --failing", 0),
                ("rows --state ready --bodies", 0),
                ("errors --group", 0),
                ("workers", 0),
                (&skip, 0),
                ("export --rejected -", 0),
                ("prune --older-than 0s --yes", 0),
                ("doctor", 0),
            ] {
                let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
                command.args(["--ledger", ledger.url()]).args(words.split_whitespace());
                let ended = ended(command);
                assert_eq!(ended.code, code, "{words} on {}: {}{}", ledger.on, ended.out, ended.err);
            }
            assert_eq!(jobs.rows(&Rows::new()).await.unwrap().len(), 3, "on {}", ledger.on);
        }
    }

    #[tokio::test]
    async fn workers_are_listed_while_they_work() {
        let folder = Folder::new();
        let (_sandbox, client) = sandbox(1);
        let jobs = Jobs::open(&folder.ledger()).await.unwrap();
        let (listed, end) = tokio::sync::oneshot::channel();
        let url = folder.ledger();
        let worker = jobs.worker(client).shutdown(async {
            let list = tokio::task::spawn_blocking(move || {
                let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
                command.args(["workers", "--json", "--ledger", &url]);
                ended(command)
            });
            listed.send(list.await.unwrap().json()).unwrap();
        });
        worker.await.unwrap();
        let document = end.await.unwrap();
        assert!(
            document["workers"][0]["name"].as_str().unwrap().ends_with(&format!(":{}", std::process::id())),
            "{document}"
        );
        assert!(program(&folder, "workers").out.contains("no workers"));
    }

    #[test]
    fn a_ledger_that_is_not_there_is_not_made() {
        let folder = Folder::new();
        let missing = program(&folder, "status");
        assert_eq!((missing.code, missing.err.contains("there is no file")), (2, true), "{}", missing.err);
        assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0);
        std::fs::write(folder.0.join("ledger.db"), "").unwrap();
        assert!(program(&folder, "status").err.contains("holds no ledger"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
        command.arg("status").env_remove("TRUTO_JOBS_LEDGER");
        let unnamed = ended(command);
        assert_eq!((unnamed.code, unnamed.err.contains("TRUTO_JOBS_LEDGER")), (2, true), "{}", unnamed.err);
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-jobs"));
        command.args(["status", "--ledger", "mysql://root:hunter2@localhost/x"]);
        let other = ended(command);
        assert!(other.code == 2 && other.err.contains("mysql") && !other.err.contains("hunter2"), "{}", other.err);
    }
}
