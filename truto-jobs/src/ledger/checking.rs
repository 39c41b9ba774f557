//! What can be wrong with a ledger, and what to do about it.

#[cfg(feature = "postgres")]
use crate::db::Dialect;
use crate::db::{Database, Pool, Transaction};
use crate::error::Error;
use crate::ledger::picking::listed;
use crate::people::Finding;
use crate::row::State;

/// Findings of one kind that are listed one by one.
const SHOWN: u32 = 20;

pub(crate) async fn check(database: &Database) -> Result<Vec<Finding>, Error> {
    let read = async {
        let mut findings = Vec::new();
        let mut tx = database.read().await?;
        reads_all(&mut tx).await?;
        states(&mut tx, &mut findings).await?;
        counters(&mut tx, &mut findings).await?;
        schedule(&mut tx, &mut findings).await?;
        leases(&mut tx, &mut findings).await?;
        if let Pool::Sqlite(pool) = &database.pool {
            integrity(&mut tx, &mut findings).await?;
            if let Some(file) = &pool.file {
                file_modes(file, &mut findings);
            }
        }
        Ok(findings)
    };
    read.await.map_err(|error: Error| error.during("check the ledger"))
}

/// Lets PostgreSQL read whole tables for this transaction. What workers do is planned for a few rows.
async fn reads_all(tx: &mut Transaction) -> Result<(), Error> {
    #[cfg(feature = "postgres")]
    if tx.dialect() == Dialect::Postgres {
        for setting in ["enable_seqscan", "enable_hashjoin", "enable_mergejoin"] {
            tx.script(&format!("SET LOCAL {setting} = on")).await?;
        }
    }
    let _ = tx;
    Ok(())
}

/// In one statement, so that what workers write meanwhile is seen in both places or in neither.
async fn counters(tx: &mut Transaction, findings: &mut Vec<Finding>) -> Result<(), Error> {
    let each = |write: &dyn Fn(State) -> String, between: &str| State::ALL.map(write).join(between);
    let sums =
        each(&|state| format!("CAST(sum(CASE WHEN r.state = '{state}' THEN 1 ELSE 0 END) AS BIGINT) AS {state}"), ", ");
    let pairs = each(&|state| format!("p.{state}, coalesce(c.{state}, 0)"), ", ");
    let differs = each(&|state| format!("p.{state} <> coalesce(c.{state}, 0)"), " OR ");
    let sql = format!(
        "SELECT u.name, a.account, {pairs} FROM truto_parts p JOIN truto_runs u ON u.id = p.run_id \
         JOIN truto_accounts a ON a.id = p.account_id \
         LEFT JOIN (SELECT r.part_id, {sums} FROM truto_rows r GROUP BY r.part_id) c ON c.part_id = p.id \
         WHERE {differs} ORDER BY p.id LIMIT {SHOWN}"
    );
    for record in tx.rows(&sql, [], None).await? {
        let mut differences = Vec::new();
        for (at, state) in State::ALL.into_iter().enumerate() {
            let (counter, found) = (record.int(2 + 2 * at)?, record.int(3 + 2 * at)?);
            if counter != found {
                differences.push(format!("{counter} {state} rows where there are {found}"));
            }
        }
        findings.push(Finding {
            check: "counters",
            what: format!(
                "the counters of the account {} in the run `{}` say {}",
                record.text(1)?,
                record.text(0)?,
                differences.join(", ")
            ),
            to_do: "report it to the authors of truto-jobs; until then do not trust `status` for this account, and count its rows with `rows`"
                .to_owned(),
        });
    }
    Ok(())
}

async fn states(tx: &mut Transaction, findings: &mut Vec<Finding>) -> Result<(), Error> {
    let sql = format!(
        "SELECT state, count(*) FROM truto_rows WHERE state NOT IN ({}) GROUP BY state ORDER BY state",
        listed(&State::ALL)
    );
    for record in tx.rows(&sql, [], None).await? {
        findings.push(Finding {
            check: "states",
            what: format!(
                "{} rows are in the state `{}`, which this version does not know",
                record.count(1)?,
                record.text(0)?
            ),
            to_do: "update truto-jobs".to_owned(),
        });
    }
    Ok(())
}

/// Accounts that no worker looks at although they have open rows, or mirrors that are due.
async fn schedule(tx: &mut Transaction, findings: &mut Vec<Finding>) -> Result<(), Error> {
    let sql = format!(
        "SELECT a.account, CAST(sum(p.ready + p.sending + p.unknown) AS BIGINT), \
         CAST(sum(CASE WHEN p.due_at IS NOT NULL AND u.cancelled_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) \
         FROM truto_accounts a JOIN truto_parts p ON p.account_id = a.id JOIN truto_runs u ON u.id = p.run_id \
         WHERE a.due_at IS NULL AND u.paused_at IS NULL \
             AND (p.ready + p.sending + p.unknown > 0 OR p.due_at IS NOT NULL AND u.cancelled_at IS NULL) \
         GROUP BY a.id ORDER BY a.id LIMIT {SHOWN}"
    );
    for record in tx.rows(&sql, [], None).await? {
        let (account, rows, mirrors) = (record.text(0)?, record.int(1)?, record.int(2)?);
        findings.push(Finding {
            check: "schedule",
            what: format!(
                "the account {account} has {rows} open rows and {mirrors} mirrors, and no worker looks at it"
            ),
            to_do: format!("wake it with `truto-jobs resume {account}`"),
        });
    }
    Ok(())
}

/// Accounts whose worker died, and that nobody took over.
async fn leases(tx: &mut Transaction, findings: &mut Vec<Finding>) -> Result<(), Error> {
    let now = tx.now().await?;
    let sql = "SELECT coalesce(w.name, 'a worker that is not known'), count(*) FROM truto_accounts a \
               LEFT JOIN truto_workers w ON w.id = a.owner \
               WHERE a.owner IS NOT NULL AND a.lease_until <= $1 AND a.due_at <= $1 AND a.hold IS NULL \
               GROUP BY w.name ORDER BY count(*) DESC, w.name";
    for record in tx.rows(sql, [now.into()], None).await? {
        findings.push(Finding {
            check: "leases",
            what: format!(
                "{} left {} accounts without giving them back, and their leases are over",
                record.text(0)?,
                record.count(1)?
            ),
            to_do: "start a worker: it takes them over".to_owned(),
        });
    }
    Ok(())
}

async fn integrity(tx: &mut Transaction, findings: &mut Vec<Finding>) -> Result<(), Error> {
    for record in tx.rows(&format!("PRAGMA quick_check({SHOWN})"), [], None).await? {
        let what = record.text(0)?;
        if what != "ok" {
            findings.push(Finding {
                check: "integrity",
                what: format!("SQLite says of the file: {what}"),
                to_do: "stop the workers, keep a copy of the file, and recover it with `sqlite3 FILE .recover`"
                    .to_owned(),
            });
        }
    }
    Ok(())
}

#[cfg(unix)]
fn file_modes(file: &std::path::Path, findings: &mut Vec<Finding>) {
    use std::os::unix::fs::PermissionsExt as _;

    for suffix in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(suffix);
        let path = std::path::PathBuf::from(path);
        let mode = std::fs::metadata(&path).map_or(0, |known| known.permissions().mode());
        if mode & 0o077 != 0 {
            findings.push(Finding {
                check: "file_mode",
                what: format!(
                    "others can read `{}`, which holds people's data: its mode is {:o}",
                    path.display(),
                    mode & 0o777
                ),
                to_do: format!("chmod 600 '{}'", path.display()),
            });
        }
    }
}

#[cfg(not(unix))]
fn file_modes(_: &std::path::Path, _: &mut Vec<Finding>) {}
