//! What the program prints: a table or a line for people, or one JSON document for programs. Texts that servers and callers wrote are
//! shown without control characters, which could move the cursor of a terminal.

use std::io::{self, Write as _};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use crate::program::Failure;

/// The longest text in a table.
const LONGEST: usize = 160;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    pub(crate) is_json: bool,
}

impl Output {
    pub(crate) const fn new(is_json: bool) -> Self {
        Self { is_json }
    }

    /// Prints the document, or the text that `people` makes.
    pub(crate) fn print(self, document: &impl Serialize, people: impl FnOnce() -> String) -> Result<(), Failure> {
        if self.is_json {
            let json =
                serde_json::to_string(document).map_err(|error| Failure(format!("cannot write JSON: {error}")))?;
            line(&json)
        } else {
            line(&people())
        }
    }
}

/// Prints a line. A reader that closed the pipe, as `head` does, has read enough.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// A table, or these words if it has no rows.
pub(crate) fn table<const N: usize>(header: [&str; N], rows: Vec<[String; N]>, none: &str) -> String {
    if rows.is_empty() {
        return none.to_owned();
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(header);
    for row in rows {
        table.add_row(row.map(|cell| shown(&cell)));
    }
    table.to_string()
}

/// The text as a terminal can show it.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, char) in text.chars().enumerate() {
        if at == LONGEST {
            shown.push('…');
            break;
        }
        if char.is_control() {
            shown.extend(char.escape_default());
        } else {
            shown.push(char);
        }
    }
    shown
}

/// A number, or nothing.
pub(crate) fn maybe(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_move_the_cursor() {
        assert_eq!(shown("a\u{1b}[2Jb\r\nä"), "a\\u{1b}[2Jb\\r\\nä");
        assert_eq!(shown(&"x".repeat(500)).chars().count(), LONGEST + 1);
    }
}
