//! Encoding and decoding of a request: shims that pass its fields, without their types, to the encoder and the decoder of
//! `truto-core`. Both are compiled once, and not for each endpoint.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::{Names, local, located};
use crate::expand::{answer, contract, indexed, lints};
use crate::model::{Field, Krate, Presence};

/// The implementations of `Endpoint`, `Debug`, `Serialize` and `Deserialize`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (request, paginated, access) = (request(endpoint, names), paginated(endpoint), access(endpoint, names));
    let traits = [clone, debug, serialize, deserialize].map(|write| write(endpoint, names));
    quote!(#request #paginated #access #(#traits)*)
}

/// `Endpoint`
fn request(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let (contract, response) = (contract::expand(endpoint, names), answer::of_call(endpoint));
    let (index, reader) = (local("index"), local("reader"));
    let (field_refs, decoded) = (field_refs(endpoint, names), decoded(endpoint, names));
    let entity_id = endpoint.entity().filter(|_| !endpoint.is_hollow()).map(|entity| {
        let (entity, optional) = (&entity.name, &names.optional);
        let identity = Literal::usize_unsuffixed(endpoint.fields.len());
        quote! {
            fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
                ::core::option::Option::Some(#optional::ACCESS.#identity.id(&self.#entity))
            }
        }
    });
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Endpoint for #name {
            type Response = #response;

            const CONTRACT: &'static #krate::contract::Contract = #contract;

            fn field_ref(&self, #index: ::core::primitive::usize) -> #krate::generated::FieldRef<'_> {
                match #index {
                    #field_refs
                    _ => #krate::generated::FieldRef::Absent,
                }
            }

            fn decode(#reader: &mut #krate::generated::RequestReader) -> ::core::option::Option<Self> {
                #decoded
            }

            #entity_id
        }
    }
}

/// `Paginated`, for a list.
fn paginated(endpoint: &Checked) -> Option<TokenStream> {
    let (krate, name, item) = (&endpoint.krate, &endpoint.name, answer::declared(endpoint));
    let lints = lints(endpoint);
    endpoint.paginated.map(|_| {
        quote! {
            #[automatically_derived]
            #lints
            impl #krate::Paginated for #name {
                type Item = #item;
            }
        }
    })
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
        let functions = match field.presence {
            Presence::Patch => functions,
            _ if endpoint.is_file(field) => located(quote!(#krate::generated::file(#functions)), field.ty.span()),
            _ => functions,
        };
        quote!(#functions,)
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
            const ACCESS: &'static (#(#types)* #identity_type) = &(#(#functions)* #identity);
        }
    }
}

/// A call of a function of `access`. Errors in it underline the type of the field.
fn at(krate: &Krate, field: &Field, function: &Ident) -> TokenStream {
    located(quote!(#krate::generated::#function()), field.ty.span())
}

fn field_refs(endpoint: &Checked, names: &Names) -> TokenStream {
    let optional = &names.optional;
    let arms = own_fields(endpoint).map(|(index, field)| {
        let name = &field.name;
        quote!(#index => #optional::ACCESS.#index.field_ref(&self.#name),)
    });
    quote!(#(#arms)*)
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

fn clone(endpoint: &Checked, names: &Names) -> TokenStream {
    let (name, optional) = (&endpoint.name, &names.optional);
    let members = indexed(endpoint).map(|(index, field)| {
        let name = &field.name;
        quote!(#name: #optional::ACCESS.#index.copy(&self.#name),)
    });
    let lints = lints(endpoint);
    let copy = if endpoint.is_hollow() { quote!(loop {}) } else { quote!(Self { #(#members)* }) };
    quote! {
        #[automatically_derived]
        #lints
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                #copy
            }
        }
    }
}

fn debug(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, optional) = (&endpoint.krate, &endpoint.name, &names.optional);
    let (text, lints) = (name.unraw().to_string(), lints(endpoint));
    let formatter = local("formatter");
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
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.debug_struct(#text)#(#fields)*.finish()
            }
        }
    }
}

fn serialize(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let (serializer, value) = (local("serializer"), &names.value);
    quote! {
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
    }
}

fn deserialize(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let (deserializer, value) = (local("deserializer"), &names.value);
    quote! {
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
