//! Tokens, whatever they mean.

use proc_macro2::TokenStream;

/// Tokens as a user would write them.
pub(crate) fn text(tokens: &TokenStream) -> String {
    let spaced = tokens.to_string();
    [(" :: ", "::"), (" < ", "<"), (" >", ">"), (" (", "("), (" ,", ","), ("& ", "&")]
        .into_iter()
        .fold(spaced, |text, (found, meant)| text.replace(found, meant))
}
