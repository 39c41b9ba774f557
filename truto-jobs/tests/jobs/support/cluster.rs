//! A PostgreSQL cluster of the tests' own: in a temporary folder, on a socket in that folder, without a TCP port. However the tests
//! end, a guard process stops the cluster and removes the folder.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The name of each folder begins with it. The number of the process that owns the folder follows.
const PREFIX: &str = "truto-pg-";

/// Waits until the process that holds the other end of its input is gone. `$1` is the folder, and what follows stops the cluster.
const GUARD: &str = "cat >/dev/null; folder=$1; shift; \"$@\" >/dev/null 2>&1; rm -rf \"$folder\"";

/// A cluster that runs until it is dropped.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    user: User,
    settings: &'static [&'static str],
    guard: Child,
}

/// Who runs the server: PostgreSQL refuses to run as root.
#[derive(Clone, Copy, Debug)]
enum User {
    Same,
    Other { user: u32, group: u32 },
}

impl Cluster {
    /// A cluster for tests that lose nothing if the machine fails, because they end with it.
    ///
    /// # Errors
    /// Why there can be none: PostgreSQL is not installed, for example.
    pub fn fast() -> io::Result<Self> {
        Self::start_with(&["fsync=off", "full_page_writes=off"])
    }

    /// A cluster that is set up as in production, so that it can be stopped at any moment.
    ///
    /// # Errors
    /// Those of [`fast`](Self::fast).
    pub fn durable() -> io::Result<Self> {
        Self::start_with(&[])
    }

    fn start_with(settings: &'static [&'static str]) -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);

        let programs = programs()?;
        sweep(&programs);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("{PREFIX}{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let user = User::of_cluster(&folder)?;
        let data = folder.join("data");
        let guard = Command::new("sh")
            .args(["-c", GUARD, "guard"])
            .arg(&folder)
            .args(user.words())
            .arg(programs.join("pg_ctl"))
            .args(["stop", "-m", "immediate", "-D"])
            .arg(&data)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What a terminal sends to the group of the tests must not end the guard before them.
            .process_group(0)
            .spawn()?;
        let cluster = Self { folder, programs, user, settings, guard };
        cluster.run("initdb", |command| {
            command
                .args(["--no-sync", "--auth=trust", "--username=truto", "--encoding=UTF8", "--locale=C", "-D"])
                .arg(&data)
        })?;
        cluster.start()?;
        Ok(cluster)
    }

    /// The URL of a database in it.
    pub fn url(&self, database: &str) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://truto@{folder}/{database}")
    }

    /// The socket on which it listens.
    pub fn socket(&self) -> PathBuf {
        self.folder.join(".s.PGSQL.5432")
    }

    /// Starts it again after [`stop_at_once`](Self::stop_at_once).
    ///
    /// # Errors
    /// If it does not start. The text holds the end of its log.
    pub fn start(&self) -> io::Result<()> {
        let folder = self.folder.display();
        let mut options = format!("-k {folder} -c listen_addresses= -c max_connections=200");
        for setting in self.settings {
            options.push_str(" -c ");
            options.push_str(setting);
        }
        let log = self.folder.join("log");
        let started = self.control(&["start", "-w", "-t", "60", "-o", &options, "-l", &log.display().to_string()]);
        started.map_err(|error| {
            let log = fs::read_to_string(&log).unwrap_or_default();
            let end: Vec<&str> = log.lines().rev().take(5).collect();
            io::Error::other(format!("{error}: {end:?}"))
        })
    }

    /// Stops it as a failure does: without a farewell to its clients, and without writing what it has in memory.
    ///
    /// # Errors
    /// If it cannot be stopped.
    pub fn stop_at_once(&self) -> io::Result<()> {
        self.control(&["stop", "-w", "-m", "immediate"])
    }

    fn control(&self, words: &[&str]) -> io::Result<()> {
        self.run("pg_ctl", |command| command.args(words).arg("-D").arg(self.folder.join("data")))
    }

    fn run(&self, program: &str, words: impl FnOnce(&mut Command) -> &mut Command) -> io::Result<()> {
        let mut prefix = self.user.words();
        prefix.push(self.programs.join(program).display().to_string());
        let mut command = Command::new(&prefix[0]);
        command.args(&prefix[1..]).current_dir(&self.folder).stdin(Stdio::null()).stdout(Stdio::null());
        // The server inherits the streams of `pg_ctl`, so a pipe would stay open as long as it runs.
        let errors = self.folder.join(format!("{program}.errors"));
        let status = words(&mut command).stderr(fs::File::create(&errors)?).status()?;
        if status.success() {
            return Ok(());
        }
        let said = fs::read_to_string(&errors).unwrap_or_default();
        Err(io::Error::other(format!("{program} ended with {status}: {}", said.trim())))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

impl User {
    /// The user for a cluster in this folder, who then owns it.
    fn of_cluster(folder: &Path) -> io::Result<Self> {
        if fs::metadata(folder)?.uid() != 0 {
            return Ok(Self::Same);
        }
        let id = |of: &str| {
            let said = Command::new("id").args([of, "nobody"]).output()?.stdout;
            String::from_utf8_lossy(&said).trim().parse::<u32>().map_err(io::Error::other)
        };
        let (user, group) = (id("-u")?, id("-g")?);
        chown(folder, Some(user), Some(group))?;
        Ok(Self::Other { user, group })
    }

    /// What stands before a command, so that this user runs it.
    fn words(self) -> Vec<String> {
        match self {
            Self::Same => Vec::new(),
            Self::Other { user, group } => {
                vec![
                    "setpriv".to_owned(),
                    format!("--reuid={user}"),
                    format!("--regid={group}"),
                    "--clear-groups".to_owned(),
                ]
            }
        }
    }
}

/// The folder of `initdb` and `pg_ctl`: on the path, or where Debian has it.
fn programs() -> io::Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).filter_map(|folder| fs::canonicalize(folder.join("initdb")).ok());
    let on_path = on_path.filter_map(|program| program.parent().map(Path::to_owned));
    let versions =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let mut versions: Vec<PathBuf> = versions.collect();
    versions.sort();
    let found = on_path.chain(versions.into_iter().rev()).find(|folder| folder.join("pg_ctl").exists());
    found.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "`initdb` is not installed"))
}

/// Stops the clusters of processes that are gone, and whose guards are gone too.
fn sweep(programs: &Path) {
    let folders = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in folders {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let owner = name
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split('-').next())
            .filter(|owner| owner.parse::<u32>().is_ok());
        let Some(owner) = owner else { continue };
        let is_alive = Command::new("kill").args(["-0", owner]).stderr(Stdio::null()).status();
        if is_alive.is_ok_and(|status| !status.success()) {
            let Ok(user) = User::of_cluster(&folder) else { continue };
            let mut words = user.words();
            words.push(programs.join("pg_ctl").display().to_string());
            let mut stop = Command::new(&words[0]);
            stop.args(&words[1..]).args(["stop", "-m", "immediate", "-D"]).arg(folder.join("data"));
            let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
            let _ = fs::remove_dir_all(&folder);
        }
    }
}
