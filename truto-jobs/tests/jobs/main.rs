//! Durable work as a user has it: on both databases, with workers in this process and in others. A binary for all, because each links
//! the whole of both databases.

mod matrix;
mod mirror_deaths;
mod mirror_kills;
mod mirror_sinks;
mod mirror_tables;
mod mirroring;
mod mirrors;
mod model;
mod outages;
mod people;
#[cfg(feature = "program")]
mod program;
mod releases;
mod support;
mod tokens;
mod workers;
mod writes;

/// The test that other tests start as a process.
#[tokio::test]
#[ignore = "other tests start it as a process"]
async fn worker_process() {
    support::work().await;
}
