//! CSV as RFC 4180 writes it.

/// A line of these fields.
pub(crate) fn record<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        // Blanks at the ends are quoted, because some readers remove them.
        let is_plain = !field.contains(['"', ',', '\n', '\r']) && field.trim().len() == field.len();
        if is_plain {
            line.push_str(field);
        } else {
            line.push('"');
            line.push_str(&field.replace('"', "\"\""));
            line.push('"');
        }
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        assert_eq!(record(["a", "", "b c"]), "a,,b c\r\n");
        assert_eq!(
            record(["a,b", "say \"no\"", "two\nlines", " x"]),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\" x\"\r\n"
        );
    }
}
