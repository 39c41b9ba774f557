//! Diagnostics: the mistakes of a declaration, each on the user's token, all at once.

mod code;
mod sink;
mod suggest;
mod words;

pub(crate) use code::Code;
pub(crate) use sink::Sink;
pub(crate) use suggest::{Meant, meant, meant_word, nearest};

/// "`a`, `b` or `c`".
pub(crate) fn list(words: &[&str]) -> String {
    enumerated(words, "or")
}

/// "`a`, `b` and `c`".
pub(crate) fn all(words: &[String]) -> String {
    enumerated(words, "and")
}

fn enumerated(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.as_slice() {
        [head @ .., last] if !head.is_empty() => format!("{} {conjunction} {last}", head.join(", ")),
        _ => quoted.concat(),
    }
}

/// "did you mean `x`?" or an advice, if it is clear what is meant. Otherwise the list of what is expected.
pub(crate) fn hint(found: &str, known: &[&str]) -> String {
    match meant(found, known) {
        Some(Meant::Word(word)) => format!("did you mean `{word}`?"),
        Some(Meant::Advice(advice)) => advice.to_owned(),
        None => format!("expected {}", list(known)),
    }
}
