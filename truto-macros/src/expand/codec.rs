//! How a request is read and written: shims that hand its fields, without their types, to the one encoder and the one
//! decoder of `truto-core`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::contract;
use crate::expand::names::{Names, local};

/// The implementations of `Endpoint`, `Debug`, `Serialize` and `Deserialize`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let name = &endpoint.name;
    let contract = contract::expand(endpoint);
    let response = endpoint.response.as_ref().map_or_else(|| quote!(#krate::Json), |ty| quote!(#ty));
    let (index, fields) = (local("index"), local("fields"));
    let slots = slots(endpoint);
    let decoded = decoded(endpoint);
    let entity_id = endpoint.entity().map(|entity| {
        let (entity, ty) = (&entity.name, &entity.ty);
        quote! {
            fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
                ::core::option::Option::Some(<#ty as #krate::UnifiedEntity>::id(self.#entity))
            }
        }
    });
    let debug = debug(endpoint);
    let (serializer, deserializer, value) = (local("serializer"), local("deserializer"), &names.value);
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #krate::Endpoint for #name {
            type Response = #response;

            const CONTRACT: &'static #krate::contract::Contract = #contract;

            fn slot(&self, #index: ::core::primitive::usize) -> #krate::Slot<'_> {
                match #index {
                    #slots
                    _ => #krate::Slot::Absent,
                }
            }

            fn decode(#fields: &mut #krate::Fields) -> ::core::option::Option<Self> {
                #decoded
            }

            #entity_id
        }

        #debug

        #[automatically_derived]
        impl #krate::serde::Serialize for #name {
            fn serialize<#value: #krate::serde::Serializer>(
                &self,
                #serializer: #value,
            ) -> ::core::result::Result<#value::Ok, #value::Error> {
                #krate::endpoint::serialize(self, #serializer)
            }
        }

        #[automatically_derived]
        impl<'de> #krate::serde::Deserialize<'de> for #name {
            fn deserialize<#value: #krate::serde::Deserializer<'de>>(
                #deserializer: #value,
            ) -> ::core::result::Result<Self, #value::Error> {
                #krate::endpoint::deserialize(#deserializer)
            }
        }
    }
}

/// The same name, underlined elsewhere.
fn located_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(name.span().located_at(span));
    name
}

/// The same path, underlined elsewhere.
fn path_at(path: &TokenStream, span: Span) -> TokenStream {
    path.clone()
        .into_iter()
        .map(|mut token| {
            token.set_span(token.span().located_at(span));
            token
        })
        .collect()
}

fn slots(endpoint: &Checked) -> TokenStream {
    let krate = &endpoint.krate;
    let arms = endpoint.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let name = &field.name;
        let constructor = match field.shape.constructor() {
            "required" | "defaulted" if endpoint.is_file(field) => "file",
            "optional" if endpoint.is_file(field) => "optional_file",
            "list" if endpoint.is_file(field) => "file_list",
            "defaulted" => "required",
            other => other,
        };
        // A type that serde cannot write is underlined where the user wrote it.
        let span = field.ty.span();
        let constructor = format_ident!("{constructor}", span = span.resolved_at(Span::call_site()));
        let (name, krate) = (located_at(name, span), path_at(krate, span));
        let slot = quote_spanned!(span=> #krate::Slot::#constructor(&self.#name));
        quote!(#index => #slot,)
    });
    quote!(#(#arms)*)
}

fn decoded(endpoint: &Checked) -> TokenStream {
    let fields = local("fields");
    let mut lets = TokenStream::new();
    let mut members = TokenStream::new();
    for (index, field) in endpoint.fields.iter().enumerate() {
        let position = Literal::usize_unsuffixed(index);
        let name = &field.name;
        let value = local(&format!("field_{index}"));
        let span = field.ty.span();
        let take = format_ident!("{}", field.shape.constructor(), span = span.resolved_at(Span::call_site()));
        let fields = located_at(&fields, span);
        let taken = quote_spanned!(span=> #fields.#take(#position));
        lets.extend(quote!(let #value = #taken;));
        members.extend(quote!(#name: #value?,));
    }
    // Every field is taken before any is missed, so that all failures are reported.
    quote! {
        #lets
        ::core::option::Option::Some(Self { #members })
    }
}

fn debug(endpoint: &Checked) -> TokenStream {
    let krate = &endpoint.krate;
    let name = &endpoint.name;
    let text = name.unraw().to_string();
    let formatter = local("formatter");
    let fields = endpoint.fields.iter().map(|field| {
        let (name, text) = (&field.name, field.name.unraw().to_string());
        let value = if field.keys.secret {
            quote!(&#krate::error::Hidden)
        } else {
            let (span, name) = (field.ty.span(), located_at(name, field.ty.span()));
            quote_spanned!(span=> &self.#name)
        };
        quote!(.field(#text, #value))
    });
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.debug_struct(#text)#(#fields)*.finish()
            }
        }
    }
}
