//! Mistakes that rustc reports better: it gets the original tokens.

use std::collections::HashSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use crate::syntax::is_sign;

/// Removes each field whose name an earlier field has. Returns the original struct, so that rustc reports the duplicates.
pub(crate) fn take_duplicates(item: &mut DeriveInput) -> Option<TokenStream> {
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
    Some(for_rustc(whole.to_token_stream()))
}

/// The item in its own scope, so that rustc reports its mistakes. Empty if the item has attributes of ours, because it has
/// another meaning without them.
pub(super) fn for_rustc(tokens: TokenStream) -> TokenStream {
    if holds_truto(&tokens) {
        return TokenStream::new();
    }
    let mut item = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        // The attributes stay on the struct that is generated.
        let is_group = |token: &TokenTree| matches!(token, TokenTree::Group(_));
        let is_attribute = is_sign(&token, '#') && tokens.next_if(is_group).is_some();
        item.extend((!is_attribute).then_some(token));
    }
    quote! {
        #[allow(dead_code)]
        const _: () = { #item };
    }
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
