//! A struct that is no Rust, as somebody types it: field by field, so that one that cannot be read takes no other with it.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Data, DeriveInput, Field, Fields, Token, Visibility};

/// The struct, with the fields that can be read; `None` where not even its head can.
pub(crate) fn structure(tokens: &TokenStream) -> Option<DeriveInput> {
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
            // The comma may be missing, or be something else.
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

/// Goes on to where the next field may begin.
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

/// `pub type: String`, which rustc wants to be escaped.
fn named_by_a_keyword(input: ParseStream<'_>) -> syn::Result<Field> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let keyword = input.call(Ident::parse_any)?;
    let word = keyword.unraw().to_string();
    // These are no names, not even raw ones.
    if ["_", "crate", "self", "super", "Self"].contains(&word.as_str()) {
        return Err(input.error(""));
    }
    let mut field = (|| {
        let colon: Token![:] = input.parse()?;
        let ty: syn::Type = input.parse()?;
        Field::parse_named.parse2(quote!(#vis field #colon #ty))
    })()?;
    field.ident = Some(Ident::new_raw(&word, keyword.span()));
    field.attrs = attributes;
    Ok(field)
}
