//! The program `truto-sandbox`: serves the sandbox to clients in any language until a signal stops it.
//!
//! It prints one line of JSON with all that a client needs, and nothing else, to standard output.

use std::io::{self, Write};
use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use serde_json::json;
use truto_sandbox::{CrmData, RateLimits, Sandbox};

/// Truto's unified API on loopback, for development and tests.
///
/// Prints one line of JSON (url, token, accounts), then serves until it is stopped. GET /_sandbox/links shows its links,
/// GET /_sandbox/requests shows the requests it received, and POST /_sandbox/faults makes it misbehave.
#[derive(Debug, Parser)]
#[command(name = "truto-sandbox", version)]
struct Arguments {
    /// Port to listen on; 0 means any free port.
    #[arg(long, default_value_t = 0)]
    port: u16,

    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,

    /// Allow an address that other machines can reach. The traffic is not encrypted, and only the token protects it.
    #[arg(long)]
    allow_remote: bool,

    /// Token to accept, instead of the well-known one.
    #[arg(long, env = "TRUTO_SANDBOX_TOKEN", hide_env_values = true, value_parser = NonEmptyStringValueParser::new())]
    token: Option<String>,

    /// Limit the calls per account and window; 50 if no number is given.
    #[arg(long, value_name = "CALLS", num_args = 0..=1, default_missing_value = "50")]
    rate_limit: Option<u32>,

    /// Limit the calls per token and window; 500 if no number is given.
    #[arg(long, value_name = "CALLS", num_args = 0..=1, default_missing_value = "500")]
    token_rate_limit: Option<u32>,

    /// Length of the window in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    rate_window: u64,

    /// Largest request body in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 20)]
    max_body_bytes: usize,

    /// Refuse filters that cannot be applied to the records, instead of ignoring them as the API does.
    #[arg(long)]
    strict_filters: bool,

    /// Fill the accounts with generated CRM data; the same number gives the same data.
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, default_missing_value = "1")]
    seed: Option<u64>,

    /// Number of generated CRM records in each account; 3000 with `--seed` alone.
    #[arg(long, value_name = "RECORDS", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    records: Option<u32>,

    /// Time that an account stays `connecting`, and that each step of a sync job run takes, in milliseconds.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 0)]
    step_ms: u64,

    /// Wait before the last of three repetitions of a webhook, in milliseconds; the waits before are shorter.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 10_000)]
    webhook_wait_ms: u64,

    /// Minimal size of a `stream` answer; 0 means the answer of the provider.
    #[arg(long, value_name = "BYTES", default_value_t = 0)]
    stream_bytes: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let started = runtime.map_err(|error| format!("cannot start: {error}"));
    let Err(reason) = started.and_then(|runtime| runtime.block_on(run(arguments))) else {
        return ExitCode::SUCCESS;
    };
    // If standard error is closed, there is nobody to tell.
    drop(writeln!(io::stderr(), "truto-sandbox: {reason}"));
    ExitCode::from(2)
}

/// Serves until a signal comes. The error is for the user.
async fn run(arguments: Arguments) -> Result<(), String> {
    let Arguments { port, host, .. } = arguments;
    if !host.is_loopback() && !arguments.allow_remote {
        return Err(format!("{host} can be reached from other machines; add --allow-remote to allow that"));
    }
    let mut limits = RateLimits::off().window(Duration::from_secs(arguments.rate_window));
    if let Some(calls) = arguments.rate_limit {
        limits = limits.per_account(calls);
    }
    if let Some(calls) = arguments.token_rate_limit {
        limits = limits.per_token(calls);
    }
    let mut builder = Sandbox::builder();
    if arguments.seed.is_some() || arguments.records.is_some() {
        builder = builder.crm_data(crm_data(&arguments));
    }
    let sandbox = builder
        .host(host)
        .port(port)
        .token(arguments.token.unwrap_or_default())
        .rate_limits(limits)
        .max_body_bytes(arguments.max_body_bytes)
        .stream_bytes(arguments.stream_bytes)
        .strict_filters(arguments.strict_filters)
        .step_time(Duration::from_millis(arguments.step_ms))
        .longest_webhook_wait(Duration::from_millis(arguments.webhook_wait_ms))
        .any_model(true)
        .start()
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => format!("port {port} of {host} is taken; --port 0 takes any free one"),
            _ => format!("cannot listen on port {port} of {host}: {error}"),
        })?;
    // Signals are watched before the first line is printed, because the reader of the line may send one at once.
    let stopped = watch_signals().map_err(|error| format!("cannot watch for signals: {error}"))?;
    print_first_line(&sandbox).map_err(|error| format!("cannot print the first line: {error}"))?;
    stopped.await;
    sandbox.shutdown().await;
    Ok(())
}

/// The data that the arguments ask for.
fn crm_data(arguments: &Arguments) -> CrmData {
    let data = arguments.seed.map_or_else(CrmData::new, |seed| CrmData::new().seed(seed));
    match arguments.records {
        Some(records) => data.records(records),
        None => data,
    }
}

fn print_first_line(sandbox: &Sandbox) -> io::Result<()> {
    let line = json!({ "url": sandbox.url(), "token": sandbox.token(), "accounts": sandbox.accounts() });
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Starts to watch for signals, and returns a future that ends with the first of them.
#[cfg(unix)]
fn watch_signals() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn watch_signals() -> io::Result<impl Future<Output = ()>> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}
