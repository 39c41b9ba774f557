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

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields};

use crate::check;
use crate::diag::{Code, Sink};
use crate::expand::names::Names;
use crate::grammar::{Args, StructKeys};
use crate::model::{Endpoint, Entity, Krate, Stands};
use crate::recovery::{self, adopt, structure};

/// `#[unified_endpoint(…)]`, below these derives.
pub(crate) fn endpoint(args: TokenStream, tokens: &TokenStream, above: &[String]) -> TokenStream {
    let mut sink = Sink::default();
    let expanded = match syn::parse2::<DeriveInput>(tokens.clone()) {
        Ok(item) => declared(args, item, above, &mut sink),
        Err(_) => broken(args, tokens, &mut sink),
    };
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}

fn declared(args: TokenStream, mut item: DeriveInput, above: &[String], sink: &mut Sink) -> TokenStream {
    let adopted = adopt(&mut item, sink);
    let derived = recovery::attributes(&mut item, above, sink);
    let krate = Krate::new(StructKeys::parse(&item.attrs, "field", &mut Sink::muted()).krate, &item.ident).path;
    recovery::parameters(&mut item, &krate, sink);
    let mended = recovery::types(&mut item, &krate, sink);
    if conditional::is_conditional(&item) {
        return conditional::expand(&args, item);
    }
    let twice = item::without_second_fields(&mut item);
    let expanded = whole(Declaration { args, item, adopted, mended, derived, stands: Stands::Not }, sink);
    quote!(#expanded #twice)
}

/// What the parser cannot read: a struct that is being typed, another item, or nothing of Rust.
fn broken(args: TokenStream, tokens: &TokenStream, sink: &mut Sink) -> TokenStream {
    if let Some(item) = structure(tokens) {
        if let Some(block) = item::block_in_a_type(tokens) {
            let what = "a block of statements is no part of a field's type";
            sink.error(block, Code::FieldType, what, "give what it computes a name with `const`");
            return declared(args, item, &[], sink);
        }
        // rustc has said what is wrong when it read the item, in words that point deeper. It says the same of the same
        // tokens once only, and what it did not know then, it says now.
        let rest = item::apart(tokens.clone());
        let expanded = declared(args, item, &[], sink);
        return quote!(#expanded #rest);
    }
    Args::parse(args, sink);
    if !item::is_struct(tokens) {
        let (span, found) = item::kind(tokens);
        let what = format!("expected a struct with named fields, found {found}");
        sink.error(span, Code::Item, what, "write a plain `struct Name { field: Type }`");
    }
    tokens.clone()
}

/// The struct and what is written for it; an item that is no plain struct stays as it is.
fn whole(declaration: Declaration, sink: &mut Sink) -> TokenStream {
    let is_struct = matches!(&declaration.item.data, Data::Struct(data) if !matches!(data.fields, Fields::Unnamed(_)));
    let other = (!is_struct).then(|| item::without_truto(&declaration.item));
    let endpoint = read(declaration, sink);
    let implementation = endpoint.as_ref().map(implementation);
    let item = other.or_else(|| endpoint.as_ref().map(item::expand));
    quote!(#item #implementation)
}

/// The derive that the attribute leaves a declaration with `cfg` to.
pub(crate) fn conditional_endpoint(tokens: TokenStream) -> TokenStream {
    let mut sink = Sink::default();
    let expanded = match syn::parse2::<DeriveInput>(tokens) {
        Ok(mut item) => {
            let args = conditional::take_arguments(&mut item);
            // That a name is there twice is said by rustc, of the struct that stands already.
            let is_whole = item::without_second_fields(&mut item).is_none();
            let stands = if is_whole { Stands::Whole } else { Stands::WithMore };
            let declaration =
                Declaration { args, item, adopted: Vec::new(), mended: Vec::new(), derived: Vec::new(), stands };
            read(declaration, &mut sink).map(|endpoint| implementation(&endpoint))
        }
        Err(error) => {
            sink.push(error);
            None
        }
    };
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}

/// What the macro was given.
struct Declaration {
    args: TokenStream,
    item: DeriveInput,
    /// The fields with an attribute that was meant to be ours.
    adopted: Vec<String>,
    /// The fields whose type was replaced.
    mended: Vec<recovery::Mended>,
    /// The traits that the struct has already.
    derived: Vec<String>,
    stands: Stands,
}

fn read(declaration: Declaration, sink: &mut Sink) -> Option<check::Checked> {
    let Declaration { args, item, adopted, mended, derived, stands } = declaration;
    let mut endpoint = Endpoint::parse(Args::parse(args, sink), item, sink)?;
    endpoint.stands = stands;
    endpoint.derived = derived;
    for field in &mut endpoint.fields {
        field.keys.in_doubt |= adopted.iter().any(|name| field.name == name);
        if let Some(mended) = mended.iter().find(|mended| field.name == mended.name) {
            field.is_mended = true;
            field.takes_anything = mended.is_guess;
        }
    }
    Some(check::endpoint(endpoint, sink))
}

/// Everything but the struct itself.
fn implementation(endpoint: &check::Checked) -> TokenStream {
    let names = Names::of(endpoint);
    let codec = codec::expand(endpoint, &names);
    let builder = builder::expand(endpoint, &names);
    let rules = rules::expand(endpoint, &names);
    let import = endpoint.krate.import();
    // What the user imported for a type that has another one in its place is used all the same.
    let written = endpoint.fields.iter().filter_map(|field| field.written.as_ref()).chain(&endpoint.written_response);
    quote! {
        #import #codec #builder #rules
        #(const _: ::core::marker::PhantomData<#written> = ::core::marker::PhantomData;)*
    }
}

/// What the lints shall not say of generated code: what is deprecated, and what the user allows for the struct.
fn lints(endpoint: &check::Checked) -> TokenStream {
    let own = endpoint.attributes.iter().filter(|attribute| attribute.path().is_ident("allow"));
    quote!(#[allow(deprecated)] #(#own)*)
}

/// `#[derive(UnifiedEntity)]`, beside these derives.
pub(crate) fn entity(tokens: TokenStream, beside: &[String]) -> TokenStream {
    let mut sink = Sink::default();
    let item = match syn::parse2::<DeriveInput>(tokens) {
        Ok(item) => item,
        Err(error) => {
            sink.push(error);
            return sink.into_tokens();
        }
    };
    let derived = recovery::entity_attributes(&item, beside, &mut sink);
    let expanded = entity::expand(&Entity { derived, ..Entity::parse(item, &mut sink) });
    let errors = sink.into_tokens();
    quote!(#expanded #errors)
}
