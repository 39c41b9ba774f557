//! One key of a list, as the user wrote it: `word`, `key = value`, `key(…)`, or a form of another language.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

use crate::syntax::{sign, text};

/// The tokens between two commas.
#[derive(Clone)]
pub(crate) struct Key {
    /// The first token, if it is a name.
    pub(crate) name: Option<Ident>,
    pub(crate) tokens: Vec<TokenTree>,
    pub(crate) form: Form,
    /// True if the name is written with hyphens.
    pub(crate) is_joined: bool,
    /// True if the comma before it is missing, so that it may belong to the key before.
    pub(crate) is_guess: bool,
}

/// The form of a key.
#[derive(Clone)]
pub(crate) enum Form {
    /// `word`
    Word,
    /// `key = value`
    Value(TokenStream),
    /// `key(…)`
    List(TokenStream),
    /// `key: value`, `key => value`, `key == value`, `key[…]`, `key "value"`: the forms of other languages.
    Loose(TokenStream),
    /// Anything else.
    Other,
}

impl Key {
    pub(crate) fn new(tokens: Vec<TokenTree>) -> Self {
        let (name, length) = name(&tokens);
        let form = match &name {
            Some(_) => form(&tokens[length..]),
            None => Form::Other,
        };
        Self { name, tokens, form, is_joined: length > 1, is_guess: false }
    }

    /// The name, as the user wrote it.
    pub(crate) fn spelling(&self) -> String {
        let name = self.name.as_ref().map(Ident::to_string).unwrap_or_default();
        if self.is_joined { name.replace('_', "-") } else { name }
    }

    /// The same key under another name.
    pub(crate) fn renamed(&self, name: &str) -> Self {
        Self { name: Some(Ident::new(name, self.span())), is_joined: false, ..self.clone() }
    }

    /// `name = key`
    pub(crate) fn assigned_to(&self, name: &str) -> Self {
        Self { form: Form::Value(self.stream()), ..self.renamed(name) }
    }

    /// The value, in any form.
    pub(crate) fn value(&self) -> Option<&TokenStream> {
        match &self.form {
            Form::Value(value) | Form::List(value) | Form::Loose(value) => Some(value),
            Form::Word | Form::Other => None,
        }
    }

    /// The value in any form, or no tokens.
    pub(crate) fn value_tokens(&self) -> TokenStream {
        self.value().cloned().unwrap_or_default()
    }

    /// The first token, which a message about the whole key underlines.
    pub(crate) fn span(&self) -> Span {
        self.tokens.first().map_or_else(Span::call_site, TokenTree::span)
    }

    /// The key, as the user wrote it.
    pub(crate) fn text(&self) -> String {
        text(&self.stream())
    }

    pub(crate) fn stream(&self) -> TokenStream {
        self.tokens.iter().cloned().collect()
    }
}

/// The name of a key, possibly with hyphens, and the number of its tokens.
fn name(tokens: &[TokenTree]) -> (Option<Ident>, usize) {
    let Some(TokenTree::Ident(first)) = tokens.first() else { return (None, 0) };
    let mut whole = first.to_string();
    let mut length = 1;
    while let [TokenTree::Punct(hyphen), TokenTree::Ident(part), ..] = &tokens[length..] {
        if hyphen.as_char() != '-' {
            break;
        }
        whole = format!("{whole}_{part}");
        length += 2;
    }
    match syn::parse_str::<Ident>(&whole) {
        Ok(mut name) if length > 1 => {
            name.set_span(first.span());
            (Some(name), length)
        }
        _ => (Some(first.clone()), 1),
    }
}

fn form(rest: &[TokenTree]) -> Form {
    let all = |tokens: &[TokenTree]| tokens.iter().cloned().collect::<TokenStream>();
    match rest {
        [] => Form::Word,
        [TokenTree::Group(group)] => match group.delimiter() {
            Delimiter::Parenthesis => Form::List(group.stream()),
            Delimiter::Bracket | Delimiter::Brace => Form::Loose(group.stream()),
            Delimiter::None => Form::Other,
        },
        [TokenTree::Literal(literal)] => Form::Loose(TokenTree::Literal(literal.clone()).into()),
        [first, second, value @ ..] if sign(first) == '=' && "=>".contains(sign(second)) => Form::Loose(all(value)),
        [first, second, ..] if sign(first) == ':' && sign(second) == ':' => Form::Other,
        [first, value @ ..] if sign(first) == '=' && !value.is_empty() => Form::Value(all(value)),
        [first, value @ ..] if sign(first) == ':' && !value.is_empty() => Form::Loose(all(value)),
        _ => Form::Other,
    }
}

/// Whether a token is a literal that looks like a path.
pub(crate) fn is_path(token: &TokenTree) -> bool {
    string(&token.clone().into()).is_some_and(|(text, _)| text.contains('/'))
}

/// The text and the literal of a value that is one string.
pub(crate) fn string(value: &TokenStream) -> Option<(String, Literal)> {
    match single(value)? {
        TokenTree::Literal(literal) => {
            let parsed: syn::LitStr = syn::parse2(TokenTree::Literal(literal.clone()).into()).ok()?;
            Some((parsed.value(), literal))
        }
        // `macro_rules` wraps a literal in an invisible group.
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => string(&group.stream()),
        _ => None,
    }
}

/// The name, if a value is a single name.
pub(crate) fn word(value: &TokenStream) -> Option<Ident> {
    if let TokenTree::Ident(name) = single(value)? { Some(name) } else { None }
}

/// The group, if a value is a single group: `only_for([Leads])` is a list in a list.
pub(crate) fn only_group(value: &TokenStream) -> Option<Group> {
    if let TokenTree::Group(group) = single(value)? { Some(group) } else { None }
}

fn single(value: &TokenStream) -> Option<TokenTree> {
    let mut tokens = value.clone().into_iter();
    tokens.next().filter(|_| tokens.next().is_none())
}

/// The first token, which a message about all of them underlines.
pub(crate) fn span_of(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().next().map(|token| token.span())
}
