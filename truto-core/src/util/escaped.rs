//! Foreign text, as an error shows it: control characters would change a terminal, and some characters are invisible.

use core::fmt::{self, Write as _};

/// Shows a text with its control characters, line breaks, invisible and reordering characters spelt out: `\u{1b}`, `\n`,
/// `\u{202e}`. Quotes and backslashes stay, so that JSON is readable and escaping twice changes nothing.
///
/// Every `Display` of a text from a server, a provider, a token source or the caller goes through here. `Debug` of a string
/// escapes by itself, and accessors return the text unchanged.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_special = |letter| matches!(letter, '"' | '\'' | '\\') || is_blank(letter);
        for part in self.0.split_inclusive(is_special) {
            let text = part.trim_end_matches(is_special);
            // The standard library knows which characters are printable.
            write!(f, "{}", text.escape_debug())?;
            for letter in part[text.len()..].chars() {
                if is_blank(letter) { write!(f, "{}", letter.escape_unicode())? } else { f.write_char(letter)? }
            }
        }
        Ok(())
    }
}

/// Whether a character is invisible, although the standard library calls it printable: a filler, a joiner, or a variation selector.
fn is_blank(letter: char) -> bool {
    matches!(
        letter,
        '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180d}'
            | '\u{180f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

#[cfg(test)]
mod tests {
    use super::Escaped;

    #[test]
    fn control_and_invisible_characters_are_spelt_out() {
        let shown = |letter: char| Escaped(&format!("a{letter}b")).to_string();
        let unseen = (0..0x20)
            .chain(0x7f..=0xa0)
            .chain([0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff])
            .chain(0x202a..=0x202e)
            .chain(0x2060..=0x206f)
            .chain(0xfff9..=0xfffb)
            .chain(0xe0001..=0xe007f)
            .chain([0x34f, 0x115f, 0x1160, 0x3164, 0xffa0, 0xe0100, 0xe01ef])
            .chain([0xe000, 0xffff, 0x10_ffff, 0x378]);
        for code in unseen {
            let letter = char::from_u32(code).unwrap();
            let shown = shown(letter);
            assert!(shown.starts_with("a\\") && shown.is_ascii(), "U+{code:04X}: {shown}");
        }
        assert_eq!(shown('\u{1b}'), r"a\u{1b}b");
        assert_eq!((shown('\n'), shown('\0'), shown('\u{7}')), (r"a\nb".into(), r"a\0b".into(), r"a\u{7}b".into()));
    }

    #[test]
    fn readable_text_is_unchanged() {
        for text in [
            "",
            r#"{"a": "b\"c", 'd': "\\"}"#,
            "é e\u{301} ß 日本語 עברית العربية हिन्दी 🦀 ☺\u{fe0f}",
            r"\u{1b}",
            "\"",
            "\\\\\"'",
        ] {
            assert_eq!(Escaped(text).to_string(), text);
        }
    }

    #[test]
    fn escaping_twice_changes_nothing() {
        let text = "\u{1b}[31m\"\u{202e}\\\r\n";
        assert_eq!(Escaped(text).to_string(), r#"\u{1b}[31m"\u{202e}\\r\n"#);
        assert_eq!(Escaped(&Escaped(text).to_string()).to_string(), Escaped(text).to_string());
    }
}
