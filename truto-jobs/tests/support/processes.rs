//! Workers in processes of their own, which a test can stop, wake and kill. The test binary runs itself: each file with such tests
//! has `worker_process!()`.

use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use truto_core::Client;
use truto_jobs::{Jobs, Settings};
use truto_sandbox::Sandbox;

/// A worker in another process. It is killed when it is dropped.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts a worker on this ledger.
    pub fn start(ledger: &str, sandbox: &Sandbox, lease: Duration) -> Self {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "worker_process", "--ignored", "--nocapture"])
            .env("TRUTO_TEST_LEDGER", ledger)
            .env("TRUTO_TEST_API", sandbox.url())
            .env("TRUTO_TEST_TOKEN", sandbox.token())
            .env("TRUTO_TEST_LEASE", lease.as_millis().to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn();
        Self(child.unwrap())
    }

    /// Stops it: from then on it does nothing until it is woken.
    pub fn stop(&self) {
        self.signal("-STOP");
    }

    pub fn wake(&self) {
        self.signal("-CONT");
    }

    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }

    /// Asks it to shut down, and waits until it ended. Returns whether it ended well.
    pub fn finish(mut self) -> bool {
        drop(self.0.stdin.take());
        self.0.wait().unwrap().success()
    }

    fn signal(&self, signal: &str) {
        assert!(Command::new("kill").args([signal, &self.0.id().to_string()]).status().unwrap().success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Settings under which a worker that is gone is missed within a few seconds.
pub fn hasty(lease: Duration) -> Settings {
    Settings::new()
        .concurrency(8)
        .accounts(4)
        .rows(4)
        .slice(Duration::from_millis(300))
        .lease(lease)
        .call_timeout(lease * 2)
        .pause(Duration::from_millis(50))
        .poll(Duration::from_millis(50))
}

/// What the other process does: a worker that shuts down once its input ends.
pub async fn work() {
    let var = |name| std::env::var(name).unwrap();
    let lease = Duration::from_millis(var("TRUTO_TEST_LEASE").parse().unwrap());
    let client = Client::builder().token(var("TRUTO_TEST_TOKEN")).base_url(var("TRUTO_TEST_API")).build().unwrap();
    let jobs = Jobs::open(&var("TRUTO_TEST_LEDGER")).await.unwrap();
    let (tell, told) = tokio::sync::oneshot::channel::<()>();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = tell.send(());
    });
    jobs.worker(client).settings(hasty(lease)).shutdown(told).await.unwrap();
}

/// The test that other tests start as a process.
#[macro_export]
macro_rules! worker_process {
    () => {
        #[tokio::test]
        #[ignore = "other tests start it as a process"]
        async fn worker_process() {
            support::work().await;
        }
    };
}
