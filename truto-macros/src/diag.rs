//! Diagnostics: the mistakes of a declaration, each on the user's token, all at once.

mod code;
mod sink;
mod suggest;
mod words;

pub(crate) use code::Code;
pub(crate) use sink::Sink;
pub(crate) use suggest::{advice, meant_word, nearest};

/// "`a`, `b` or `c`", with this conjunction.
pub(crate) fn list(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.as_slice() {
        [head @ .., last] if !head.is_empty() => format!("{} {conjunction} {last}", head.join(", ")),
        _ => quoted.concat(),
    }
}

/// "did you mean `x`?" or an advice, if it is clear what is meant. Otherwise the list of what is expected.
pub(crate) fn hint(found: &str, known: &[&str]) -> String {
    match (advice(found, known), meant_word(found, known)) {
        (Some(advice), _) => advice.to_owned(),
        (None, Some(word)) => format!("did you mean `{word}`?"),
        (None, None) => format!("expected {}", list(known, "or")),
    }
}
