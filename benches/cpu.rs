//! Measures the CPU time of many operations: two variants take turns in processes of their own, so that what else the machine does
//! meets both.

use std::error::Error;
use std::process::Command;
use std::{env, fs};

use crate::counted::COUNTED;

/// How often each variant runs.
const ROUNDS: usize = 7;

/// Runs `run` and prints the CPU time of this thread in nanoseconds.
pub(crate) fn tell(run: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let before = on_cpu()?;
    run()?;
    println!("{}", on_cpu()? - before);
    Ok(())
}

/// The CPU time of one operation in each variant in microseconds, and the ratio: medians over the rounds.
pub(crate) fn measure(
    ours: &str,
    other: &str,
    operations: u32,
    argument: &str,
) -> Result<(f64, f64, f64), Box<dyn Error>> {
    let (mut our_times, mut other_times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (our_time, other_time) = (run(ours, operations, argument)?, run(other, operations, argument)?);
        our_times.push(our_time);
        other_times.push(other_time);
        ratios.push(our_time / other_time);
    }
    Ok((median(our_times), median(other_times), median(ratios)))
}

/// The CPU time of one operation in microseconds.
fn run(way: &str, operations: u32, argument: &str) -> Result<f64, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).args([COUNTED, way, &operations.to_string(), argument]).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{way} ended with {}: {said}", output.status).into());
    }
    let nanoseconds: f64 = str::from_utf8(&output.stdout)?.trim().parse()?;
    Ok(nanoseconds / 1000.0 / f64::from(operations))
}

/// The time for which this thread was on a CPU, in nanoseconds. Linux tells it.
fn on_cpu() -> Result<u64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
