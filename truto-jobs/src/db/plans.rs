//! The plans of the statements that run, for the tests: how the databases find their rows.

use std::cell::RefCell;

use sqlx::{AssertSqlSafe, Row as _};

use crate::db::Given;
use crate::db::transaction::{Transaction, Value};
use crate::error::Error;

/// A statement, and how a database carries it out.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) sql: String,
    pub(crate) lines: Vec<String>,
}

thread_local! {
    static PLANS: RefCell<Option<Vec<Plan>>> = const { RefCell::new(None) };
}

/// From now on, the plans of this thread's statements are kept.
pub(crate) fn keep() {
    PLANS.set(Some(Vec::new()));
}

/// The plans that were kept. No more are kept.
pub(crate) fn taken() -> Vec<Plan> {
    PLANS.take().unwrap_or_default()
}

/// Keeps the plan of this statement, if plans are kept.
pub(super) async fn note(
    tx: &mut Transaction,
    sql: &str,
    values: &[Value],
    given: Option<&Given>,
) -> Result<(), Error> {
    if PLANS.with_borrow(Option::is_none) {
        return Ok(());
    }
    let mut lines = Vec::new();
    match tx {
        Transaction::Sqlite(connection, _) => {
            let mut query = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
            for value in values {
                query = match value.clone() {
                    Value::Int(value) => query.bind(value),
                    Value::Text(value) => query.bind(value),
                };
            }
            if let Some(given) = given {
                query = query.bind(given.to_json());
            }
            for row in query.fetch_all(&mut **connection).await? {
                lines.push(row.try_get::<String, _>("detail")?);
            }
        }
        // The plan for any values: it is the one that the database settles on. An array of any length counts as ten rows.
        #[cfg(feature = "postgres")]
        Transaction::Postgres(connection, _) => {
            let parameters = values.len() + given.map_or(0, |given| given.names().count());
            let any = vec!["NULL"; parameters].join(", ");
            let execute = if parameters == 0 { "noted".to_owned() } else { format!("noted({any})") };
            let texts = [
                "SET LOCAL plan_cache_mode = force_generic_plan".to_owned(),
                format!("PREPARE noted AS {sql}"),
                format!("EXPLAIN (COSTS OFF) EXECUTE {execute}"),
                "DEALLOCATE noted".to_owned(),
                "SET LOCAL plan_cache_mode = auto".to_owned(),
            ];
            for text in texts {
                for row in sqlx::raw_sql(AssertSqlSafe(text)).fetch_all(&mut **connection).await? {
                    lines.push(row.try_get::<String, _>(0)?);
                }
            }
        }
    }
    PLANS.with_borrow_mut(|plans| {
        if let Some(plans) = plans {
            plans.push(Plan { sql: sql.to_owned(), lines });
        }
    });
    Ok(())
}
