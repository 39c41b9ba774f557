//! Runs the benches in turn and prints a table: what is measured, the goal, the figure, and the command for this row alone.
//!
//! `cargo run --release -p truto-benches --bin all`, and with names of benches only the rows of these. It takes about half an hour.

mod programs;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::env;
use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// A row of the table, and where its figure stands in the output of a bench.
struct Row {
    what: &'static str,
    goal: Goal,
    bench: &'static str,
    argument: Option<&'static str>,
    /// The part of the output begins with a line that begins so; the line of the figure follows, or is this line.
    part: &'static str,
    /// How the line of the figure begins.
    line: &'static str,
    /// Which number of the rest of the line is the figure.
    number: usize,
}

#[derive(Clone, Copy)]
enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

use Goal::{AtLeast, AtMost};

const BY_HAND: &str = "truto-core against reqwest and serde";
const BY_HAND_DIRECT: &str = "truto-core, direct against reqwest and serde";
const LIMITED: &str = "the same, with `ratelimit-*` headers answered";
const PAGE: &str = "one page ";

const ROWS: [Row; 21] = [
    call("create call, instructions, against reqwest and serde", AtMost(1.0), "one create call", 0),
    call("the same with `ratelimit-*` headers answered", AtMost(1.0), LIMITED, 0),
    call("create call, allocations, against reqwest and serde", AtMost(0.9), "one create call", 1),
    Row {
        line: BY_HAND_DIRECT,
        ..call(
            "create call over the direct transport, instructions, against reqwest and serde",
            AtMost(0.75),
            "one create call",
            0,
        )
    },
    Row { line: BY_HAND_DIRECT, ..call("the same with `ratelimit-*` headers answered", AtMost(0.75), LIMITED, 0) },
    bulk("bulk, 20,000 at 32 at once, CPU, against `buffer_unordered` on reqwest", "bulk-ours against bulk-by-hand"),
    bulk("the same over the direct transport", "bulk-direct against bulk-by-hand"),
    page("decode 100 contacts, instructions, against `Value`", AtMost(0.6), "truto-core against serde, Value"),
    page("decode 100 contacts, instructions, against `RawValue`", AtMost(1.02), "truto-core against serde, RawValue"),
    Row {
        part: "one page of derived records",
        ..page("the same into derived records, against `RawValue`", AtMost(1.02), "truto-core against serde, RawValue")
    },
    records("`.records::<RawJson>()` on NDJSON, speed, against a `memchr` splitter", 0.95, "RawJson, NDJSON"),
    records("`.records::<Contact>()` on NDJSON, the same", 0.95, "Contact, NDJSON"),
    records(
        "`.records::<Contact>()` on the list envelope, against NDJSON by hand",
        0.85,
        "Contact, envelope against NDJSON",
    ),
    records("`.stream()`, speed, against `bytes_stream`", 0.95, "bytes"),
    Row {
        number: 1,
        ..row("4 GiB of raw records, peak memory, MiB", AtMost(10.0), "long_stream", "records as they came")
    },
    Row { number: 1, ..row("4 GiB of contacts, peak memory, MiB", AtMost(10.0), "long_stream", "contacts") },
    row("list with prefetch, against max(server, reader)", AtMost(1.05), "prefetch", "the worst ratio to the bound:"),
    row(
        "`cargo check` of a declaration, against serde's two derives",
        AtMost(0.85),
        "compile_time",
        "truto against serde's two derives:",
    ),
    row("the same, against bon with serde", AtMost(0.5), "compile_time", "truto against bon with serde:"),
    row(
        "incremental check after a field is renamed, N = 200, against serde",
        AtMost(1.2),
        "compile_time",
        "truto against serde after a rename:",
    ),
    row(
        "stripped release with one create call, against reqwest and serde",
        AtMost(1.05),
        "program_size",
        "size against reqwest by hand:",
    ),
];

const fn row(what: &'static str, goal: Goal, bench: &'static str, line: &'static str) -> Row {
    Row { what, goal, bench, argument: None, part: line, line, number: 0 }
}

const fn call(what: &'static str, goal: Goal, part: &'static str, number: usize) -> Row {
    Row { argument: Some("calls"), part, number, ..row(what, goal, "create_call", BY_HAND) }
}

const fn bulk(what: &'static str, line: &'static str) -> Row {
    Row { argument: Some("bulk"), ..row(what, AtMost(1.0), "create_call", line) }
}

const fn page(what: &'static str, goal: Goal, line: &'static str) -> Row {
    Row { part: PAGE, ..row(what, goal, "decode_page", line) }
}

/// The third number of such a line is the ratio of the speeds.
const fn records(what: &'static str, goal: f64, line: &'static str) -> Row {
    Row { number: 2, ..row(what, AtLeast(goal), "read_records", line) }
}

impl Row {
    /// Finds the figure in the output of the bench.
    fn figure(&self, output: &str) -> Option<f64> {
        let mut lines = output.lines().skip_while(|line| !line.starts_with(self.part));
        let rest = lines.find_map(|line| line.strip_prefix(self.line))?;
        rest.split_whitespace().filter_map(|word| word.trim_end_matches([';', ',']).parse().ok()).nth(self.number)
    }

    fn command(&self) -> String {
        let argument = self.argument.map(|argument| format!(" -- {argument}")).unwrap_or_default();
        format!("--bin {}{argument}", self.bench)
    }
}

impl Goal {
    fn is_met_by(self, figure: f64) -> bool {
        match self {
            // The verdict is of the figure as the table shows it.
            AtMost(goal) => (figure * 100.0).round() / 100.0 <= goal,
            AtLeast(goal) => (figure * 100.0).round() / 100.0 >= goal,
        }
    }

    fn text(self) -> String {
        match self {
            AtMost(goal) => format!("≤ {goal:.2}"),
            AtLeast(goal) => format!("≥ {goal:.2}"),
        }
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let only: Vec<String> = env::args().skip(1).collect();
    let rows = || ROWS.iter().filter(|row| only.is_empty() || only.iter().any(|name| name == row.bench));
    let mut benches: Vec<&str> = rows().map(|row| row.bench).collect();
    benches.dedup();
    let folder = programs::build(&benches)?;
    let mut outputs = BTreeMap::new();
    for row in rows() {
        if let Entry::Vacant(entry) = outputs.entry(row.command()) {
            entry.insert(run(&folder, row)?);
        }
    }
    println!("| what | goal | measured | verdict | `cargo run --release -p truto-benches` … |\n|---|---|---|---|---|");
    let mut is_complete = true;
    for row in rows() {
        let figure = row.figure(&outputs[&row.command()]);
        is_complete &= figure.is_some();
        let (measured, verdict) = match figure {
            Some(figure) => (format!("{figure:.2}"), if row.goal.is_met_by(figure) { "met" } else { "missed" }),
            None => (String::new(), "not found in the output"),
        };
        println!("| {} | {} | {measured} | {verdict} | `{}` |", row.what, row.goal.text(), row.command());
    }
    Ok(if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the bench of this row, shows its output, and returns it.
fn run(folder: &Path, row: &Row) -> Result<String, Box<dyn Error>> {
    eprintln!("\n== {}", row.command());
    let output = Command::new(folder.join(row.bench)).args(row.argument).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(output.stdout)?;
    eprint!("{text}");
    if !output.status.success() {
        return Err(format!("{} ended with {}", row.bench, output.status).into());
    }
    Ok(text)
}
