//! What the two databases write differently.

use crate::db::Given;

/// The language of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    #[cfg(feature = "postgres")]
    Postgres,
}

impl Dialect {
    /// The statement in this language. In braces stand `{given}`, a table of the rows that are passed, whose parameters begin after
    /// `scalars`; `{update}`, `{share}` and `{skip}`, the locks of the rows that a `SELECT` returns; `{key}`, the type of a primary key;
    /// `{exact}`, behind the type of a text that is compared byte by byte; and `{among}`, the condition that a value is one of the ids in
    /// `{given}`.
    pub(crate) fn write(self, sql: &str, scalars: usize, given: Option<&Given>) -> String {
        let mut text = sql.to_owned();
        for (name, words) in self.words() {
            text = text.replace(name, words);
        }
        match given {
            Some(given) => text.replace("{given}", &self.table(given, scalars + 1)),
            None => text,
        }
    }

    const fn words(self) -> [(&'static str, &'static str); 7] {
        match self {
            // A transaction that writes is alone, so it needs no locks.
            Self::Sqlite => [
                ("{update}", ""),
                ("{share}", ""),
                ("{skip}", ""),
                ("{key}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
                ("{int}", "INTEGER"),
                ("{exact}", ""),
                ("{among}", "IN (SELECT given.id FROM {given})"),
            ],
            #[cfg(feature = "postgres")]
            Self::Postgres => [
                // Weaker than `FOR UPDATE`: rows that refer to these can be inserted meanwhile.
                ("{update}", "FOR NO KEY UPDATE"),
                ("{share}", "FOR SHARE"),
                ("{skip}", "FOR NO KEY UPDATE SKIP LOCKED"),
                ("{key}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
                ("{int}", "BIGINT"),
                // The order of a language changes with the system's libraries, and an index in that order then misses rows.
                ("{exact}", "COLLATE \"C\""),
                // An array, and no table to join: where an index seems short, a join would read it whole.
                ("{among}", "= ANY (ARRAY(SELECT given.id FROM {given}))"),
            ],
        }
    }

    /// The table `given`.
    fn table(self, given: &Given, first: usize) -> String {
        let names: Vec<_> = given.names().collect();
        match self {
            Self::Sqlite => {
                let columns = names.iter().enumerate().map(|(at, name)| format!("value ->> {at} AS {name}"));
                let columns = columns.collect::<Vec<_>>().join(", ");
                format!("(SELECT {columns} FROM jsonb_each(${first})) AS given")
            }
            #[cfg(feature = "postgres")]
            Self::Postgres => {
                let arrays = given.types().enumerate().map(|(at, of)| format!("${}::{of}[]", first + at));
                let arrays = arrays.collect::<Vec<_>>().join(", ");
                format!("unnest({arrays}) AS given({})", names.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_a_condition_in_both_languages() {
        let given = Given::new().ints("id", vec![Some(1)]);
        let sql = "SELECT id FROM things WHERE id {among}";
        assert_eq!(
            Dialect::Sqlite.write(sql, 0, Some(&given)),
            "SELECT id FROM things WHERE id IN (SELECT given.id FROM (SELECT value ->> 0 AS id FROM jsonb_each($1)) AS given)"
        );
        #[cfg(feature = "postgres")]
        assert_eq!(
            Dialect::Postgres.write(sql, 0, Some(&given)),
            "SELECT id FROM things WHERE id = ANY (ARRAY(SELECT given.id FROM unnest($1::bigint[]) AS given(id)))"
        );
    }

    #[test]
    fn a_statement_reads_alike_in_both_languages() {
        let given = Given::new().ints("id", vec![Some(1)]).texts("name", vec![None]);
        let sql = "SELECT id FROM things JOIN {given} USING (id) WHERE at < $1 {update}";
        assert_eq!(
            Dialect::Sqlite.write(sql, 1, Some(&given)),
            "SELECT id FROM things JOIN (SELECT value ->> 0 AS id, value ->> 1 AS name FROM jsonb_each($2)) AS given USING (id) \
             WHERE at < $1 "
        );
        #[cfg(feature = "postgres")]
        assert_eq!(
            Dialect::Postgres.write(sql, 1, Some(&given)),
            "SELECT id FROM things JOIN unnest($2::bigint[], $3::text[]) AS given(id, name) USING (id) WHERE at < $1 FOR NO KEY UPDATE"
        );
    }
}
