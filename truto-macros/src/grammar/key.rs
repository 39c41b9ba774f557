//! A list of keys as attributes have it: `word`, `key = value`, `key(…)`, separated by commas.
//!
//! One malformed key does not spoil its neighbours: the list is cut at its commas first.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};

/// What stands between two commas.
pub(crate) struct Key {
    /// The first token, if it is a name.
    pub(crate) name: Option<Ident>,
    /// Everything, for what is no key at all.
    pub(crate) tokens: Vec<TokenTree>,
    pub(crate) form: Form,
}

/// The form of a key.
pub(crate) enum Form {
    /// `word`
    Word,
    /// `key = value`
    Value(TokenStream),
    /// `key(…)`
    List(TokenStream),
    /// None of these.
    Other,
}

impl Key {
    pub(crate) fn new(tokens: Vec<TokenTree>) -> Self {
        let (name, form) = match tokens.as_slice() {
            [TokenTree::Ident(name)] => (Some(name.clone()), Form::Word),
            [TokenTree::Ident(name), TokenTree::Punct(sign), value @ ..]
                if sign.as_char() == '=' && !value.is_empty() =>
            {
                (Some(name.clone()), Form::Value(value.iter().cloned().collect()))
            }
            [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                (Some(name.clone()), Form::List(group.stream()))
            }
            [TokenTree::Ident(_), ..] => (Some(whole_name(&tokens)), Form::Other),
            _ => (None, Form::Other),
        };
        Self { name, tokens, form }
    }

    /// Where a message about the whole key points: its first token.
    pub(crate) fn span(&self) -> Span {
        self.tokens.first().map_or_else(Span::call_site, TokenTree::span)
    }

    /// The key as the user wrote it, for a message.
    pub(crate) fn text(&self) -> String {
        self.tokens.iter().cloned().collect::<TokenStream>().to_string().replace(" :: ", "::")
    }
}

/// The name of a key that is spelt with hyphens, as other languages have it.
fn whole_name(tokens: &[TokenTree]) -> Ident {
    let mut name = String::new();
    let mut span = Span::call_site();
    for token in tokens {
        match token {
            TokenTree::Ident(part) => {
                if name.is_empty() {
                    span = part.span();
                }
                name.push_str(&part.to_string());
            }
            TokenTree::Punct(hyphen) if hyphen.as_char() == '-' => name.push('_'),
            _ => break,
        }
    }
    let mut name = syn::parse_str::<Ident>(&name).unwrap_or_else(|_| Ident::new("_", span));
    name.set_span(span);
    name
}

/// The keys of a list.
pub(crate) fn split(list: TokenStream) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut tokens = Vec::new();
    // A comma inside `<…>` is part of a type: `response = Page<A, B>`.
    let mut depth = 0_u32;
    let mut arrow = false;
    for token in list {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    keys.push(Key::new(core::mem::take(&mut tokens)));
                    arrow = false;
                    continue;
                }
                _ => {}
            }
            arrow = punct.as_char() == '-';
        } else {
            arrow = false;
        }
        tokens.push(token);
    }
    if !tokens.is_empty() {
        keys.push(Key::new(tokens));
    }
    keys
}

/// The string literal that a value is.
pub(crate) fn string(value: &TokenStream) -> Option<(String, Literal)> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => {
            let parsed: syn::LitStr = syn::parse2(TokenTree::Literal(literal.clone()).into()).ok()?;
            Some((parsed.value(), literal))
        }
        // A literal that came through `macro_rules` is wrapped in an invisible group.
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => string(&group.stream()),
        _ => None,
    }
}

/// The single name that a value is.
pub(crate) fn word(value: &TokenStream) -> Option<Ident> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => Some(name),
        _ => None,
    }
}

/// Where a message about these tokens points.
pub(crate) fn span_of(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().next().map(|token| token.span())
}
