//! Counts the instructions and allocations of one operation: the program runs itself under callgrind with N and with 2 N
//! operations, so that the difference excludes start and set-up.

// Each bench uses a part.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, io};

use crate::counted::COUNTED;

/// Functions of the C library that allocate memory. `realloc` counts as an allocation.
const ALLOCATORS: [&str; 6] = ["malloc", "calloc", "realloc", "memalign", "posix_memalign", "aligned_alloc"];

/// Cost of one operation.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
}

impl Cost {
    pub(crate) fn less(self, other: Self) -> Self {
        Self { instructions: self.instructions - other.instructions, allocations: self.allocations - other.allocations }
    }
}

/// Measures one operation of the variant `way` of this program from a run of `operations` and a run of twice as many.
pub(crate) fn cost(way: &str, operations: u32, argument: &str) -> io::Result<Cost> {
    cost_in(&env::current_exe()?, way, operations, argument)
}

/// The same for a variant of another bench.
pub(crate) fn cost_in(program: &Path, way: &str, operations: u32, argument: &str) -> io::Result<Cost> {
    eprintln!("counting {way}");
    let once = run(program, way, operations, argument)?;
    let twice = run(program, way, operations * 2, argument)?;
    let difference = twice.less(once);
    Ok(Cost {
        instructions: difference.instructions / f64::from(operations),
        allocations: difference.allocations / f64::from(operations),
    })
}

/// Prints the costs, and the ratio of our cost to each other cost.
pub(crate) fn table(operation: &str, us: &str, ours: Cost, others: &[(&str, Cost)]) {
    println!("{operation:<48}{:>14}{:>13}", "instructions", "allocations");
    for (name, cost) in [(us, ours)].iter().chain(others) {
        println!("{name:<48}{:>14}{:>13.1}", grouped(cost.instructions), cost.allocations);
    }
    for (name, cost) in others {
        let name = format!("{us} against {name}");
        let instructions = ours.instructions / cost.instructions;
        println!("{name:<48}{instructions:>14.3}{:>13.3}", ours.allocations / cost.allocations);
    }
}

fn run(program: &Path, way: &str, operations: u32, argument: &str) -> io::Result<Cost> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/callgrind");
    fs::create_dir_all(&folder)?;
    let profile = folder.join(format!("{way}-{operations}.out"));
    let mut out_file = OsStr::new("--callgrind-out-file=").to_owned();
    out_file.push(&profile);
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--compress-strings=no"])
        .arg(out_file)
        .arg(program)
        .args([COUNTED, way, &operations.to_string(), argument])
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                io::Error::other("valgrind counts the instructions: install the package `valgrind`")
            }
            _ => error,
        })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("{way} ended with {}: {said}", output.status)));
    }
    read(&fs::read_to_string(profile)?)
}

/// Parses a callgrind profile (<https://valgrind.org/docs/manual/cl-format.html>).
fn read(profile: &str) -> io::Result<Cost> {
    let (mut instructions, mut allocations, mut called) = (None, 0.0, "");
    for line in profile.lines() {
        if let Some(total) = line.strip_prefix("summary: ") {
            instructions = total.trim().parse().ok();
        } else if let Some(name) = line.strip_prefix("cfn=") {
            called = name;
        } else if let Some(calls) = line.strip_prefix("calls=").filter(|_| ALLOCATORS.contains(&called)) {
            let count = calls.split_whitespace().next().and_then(|count| count.parse::<f64>().ok());
            allocations += count.ok_or_else(|| io::Error::other(format!("not a number of calls: `{line}`")))?;
        }
    }
    let instructions = instructions.ok_or_else(|| io::Error::other("the profile has no summary"))?;
    Ok(Cost { instructions, allocations })
}

/// Formats a whole number with a comma between thousands.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
