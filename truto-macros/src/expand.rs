//! Code generation: from the checked model to the items in the user's crate.
//!
//! After a mistake, code is still generated for the rest of the declaration, so that the user's file keeps its types and its
//! completion.

mod builder;
mod codec;
mod conditional;
mod contract;
mod docs;
mod entity;
mod enum_of_names;
mod item;
mod names;
mod record;
mod rules;
mod sends;
mod setters;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::DeriveInput;
use syn::spanned::Spanned;

use crate::check::{self, Checked};
use crate::diag::Sink;
use crate::expand::names::{Names, located};
use crate::grammar::Args;
use crate::model::{self, Endpoint, Entity, Field};
use crate::recovery::{self, Recovered};
use crate::syntax::{is_sign, within};

/// `#[unified_endpoint(…)]`.
pub(crate) fn endpoint(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    with_errors(|sink| match syn::parse2(tokens.clone()) {
        Ok(item) => declared(args, item, sink),
        Err(_) => unparsed(args, tokens, sink),
    })
}

/// The hidden derive for a declaration with `cfg`. The struct is in the user's code already.
pub(crate) fn conditional_endpoint(tokens: TokenStream) -> TokenStream {
    with_errors(|sink| {
        let mut item = parsed(tokens, sink)?;
        let args = Args::parse(conditional::take_arguments(&mut item), sink);
        let mut recovered = Recovered { is_struct_written: true, ..Recovered::default() };
        recovered.duplicates = recovery::take_duplicates(&mut item);
        let endpoint = Endpoint::parse(args, item, &mut recovered, sink)?;
        Some(implementation(&check::endpoint(endpoint, recovered, sink)))
    })
}

/// `#[derive(UnifiedEntity)]`.
pub(crate) fn entity(tokens: TokenStream) -> TokenStream {
    with_errors(|sink| {
        let item = parsed(tokens, sink)?;
        let derived = recovery::entity_attributes(&item, sink);
        let entity = Entity::parse(item, derived, sink);
        let code = entity::expand(&entity);
        Some(if entity.no_prelude { without_diagnostics(code) } else { code })
    })
}

/// `#[derive(UnifiedRecord)]`.
pub(crate) fn record(tokens: TokenStream) -> TokenStream {
    with_errors(|sink| {
        let item = parsed(tokens, sink)?;
        let derived = recovery::record_attributes(&item, sink);
        let mut record = model::Record::parse(item, derived, sink)?;
        check::record(&mut record, sink);
        Some(record::expand(&record))
    })
}

/// `#[derive(UnifiedEnum)]`.
pub(crate) fn enum_of_names(tokens: TokenStream) -> TokenStream {
    with_errors(|sink| {
        let item = parsed(tokens, sink)?;
        let derived = recovery::names_attributes(&item, sink);
        Some(enum_of_names::expand(&model::Names::parse(item, derived, sink)?))
    })
}

/// Code, and the errors that were found on the way to it.
fn with_errors<T: ToTokens>(expand: impl FnOnce(&mut Sink) -> T) -> TokenStream {
    let mut sink = Sink::default();
    let code = expand(&mut sink);
    let errors = sink.into_tokens();
    quote!(#code #errors)
}

/// The item, or the parser's error reported.
fn parsed(tokens: TokenStream, sink: &mut Sink) -> Option<DeriveInput> {
    syn::parse2(tokens).map_err(|error| sink.push(error)).ok()
}

/// The way of a declaration: grammar, recovery, model, check, code.
fn declared(args: TokenStream, mut item: DeriveInput, sink: &mut Sink) -> TokenStream {
    if conditional::is_conditional(&item) {
        recovery::recover(&mut item, sink);
        return conditional::expand(&args, item);
    }
    let args = Args::parse(args, sink);
    let mut recovered = recovery::recover(&mut item, sink);
    recovered.duplicates = recovery::take_duplicates(&mut item);
    let other = item::other_than_a_struct(&item);
    let Some(endpoint) = Endpoint::parse(args, item, &mut recovered, sink) else { return other.unwrap_or_default() };
    let endpoint = check::endpoint(endpoint, recovered, sink);
    let item = other.unwrap_or_else(|| item::expand(&endpoint));
    let implementation = implementation(&endpoint);
    let duplicates = &endpoint.recovered.duplicates;
    quote!(#item #implementation #duplicates)
}

/// An item that the parser cannot read: a struct that is being typed, or another item.
fn unparsed(args: TokenStream, tokens: &TokenStream, sink: &mut Sink) -> TokenStream {
    if let Some((item, rest)) = recovery::readable_struct(tokens, sink) {
        let expanded = declared(args, item, sink);
        return quote!(#expanded #rest);
    }
    Args::parse(args, sink);
    recovery::refuse_other_item(tokens, sink);
    tokens.clone()
}

/// Everything but the struct itself.
fn implementation(endpoint: &Checked) -> TokenStream {
    let names = Names::of(endpoint);
    let codec = codec::expand(endpoint, &names);
    let builder = builder::expand(endpoint, &names);
    let rules = rules::expand(endpoint, &names);
    let import = endpoint.krate.import();
    let replaced = &endpoint.recovered.replaced;
    let code = quote! {
        #import #codec #builder #rules
        #(const _: ::core::marker::PhantomData<#replaced> = ::core::marker::PhantomData;)*
    };
    if endpoint.no_prelude { without_diagnostics(code) } else { code }
}

/// The fields with their index in the contract.
fn indexed(endpoint: &Checked) -> impl Iterator<Item = (Literal, &Field)> {
    endpoint.fields.iter().enumerate().map(|(index, field)| (Literal::usize_unsuffixed(index), field))
}

/// Lints that generated code is exempt from: what is deprecated, and what the user allows for the struct.
fn lints(endpoint: &Checked) -> TokenStream {
    let own = endpoint.attributes.iter().filter(|attribute| attribute.path().is_ident("allow"));
    quote!(#[allow(deprecated)] #(#own)*)
}

/// The response of a call: the declared type, or a page of it.
fn response(endpoint: &Checked) -> TokenStream {
    let (krate, declared) = (&endpoint.krate, declared_response(endpoint));
    match &endpoint.response {
        _ if endpoint.paginated.is_none() => declared,
        // An error in the type underlines it where the user wrote it.
        Some(ty) => located(quote!(#krate::Page<#declared>), ty.span()),
        None => quote!(#krate::Page<#declared>),
    }
}

/// The declared type, or any JSON.
fn declared_response(endpoint: &Checked) -> TokenStream {
    let krate = &endpoint.krate;
    endpoint.response.as_ref().map_or_else(|| quote!(#krate::Json), ToTokens::to_token_stream)
}

/// Code without `#[diagnostic::…]`, which rustc does not resolve under `#![no_implicit_prelude]`.
fn without_diagnostics(tokens: TokenStream) -> TokenStream {
    let is_diagnostic = |token: &TokenTree| {
        let TokenTree::Group(group) = token else { return false };
        let first = group.stream().into_iter().next();
        matches!(first, Some(TokenTree::Ident(name)) if name == "diagnostic")
    };
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_attribute = is_sign(&token, '#') && tokens.next_if(is_diagnostic).is_some();
        if !is_attribute {
            out.extend([within(token, without_diagnostics)]);
        }
    }
    out
}
