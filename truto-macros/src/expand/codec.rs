//! Encoding and decoding of a request: shims that pass its fields, without their types, to the encoder and the decoder of
//! `truto-core`. Both are compiled once, and not for each endpoint.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::{Names, generated_at, local, located, named_at};
use crate::expand::{contract, declared_response, indexed, lints, response};
use crate::grammar::{Method, Scope};
use crate::model::{Field, Krate, Presence};

/// The implementations of `Endpoint`, `Paginated`, `Writes`, `Clone`, `Debug`, `Serialize` and `Deserialize`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (request, access, traits) = (request(endpoint, names), access(endpoint, names), traits(endpoint, names));
    quote!(#request #access #traits)
}

/// `Endpoint`, and `Paginated` for a list or `Writes` for a write.
fn request(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, optional, lints) = (&endpoint.krate, &endpoint.name, &names.optional, lints(endpoint));
    let (contract, response) = (contract::expand(endpoint, names), response(endpoint));
    let scope = match endpoint.scope {
        Scope::Account => quote!(#krate::AccountScope),
        Scope::Client => quote!(#krate::ClientScope),
    };
    let (index, reader) = (local("index"), local("reader"));
    let (access, bound) = (local("access"), bound(names));
    let members = own_fields(endpoint).zip(names.places()).map(|((index, field), slot)| {
        let name = &field.name;
        quote!(#index => #access.#slot.member(&self.#name),)
    });
    // A struct without fields, or after a mistake, does not read the table.
    let bound = (own_fields(endpoint).next().is_some()).then_some(bound);
    let decoded = decoded(endpoint, names);
    let entity_id = endpoint.entity().filter(|_| !endpoint.is_hollow()).map(|entity| {
        let entity = &entity.name;
        let identity = &names.identity;
        quote! {
            fn entity_id(&self) -> #krate::Option<#krate::usize> {
                #krate::Some(#optional::ACCESS.#identity.id(&self.#entity))
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
    let writes = (endpoint.method != Method::Get).then(|| {
        quote! {
            #[automatically_derived]
            #lints
            impl #krate::Writes for #name {}
        }
    });
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Endpoint for #name {
            type Response = #response;
            type Scope = #scope;

            const CONTRACT: &'static #krate::Contract = #contract;

            fn member(&self, #index: #krate::usize) -> #krate::Option<#krate::Member<'_>> {
                #bound
                match #index {
                    #(#members)*
                    _ => #krate::None,
                }
            }

            fn decode(#reader: &mut #krate::RequestReader) -> #krate::Option<Self> {
                #decoded
            }

            #entity_id
        }

        #paginated
        #writes
    }
}

/// The access functions of each field, and of the entity's names. Only they bind the types of fields, so that a type that
/// cannot be sent is one error, underlined where the user wrote it.
fn access(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let optional = &names.optional;
    let of_places: Vec<&Field> = names.firsts().map(|index| &endpoint.fields[index]).collect();
    let types = of_places.iter().map(|field| {
        let ty = &field.ty;
        match field.presence {
            Presence::Defaulted => quote!(#krate::Access<#ty, fn() -> #ty>,),
            _ => quote!(#krate::Access<#ty>,),
        }
    });
    let functions = of_places.iter().map(|field| {
        let constructor = field.presence.constructor();
        let constructor = if field.keys.entity.is_some() { format_ident!("entity") } else { constructor };
        let functions = at(krate, field, &constructor);
        if endpoint.is_file(field) && field.presence != Presence::Patch {
            located(quote!(#krate::file(#functions)), field.ty.span())
        } else {
            functions
        }
    });
    let (identity_type, identity) = endpoint
        .entity()
        .map(|entity| {
            let ty = &entity.ty;
            let identity = at(krate, entity, &format_ident!("identity"));
            (quote!(#krate::Identity<#ty>,), quote!(#identity,))
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
    let span = generated_at(field.ty.span());
    let (krate, function) = (krate.located(span), named_at(function, span));
    quote_spanned!(span=> #krate::#function())
}

/// The table of `access` in a variable: a path is few tokens then, and is resolved once in a function.
pub(crate) fn bound(names: &Names) -> TokenStream {
    let (access, optional) = (local("access"), &names.optional);
    quote!(let #access = #optional::ACCESS;)
}

/// The fields that code can take out of the struct.
fn own_fields(endpoint: &Checked) -> impl Iterator<Item = (Literal, &Field)> {
    let is_hollow = endpoint.is_hollow();
    indexed(endpoint).filter(move |_| !is_hollow)
}

fn decoded(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    if endpoint.is_hollow() {
        return quote!(#krate::None);
    }
    let (reader, access) = (local("reader"), local("access"));
    let (mut taken, mut given, mut members) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for ((index, field), slot) in indexed(endpoint).zip(names.places()) {
        let (name, value) = (&field.name, local(&format!("field_{index}")));
        taken.extend(quote!(#access.#slot.take(#reader, #index),));
        given.extend(quote!(#krate::Some(#value),));
        members.extend(quote!(#name: #value,));
    }
    if members.is_empty() {
        return quote!(#krate::Some(Self {}));
    }
    let bound = bound(names);
    // Every field is read, so that all failures are reported.
    quote! {
        #bound
        match (#taken) {
            (#given) => #krate::Some(Self { #members }),
            _ => #krate::None,
        }
    }
}

/// The traits of the standard library and of serde.
fn traits(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let value = &names.value;
    let [formatter, serializer, deserializer, access] =
        ["formatter", "serializer", "deserializer", "access"].map(local);
    let members = endpoint.fields.iter().zip(names.places()).map(|(field, slot)| {
        let name = &field.name;
        quote!(#name: #access.#slot.copy(&self.#name),)
    });
    let bound = endpoint.fields.first().map(|_| bound(names));
    let copy = if endpoint.is_hollow() { quote!(loop {}) } else { quote!(#bound Self { #(#members)* }) };
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Clone for #name {
            fn clone(&self) -> Self {
                #copy
            }
        }

        #[automatically_derived]
        #lints
        impl #krate::Debug for #name {
            fn fmt(&self, #formatter: &mut #krate::Formatter<'_>) -> #krate::FmtResult {
                #krate::debug_request(self, #formatter)
            }
        }

        #[automatically_derived]
        #lints
        impl #krate::Serialize for #name {
            fn serialize<#value: #krate::Serializer>(
                &self,
                #serializer: #value,
            ) -> #krate::Result<#value::Ok, #value::Error> {
                #krate::serialize_request(self, #serializer)
            }
        }

        #[automatically_derived]
        #lints
        impl<'de> #krate::Deserialize<'de> for #name {
            fn deserialize<#value: #krate::Deserializer<'de>>(
                #deserializer: #value,
            ) -> #krate::Result<Self, #value::Error> {
                #krate::deserialize_request(#deserializer)
            }
        }
    }
}
