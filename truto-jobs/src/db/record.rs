//! A row that a statement returned, read column by column.

use sqlx::Row as _;

use crate::error::Error;
use crate::moment::Moment;

/// A row of either database.
pub(crate) enum Record {
    Sqlite(sqlx::sqlite::SqliteRow),
    #[cfg(feature = "postgres")]
    Postgres(sqlx::postgres::PgRow),
}

/// Reads a column as this type.
macro_rules! get {
    ($self:ident, $at:ident, $type:ty) => {
        Ok(match $self {
            Self::Sqlite(row) => row.try_get::<$type, _>($at)?,
            #[cfg(feature = "postgres")]
            Self::Postgres(row) => row.try_get::<$type, _>($at)?,
        })
    };
}

impl Record {
    pub(crate) fn int(&self, at: usize) -> Result<i64, Error> {
        get!(self, at, i64)
    }

    pub(crate) fn maybe_int(&self, at: usize) -> Result<Option<i64>, Error> {
        get!(self, at, Option<i64>)
    }

    pub(crate) fn text(&self, at: usize) -> Result<String, Error> {
        get!(self, at, String)
    }

    pub(crate) fn maybe_text(&self, at: usize) -> Result<Option<String>, Error> {
        get!(self, at, Option<String>)
    }

    pub(crate) fn moment(&self, at: usize) -> Result<Moment, Error> {
        self.int(at).map(Moment)
    }

    pub(crate) fn maybe_moment(&self, at: usize) -> Result<Option<Moment>, Error> {
        Ok(self.maybe_int(at)?.map(Moment))
    }

    /// A number that cannot be negative.
    pub(crate) fn count(&self, at: usize) -> Result<u64, Error> {
        Ok(u64::try_from(self.int(at)?).unwrap_or_default())
    }
}
