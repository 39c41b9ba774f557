//! The struct itself, without the attributes that are ours.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use crate::check::Checked;
use crate::grammar::is_truto;

/// The struct of a sound declaration.
pub(crate) fn expand(endpoint: &Checked) -> TokenStream {
    let (attributes, vis, name) = (&endpoint.attributes, &endpoint.vis, &endpoint.name);
    let fields = endpoint.fields.iter().map(|field| {
        let (attributes, vis, name, ty) = (&field.attributes, &field.vis, &field.name, &field.ty);
        quote!(#(#attributes)* #vis #name: #ty)
    });
    quote! {
        #(#attributes)*
        #vis struct #name { #(#fields,)* }
    }
}

/// Whether an item that cannot be parsed was begun as a struct: `struct` stands before anything in braces.
pub(crate) fn is_struct(tokens: &TokenStream) -> bool {
    let names = tokens.clone().into_iter().map_while(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => None,
        token => Some(token.to_string()),
    });
    names.into_iter().any(|name| name == "struct")
}

/// The block in the type of a field, as in `[u8; { N }]`, if that is why a struct could not be read: `syn` knows blocks only
/// with more features than every user should pay for.
pub(crate) fn block_in_a_type(tokens: &TokenStream) -> Option<Span> {
    let fields = tokens.clone().into_iter().last().filter(|_| is_struct(tokens))?;
    let TokenTree::Group(fields) = fields else { return None };
    let is_array = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if ";<,".contains(punct.as_char()));
    block_after(fields.stream(), is_array)
}

fn block_after(tokens: TokenStream, is_before: fn(&TokenTree) -> bool) -> Option<Span> {
    let mut before = None;
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if group.delimiter() == Delimiter::Brace && before.as_ref().is_some_and(is_before) {
                return Some(group.span_open());
            }
            if let Some(span) = block_after(group.stream(), is_before) {
                return Some(span);
            }
        }
        before = Some(token);
    }
    None
}

/// Tokens without `#[truto…]`.
pub(crate) fn tokens_without_truto(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && begins_with_truto(&group) => {
                out.pop();
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), tokens_without_truto(group.stream()));
                inner.set_span(group.span());
                out.push(TokenTree::Group(inner));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn begins_with_truto(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "truto")
}

/// The item of a declaration that no code can be written for, so that its name keeps its meaning.
pub(crate) fn without_truto(item: &DeriveInput) -> TokenStream {
    let mut item = item.clone();
    item.attrs.retain(|attribute| !is_truto(attribute));
    let clean = |fields: &mut Fields| {
        for field in fields.iter_mut() {
            field.attrs.retain(|attribute| !is_truto(attribute));
            if let Ok(ty) = syn::parse2(with_lifetimes(field.ty.to_token_stream())) {
                field.ty = ty;
            }
        }
    };
    match &mut item.data {
        Data::Struct(data) => clean(&mut data.fields),
        Data::Enum(data) => data.variants.iter_mut().for_each(|variant| clean(&mut variant.fields)),
        Data::Union(data) => {
            data.fields.named.iter_mut().for_each(|field| field.attrs.retain(|attribute| !is_truto(attribute)));
        }
    }
    item.into_token_stream()
}

/// A type with a lifetime in each reference: that it is a reference is reported already, and one mistake is one error.
fn with_lifetimes(ty: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_reference = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '&');
        let has_lifetime = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '\'');
        out.extend([match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_lifetimes(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        }]);
        if is_reference && !has_lifetime {
            out.extend(quote!('static));
        }
    }
    out
}
