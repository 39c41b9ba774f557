//! The list of keys of an attribute: `word`, `key = value`, `key(…)`, separated by commas.
//!
//! The list is split at its commas first, so that a malformed key does not affect its neighbours. A missing or an extra
//! comma is reported, and the keys are read as if the commas were right.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::diag::{Code, Sink};
use crate::syntax::{is_sign, sign, text};

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

/// What a list consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A method, a path and keys: the arguments of the attribute.
    Arguments,
    Keys,
    /// The names of a rule.
    Names,
}

impl Of {
    fn code(self) -> Code {
        match self {
            Self::Arguments => Code::Arguments,
            Self::Keys | Self::Names => Code::KeyForm,
        }
    }
}

/// Splits a list into its keys.
pub(crate) fn split(list: TokenStream, of: Of, sink: &mut Sink) -> Vec<Key> {
    let mut cells: Vec<Vec<TokenTree>> = vec![Vec::new()];
    let mut nesting = Nesting::default();
    for token in list {
        nesting.pass(&token);
        let is_empty = cells.last().is_none_or(Vec::is_empty);
        if !(nesting.depth == 0 && is_sign(&token, ',')) {
            cells.last_mut().into_iter().for_each(|cell| cell.push(token.clone()));
        } else if is_empty {
            sink.error(token.span(), of.code(), "unexpected `,`", "remove it");
        } else {
            cells.push(Vec::new());
        }
    }
    let mut keys = Vec::new();
    let mut is_told = false;
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let (pieces, gap) = cut(cell, of);
        // One report a list is enough: its other commas are missing for the same reason.
        if let Some((span, what)) = gap.filter(|_| !std::mem::replace(&mut is_told, true)) {
            let whole: Vec<String> = pieces.iter().map(|piece| text(&piece.iter().cloned().collect())).collect();
            sink.error(span, of.code(), what, format!("write `{}`", whole.join(", ")));
        }
        let pieces = pieces.into_iter().enumerate();
        keys.extend(pieces.map(|(index, tokens)| Key { is_guess: index > 0, ..Key::new(tokens) }));
    }
    keys
}

/// Counts the `<…>` around a token: a comma inside them is part of a type, as in `response = Map<A, B>`.
#[derive(Default)]
struct Nesting {
    depth: u32,
    before: char,
}

impl Nesting {
    fn pass(&mut self, token: &TokenTree) {
        let sign = sign(token);
        match sign {
            '<' => self.depth += 1,
            '>' if !"-=".contains(self.before) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.before = sign;
    }
}

/// Cuts the tokens between two commas where a comma is missing. Returns the pieces and the first such place.
fn cut(cell: &[TokenTree], of: Of) -> (Vec<Vec<TokenTree>>, Option<(Span, String)>) {
    let mut pieces: Vec<Vec<TokenTree>> = Vec::new();
    let mut piece: Vec<TokenTree> = Vec::new();
    let mut first = None;
    let mut nesting = Nesting::default();
    let mut rest = cell;
    while let [token, after @ ..] = rest {
        let gap = if nesting.depth == 0 { gap(&piece, token, after, of) } else { None };
        nesting.pass(token);
        rest = after;
        if let Some(Gap { what, instead }) = gap {
            first.get_or_insert((token.span(), what));
            pieces.push(std::mem::take(&mut piece));
            if let Some((length, tokens)) = instead {
                rest = &after[length.min(after.len())..];
                piece = tokens;
                continue;
            }
        }
        piece.push(token.clone());
    }
    pieces.push(piece);
    pieces.retain(|piece| !piece.is_empty());
    (pieces, first)
}

/// A place where a comma is missing.
struct Gap {
    what: String,
    /// What is there instead of the comma: how many further tokens it has, and the tokens that are meant.
    instead: Option<(usize, Vec<TokenTree>)>,
}

/// Whether a comma is missing between `before` and `token`.
fn gap(before: &[TokenTree], token: &TokenTree, after: &[TokenTree], of: Of) -> Option<Gap> {
    let (last, next) = (before.last()?, after.first());
    if is_sign(token, ';') || of == Of::Names && is_sign(token, '|') {
        return Some(Gap { what: format!("expected `,`, found `{token}`"), instead: Some((0, Vec::new())) });
    }
    let is_arrow = || "-=".contains(sign(token)) && next.is_some_and(|next| is_sign(next, '>'));
    if of == Of::Arguments && is_arrow() {
        let what = format!("expected `,`, found `{token}>`");
        if is_path(last) {
            // `"/path" -> Type`
            let response = Ident::new("response", token.span());
            let sign = Punct::new('=', Spacing::Alone);
            return Some(Gap { what, instead: Some((1, vec![response.into(), sign.into()])) });
        }
        // `GET => "/path"`
        return after.get(1).is_some_and(is_path).then(|| Gap { what, instead: Some((1, Vec::new())) });
    }
    let begins = match token {
        TokenTree::Ident(word) => word != "as",
        // A literal after a word is its value: `rename "name"`.
        TokenTree::Literal(_) => !matches!(last, TokenTree::Ident(_)) || of == Of::Arguments && is_path(token),
        TokenTree::Group(_) | TokenTree::Punct(_) => false,
    };
    (begins && is_over(before, last)).then(|| Gap { what: format!("expected `,` before `{token}`"), instead: None })
}

/// Whether a key may end with the last of these tokens.
fn is_over(before: &[TokenTree], last: &TokenTree) -> bool {
    match last {
        TokenTree::Ident(word) => {
            let is_lifetime = before.len() > 1 && is_sign(&before[before.len() - 2], '\'');
            !is_lifetime && !OPENING.contains(&word.to_string().as_str())
        }
        TokenTree::Punct(_) => is_sign(last, '>') && !matches!(before, [.., arrow, _] if "-=".contains(sign(arrow))),
        TokenTree::Literal(_) | TokenTree::Group(_) => true,
    }
}

/// Words that do not end a type.
const OPENING: &[&str] = &["as", "const", "dyn", "extern", "fn", "for", "impl", "mut", "unsafe"];

/// Whether a token is a literal that looks like a path.
pub(crate) fn is_path(token: &TokenTree) -> bool {
    string(&token.clone().into()).is_some_and(|(text, _)| text.contains('/'))
}

/// The text and the literal of a value that is one string.
pub(crate) fn string(value: &TokenStream) -> Option<(String, Literal)> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => {
            let parsed: syn::LitStr = syn::parse2(TokenTree::Literal(literal.clone()).into()).ok()?;
            Some((parsed.value(), literal))
        }
        // `macro_rules` wraps a literal in an invisible group.
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => string(&group.stream()),
        _ => None,
    }
}

/// The name, if a value is a single name.
pub(crate) fn word(value: &TokenStream) -> Option<Ident> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => Some(name),
        _ => None,
    }
}

/// The content of the group, if a value is a single group: `only_for([Leads])` is a list in a list.
pub(crate) fn only_group(value: &TokenStream) -> Option<Group> {
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => Some(group),
        _ => None,
    }
}

/// The first token, which a message about all of them underlines.
pub(crate) fn span_of(tokens: &TokenStream) -> Option<Span> {
    tokens.clone().into_iter().next().map(|token| token.span())
}
