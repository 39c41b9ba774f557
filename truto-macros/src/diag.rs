//! Diagnostics: what a declaration gets wrong, in our own words, on the user's own token, all at once.

mod code;
mod sink;
mod suggest;

pub(crate) use code::Code;
pub(crate) use sink::Sink;
pub(crate) use suggest::nearest;

/// "`a`, `b` or `c`".
pub(crate) fn list(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [head @ .., last] => {
            let head: Vec<String> = head.iter().map(|word| format!("`{word}`")).collect();
            format!("{} or `{last}`", head.join(", "))
        }
    }
}

/// "did you mean `x`?" where one is clearly meant, otherwise what is expected.
pub(crate) fn hint(found: &str, known: &[&str]) -> String {
    match nearest(found, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("expected {}", list(known)),
    }
}
