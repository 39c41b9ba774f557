//! A transaction: statements with their values, and the time.

use sqlx::AssertSqlSafe;

use crate::db::{Clock, Dialect, Given, Record};
use crate::error::Error;
use crate::moment::Moment;

/// A value of a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Int(Option<i64>),
    Text(Option<String>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<Moment> for Value {
    fn from(value: Moment) -> Self {
        Self::Int(Some(value.0))
    }
}

impl From<Option<Moment>> for Value {
    fn from(value: Option<Moment>) -> Self {
        Self::Int(value.map(|moment| moment.0))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

/// A transaction. Dropping it undoes what it did.
pub(crate) enum Transaction {
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>, Option<Clock>),
    #[cfg(feature = "postgres")]
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>, Option<Clock>),
}

/// Binds the values to the statement, each in the way of its database.
macro_rules! bound {
    ($text:ident, $values:ident) => {{
        let mut query = sqlx::query(AssertSqlSafe($text));
        for value in $values {
            query = match value {
                Value::Int(value) => query.bind(value),
                Value::Text(value) => query.bind(value),
            };
        }
        query
    }};
}

macro_rules! bound_json {
    ($text:ident, $values:ident, $given:ident) => {
        match $given {
            Some(given) => bound!($text, $values).bind(given.to_json()),
            None => bound!($text, $values),
        }
    };
}

#[cfg(feature = "postgres")]
macro_rules! bound_arrays {
    ($text:ident, $values:ident, $given:ident) => {{
        let mut query = bound!($text, $values);
        for column in $given.into_iter().flat_map(Given::into_columns) {
            query = match column {
                crate::db::given::Column::Ints(values) => query.bind(values),
                crate::db::given::Column::Texts(values) => query.bind(values),
            };
        }
        query
    }};
}

impl Transaction {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite(..) => Dialect::Sqlite,
            #[cfg(feature = "postgres")]
            Self::Postgres(..) => Dialect::Postgres,
        }
    }

    /// The time. On PostgreSQL it is the time of the database, so that workers on machines with different clocks agree.
    pub(crate) async fn now(&mut self) -> Result<Moment, Error> {
        match self {
            Self::Sqlite(_, clock) => Ok(Moment::of(clock.as_ref())),
            #[cfg(feature = "postgres")]
            Self::Postgres(_, clock @ Some(_)) => Ok(Moment::of(clock.as_ref())),
            #[cfg(feature = "postgres")]
            Self::Postgres(..) => {
                let sql = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";
                self.row(sql, [], None).await?.moment(0)
            }
        }
    }

    /// Runs a statement, and returns how many rows it changed.
    pub(crate) async fn run(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        given: Option<Given>,
    ) -> Result<u64, Error> {
        let values: Vec<Value> = values.into_iter().collect();
        let text = self.dialect().write(sql, values.len(), given.as_ref());
        #[cfg(test)]
        crate::db::plans::note(self, &text, &values, given.as_ref()).await?;
        Ok(match self {
            Self::Sqlite(connection, _) => {
                bound_json!(text, values, given).execute(&mut **connection).await?.rows_affected()
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(connection, _) => {
                bound_arrays!(text, values, given).execute(&mut **connection).await?.rows_affected()
            }
        })
    }

    /// Runs a statement, and returns its rows.
    pub(crate) async fn rows(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        given: Option<Given>,
    ) -> Result<Vec<Record>, Error> {
        let values: Vec<Value> = values.into_iter().collect();
        let text = self.dialect().write(sql, values.len(), given.as_ref());
        #[cfg(test)]
        crate::db::plans::note(self, &text, &values, given.as_ref()).await?;
        Ok(match self {
            Self::Sqlite(connection, _) => {
                let rows = bound_json!(text, values, given).fetch_all(&mut **connection).await?;
                rows.into_iter().map(Record::Sqlite).collect()
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(connection, _) => {
                let rows = bound_arrays!(text, values, given).fetch_all(&mut **connection).await?;
                rows.into_iter().map(Record::Postgres).collect()
            }
        })
    }

    /// Runs a statement that returns at most one row.
    pub(crate) async fn maybe_row(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<Record>, Error> {
        Ok(self.rows(sql, values, None).await?.into_iter().next())
    }

    /// Runs a statement that returns a row.
    pub(crate) async fn row(
        &mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
        given: Option<Given>,
    ) -> Result<Record, Error> {
        self.rows(sql, values, given).await?.into_iter().next().ok_or_else(|| sqlx::Error::RowNotFound.into())
    }

    /// Runs several statements without values.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), Error> {
        let text = self.dialect().write(sql, 0, None);
        match self {
            Self::Sqlite(connection, _) => {
                sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut **connection).await?;
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(connection, _) => {
                sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut **connection).await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Sqlite(transaction, _) => transaction.commit().await?,
            #[cfg(feature = "postgres")]
            Self::Postgres(transaction, _) => transaction.commit().await?,
        }
        Ok(())
    }
}
