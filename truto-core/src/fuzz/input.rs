//! Inputs for the parsers: seeds with random edits, which proptest makes fewer when a test fails.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Text that means something to a parser.
const WORDS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\",
    b",",
    b":",
    b";",
    b"=",
    b"null",
    b"true",
    b"-",
    b"0",
    b"1e999",
    b"\n",
    b" ",
    b"\0",
    b"\xff",
    b"\xc3\xa9",
    b"\xef\xbb\xbf",
    b"\\u0000",
    b"\\ud800",
    b"\"result\":[",
    b"\"statusCode\":503",
    b"\"next_cursor\":",
    b"9223372036854775808",
    b"%2e%2e/",
    b"//",
    b"@",
    b"GMT",
    b"v=",
];

/// A change of the bytes at a place, or from a place to another.
#[derive(Clone, Debug)]
enum Edit {
    Set(u8),
    Flip(u8),
    Insert(&'static [u8]),
    Remove,
    Repeat,
    Truncate,
    /// Replaces with the end of another seed.
    Replace(Vec<u8>, Index),
}

impl Edit {
    fn apply(self, bytes: &mut Vec<u8>, at: Index, to: Index) {
        let at = at.index(bytes.len() + 1);
        let to = at + to.index(bytes.len() + 1 - at);
        match self {
            Self::Set(byte) => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
            Self::Flip(bit) => bytes.iter_mut().skip(at).take(1).for_each(|old| *old ^= 1 << bit),
            Self::Insert(word) => drop(bytes.splice(at..at, word.iter().copied())),
            Self::Remove => drop(bytes.drain(at..to)),
            Self::Repeat => bytes.extend_from_within(at..to),
            Self::Truncate => bytes.truncate(at),
            Self::Replace(other, from) => {
                let from = from.index(other.len() + 1);
                drop(bytes.splice(at..to, other[from..].iter().copied()));
            }
        }
    }
}

/// One of the seeds, with up to a dozen edits.
pub(super) fn edited<S: AsRef<[u8]>>(seeds: &[S]) -> impl Strategy<Value = Vec<u8>> + use<S> {
    let seed = select(seeds.iter().map(|seed| seed.as_ref().to_vec()).collect::<Vec<_>>());
    let edit = prop_oneof![
        any::<u8>().prop_map(Edit::Set),
        (0_u8..8).prop_map(Edit::Flip),
        select(WORDS).prop_map(Edit::Insert),
        Just(Edit::Remove),
        Just(Edit::Repeat),
        Just(Edit::Truncate),
        (seed.clone(), any::<Index>()).prop_map(|(other, from)| Edit::Replace(other, from)),
    ];
    let edits = prop::collection::vec((edit, any::<Index>(), any::<Index>()), 0..12);
    (seed, edits).prop_map(|(mut bytes, edits)| {
        for (edit, at, to) in edits {
            edit.apply(&mut bytes, at, to);
            bytes.truncate(1 << 16);
        }
        bytes
    })
}

/// Enough cases for about a second each; `PROPTEST_CASES` can ask for more.
pub(super) fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(2048), ..config }
}
