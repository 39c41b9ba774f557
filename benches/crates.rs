//! Writes crates and checks them in turn. For crates with N declarations it fits a line: its slope is the cost of one
//! declaration, without the costs of cargo and the dependencies.

// Each bench uses a part.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;
use std::{env, fs, io};

/// The dependencies of a program of ours.
pub(crate) const OURS: &str = "truto-core = { path = \"@core@\" }\n\
    tokio = { version = \"1\", features = [\"macros\", \"rt\"] }";

/// The dependencies of the same program by hand: reqwest can do what it can do for ours.
pub(crate) const BY_HAND: &str = "reqwest = { version = \"0.13.5\", default-features = false, features = [\"rustls\", \"http2\", \"system-proxy\", \"json\", \"query\"] }\n\
    serde = { version = \"1\", features = [\"derive\"] }\n\
    serde_json = { version = \"1\", features = [\"raw_value\"] }\n\
    tokio = { version = \"1\", features = [\"macros\", \"rt\"] }";

/// One way to declare a request.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    pub(crate) dependencies: &'static str,
    pub(crate) prelude: &'static str,
    pub(crate) declare: fn(u32) -> String,
}

impl Peer {
    /// The name as a name of a crate.
    fn folder(&self) -> String {
        self.name.replace(" + ", "-").replace([' ', ','], "-").to_lowercase()
    }

    /// The source of a crate with this many declarations.
    fn source(&self, declarations: u32) -> String {
        (0..declarations).fold(self.prelude.to_owned(), |source, number| source + &(self.declare)(number))
    }

    /// The same source with another name of a field in the declaration in the middle.
    fn renamed(&self, declarations: u32, from: &str, to: &str) -> String {
        let middle = (self.declare)(declarations / 2);
        self.source(declarations).replace(&middle, &middle.replacen(from, to, 1))
    }
}

/// How often each crate is checked, from the command line.
pub(crate) fn rounds() -> usize {
    env::args().nth(1).and_then(|text| text.parse().ok()).filter(|rounds| *rounds > 0).unwrap_or(5)
}

/// Measures how many seconds of CPU `cargo check` of a crate with N declarations takes: for each peer, N and
/// the fastest of the rounds, which is what it takes on a machine with nothing else to do.
pub(crate) fn checks(peers: &[Peer], sizes: &[u32], rounds: usize) -> io::Result<Vec<Vec<(f64, f64)>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile_time");
    let mut crates = Vec::new();
    for peer in peers {
        for size in sizes {
            let name = format!("{}-{size}", peer.folder());
            let folder = write(&root, &name, peer.dependencies, "lib.rs", &peer.source(*size))?;
            crates.push((peer.name, *size, folder, Vec::new()));
        }
    }
    // The first check builds the dependencies.
    for (_, _, folder, _) in &crates {
        check(&root, folder, &[])?;
    }
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for (_, _, folder, seconds) in &mut crates {
            seconds.push(check(&root, folder, &[])?);
        }
    }
    let points = |peer: &Peer| {
        let own = crates.iter().filter(|(name, ..)| *name == peer.name);
        own.map(|(_, size, _, seconds)| (f64::from(*size), fastest(seconds))).collect()
    };
    Ok(peers.iter().map(points).collect())
}

/// Measures how many milliseconds of CPU of `cargo check` one declaration of each peer takes, and prints a table.
pub(crate) fn slopes(peers: &[Peer], sizes: &[u32]) -> io::Result<Vec<f64>> {
    let rounds = rounds();
    let points = checks(peers, sizes, rounds)?;
    println!("seconds of CPU of `cargo check`, the fastest of {rounds} rounds in turn, and the slope over N");
    let header: String = sizes.iter().fold(String::new(), |row, size| row + &format!("{size:>8}"));
    println!("{:<20}{header}{:>18}", "N", "ms a declaration");
    let mut slopes = Vec::new();
    for (peer, points) in peers.iter().zip(&points) {
        let slope = slope(points) * 1000.0;
        slopes.push(slope);
        let seconds = points.iter().fold(String::new(), |row, (_, seconds)| row + &format!("{seconds:>8.2}"));
        println!("{:<20}{seconds}{slope:>18.2}", peer.name);
    }
    Ok(slopes)
}

/// Measures how many seconds of CPU an incremental `cargo check` takes after the field `from` of one of `size` declarations is renamed to
/// `to`, for each peer in each round.
pub(crate) fn renames(peers: &[Peer], size: u32, from: &str, to: &str) -> io::Result<Vec<Vec<f64>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile_time");
    let mut folders = Vec::new();
    for peer in peers {
        let name = format!("{}-{size}-renamed", peer.folder());
        let folder = write(&root, &name, peer.dependencies, "lib.rs", &peer.source(size))?;
        incremental_check(&root, &folder)?;
        folders.push(folder);
    }
    let rounds = rounds();
    let mut seconds = vec![Vec::new(); peers.len()];
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for ((peer, folder), seconds) in peers.iter().zip(&folders).zip(&mut seconds) {
            let source = if round % 2 == 1 { peer.renamed(size, from, to) } else { peer.source(size) };
            fs::write(folder.join("src/lib.rs"), source)?;
            let before = cpu_of_children()?;
            incremental_check(&root, folder)?;
            seconds.push(cpu_of_children()? - before);
        }
    }
    Ok(seconds)
}

fn incremental_check(root: &Path, folder: &Path) -> io::Result<()> {
    run(
        cargo_command("check", folder, &[])
            .env("CARGO_TARGET_DIR", root.join("incremental"))
            .env("CARGO_INCREMENTAL", "1"),
        folder,
    )
}

/// Writes a crate with one source file. `@core@` in the dependencies is the folder of `truto-core`.
pub(crate) fn write(root: &Path, name: &str, dependencies: &str, file: &str, source: &str) -> io::Result<PathBuf> {
    let folder = root.join(name);
    fs::create_dir_all(folder.join("src"))?;
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../truto-core");
    let dependencies = dependencies.replace("@core@", &core.display().to_string());
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n{dependencies}\n\
             [workspace]\n[profile.release]\nstrip = true\n"
        ),
    )?;
    fs::write(folder.join("src").join(file), source)?;
    Ok(folder)
}

/// Checks the library in this folder, but not its dependencies, and returns the seconds of CPU time.
pub(crate) fn check(root: &Path, folder: &Path, arguments: &[&str]) -> io::Result<f64> {
    // Cargo checks it again because it looks newer. The content is not touched, because it may be a source of the workspace.
    fs::File::options().append(true).open(folder.join("src/lib.rs"))?.set_modified(SystemTime::now())?;
    let before = cpu_of_children()?;
    cargo("check", root, folder, arguments)?;
    Ok(cpu_of_children()? - before)
}

/// Seconds of CPU time of the programs that this one started and that have ended. Time on a clock would measure what else the
/// machine does. Linux tells it in ticks of 10 ms (`man 5 proc_pid_stat`).
fn cpu_of_children() -> io::Result<f64> {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field is the name of the program, in brackets, and may hold spaces.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(13).take(2).map(str::parse::<f64>);
    let ticks: f64 = ticks.sum::<Result<f64, _>>().map_err(io::Error::other)?;
    Ok(ticks / TICKS_PER_SECOND)
}

/// Runs cargo on the crate in this folder, with a target folder for all crates below `root`.
pub(crate) fn cargo(command: &str, root: &Path, folder: &Path, arguments: &[&str]) -> io::Result<()> {
    let mut command = cargo_command(command, folder, arguments);
    run(command.env("CARGO_TARGET_DIR", root.join("target")).env("CARGO_INCREMENTAL", "0"), folder)
}

fn cargo_command(command: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([command, "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml")).args(arguments);
    cargo
}

fn run(command: &mut Command, folder: &Path) -> io::Result<()> {
    if !command.stdout(Stdio::null()).status()?.success() {
        return Err(io::Error::other(format!("{} does not compile", folder.display())));
    }
    Ok(())
}

pub(crate) fn median(seconds: &[f64]) -> f64 {
    let mut sorted = seconds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

pub(crate) fn fastest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Returns the slope of the least-squares line through `points`.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let rise = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>();
    rise / points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum::<f64>()
}
