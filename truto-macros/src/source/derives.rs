//! The derives of an item that a macro is not given, read from code without comments: those of the list that it is called
//! from, and those of lists above, which rustc has taken away by then.

/// The derives around the one at `offset`, and above them.
pub(super) fn beside(code: &str, offset: usize) -> Option<Vec<String>> {
    let end = offset + code[offset..].find(')')?;
    let before = code[..offset].rfind('(')?;
    let start = code[..before].trim_end().strip_suffix("derive")?.trim_end().strip_suffix('[')?.trim_end();
    let mut names = names(&code[before + 1..end])?;
    names.extend(above(code, start.strip_suffix('#')?.len()));
    Some(names)
}

/// The derives among the attributes above `offset`.
pub(super) fn above(code: &str, offset: usize) -> Vec<String> {
    let mut all = Vec::new();
    let mut end = offset;
    while let Some((start, attribute)) = attribute_before(code, end) {
        let list = attribute.strip_prefix("derive").and_then(|list| list.trim().strip_prefix('(')?.strip_suffix(')'));
        all.extend(list.and_then(names).unwrap_or_default());
        end = start;
    }
    all
}

/// The attribute that ends before `end` with nothing between: where it begins, and what it says.
fn attribute_before(code: &str, end: usize) -> Option<(usize, &str)> {
    let inner = code[..end].trim_end().strip_suffix(']')?;
    let mut depth = 0;
    let open = inner.rfind(|letter| match letter {
        '[' if depth == 0 => true,
        '[' | ']' => {
            depth += if letter == ']' { 1 } else { -1 };
            false
        }
        _ => false,
    })?;
    let hash = code[..open].trim_end().strip_suffix('#')?;
    Some((hash.len(), inner[open + 1..].trim()))
}

/// The names in a list of paths; `None` where it holds anything else, such as the variable of a macro.
fn names(list: &str) -> Option<Vec<String>> {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter.is_whitespace() || "_:,".contains(letter);
    list.chars().all(is_plain).then(|| {
        let names = list.split(',').map(|path| path.rsplit(':').next().unwrap_or_default().trim());
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{above, beside};

    #[test]
    fn the_list_around_a_derive_is_read_and_those_above() {
        let text = "#[derive(Debug)]\n#[derive(\n    Clone, serde::Serialize,\n    Mine,\n)]\nenum A {}";
        assert_eq!(beside(text, text.find("Mine").unwrap()).unwrap(), ["Clone", "Serialize", "Mine", "Debug"]);
    }

    #[test]
    fn the_lists_above_an_attribute_are_read() {
        let text = "#[derive(Debug)]\n#[a(b = [c])]\n#[derive (Clone,) ]\n#[mine(a)]\nstruct A {}";
        assert_eq!(above(text, text.find("#[mine").unwrap()), ["Clone", "Debug"]);
    }

    #[test]
    fn what_is_not_clear_is_not_read() {
        for text in ["#[derive($($name,)* Mine)]", "call(Clone, Mine)", "#[cfg_attr(a, derive(Clone, Mine))]"] {
            assert_eq!(beside(text, text.find("Mine").unwrap()), None, "{text}");
        }
        for text in ["#[cfg_attr(a, derive(Clone))]", "#![derive(Clone)]", "fn f() {}", ""] {
            let text = format!("{text}\n#[mine]");
            assert_eq!(above(&text, text.find("#[mine").unwrap()), Vec::<String>::new(), "{text}");
        }
    }
}
