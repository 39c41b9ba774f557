//! Workers in processes of their own, which a test can stop, wake and kill. The test binary runs itself, as its
//! test `worker_process`.

use std::io::Read as _;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::oneshot;
use truto_core::Client;
use truto_jobs::{Jobs, Point, Settings};
use truto_sandbox::Sandbox;

/// A worker in another process. It is killed when it is dropped.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts a worker on this ledger.
    pub fn start(ledger: &str, sandbox: &Sandbox, lease: Duration) -> Self {
        Self::spawn(command(ledger, sandbox, lease))
    }

    /// Starts a worker that dies when it is at this point for the third time, or for the first time if it is there only now and then.
    pub fn start_to_die(ledger: &str, sandbox: &Sandbox, lease: Duration, point: Point) -> Self {
        let mut command = command(ledger, sandbox, lease);
        command.env("TRUTO_TEST_POINT", format!("{point:?}"));
        Self::spawn(command)
    }

    /// Starts a worker whose files may not grow beyond 1 MiB.
    pub fn start_cramped(ledger: &str, sandbox: &Sandbox, lease: Duration) -> Self {
        let mut command = command(ledger, sandbox, lease);
        command.env("TRUTO_TEST_CRAMPED", "1");
        let test = std::env::current_exe().unwrap();
        let mut shell = Command::new("sh");
        // A write beyond the limit is an error of the write, as on a full disk, and not a signal.
        shell.args(["-c", "trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$@\""]).arg(test).args(command.get_args());
        for (name, value) in command.get_envs() {
            shell.env(name, value.unwrap_or_default());
        }
        Self::spawn(shell)
    }

    /// Starts a worker whose clock steps by a minute again and again.
    pub fn start_with_steps(ledger: &str, sandbox: &Sandbox, lease: Duration) -> Self {
        let mut command = command(ledger, sandbox, lease);
        command.env("TRUTO_TEST_STEPS", "1");
        Self::spawn(command)
    }

    fn spawn(mut command: Command) -> Self {
        Self(command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap())
    }

    /// Starts a process whose output is read.
    pub fn start_to_tell(mut command: Command) -> (Self, ChildStdout) {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let output = child.stdout.take().unwrap();
        (Self(child), output)
    }

    /// The most memory that it has held, in MiB. Linux tells it.
    pub fn peak_memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).unwrap();
        peak.parse::<f64>().unwrap() / 1024.0
    }

    /// Waits until the process is gone. `false` if it is not gone in time.
    pub async fn is_gone_within(&mut self, time: Duration) -> bool {
        let started = Instant::now();
        while started.elapsed() < time {
            if self.0.try_wait().unwrap().is_some() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        false
    }

    /// Waits until the process ends by itself, and returns whether it ended well.
    pub fn ended_well(mut self) -> bool {
        self.0.wait().unwrap().success()
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

    /// Asks it to shut down. A process that is stopped reads it once it is woken.
    pub fn tell_to_end(&mut self) {
        drop(self.0.stdin.take());
    }

    /// Asks it to shut down, and waits until it ended. Returns whether it ended well.
    pub fn finish(mut self) -> bool {
        self.tell_to_end();
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

/// The test binary, as a worker.
fn command(ledger: &str, sandbox: &Sandbox, lease: Duration) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "worker_process", "--ignored", "--nocapture"])
        .env("TRUTO_TEST_LEDGER", ledger)
        .env("TRUTO_TEST_API", sandbox.url())
        .env("TRUTO_TEST_TOKEN", sandbox.token())
        .env("TRUTO_TEST_LEASE", lease.as_millis().to_string());
    command
}

/// Kills the process at the point that the test names.
fn die(point: Point) {
    static PASSES: AtomicU32 = AtomicU32::new(0);
    let is_rare = matches!(point, Point::BeforePark | Point::AfterPark | Point::BeforeDeletes | Point::AfterDeletes);
    let last = if is_rare { 0 } else { 2 };
    if std::env::var("TRUTO_TEST_POINT").is_ok_and(|name| name == format!("{point:?}"))
        && PASSES.fetch_add(1, Ordering::Relaxed) == last
    {
        // The work stands still until the kill comes, because this thread waits for it.
        let _ = Command::new("kill").args(["-KILL", &std::process::id().to_string()]).status();
        std::process::abort();
    }
}

/// A clock that is a minute early, a minute late, or right, for a third of a second each.
fn stepping() -> SystemTime {
    let now = SystemTime::now();
    let minute = Duration::from_mins(1);
    match now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis() / 333 % 3 {
        0 => now - minute,
        1 => now + minute,
        _ => now,
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
    let mut jobs = Jobs::open(&var("TRUTO_TEST_LEDGER")).await.unwrap();
    if std::env::var("TRUTO_TEST_STEPS").is_ok() {
        jobs = jobs.clock(stepping);
    }
    jobs.worker(client).settings(hasty(lease).probe(die)).shutdown(told_to_end()).await.unwrap();
}

/// Ends once the input of this process ends.
pub fn told_to_end() -> oneshot::Receiver<()> {
    let (tell, told) = oneshot::channel();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = tell.send(());
    });
    told
}
