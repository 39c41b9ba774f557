//! The list of keys of an attribute, separated by commas.
//!
//! The list is split at its commas first, so that a malformed key does not affect its neighbours. A missing or an extra
//! comma is reported, and the keys are read as if the commas were right.

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::diag::{Code, Sink};
use crate::grammar::key::{Key, is_path};
use crate::syntax::{is_sign, sign, text};

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
        let is_comma = nesting.depth == 0 && is_sign(&token, ',');
        match cells.last_mut() {
            Some(cell) if !is_comma => cell.push(token),
            Some(cell) if cell.is_empty() => sink.error(token.span(), of.code(), "unexpected `,`", "remove it"),
            _ => cells.push(Vec::new()),
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
