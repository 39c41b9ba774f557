//! Items that cannot be parsed: an incomplete struct, or another item.
//!
//! A struct is read field by field, so that a broken field does not affect the others.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Data, DeriveInput, Field, Fields, Token, Visibility};

use crate::diag::{Code, Sink};
use crate::recovery::rustc::for_rustc;
use crate::syntax::sign;

/// The struct with the fields that can be read, and code that makes rustc report the others. `None` if the head of the
/// struct cannot be read.
pub(crate) fn readable_struct(tokens: &TokenStream, sink: &mut Sink) -> Option<(DeriveInput, TokenStream)> {
    let item = structure(tokens)?;
    if let Some(block) = block_in_a_type(tokens) {
        let what = "a block is not allowed in a field type";
        sink.error(block, Code::FieldType, what, "move it into a `const`");
        return Some((item, TokenStream::new()));
    }
    // rustc reported the mistake when it parsed the item. It reports the same tokens only once, and here it adds details.
    Some((item, for_rustc(tokens.clone())))
}

/// Reports an item that is not a struct. rustc reports a struct itself.
pub(crate) fn refuse_other_item(tokens: &TokenStream, sink: &mut Sink) {
    if !is_struct(tokens) {
        let (span, found) = kind(tokens);
        let what = format!("expected a struct with named fields, found {found}");
        sink.error(span, Code::Item, what, "write a plain `struct Name { field: Type }`");
    }
}

fn structure(tokens: &TokenStream) -> Option<DeriveInput> {
    let mut head = TokenStream::new();
    let mut body = None;
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && body.is_none() => {
                let mut empty = Group::new(Delimiter::Brace, TokenStream::new());
                empty.set_span(group.span());
                head.extend([TokenTree::Group(empty)]);
                body = Some(group.stream());
            }
            token => head.extend([token]),
        }
    }
    let mut item: DeriveInput = syn::parse2(head).ok()?;
    let Data::Struct(data) = &mut item.data else { return None };
    let Fields::Named(fields) = &mut data.fields else { return None };
    fields.named = readable.parse2(body?).ok()?.into_iter().collect();
    Some(item)
}

#[allow(clippy::unnecessary_wraps, reason = "the signature of a parser")]
fn readable(input: ParseStream<'_>) -> syn::Result<Vec<Field>> {
    let mut fields = Vec::new();
    while !input.is_empty() {
        let field = [Field::parse_named, named_by_a_keyword].into_iter().find_map(|parse| {
            let fork = input.fork();
            let field = parse(&fork).ok()?;
            input.advance_to(&fork);
            Some(field)
        });
        match field {
            // The comma may be missing or misspelt.
            Some(field) => {
                fields.push(field);
                let _: syn::Result<Option<Token![;]>> = input.parse();
                let _: syn::Result<Option<Token![,]>> = input.parse();
            }
            None => skip(input),
        }
    }
    Ok(fields)
}

/// Skips to the next token that can begin a field.
fn skip(input: ParseStream<'_>) {
    let _: syn::Result<TokenTree> = input.parse();
    while !input.is_empty() && !input.peek(Token![pub]) && !input.peek(Token![#]) {
        let is_over = input.peek(Token![,]);
        let _: syn::Result<TokenTree> = input.parse();
        if is_over {
            break;
        }
    }
}

/// `pub type: String`, which needs `r#`.
fn named_by_a_keyword(input: ParseStream<'_>) -> syn::Result<Field> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let keyword = input.call(Ident::parse_any)?;
    let word = keyword.unraw().to_string();
    // These cannot be names, not even with `r#`.
    if ["_", "crate", "self", "super", "Self"].contains(&word.as_str()) {
        return Err(input.error(""));
    }
    let colon: Token![:] = input.parse()?;
    let ty: syn::Type = input.parse()?;
    let mut field = Field::parse_named.parse2(quote!(#vis field #colon #ty))?;
    field.ident = Some(Ident::new_raw(&word, keyword.span()));
    field.attrs = attributes;
    Ok(field)
}

/// The kind of an item that is not a struct, and the span that shows it.
fn kind(tokens: &TokenStream) -> (Span, &'static str) {
    const KINDS: &[(&str, &str)] = &[
        ("fn", "a function"),
        ("trait", "a trait"),
        ("impl", "an `impl`"),
        ("mod", "a module"),
        ("type", "a type alias"),
        ("use", "an import"),
        ("enum", "an enum"),
        ("union", "a union"),
        ("static", "a static"),
        ("macro_rules", "a macro"),
        ("macro", "a macro"),
        ("extern", "an `extern` block"),
        // Last, because a function may be `const`.
        ("const", "a constant"),
    ];
    let words: Vec<Ident> = head(tokens).collect();
    KINDS
        .iter()
        .find_map(|(keyword, kind)| words.iter().find(|word| word == keyword).map(|word| (word.span(), *kind)))
        .unwrap_or((Span::call_site(), "another item"))
}

/// Whether an item that cannot be parsed begins as a struct: `struct` occurs before the first brace.
fn is_struct(tokens: &TokenStream) -> bool {
    head(tokens).any(|word| word == "struct")
}

/// The words before the first brace.
fn head(tokens: &TokenStream) -> impl Iterator<Item = Ident> {
    tokens
        .clone()
        .into_iter()
        .take_while(|token| !matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace))
        .filter_map(|token| if let TokenTree::Ident(word) = token { Some(word) } else { None })
}

/// The block in the type of a field, as in `[u8; { N }]`, which `syn` cannot parse without its feature `full`. That feature
/// would cost every user compile time.
fn block_in_a_type(tokens: &TokenStream) -> Option<Span> {
    let fields = tokens.clone().into_iter().last().filter(|_| is_struct(tokens))?;
    let TokenTree::Group(fields) = fields else { return None };
    block_in(fields.stream())
}

fn block_in(tokens: TokenStream) -> Option<Span> {
    // The sign before a block is that of an array or of an argument.
    let mut is_before = false;
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if is_before && group.delimiter() == Delimiter::Brace {
                return Some(group.span_open());
            }
            if let Some(span) = block_in(group.stream()) {
                return Some(span);
            }
        }
        is_before = ";<,".contains(sign(&token));
    }
    None
}
