//! Encoding and decoding of a request: shims that pass its fields, without their types, to the encoder and the decoder of
//! `truto-core`. Both are compiled once, and not for each endpoint.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::{Names, local, located};
use crate::expand::{contract, declared_response, indexed, lints, response};
use crate::grammar::Scope;
use crate::model::{Field, Krate, Presence};

/// The implementations of `Endpoint`, `Paginated`, `Clone`, `Debug`, `Serialize` and `Deserialize`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (request, access, traits) = (request(endpoint, names), access(endpoint, names), traits(endpoint, names));
    quote!(#request #access #traits)
}

/// `Endpoint`, and `Paginated` for a list.
fn request(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, optional, lints) = (&endpoint.krate, &endpoint.name, &names.optional, lints(endpoint));
    let (contract, response) = (contract::expand(endpoint, names), response(endpoint));
    let scope = match endpoint.scope {
        Scope::Account => quote!(#krate::scope::AccountScope),
        Scope::Client => quote!(#krate::scope::ClientScope),
    };
    let (index, reader) = (local("index"), local("reader"));
    let field_refs = own_fields(endpoint).map(|(index, field)| {
        let name = &field.name;
        quote!(#index => #optional::ACCESS.#index.field_ref(&self.#name),)
    });
    let decoded = decoded(endpoint, names);
    let entity_id = endpoint.entity().filter(|_| !endpoint.is_hollow()).map(|entity| {
        let entity = &entity.name;
        let identity = Literal::usize_unsuffixed(endpoint.fields.len());
        quote! {
            fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
                ::core::option::Option::Some(#optional::ACCESS.#identity.id(&self.#entity))
            }
        }
    });
    let paginated = endpoint.paginated.map(|_| {
        let item = declared_response(endpoint);
        quote! {
            #[automatically_derived]
            #lints
            impl #krate::Paginated for #name {
                type Item = #item;
            }
        }
    });
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Endpoint for #name {
            type Response = #response;
            type Scope = #scope;

            const CONTRACT: &'static #krate::contract::Contract = #contract;

            fn field_ref(&self, #index: ::core::primitive::usize) -> #krate::generated::FieldRef<'_> {
                match #index {
                    #(#field_refs)*
                    _ => #krate::generated::FieldRef::Absent,
                }
            }

            fn decode(#reader: &mut #krate::generated::RequestReader) -> ::core::option::Option<Self> {
                #decoded
            }

            #entity_id
        }

        #paginated
    }
}

/// The access functions of each field, and of the entity's names. Only they bind the types of fields, so that a type that
/// cannot be sent is one error, underlined where the user wrote it.
fn access(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let optional = &names.optional;
    let types = endpoint.fields.iter().map(|field| {
        let ty = &field.ty;
        match field.presence {
            Presence::Defaulted => quote!(#krate::generated::Access<#ty, fn() -> #ty>,),
            _ => quote!(#krate::generated::Access<#ty>,),
        }
    });
    let functions = endpoint.fields.iter().map(|field| {
        let constructor = field.presence.constructor();
        let constructor = if field.keys.entity.is_some() { format_ident!("entity") } else { constructor };
        let functions = at(krate, field, &constructor);
        if endpoint.is_file(field) && field.presence != Presence::Patch {
            located(quote!(#krate::generated::file(#functions)), field.ty.span())
        } else {
            functions
        }
    });
    let (identity_type, identity) = endpoint
        .entity()
        .map(|entity| {
            let ty = &entity.ty;
            let identity = at(krate, entity, &format_ident!("identity"));
            (quote!(#krate::generated::Identity<#ty>,), quote!(#identity,))
        })
        .unzip();
    let lints = lints(endpoint);
    quote! {
        #lints
        impl #optional {
            const ACCESS: &'static (#(#types)* #identity_type) = &(#(#functions,)* #identity);
        }
    }
}

/// A call of a function of `access`. Errors in it underline the type of the field.
fn at(krate: &Krate, field: &Field, function: &Ident) -> TokenStream {
    located(quote!(#krate::generated::#function()), field.ty.span())
}

/// The fields that code can take out of the struct.
fn own_fields(endpoint: &Checked) -> impl Iterator<Item = (Literal, &Field)> {
    let is_hollow = endpoint.is_hollow();
    indexed(endpoint).filter(move |_| !is_hollow)
}

fn decoded(endpoint: &Checked, names: &Names) -> TokenStream {
    if endpoint.is_hollow() {
        return quote!(::core::option::Option::None);
    }
    let (reader, optional) = (local("reader"), &names.optional);
    let mut lets = TokenStream::new();
    let mut members = TokenStream::new();
    for (index, field) in indexed(endpoint) {
        let (name, value) = (&field.name, local(&format!("field_{index}")));
        lets.extend(quote!(let #value = #optional::ACCESS.#index.take(#reader, #index);));
        members.extend(quote!(#name: #value?,));
    }
    // Every field is read before the first `?`, so that all failures are reported.
    quote! {
        #lets
        ::core::option::Option::Some(Self { #members })
    }
}

/// The traits of the standard library and of serde.
fn traits(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let Names { optional, value, .. } = names;
    let text = name.unraw().to_string();
    let [formatter, serializer, deserializer] = ["formatter", "serializer", "deserializer"].map(local);
    let members = indexed(endpoint).map(|(index, field)| {
        let name = &field.name;
        quote!(#name: #optional::ACCESS.#index.copy(&self.#name),)
    });
    let copy = if endpoint.is_hollow() { quote!(loop {}) } else { quote!(Self { #(#members)* }) };
    let fields = own_fields(endpoint).map(|(index, field)| {
        let (name, text) = (&field.name, field.name.unraw().to_string());
        if field.keys.secret {
            quote!(.field(#text, &#krate::generated::Hidden))
        } else {
            quote!(.field(#text, #optional::ACCESS.#index.debug(&self.#name)))
        }
    });
    quote! {
        #[automatically_derived]
        #lints
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                #copy
            }
        }

        #[automatically_derived]
        #lints
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.debug_struct(#text)#(#fields)*.finish()
            }
        }

        #[automatically_derived]
        #lints
        impl #krate::serde::Serialize for #name {
            fn serialize<#value: #krate::serde::Serializer>(
                &self,
                #serializer: #value,
            ) -> ::core::result::Result<
                <#value as #krate::serde::Serializer>::Ok,
                <#value as #krate::serde::Serializer>::Error,
            > {
                #krate::generated::serialize_request(self, #serializer)
            }
        }

        #[automatically_derived]
        #lints
        impl<'de> #krate::serde::Deserialize<'de> for #name {
            fn deserialize<#value: #krate::serde::Deserializer<'de>>(
                #deserializer: #value,
            ) -> ::core::result::Result<Self, <#value as #krate::serde::Deserializer<'de>>::Error> {
                #krate::generated::deserialize_request(#deserializer)
            }
        }
    }
}
