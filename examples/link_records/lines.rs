//! Splits an input of any size into lines, with a bound on the memory that a line takes.

use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes. A row with two thousand links fits.
pub(crate) const LONGEST: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A line that is not empty.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Line number in the input, from 1.
    pub(crate) number: u64,
    /// Text of the line, or the reason why it cannot be read.
    pub(crate) text: Result<String, String>,
    /// Offset of the end of the line in the input, in bytes.
    pub(crate) end: u64,
}

/// Iterator over the lines of an input.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    input: R,
    number: u64,
    read: u64,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, number: 0, read: 0 }
    }

    fn next_line(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            let limit = LONGEST as u64 + 1;
            let mut length = self.input.by_ref().take(limit).read_until(b'\n', &mut bytes)?;
            if length == 0 {
                return Ok(None);
            }
            let overlong = length > LONGEST && !bytes.ends_with(b"\n");
            if overlong {
                length += self.input.skip_until(b'\n')?;
            }
            self.number += 1;
            self.read += length as u64;
            let text = if overlong {
                Err(format!("longer than {LONGEST} bytes"))
            } else {
                if self.number == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
                    bytes.drain(..BYTE_ORDER_MARK.len());
                }
                bytes.truncate(bytes.trim_ascii_end().len());
                if bytes.is_empty() {
                    continue;
                }
                String::from_utf8(bytes)
                    .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to() + 1))
            };
            return Ok(Some(Line { number: self.number, text, end: self.read }));
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_line().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Lines};

    fn read(input: &[u8]) -> Vec<(u64, Result<String, String>, u64)> {
        let lines = Lines::new(input).map(|line| line.unwrap());
        lines.map(|line| (line.number, line.text, line.end)).collect()
    }

    #[test]
    fn empty_lines_are_skipped_and_counted() {
        let input = b"\xef\xbb\xbfa\r\n\n \t\r\nb";
        assert_eq!(read(input), [(1, Ok("a".to_owned()), 6), (4, Ok("b".to_owned()), input.len() as u64)]);
        assert_eq!(read(b""), []);
        assert_eq!(read(b"\n\n"), []);
    }

    #[test]
    fn an_unreadable_line_does_not_affect_the_next_line() {
        let mut input = vec![b'x'; 3 * LONGEST];
        input.extend_from_slice(b"\nb\n\"\xff\"\nc\n");
        let texts: Vec<_> = read(&input).into_iter().map(|(number, text, _)| (number, text)).collect();
        assert_eq!(texts[0], (1, Err("longer than 65536 bytes".to_owned())));
        assert_eq!(texts[1], (2, Ok("b".to_owned())));
        assert_eq!(texts[2], (3, Err("not UTF-8 at byte 2".to_owned())));
        assert_eq!(texts[3], (4, Ok("c".to_owned())));
    }

    #[test]
    fn the_longest_line_is_read() {
        let mut input = vec![b'x'; LONGEST];
        input.push(b'\n');
        assert!(read(&input)[0].1.is_ok());
        input.insert(0, b'x');
        assert!(read(&input)[0].1.is_err());
    }
}
