//! Scans 64 bytes of a JSON value at once. The compiler turns the loops over a block into vector instructions.

use crate::response::split::scan::{Nesting, Text};

/// How many bytes a block has.
pub(super) const BLOCK: usize = 64;
/// How many bytes a word has.
const WORD: usize = 8;

/// The lowest bit of each byte of a word.
const LOWEST: u64 = 0x0101_0101_0101_0101;
/// The bits of a sum of marks that count the opening brackets.
const COUNTS: u64 = LOWEST * 0x0f;
/// The mark of an opening bracket. A word of marks has room for the sum of eight such words.
const OPENS: u8 = 0x01;
/// The mark of a closing bracket.
const CLOSES: u8 = 0x10;

/// Where the quotes and brackets of a block stand.
struct Marks {
    /// 1 for each quote.
    quotes: [u8; BLOCK],
    /// [`OPENS`] or [`CLOSES`] for each bracket, in strings as well.
    brackets: [u8; BLOCK],
    has_backslash: bool,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK]) -> Self {
        let (mut quotes, mut brackets, mut backslashes) = ([0; BLOCK], [0; BLOCK], 0);
        for (at, byte) in block.iter().enumerate() {
            // With this bit, `[` is `{`, and `]` is `}`. No other byte becomes one of them.
            let folded = byte | 0x20;
            quotes[at] = u8::from(*byte == b'"');
            brackets[at] = (u8::from(folded == b'{') * OPENS) | (u8::from(folded == b'}') * CLOSES);
            backslashes |= u8::from(*byte == b'\\');
        }
        Self { quotes, brackets, has_backslash: backslashes != 0 }
    }

    /// The brackets outside of strings in a word of the block, and whether the word ends inside a string. No backslash may
    /// stand in the word.
    #[inline]
    fn word(&self, word: usize, begins_inside: bool) -> (u64, bool) {
        // The byte at each place is the number of quotes up to there. An odd number changes whether the place is in a string.
        let quotes = as_word(&self.quotes, word).wrapping_mul(LOWEST);
        let inside = (quotes ^ if begins_inside { LOWEST } else { 0 }) & LOWEST;
        (as_word(&self.brackets, word) & !(inside | (inside << 4)), inside >> 56 != 0)
    }
}

impl Nesting {
    /// Scans a block of a value whose brackets are open. Returns how many bytes belong to the value, if it ends here.
    #[inline]
    pub(super) fn run_block(&mut self, block: &[u8; BLOCK]) -> Option<usize> {
        let marks = Marks::of(block);
        if marks.has_backslash || self.text == Text::Escaped {
            return self.run_words(block, &marks);
        }
        let (mut brackets, mut sum, mut inside) = ([0; BLOCK / WORD], 0, self.text == Text::Inside);
        for (word, brackets) in brackets.iter_mut().enumerate() {
            (*brackets, inside) = marks.word(word, inside);
            sum += *brackets;
        }
        let (opened, closed) = (sum_of_bytes(sum & COUNTS), sum_of_bytes((sum >> 4) & COUNTS));
        if closed < self.depth {
            self.depth = self.depth + opened - closed;
            self.text = if inside { Text::Inside } else { Text::Outside };
            return None;
        }
        for (word, brackets) in brackets.into_iter().enumerate() {
            if let Some(end) = self.take_brackets(brackets) {
                self.text = Text::Outside;
                return Some(word * WORD + end);
            }
        }
        self.text = if inside { Text::Inside } else { Text::Outside };
        None
    }

    /// The same for a block with backslashes: byte by byte where they stand.
    #[inline(never)]
    fn run_words(&mut self, block: &[u8; BLOCK], marks: &Marks) -> Option<usize> {
        for word in 0..BLOCK / WORD {
            let start = word * WORD;
            if self.text == Text::Escaped || has_backslash(as_word(block, word)) {
                for (at, byte) in block.iter().enumerate().skip(start).take(WORD) {
                    if self.step(*byte) {
                        return Some(at + 1);
                    }
                }
                continue;
            }
            let (brackets, inside) = marks.word(word, self.text == Text::Inside);
            if let Some(end) = self.take_brackets(brackets) {
                self.text = Text::Outside;
                return Some(start + end);
            }
            self.text = if inside { Text::Inside } else { Text::Outside };
        }
        None
    }

    /// Takes the brackets of a word in their order. Returns how many bytes of the word belong to the value, if it ends here.
    #[inline]
    fn take_brackets(&mut self, mut brackets: u64) -> Option<usize> {
        while brackets != 0 {
            let bit = brackets.trailing_zeros();
            brackets &= brackets - 1;
            if bit % 8 == OPENS.trailing_zeros() {
                self.depth += 1;
                continue;
            }
            self.depth -= 1;
            if self.depth == 0 {
                return Some(bit as usize / 8 + 1);
            }
        }
        None
    }
}

/// The bytes of this word, the first in the lowest bits.
#[inline]
fn as_word(block: &[u8; BLOCK], word: usize) -> u64 {
    block.as_chunks().0.get(word).map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// The sum is less than 256.
#[inline]
fn sum_of_bytes(word: u64) -> u64 {
    word.wrapping_mul(LOWEST) >> 56
}

#[inline]
fn has_backslash(word: u64) -> bool {
    const BACKSLASHES: u64 = u64::from_ne_bytes([b'\\'; WORD]);
    let word = word ^ BACKSLASHES;
    // Subtraction borrows into the highest bit of a byte that is zero.
    word.wrapping_sub(LOWEST) & !word & (LOWEST << 7) != 0
}
