//! The table of a mirror: its columns, and the statements that fill it. Every name in them was checked to be a plain identifier.

use std::collections::{BTreeMap, HashMap};

use crate::db::{Dialect, Given, Transaction};
use crate::error::Error;
use crate::ledger::picking::BATCH;
use crate::mirror::columns::{Kind, OWN};
use crate::mirror::record::{Cell, Split};
use crate::mirror::spec::Spec;
use crate::moment::Moment;

/// Creates the table, or adds the columns that it does not have yet.
///
/// # Errors
/// [`Error::Refused`] if there is another table of this name, or a column of another type.
pub(crate) async fn prepare(tx: &mut Transaction, spec: &Spec) -> Result<(), Error> {
    let table = &spec.table;
    let columns = spec.columns.iter().map(|column| format!("\"{}\" {}, ", column.name, sql_type(column.kind)));
    let columns: String = columns.collect();
    let create = format!(
        "CREATE TABLE IF NOT EXISTS \"{table}\" (\"account\" TEXT NOT NULL, \"key\" TEXT NOT NULL, {columns}\
         \"rest\" TEXT NOT NULL, \"raw\" TEXT NOT NULL, \"form\" {{int}} NOT NULL, \"seen_in\" {{int}} NOT NULL, \
         \"mirrored_at\" {{int}} NOT NULL, \"deleted_at\" {{int}}, PRIMARY KEY (\"account\", \"key\"))"
    );
    tx.script(&create).await?;
    let known = types_of(tx, table).await?;
    if let Some(missing) = OWN.iter().find(|own| !known.contains_key(**own)) {
        return Err(Error::refused(format!(
            "the table `{table}` exists and is not a mirror: it has no column `{missing}`. Give the mirror another table"
        )));
    }
    for column in &spec.columns {
        let expected = sql_type(column.kind);
        let is_integer = column.kind != Kind::Text;
        match known.get(&column.name.to_ascii_lowercase()) {
            None => {
                let add = format!("ALTER TABLE \"{table}\" ADD COLUMN \"{}\" {expected}", column.name);
                tx.script(&add).await?;
            }
            Some(found) if matches!(&**found, "INTEGER" | "BIGINT") != is_integer => {
                return Err(Error::refused(format!(
                    "the column `{}` of the table `{table}` has the type {found}, and the list has another now: give the mirror \
                     another table",
                    column.name
                )));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

const fn sql_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Integer | Kind::Boolean => "{int}",
    }
}

/// The types of the table's columns, by their names in small letters.
async fn types_of(tx: &mut Transaction, table: &str) -> Result<HashMap<String, String>, Error> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => "SELECT lower(name), upper(type) FROM pragma_table_info($1)",
        #[cfg(feature = "postgres")]
        Dialect::Postgres => {
            "SELECT lower(column_name::text), upper(data_type::text) FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1"
        }
    };
    let found = tx.rows(sql, [table.into()], None).await?;
    found.iter().map(|record| Ok((record.text(0)?, record.text(1)?))).collect()
}

/// Records as they are written: each key once.
#[derive(Debug)]
pub(crate) struct Written<'a> {
    pub(crate) account: &'a str,
    pub(crate) records: &'a BTreeMap<String, (Split, String)>,
    /// The walk that saw them.
    pub(crate) walk: i64,
    pub(crate) is_walk: bool,
}

/// Writes the records. Returns how many rows are new, or other than before. A row that is as it was stays untouched, but for the
/// number of the walk.
pub(crate) async fn upsert(
    tx: &mut Transaction,
    spec: &Spec,
    written: &Written<'_>,
    form: i64,
    now: Moment,
) -> Result<u64, Error> {
    let Written { account, records, walk, is_walk } = *written;
    if records.is_empty() {
        return Ok(0);
    }
    let keys = || records.keys().map(|key| Some(key.clone())).collect::<Vec<_>>();
    let mut given = Given::new()
        .texts("k", keys())
        .texts("rest", records.values().map(|(split, _)| Some(split.rest.clone())).collect())
        .texts("raw", records.values().map(|(_, raw)| Some(raw.clone())).collect());
    for (at, column) in spec.columns.iter().enumerate() {
        let cells = records.values().map(|(split, _)| &split.cells[at]);
        given = match column.kind {
            Kind::Text => given.texts(format!("c{at}"), cells.map(text_of).collect()),
            Kind::Integer | Kind::Boolean => given.ints(format!("c{at}"), cells.map(int_of).collect()),
        };
    }
    let table = &spec.table;
    let names = spec.columns.iter().map(|column| format!("\"{}\"", column.name));
    let names: Vec<String> = names.chain(["\"rest\"".to_owned(), "\"raw\"".to_owned()]).collect();
    let values = (0..spec.columns.len()).map(|at| format!("given.c{at}"));
    let values: Vec<String> = values.chain(["given.rest".to_owned(), "given.raw".to_owned()]).collect();
    let sets = names.iter().map(|name| format!("{name} = excluded.{name}"));
    let sets = sets.collect::<Vec<_>>().join(", ");
    let sql = format!(
        "INSERT INTO \"{table}\" (\"account\", \"key\", \"form\", \"seen_in\", \"mirrored_at\", {}) \
         SELECT $1, given.k, $2, $3, $4, {} FROM {{given}} WHERE true \
         ON CONFLICT (\"account\", \"key\") DO UPDATE SET {sets}, \"form\" = excluded.\"form\", \"seen_in\" = excluded.\"seen_in\", \
         \"mirrored_at\" = excluded.\"mirrored_at\", \"deleted_at\" = NULL \
         WHERE \"{table}\".\"raw\" <> excluded.\"raw\" OR \"{table}\".\"form\" <> excluded.\"form\" \
         OR \"{table}\".\"deleted_at\" IS NOT NULL",
        names.join(", "),
        values.join(", "),
    );
    let values = [account.into(), form.into(), walk.into(), now.into()];
    let changed = tx.run(&sql, values, Some(given)).await?;
    if is_walk && changed < records.len() as u64 {
        let sql = format!(
            "UPDATE \"{table}\" SET \"seen_in\" = $2 FROM {{given}} \
             WHERE \"{table}\".\"account\" = $1 AND \"{table}\".\"key\" = given.k AND \"{table}\".\"seen_in\" <> $2"
        );
        tx.run(&sql, [account.into(), walk.into()], Some(Given::new().texts("k", keys()))).await?;
    }
    Ok(changed)
}

fn text_of(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Integer(_) => None,
    }
}

const fn int_of(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Integer(number) => *number,
        Cell::Text(_) => None,
    }
}

/// Marks the rows of the account that this walk did not see. Returns how many.
pub(crate) async fn delete_unseen(
    tx: &mut Transaction,
    spec: &Spec,
    account: &str,
    walk: i64,
    now: Moment,
) -> Result<u64, Error> {
    let sql = format!(
        "UPDATE \"{}\" SET \"deleted_at\" = $3 WHERE \"account\" = $1 AND \"seen_in\" <> $2 AND \"deleted_at\" IS NULL",
        spec.table
    );
    tx.run(&sql, [account.into(), walk.into(), now.into()], None).await
}

/// Removes a batch of the account's rows, and returns how many. A table that somebody dropped counts as empty.
pub(crate) async fn erase(tx: &mut Transaction, spec: &Spec, account: &str) -> Result<u64, Error> {
    if types_of(tx, &spec.table).await?.is_empty() {
        return Ok(0);
    }
    let table = &spec.table;
    let sql = format!(
        "DELETE FROM \"{table}\" WHERE \"account\" = $1 AND \"key\" IN \
         (SELECT m.\"key\" FROM \"{table}\" m WHERE m.\"account\" = $1 LIMIT {BATCH})"
    );
    tx.run(&sql, [account.into()], None).await
}
