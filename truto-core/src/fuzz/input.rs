//! Input for the fuzzed parsers: seeds with bytes flipped, lost, doubled, put elsewhere, and words that mean something.

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// What stands between things, and what ends them.
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

/// One input under construction.
pub(super) struct Input<'s> {
    seeds: Vec<&'s [u8]>,
    state: u64,
}

impl Input<'_> {
    fn next(&mut self) -> u64 {
        // splitmix64: any seed will do.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; 0 below 0.
    pub(super) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap_or_default()
    }

    /// A seed, spoilt up to a dozen times, or not at all.
    pub(super) fn spoilt(&mut self) -> Vec<u8> {
        let seed = self.below(self.seeds.len());
        let mut bytes = self.seeds[seed].to_vec();
        for _ in 0..self.below(12) {
            let at = self.below(bytes.len() + 1);
            let to = at + self.below(bytes.len() + 1 - at);
            match self.below(7) {
                0 if at < bytes.len() => bytes[at] = self.next().to_le_bytes()[0],
                1 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                2 => drop(bytes.drain(at..to)),
                3 => {
                    let word = WORDS[self.below(WORDS.len())];
                    bytes.splice(at..at, word.iter().copied());
                }
                4 => {
                    let again = bytes[at..to].to_vec();
                    bytes.splice(at..at, again);
                }
                5 => bytes.truncate(at),
                _ => {
                    let other = self.below(self.seeds.len());
                    let other = self.seeds[other];
                    let from = self.below(other.len() + 1);
                    bytes.splice(at..to, other[from..].iter().copied());
                }
            }
            bytes.truncate(1 << 16);
        }
        bytes
    }
}

/// Runs a test with new input until its time is over, and says which input it failed with.
pub(super) fn fuzz<S: AsRef<[u8]>>(seeds: &[S], mut test: impl FnMut(&mut Input<'_>)) {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse().ok());
    let seeds: Vec<&[u8]> = seeds.iter().map(AsRef::as_ref).collect();
    let mut run = |state: u64| {
        let mut input = Input { seeds: seeds.clone(), state };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| test(&mut input))) {
            eprintln!("TRUTO_FUZZ_SEED={state} repeats it");
            resume_unwind(panic);
        }
    };
    if let Some(seed) = number("TRUTO_FUZZ_SEED") {
        return run(seed);
    }
    let time = Duration::from_secs(number("TRUTO_FUZZ_SECONDS").unwrap_or(1));
    let start = Instant::now();
    let mut state = u64::from(std::process::id()) << 32 ^ u64::from(start.elapsed().subsec_nanos());
    let mut inputs = 0_u64;
    while start.elapsed() < time {
        // A look at the clock costs more than an input.
        for _ in 0..64 {
            state = state.wrapping_add(1);
            run(state);
            inputs += 1;
        }
    }
    println!("{inputs} inputs in {:?}", start.elapsed());
}
