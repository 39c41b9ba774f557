//! A record taken apart: its key, a cell for each column, and the rest. The text of the record is kept beside them, so that nothing
//! of it is lost, down to the last byte.

use core::fmt;
use std::time::SystemTime;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use truto_core::Timestamp;

use crate::mirror::columns::{Column, Kind};

/// The value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Text(Option<String>),
    Integer(Option<i64>),
}

/// A record that was taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) key: String,
    pub(crate) cells: Vec<Cell>,
    /// The members that have no column, as a JSON object.
    pub(crate) rest: String,
    /// When it was changed, as it says itself.
    pub(crate) changed_at: Option<SystemTime>,
}

/// Takes the record apart.
///
/// # Errors
/// Why it cannot be mirrored: it is not an object, or its key is missing.
pub(crate) fn split(raw: &str, key: &str, columns: &[Column], changed_by: Option<&str>) -> Result<Split, String> {
    let mut reader = serde_json::Deserializer::from_str(raw);
    let members =
        reader.deserialize_map(Members).map_err(|_| "the list has an item that is not an object".to_owned())?;
    let mut found = None;
    let mut changed_at = None;
    let mut rest = String::from("{");
    let mut cells: Vec<Cell> = columns.iter().map(|column| empty(column.kind)).collect();
    for (name, value) in members {
        if name == key {
            found = text(value.get());
        }
        if changed_by == Some(&*name) {
            changed_at = text(value.get()).and_then(|time| read_time(&time));
        }
        let at = columns.iter().position(|column| *column.name == *name);
        if let Some((at, cell)) = at.and_then(|at| Some((at, cell(value.get(), columns[at].kind)?))) {
            cells[at] = cell;
            continue;
        }
        if rest.len() > 1 {
            rest.push(',');
        }
        // A text can always be written.
        rest.push_str(&serde_json::to_string(&name).unwrap_or_default());
        rest.push(':');
        rest.push_str(value.get());
    }
    rest.push('}');
    let key = found.filter(|key| !key.is_empty()).ok_or_else(|| {
        format!("the list has a record without `{key}`, by which the mirror knows its records: name another member with `Table::key`")
    })?;
    Ok(Split { key, cells, rest, changed_at })
}

const fn empty(kind: Kind) -> Cell {
    match kind {
        Kind::Text => Cell::Text(None),
        Kind::Integer | Kind::Boolean => Cell::Integer(None),
    }
}

/// The cell that holds this JSON. `None` if the column cannot hold it: then it belongs to the rest.
fn cell(json: &str, kind: Kind) -> Option<Cell> {
    if json == "null" {
        return Some(empty(kind));
    }
    match kind {
        Kind::Text => text(json).map(|text| Cell::Text(Some(text))),
        Kind::Integer => json.parse().ok().map(|number| Cell::Integer(Some(number))),
        Kind::Boolean => json.parse().ok().map(|is_true: bool| Cell::Integer(Some(is_true.into()))),
    }
}

/// A text, or a number with its digits as they came. PostgreSQL cannot hold a text with a NUL, so neither database gets one.
fn text(json: &str) -> Option<String> {
    match json.as_bytes().first()? {
        b'"' => serde_json::from_str(json).ok().filter(|text: &String| !text.contains('\0')),
        b'-' | b'0'..=b'9' => Some(json.to_owned()),
        _ => None,
    }
}

/// `None` if the text is not a point in time, such as a date alone or a time without its zone.
pub(crate) fn read_time(text: &str) -> Option<SystemTime> {
    SystemTime::try_from(Timestamp::from(text)).ok()
}

/// Reads an object in its order, and each value as it is written.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(16);
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        let column = |name: &str, kind| Column { name: name.to_owned(), kind };
        vec![column("id", Kind::Text), column("size", Kind::Integer), column("open", Kind::Boolean)]
    }

    fn taken_apart(raw: &str) -> Split {
        split(raw, "id", &columns(), Some("at")).unwrap()
    }

    #[test]
    fn columns_and_rest_hold_all_members() {
        let record =
            r#"{"id":"a\u0041", "size": 3,"open":true,"at":"2026-01-02T03:04:05.678Z", "tags" : [ 1 ],"n\"":1.50}"#;
        let split = taken_apart(record);
        assert_eq!(split.key, "aA");
        let cells = [Cell::Text(Some("aA".to_owned())), Cell::Integer(Some(3)), Cell::Integer(Some(1))];
        assert_eq!(split.cells, cells);
        assert_eq!(split.rest, r#"{"at":"2026-01-02T03:04:05.678Z","tags":[ 1 ],"n\"":1.50}"#);
        assert_eq!(split.changed_at, read_time("2026-01-02T03:04:05.678Z"));
    }

    #[test]
    fn what_a_column_cannot_hold_is_in_the_rest() {
        for (member, value) in
            [("size", "18446744073709551616"), ("size", "1.5"), ("size", "\"3\""), ("open", "1"), ("size", "[]")]
        {
            let split = taken_apart(&format!(r#"{{"id":7,"{member}":{value}}}"#));
            assert_eq!(split.rest, format!(r#"{{"{member}":{value}}}"#));
            assert_eq!(split.cells, [Cell::Text(Some("7".to_owned())), Cell::Integer(None), Cell::Integer(None)]);
        }
        let zero = split(r#"{"key":"k","id":"a\u0000b","size":null}"#, "key", &columns(), None).unwrap();
        assert_eq!((&*zero.rest, &zero.cells[0]), (r#"{"key":"k","id":"a\u0000b"}"#, &Cell::Text(None)));
    }

    #[test]
    fn a_record_without_a_key_is_refused() {
        for raw in ["7", "null", "[]", "{}", r#"{"id":null}"#, r#"{"id":{}}"#, r#"{"id":""}"#, r#"{"id":"\u0000"}"#] {
            assert!(split(raw, "id", &columns(), None).is_err(), "{raw}");
        }
    }
}
