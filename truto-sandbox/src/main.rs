//! The program `truto-sandbox`: serves the sandbox to clients in any language until it is stopped.
//!
//! The first line on standard output is JSON with everything that a client needs; nothing else is printed there.

use std::io::{self, Write};
use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use clap::builder::NonEmptyStringValueParser;
use serde_json::json;
use truto_sandbox::{RateLimits, Sandbox};

/// Truto's unified API on loopback, for development and tests.
///
/// Prints one line of JSON (url, token, accounts), then serves until it is stopped. What it holds can be read back
/// from /_sandbox/links, what it was sent from /_sandbox/requests; POST /_sandbox/faults makes it misbehave.
#[derive(Debug, Parser)]
#[command(name = "truto-sandbox", version)]
struct Options {
    /// Port to listen on; 0 takes any free one.
    #[arg(long, default_value_t = 0)]
    port: u16,

    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,

    /// Allows an address that other machines can reach. There is no encryption, and the token is all that guards it.
    #[arg(long)]
    allow_remote: bool,

    /// Token to let in, in place of the well-known one.
    #[arg(long, env = "TRUTO_SANDBOX_TOKEN", hide_env_values = true, value_parser = NonEmptyStringValueParser::new())]
    token: Option<String>,

    /// Limits the calls per account and window; 50 where no number is given.
    #[arg(long, value_name = "CALLS", num_args = 0..=1, default_missing_value = "50")]
    rate_limit: Option<u32>,

    /// Limits the calls per token and window; 500 where no number is given.
    #[arg(long, value_name = "CALLS", num_args = 0..=1, default_missing_value = "500")]
    token_rate_limit: Option<u32>,

    /// Length of the window in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    rate_window: u64,

    /// Largest request body in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 20)]
    max_body_bytes: usize,

    /// Refuses the filters that cannot be judged on the records that are kept, in place of ignoring them as the API does.
    #[arg(long)]
    strict_filters: bool,

    /// Least size of a `stream` answer; 0 answers what the provider answers.
    #[arg(long, value_name = "BYTES", default_value_t = 0)]
    stream_bytes: u64,
}

fn main() -> ExitCode {
    let options = Options::parse();
    if !options.host.is_loopback() && !options.allow_remote {
        return refuse(&format!(
            "{} can be reached from other machines; add --allow-remote to allow that",
            options.host
        ));
    }
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&format!("cannot start: {error}")),
    };
    runtime.block_on(run(options))
}

async fn run(options: Options) -> ExitCode {
    let Options { port, host, .. } = options;
    let mut limits = RateLimits::off().window(Duration::from_secs(options.rate_window));
    if let Some(calls) = options.rate_limit {
        limits = limits.per_account(calls);
    }
    if let Some(calls) = options.token_rate_limit {
        limits = limits.per_token(calls);
    }
    let mut builder = Sandbox::builder()
        .host(host)
        .port(port)
        .rate_limits(limits)
        .max_body_bytes(options.max_body_bytes)
        .stream_bytes(options.stream_bytes)
        .strict_filters(options.strict_filters);
    if let Some(token) = options.token {
        builder = builder.token(token);
    }
    let sandbox = match builder.start().await {
        Ok(sandbox) => sandbox,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            return refuse(&format!("port {port} of {host} is taken; --port 0 takes any free one"));
        }
        Err(error) => return refuse(&format!("cannot listen on port {port} of {host}: {error}")),
    };
    let stop = match Stop::watch() {
        Ok(stop) => stop,
        Err(error) => return refuse(&format!("cannot watch for signals: {error}")),
    };
    if let Err(error) = announce(&sandbox) {
        return refuse(&format!("cannot print where the sandbox is: {error}"));
    }
    stop.come().await;
    sandbox.shutdown().await;
    ExitCode::SUCCESS
}

fn announce(sandbox: &Sandbox) -> io::Result<()> {
    let line = json!({ "url": sandbox.url(), "token": sandbox.token(), "accounts": sandbox.accounts() });
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// What ends the program. Made before anyone is told that it runs: a signal that comes right after that counts too.
#[cfg(unix)]
struct Stop {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Stop {
    fn watch() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};

        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn come(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Stop;

#[cfg(not(unix))]
impl Stop {
    fn watch() -> io::Result<Self> {
        Ok(Self)
    }

    async fn come(self) {
        drop(tokio::signal::ctrl_c().await);
    }
}

fn refuse(reason: &str) -> ExitCode {
    // Nothing is left to tell anyone if standard error is closed too.
    drop(writeln!(io::stderr(), "truto-sandbox: {reason}"));
    ExitCode::from(2)
}
