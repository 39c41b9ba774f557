//! Rows that are passed to a statement, column by column: as arrays to PostgreSQL, as one JSON text to SQLite. A statement for each
//! row would cost a round trip for each.

use std::borrow::Cow;

/// A column.
#[derive(Clone, Debug)]
pub(crate) enum Column {
    Ints(Vec<Option<i64>>),
    Texts(Vec<Option<String>>),
}

/// A table of rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    columns: Vec<(Cow<'static, str>, Column)>,
}

impl Given {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The same table with a column of integers.
    pub(crate) fn ints(mut self, name: impl Into<Cow<'static, str>>, values: Vec<Option<i64>>) -> Self {
        self.columns.push((name.into(), Column::Ints(values)));
        self
    }

    /// The same table with a column of texts.
    pub(crate) fn texts(mut self, name: impl Into<Cow<'static, str>>, values: Vec<Option<String>>) -> Self {
        self.columns.push((name.into(), Column::Texts(values)));
        self
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| &**name)
    }

    #[cfg(feature = "postgres")]
    pub(super) fn types(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|(_, column)| match column {
            Column::Ints(_) => "bigint",
            Column::Texts(_) => "text",
        })
    }

    #[cfg(feature = "postgres")]
    pub(super) fn into_columns(self) -> impl Iterator<Item = Column> {
        self.columns.into_iter().map(|(_, column)| column)
    }

    /// The rows as a JSON array of arrays.
    pub(super) fn to_json(&self) -> String {
        let rows = self.columns.iter().map(|(_, column)| column.len()).max().unwrap_or_default();
        let mut json = Vec::with_capacity(64 * rows * self.columns.len());
        json.push(b'[');
        for row in 0..rows {
            json.extend(if row == 0 { b"[".as_slice() } else { b",[" });
            for (at, (_, column)) in self.columns.iter().enumerate() {
                if at > 0 {
                    json.push(b',');
                }
                column.write(row, &mut json);
            }
            json.push(b']');
        }
        json.push(b']');
        // JSON is UTF-8.
        String::from_utf8(json).unwrap_or_default()
    }
}

impl Column {
    const fn len(&self) -> usize {
        match self {
            Self::Ints(values) => values.len(),
            Self::Texts(values) => values.len(),
        }
    }

    fn write(&self, row: usize, json: &mut Vec<u8>) {
        // A text and a number can always be written to memory.
        let _ = match self {
            Self::Ints(values) => serde_json::to_writer(json, &values.get(row).copied().flatten()),
            Self::Texts(values) => serde_json::to_writer(json, &values.get(row).and_then(Option::as_deref)),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_an_array_of_arrays() {
        let given = Given::new()
            .ints("id", vec![Some(1), None])
            .texts("name", vec![Some("a\"\n\u{0}".to_owned()), Some("ä".to_owned())]);
        assert_eq!(given.to_json(), r#"[[1,"a\"\n\u0000"],[null,"ä"]]"#);
        assert_eq!(Given::new().ints("id", Vec::new()).to_json(), "[]");
    }
}
