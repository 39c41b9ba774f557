//! Conversion of names: `CrmEntity` to `crm_entity`, `entity_id` to `EntityId`.

/// `CreateAssociation` to `create_association`, `CRMEntity` to `crm_entity`.
pub(crate) fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        if letter.is_uppercase() && at > 0 {
            let after_lower = letters[at - 1].is_lowercase() || letters[at - 1].is_numeric();
            let before_lower = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
            if letters[at - 1] != '_' && (after_lower || before_lower) {
                out.push('_');
            }
        }
        out.extend(letter.to_lowercase());
    }
    out
}

/// `entity_id` to `EntityId`.
pub(crate) fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split('_').filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.extend(letters);
    }
    // `_` and `1` cannot be names of types.
    if out.chars().next().is_none_or(char::is_numeric) {
        out.insert(0, 'F');
    }
    out
}

/// True if a word is a keyword, in this edition or a later one.
pub(crate) fn is_keyword(word: &str) -> bool {
    syn::parse_str::<proc_macro2::Ident>(word).is_err() || syn::parse_str::<syn::Ident>(word).is_err()
}

#[cfg(test)]
mod tests {
    use super::{camel, snake};

    #[test]
    fn names_are_converted_as_rust_spells_them() {
        for (from, to) in [
            ("CrmEntity", "crm_entity"),
            ("CRMEntity", "crm_entity"),
            ("A", "a"),
            ("V2Item", "v2_item"),
            ("A_B", "a_b"),
        ] {
            assert_eq!(snake(from), to);
        }
        for (from, to) in [("entity_id", "EntityId"), ("a", "A"), ("_1", "F1"), ("__", "F"), ("x2_y", "X2Y")] {
            assert_eq!(camel(from), to);
        }
    }
}
