//! CSV as RFC 4180 writes it. A spreadsheet takes a cell for a formula if it begins like one, and rows hold texts that servers wrote: such
//! a cell gets a leading apostrophe, which makes it a text.

use std::borrow::Cow;

/// What a formula begins with. Some spreadsheets skip tabs and new lines before a formula, and some read the wide forms like the plain
/// ones. A text that begins with an apostrophe gets another, so that a reader who removes one has the text again.
const GUARDED: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''];

/// Writes lines, and counts the cells that it guards.
#[derive(Debug)]
pub(crate) struct Lines {
    is_raw: bool,
    /// Cells that got an apostrophe.
    pub(crate) guarded: u64,
}

impl Lines {
    /// With `is_raw`, each text stays as it is.
    pub(crate) const fn new(is_raw: bool) -> Self {
        Self { is_raw, guarded: 0 }
    }

    /// A line of these fields.
    pub(crate) fn record<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) -> String {
        let mut line = String::new();
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            let field = self.guard(field);
            // Blanks at the ends are quoted, because some readers remove them.
            let is_plain = !field.contains(['"', ',', '\n', '\r']) && field.trim().len() == field.len();
            if is_plain {
                line.push_str(&field);
            } else {
                line.push('"');
                line.push_str(&field.replace('"', "\"\""));
                line.push('"');
            }
        }
        line.push_str("\r\n");
        line
    }

    fn guard<'a>(&mut self, field: &'a str) -> Cow<'a, str> {
        if self.is_raw || !field.starts_with(GUARDED) {
            return field.into();
        }
        self.guarded += 1;
        format!("'{field}").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record<const N: usize>(fields: [&str; N]) -> String {
        Lines::new(false).record(fields)
    }

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        assert_eq!(record(["a", "", "b c"]), "a,,b c\r\n");
        assert_eq!(
            record(["a,b", "say \"no\"", "two\nlines", " x"]),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\" x\"\r\n"
        );
    }

    #[test]
    fn a_text_is_never_a_formula_unless_it_is_asked_for_raw() {
        let texts = ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'quoted'"];
        for text in texts {
            let mut lines = Lines::new(false);
            let line = lines.record([text, "a=b", "{\"a\": -1}"]);
            assert!(line.trim_start_matches('"').starts_with(&format!("'{text}")), "{line}");
            assert!(line.contains(",a=b,"), "{line}");
            assert_eq!(lines.guarded, 1, "{text}");
        }
        let mut raw = Lines::new(true);
        assert_eq!((raw.record(["=1+1", "'"]), raw.guarded), ("=1+1,'\r\n".to_owned(), 0));
    }
}
