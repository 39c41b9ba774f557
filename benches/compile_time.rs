//! What one declared endpoint costs `cargo check`, against the same fields with serde's two derives alone, and against
//! bon with serde.
//!
//! `cargo run --release -p truto-benches --bin compile_time` writes crates of N declarations, checks each several times
//! in turn, and fits a line: the slope is the cost of one declaration, whatever cargo and the dependencies cost.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;
use std::{env, fs, io};

const SIZES: [u32; 4] = [50, 100, 200, 400];
const LINKS: [(&str, &str); 6] = [
    ("accounts", "Leads, Contacts"),
    ("contacts", "Leads"),
    ("leads", "Opportunities, Contacts"),
    ("opportunities", "Accounts, Contacts"),
    ("organizations", "Opportunities, Contacts"),
    ("acocunts", ""),
];

/// One way to declare a request.
struct Peer {
    name: &'static str,
    dependencies: &'static str,
    prelude: &'static str,
    declare: fn(u32) -> String,
}

const PEERS: [Peer; 3] = [
    Peer {
        name: "truto",
        dependencies: "truto-core = { path = \"@core@\", default-features = false, features = [\"macros\"] }",
        prelude: "use truto_core::{Reference, UnifiedEntity, unified_endpoint};\n\
            #[derive(UnifiedEntity)] pub enum CrmEntity { Accounts, Opportunities, Contacts, Leads }\n",
        declare: |number| {
            let mut code = format!(
                "#[unified_endpoint(POST, \"/unified/crm/associations{number}\")]\n\
                 pub struct CreateAssociation{number} {{ pub entity_id: String, #[truto(entity)] pub entity: CrmEntity, "
            );
            for (link, allowed) in LINKS {
                let rule = if allowed.is_empty() { String::new() } else { format!(", only_for({allowed})") };
                let _ = write!(code, "#[truto(within = \"associations\"{rule})] pub {link}: Vec<Reference>, ");
            }
            code + "}\n"
        },
    },
    Peer {
        name: "serde",
        dependencies: "serde = { version = \"1\", features = [\"derive\"] }",
        prelude: SERDE_PRELUDE,
        declare: |number| plain("#[derive(Serialize, Deserialize)]", number),
    },
    Peer {
        name: "bon + serde",
        dependencies: "serde = { version = \"1\", features = [\"derive\"] }\nbon = \"3\"",
        prelude: SERDE_PRELUDE,
        declare: |number| plain("#[derive(Serialize, Deserialize, bon::Builder)]", number),
    },
];

const SERDE_PRELUDE: &str = "use serde::{Deserialize, Serialize};\n\
    #[derive(Clone, Debug, Serialize, Deserialize)] pub struct Reference { pub id: String }\n\
    #[derive(Serialize, Deserialize)] pub enum CrmEntity { Accounts, Opportunities, Contacts, Leads }\n";

fn plain(derives: &str, number: u32) -> String {
    let mut code =
        format!("{derives} pub struct CreateAssociation{number} {{ pub entity_id: String, pub entity: CrmEntity, ");
    for (link, _) in LINKS {
        let _ = write!(code, "pub {link}: Vec<Reference>, ");
    }
    code + "}\n"
}

fn main() -> ExitCode {
    let rounds = env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(5);
    match run(rounds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(rounds: usize) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile_time");
    let mut crates = Vec::new();
    for peer in &PEERS {
        for size in SIZES {
            crates.push((peer.name, size, write_crate(&root, peer, size)?, Vec::new()));
        }
    }
    // The first check builds the dependencies.
    for (_, _, folder, _) in &crates {
        check(&root, folder)?;
    }
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for (_, _, folder, seconds) in &mut crates {
            seconds.push(check(&root, folder)?);
        }
    }
    println!("seconds of `cargo check`, median of {rounds} rounds in turn, and the slope over N");
    let sizes: String = SIZES.iter().fold(String::new(), |row, size| row + &format!("{size:>8}"));
    println!("{:<14}{sizes}{:>18}", "N", "ms a declaration");
    let mut slopes = Vec::new();
    for peer in &PEERS {
        let points: Vec<(f64, f64)> = crates
            .iter()
            .filter(|(name, ..)| *name == peer.name)
            .map(|(_, size, _, seconds)| (f64::from(*size), median(seconds)))
            .collect();
        let slope = slope(&points) * 1000.0;
        slopes.push(slope);
        let seconds = points.iter().fold(String::new(), |row, (_, seconds)| row + &format!("{seconds:>8.2}"));
        println!("{:<14}{seconds}{slope:>18.2}", peer.name);
    }
    println!("truto against serde's two derives: {:.2} (budget 1.00)", slopes[0] / slopes[1]);
    println!("truto against bon with serde:      {:.2} (budget 0.35)", slopes[0] / slopes[2]);
    Ok(())
}

fn write_crate(root: &Path, peer: &Peer, size: u32) -> io::Result<PathBuf> {
    let name = format!("{}-{size}", peer.name.replace(" + ", "-"));
    let folder = root.join(&name);
    fs::create_dir_all(folder.join("src"))?;
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../truto-core");
    let dependencies = peer.dependencies.replace("@core@", &core.display().to_string());
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n{dependencies}\n[workspace]\n"
        ),
    )?;
    let mut source = peer.prelude.to_owned();
    (0..size).for_each(|number| source.push_str(&(peer.declare)(number)));
    fs::write(folder.join("src/lib.rs"), source)?;
    Ok(folder)
}

/// Seconds that checking the crate alone takes.
fn check(root: &Path, folder: &Path) -> io::Result<f64> {
    let source = folder.join("src/lib.rs");
    fs::write(&source, fs::read(&source)?)?;
    let start = Instant::now();
    let status = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(io::Error::other(format!("{} does not compile", folder.display())));
    }
    Ok(start.elapsed().as_secs_f64())
}

fn median(seconds: &[f64]) -> f64 {
    let mut sorted = seconds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Slope of the line of least squares through `points`.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let rise = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>();
    rise / points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum::<f64>()
}
