//! A ledger in a PostgreSQL database, which any number of processes share.

use core::time::Duration;
use std::str::FromStr as _;

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::error::Error;

const CONNECTIONS: u32 = 8;

pub(crate) async fn open(url: &str) -> Result<PgPool, Error> {
    let options = PgConnectOptions::from_str(url)?.application_name("truto-jobs");
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(Duration::from_secs(30));
    Ok(pool.connect_with(options).await?)
}
