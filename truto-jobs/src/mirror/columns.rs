//! The columns of a mirror's table: which members of a record become columns, and of which type.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use truto_core::shape::Shape;

/// The columns that every mirror has.
pub(crate) const OWN: [&str; 8] = ["account", "key", "rest", "raw", "form", "seen_in", "mirrored_at", "deleted_at"];

/// The longest name that PostgreSQL keeps whole.
const LONGEST: usize = 63;

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Texts, times as they were given, and numbers with all their digits.
    Text,
    /// Whole numbers of 64 bits.
    Integer,
    /// `true` is 1, and `false` is 0.
    Boolean,
}

/// A column that holds a member of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// The columns for records of this shape. A shape that is not a record has no columns, and its
/// members are all in `rest`.
pub(crate) fn of(shape: Shape) -> Vec<Column> {
    let Shape::Record(record) = shape else { return Vec::new() };
    let mut columns: Vec<Column> = Vec::new();
    for field in record.contract().fields() {
        let name = field.wire_name();
        // SQLite does not tell `Id` from `id`. A secret is not spread over more places than need be.
        let is_free = |known: &str| !known.eq_ignore_ascii_case(name);
        if is_identifier(name)
            && !field.is_secret()
            && OWN.iter().all(|own| is_free(own))
            && columns.iter().all(|column| is_free(&column.name))
            && let Some(kind) = kind_of(field.shape())
        {
            columns.push(Column { name: name.to_owned(), kind });
        }
    }
    columns
}

fn kind_of(shape: Shape) -> Option<Kind> {
    match shape {
        Shape::String | Shape::Character | Shape::Number | Shape::Entity(_) | Shape::Timestamp | Shape::Choice(_) => {
            Some(Kind::Text)
        }
        Shape::Integer { .. } => Some(Kind::Integer),
        Shape::Boolean => Some(Kind::Boolean),
        Shape::Nullable(value) => kind_of(*value),
        _ => None,
    }
}

/// Whether the name can stand in a statement, and means the same to both databases.
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name.len() <= LONGEST
}

/// A number for this set of columns. A row has the number of the set by which its record was taken apart, so that a column that comes
/// later is filled by the next full walk.
pub(crate) fn form(columns: &[Column]) -> i64 {
    let mut hash = Sha256::new();
    for column in columns {
        hash.update(column.name.as_bytes());
        hash.update([0, column.kind as u8]);
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hash.finalize()[..8]);
    i64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use truto_core::crm::ListContacts;
    use truto_core::{Endpoint as _, UnifiedRecord};

    use super::*;

    #[test]
    fn what_is_scalar_is_a_column() {
        let columns = of(ListContacts::CONTRACT.answer());
        let names: Vec<_> = columns.iter().map(|column| &*column.name).collect();
        let expected =
            ["id", "first_name", "last_name", "name", "title", "last_activity_at", "created_at", "updated_at", "etag"];
        assert_eq!(names, expected);
        assert!(columns.iter().all(|column| column.kind == Kind::Text));
        assert_eq!(of(Shape::Any), []);
    }

    #[test]
    fn names_that_the_mirror_uses_are_no_columns() {
        #[derive(Clone, Default, PartialEq, UnifiedRecord)]
        struct Odd {
            id: String,
            #[truto(rename = "Id")]
            other: String,
            key: String,
            #[truto(rename = "drop table")]
            space: String,
            size: i64,
            open: Option<bool>,
            share: f64,
            tags: Vec<String>,
        }

        let columns = of(Shape::Record(truto_core::record::RecordRef::of::<Odd>()));
        let found: Vec<_> = columns.iter().map(|column| (&*column.name, column.kind)).collect();
        let text = Kind::Text;
        assert_eq!(found, [("id", text), ("size", Kind::Integer), ("open", Kind::Boolean), ("share", text)]);
        assert_ne!(form(&columns), form(&columns[..3]));
    }
}
