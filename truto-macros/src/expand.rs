//! Writes code: from a checked model to the items that the user's crate gets.
//!
//! What was wrong is reported, and everything that was right still comes out, so that the rest of the user's file keeps
//! its types and its completion.

mod answer;
mod builder;
mod codec;
mod conditional;
mod contract;
mod docs;
mod entity;
mod item;
mod names;
mod rules;
mod sends;
mod setters;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::DeriveInput;

use crate::check;
use crate::diag::{Code, Sink};
use crate::expand::names::Names;
use crate::grammar::{Args, adopt};
use crate::model::{Endpoint, Entity};

/// `#[unified_endpoint(…)]`.
pub(crate) fn endpoint(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    let mut sink = Sink::default();
    let Ok(mut item) = syn::parse2::<DeriveInput>(tokens.clone()) else {
        if let Some(block) = item::block_in_a_type(tokens) {
            let what = "a block of statements is no part of a field's type";
            sink.error(block, Code::FieldType, what, "give what it computes a name with `const`");
            let errors = sink.into_tokens();
            let plain = item::tokens_without_truto(tokens.clone());
            return quote!(#plain #errors);
        }
        // Neither a plain struct nor Rust: rustc has said so when it read the item, in words that point deeper.
        Args::parse(args, &mut sink);
        if item::is_struct(tokens) {
            return tokens.clone();
        }
        let fix = "write a plain `struct Name { field: Type }`";
        sink.error(Span::call_site(), Code::Item, "expected a struct with named fields", fix);
        let errors = sink.into_tokens();
        return quote!(#tokens #errors);
    };
    adopt(&mut item, &mut sink);
    check::attributes(&mut item, &mut sink);
    let expanded = if conditional::is_conditional(&item) {
        conditional::expand(&args, &item)
    } else {
        let plain = item::without_truto(&item);
        read(args, item, &mut sink).map_or(plain, |endpoint| {
            let item = item::expand(&endpoint);
            let implementation = implementation(&endpoint);
            quote!(#item #implementation)
        })
    };
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}

/// The derive that the attribute leaves a declaration with `cfg` to.
pub(crate) fn conditional_endpoint(tokens: TokenStream) -> TokenStream {
    let mut sink = Sink::default();
    let expanded = match syn::parse2::<DeriveInput>(tokens) {
        Ok(mut item) => {
            let args = conditional::take_arguments(&mut item);
            // The struct stands already, with the types that it has: code for others would not fit it.
            read(args, item, &mut sink)
                .filter(|endpoint| endpoint.keeps_types)
                .map(|endpoint| implementation(&endpoint))
        }
        Err(error) => {
            sink.push(error);
            None
        }
    };
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}

fn read(args: TokenStream, item: DeriveInput, sink: &mut Sink) -> Option<check::Checked> {
    let args = Args::parse(args, sink);
    Endpoint::parse(args, item, sink).map(|endpoint| check::endpoint(endpoint, sink))
}

/// Everything but the struct itself.
fn implementation(endpoint: &check::Checked) -> TokenStream {
    let names = Names::of(endpoint);
    let codec = codec::expand(endpoint, &names);
    let builder = builder::expand(endpoint, &names);
    let rules = rules::expand(endpoint, &names);
    quote!(#codec #builder #rules)
}

/// `#[derive(UnifiedEntity)]`.
pub(crate) fn entity(tokens: TokenStream) -> TokenStream {
    let mut sink = Sink::default();
    let item = match syn::parse2::<DeriveInput>(tokens) {
        Ok(item) => item,
        Err(error) => {
            sink.push(error);
            return sink.into_tokens();
        }
    };
    let expanded = entity::expand(&Entity::parse(item, &mut sink));
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}
