//! The key of a query parameter as a path into the tree: `remote_query[a][]` is three steps.

/// A step of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// `[name]`, or the text before the first bracket.
    Name(String),
    /// `[0]`.
    Index(u32),
    /// `[]`.
    Push,
}

/// The steps of a decoded key. A key with unpaired brackets is one name.
pub(super) fn steps(key: &str) -> Vec<Step> {
    bracketed(key).unwrap_or_else(|| vec![Step::Name(key.to_owned())])
}

fn bracketed(key: &str) -> Option<Vec<Step>> {
    let open = key.find('[').filter(|open| *open > 0)?;
    let (name, mut rest) = key.split_at(open);
    let mut steps = vec![Step::Name(name.to_owned())];
    while !rest.is_empty() {
        let (step, after) = rest.strip_prefix('[')?.split_once(']')?;
        steps.push(match step {
            "" => Step::Push,
            step => index(step).map_or_else(|| Step::Name(step.to_owned()), Step::Index),
        });
        rest = after;
    }
    Some(steps)
}

/// The index, if it has no leading zeros: `007` is a name.
fn index(step: &str) -> Option<u32> {
    step.parse().ok().filter(|index: &u32| index.to_string() == step)
}
