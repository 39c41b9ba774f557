//! How a request is read and written: shims that hand its fields, without their types, to the one encoder and the one
//! decoder of `truto-core`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::{Names, local, located};
use crate::expand::{answer, contract, lints};
use crate::model::{Field, Krate, Shape};

type Writer = fn(&Checked, &Names) -> TokenStream;

/// The implementations of `Endpoint`, `Debug`, `Serialize` and `Deserialize`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name, lints) = (&endpoint.krate, &endpoint.name, lints(endpoint));
    let contract = contract::expand(endpoint, names);
    let response = answer::of_call(endpoint);
    let paginated = paginated(endpoint);
    let (index, reader) = (local("index"), local("reader"));
    let field_refs = field_refs(endpoint, names);
    let decoded = decoded(endpoint, names);
    let entity_id = endpoint.entity().filter(|_| !endpoint.is_hollow()).map(|entity| {
        let (entity, optional) = (&entity.name, &names.optional);
        let identity = Literal::usize_unsuffixed(endpoint.fields.len());
        quote! {
            fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
                ::core::option::Option::Some(#optional::ACCESS.#identity.id(&self.#entity))
            }
        }
    });
    let access = access(endpoint, names);
    let traits = [("Clone", clone as Writer), ("Debug", debug), ("Serialize", serialize), ("Deserialize", deserialize)];
    let traits = traits.into_iter().filter(|(name, _)| !endpoint.has(name)).map(|(_, write)| write(endpoint, names));
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

        #paginated

        #access

        #(#traits)*
    }
}

/// That the answer is a list.
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

/// The functions for the fields, and then the names of the entity: the one place where the types of fields are bound, so
/// that a type that cannot be sent is one error, underlined where the user wrote it.
fn access(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let optional = &names.optional;
    let types = endpoint.fields.iter().map(|field| {
        let ty = &field.ty;
        match field.shape {
            Shape::Defaulted(_) => quote!(#krate::generated::Access<#ty, fn() -> #ty>,),
            _ => quote!(#krate::generated::Access<#ty>,),
        }
    });
    let functions = endpoint.fields.iter().map(|field| {
        let constructor = if field.keys.entity.is_some() { "entity" } else { field.shape.constructor() };
        let functions = at(krate, field, &format_ident!("{constructor}", span = Span::call_site()));
        let functions = match field.shape {
            Shape::Patch(_) => functions,
            _ if endpoint.is_file(field) => located(quote!(#krate::generated::file(#functions)), field.ty.span()),
            _ => functions,
        };
        quote!(#functions,)
    });
    let (identity_type, identity) = endpoint
        .entity()
        .map(|entity| {
            let ty = &entity.ty;
            let identity = at(krate, entity, &format_ident!("identity", span = Span::call_site()));
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

/// A call of one of the functions of `access`, underlined as the type of the field.
fn at(krate: &Krate, field: &Field, function: &Ident) -> TokenStream {
    located(quote!(#krate::generated::#function()), field.ty.span())
}

fn field_refs(endpoint: &Checked, names: &Names) -> TokenStream {
    let optional = &names.optional;
    let arms = own_fields(endpoint).iter().enumerate().map(|(index, field)| {
        let (index, name) = (Literal::usize_unsuffixed(index), &field.name);
        quote!(#index => #optional::ACCESS.#index.field_ref(&self.#name),)
    });
    quote!(#(#arms)*)
}

/// The fields that code can take out of the struct.
fn own_fields(endpoint: &Checked) -> &[Field] {
    if endpoint.is_hollow() { &[] } else { &endpoint.fields }
}

fn decoded(endpoint: &Checked, names: &Names) -> TokenStream {
    if endpoint.is_hollow() {
        return quote!(::core::option::Option::None);
    }
    let (reader, optional) = (local("reader"), &names.optional);
    let mut lets = TokenStream::new();
    let mut members = TokenStream::new();
    for (index, field) in endpoint.fields.iter().enumerate() {
        let name = &field.name;
        let value = local(&format!("field_{index}"));
        let index = Literal::usize_unsuffixed(index);
        lets.extend(quote!(let #value = #optional::ACCESS.#index.take(#reader, #index);));
        members.extend(quote!(#name: #value?,));
    }
    // Every field is taken before any is missed, so that all failures are reported.
    quote! {
        #lets
        ::core::option::Option::Some(Self { #members })
    }
}

fn clone(endpoint: &Checked, names: &Names) -> TokenStream {
    let (name, optional) = (&endpoint.name, &names.optional);
    let members = endpoint.fields.iter().enumerate().map(|(index, field)| {
        let (index, name) = (Literal::usize_unsuffixed(index), &field.name);
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
    let fields = own_fields(endpoint).iter().enumerate().map(|(index, field)| {
        let (index, name, text) = (Literal::usize_unsuffixed(index), &field.name, field.name.unraw().to_string());
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
