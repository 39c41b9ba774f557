//! The struct itself, without the attributes that are ours.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
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
        // Empty, and written by the macro: rustc then offers no type parameter for a type that it does not find, and what
        // it says of that type is the same wherever the type is used, and is said once.
        #vis struct #name<> { #(#fields,)* }
    }
}

/// A struct that another expansion sees first, with the same parameters.
pub(crate) fn to_be_expanded(item: &DeriveInput) -> TokenStream {
    let DeriveInput { attrs, vis, ident, generics, data } = item;
    match data {
        Data::Struct(data) if generics.params.is_empty() && matches!(data.fields, Fields::Named(_)) => {
            let (fields, bounds) = (&data.fields, &generics.where_clause);
            quote!(#(#attrs)* #vis struct #ident<> #bounds #fields)
        }
        _ => item.to_token_stream(),
    }
}

/// Takes out each field whose name another has before it. That is rustc's to say, of the struct as it was, which is given
/// back to be said so of.
pub(crate) fn without_second_fields(item: &mut DeriveInput) -> Option<TokenStream> {
    let Data::Struct(data) = &item.data else { return None };
    let mut names = HashSet::new();
    let is_first: Vec<bool> = data.fields.iter().map(|field| names.insert(field.ident.clone())).collect();
    if !matches!(data.fields, Fields::Named(_)) || !is_first.contains(&false) {
        return None;
    }
    let mut whole = item.clone();
    whole.attrs.clear();
    let Data::Struct(data) = &mut item.data else { return None };
    if let (Data::Struct(whole), Fields::Named(fields)) = (&mut whole.data, &mut data.fields) {
        whole.fields.iter_mut().for_each(|field| field.attrs.clear());
        let first = std::mem::take(&mut fields.named).into_iter().zip(is_first).filter(|(_, is_first)| *is_first);
        fields.named = first.map(|(field, _)| field).collect();
    }
    Some(apart(whole.to_token_stream()))
}

/// An item that rustc shall read, where it can meet no other; nothing where it holds attributes of ours, without which its
/// braces are others.
pub(crate) fn apart(tokens: TokenStream) -> TokenStream {
    if holds_truto(&tokens) {
        return TokenStream::new();
    }
    let mut item = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        // What its attributes do is done for the struct itself.
        let is_attribute = matches!(&token, TokenTree::Punct(hash) if hash.as_char() == '#');
        if is_attribute && matches!(tokens.peek(), Some(TokenTree::Group(_))) {
            tokens.next();
            continue;
        }
        item.extend([token]);
    }
    quote! {
        #[allow(dead_code)]
        const _: () = { #item };
    }
}

/// Where another item than a struct says what it is, and what that is.
pub(crate) fn kind(tokens: &TokenStream) -> (Span, &'static str) {
    const KINDS: &[(&str, &str)] = &[
        ("fn", "a function"),
        ("trait", "a trait"),
        ("impl", "an `impl`"),
        ("mod", "a module"),
        ("type", "another name of a type"),
        ("use", "an import"),
        ("enum", "an enum"),
        ("union", "a union"),
        ("static", "a static"),
        ("macro_rules", "a macro"),
        ("macro", "a macro"),
        ("extern", "foreign items"),
        // The last one: a function may be `const`.
        ("const", "a constant"),
    ];
    let words: Vec<Ident> = tokens
        .clone()
        .into_iter()
        .take_while(|token| !matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace))
        .filter_map(|token| if let TokenTree::Ident(word) = token { Some(word) } else { None })
        .collect();
    KINDS
        .iter()
        .find_map(|(keyword, kind)| words.iter().find(|word| word == keyword).map(|word| (word.span(), *kind)))
        .unwrap_or((Span::call_site(), "something else"))
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

/// Whether there is a `#[truto…]` among these tokens.
fn holds_truto(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            let first = group.stream().into_iter().next();
            let is_ours = matches!(first, Some(TokenTree::Ident(name)) if name == "truto");
            group.delimiter() == Delimiter::Bracket && is_ours || holds_truto(&group.stream())
        }
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
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
