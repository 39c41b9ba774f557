//! Tokens, without their meaning.

use proc_macro2::{Group, TokenStream, TokenTree};

/// The tokens, each replaced by what `map` makes of it. A group is mapped after its content.
pub(crate) fn map_tokens<T: IntoIterator<Item = TokenTree>>(
    tokens: TokenStream,
    map: &mut impl FnMut(TokenTree) -> T,
) -> TokenStream {
    let whole = |token| {
        let token = within(token, |content| map_tokens(content, map));
        map(token)
    };
    tokens.into_iter().flat_map(whole).collect()
}

/// A group with what `map` makes of its content; another token as it is.
pub(crate) fn within(token: TokenTree, map: impl FnOnce(TokenStream) -> TokenStream) -> TokenTree {
    let TokenTree::Group(group) = token else { return token };
    let mut mapped = Group::new(group.delimiter(), map(group.stream()));
    mapped.set_span(group.span());
    mapped.into()
}

/// The character of a punctuation token; a space for another token.
pub(crate) fn sign(token: &TokenTree) -> char {
    match token {
        TokenTree::Punct(punct) => punct.as_char(),
        _ => ' ',
    }
}

pub(crate) fn is_sign(token: &TokenTree, wanted: char) -> bool {
    sign(token) == wanted
}

/// Tokens with the spaces that a user would write.
pub(crate) fn text(tokens: &TokenStream) -> String {
    let spaced = tokens.to_string();
    [(" :: ", "::"), (" < ", "<"), (" >", ">"), (" (", "("), (" ,", ","), ("& ", "&")]
        .into_iter()
        .fold(spaced, |text, (found, meant)| text.replace(found, meant))
}
