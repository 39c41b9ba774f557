//! The builder: a struct whose type parameters say which required fields are given.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::names::{Names, local};
use crate::expand::{docs, indexed, lints, sends, setters};
use crate::model::Presence;

/// The builder with all its methods.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, lints) = (&endpoint.krate, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, states, generics, arguments, .. } = names;
    let (start, structs) = (start(endpoint, names), structs(endpoint, names));
    let required = indexed(endpoint).filter(|(_, field)| endpoint.is_required(field));
    let required = required.zip(states).map(|((index, field), state)| {
        let name = &field.name;
        quote!(#name: <#state as #krate::builder::State>::copy(&self.#name, #optional::ACCESS.#index.copier()),)
    });
    let optionals =
        indexed(endpoint).filter(|(_, field)| field.presence != Presence::Required).map(|(index, field)| {
            let name = &field.name;
            quote!(#name: #optional::ACCESS.#index.copy(&self.#optional_member.#name),)
        });
    let (setters, sends) = (setters::expand(endpoint, names), sends::expand(endpoint, names));
    let unpaginated = sends::unpaginated(endpoint, names);
    let (text, formatter) = (builder.to_string(), local("formatter"));
    quote! {
        #start
        #structs

        // A builder may be kept, and finished more than once.
        #[automatically_derived]
        #lints
        impl #generics ::core::clone::Clone for #builder #arguments {
            fn clone(&self) -> Self {
                #builder {
                    #(#required)*
                    #optional_member: #optional { #(#optionals)* },
                    #common_member: ::core::clone::Clone::clone(&self.#common_member),
                }
            }
        }

        #[automatically_derived]
        #lints
        impl #generics ::core::fmt::Debug for #builder #arguments {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.debug_struct(#text).finish_non_exhaustive()
            }
        }

        #lints
        #[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
        impl #generics #builder #arguments {
            #setters
            #sends
        }

        #unpaginated
    }
}

/// `Request::builder()`
fn start(endpoint: &Checked, names: &Names) -> TokenStream {
    let (vis, name, lints) = (&endpoint.vis, &endpoint.name, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, .. } = names;
    let docs = format!(" Starts a [`{}`].", name.unraw());
    let required = endpoint.required().map(|field| &field.name);
    let optionals = indexed(endpoint).filter_map(|(index, field)| {
        let name = &field.name;
        match field.presence {
            Presence::Required => None,
            Presence::Defaulted => Some(quote!(#name: #optional::ACCESS.#index.unset())),
            _ => Some(quote!(#name: ::core::default::Default::default())),
        }
    });
    quote! {
        #lints
        impl #name {
            #[doc = #docs]
            #vis fn builder() -> #builder {
                #builder {
                    #(#required: (),)*
                    #optional_member: #optional { #(#optionals,)* },
                    #common_member: ::core::default::Default::default(),
                }
            }
        }
    }
}

/// The builder, and the struct of its optional fields, which a setter of a required field moves as one.
fn structs(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, lints) = (&endpoint.krate, &endpoint.vis, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, states, .. } = names;
    let docs = docs::builder(endpoint);
    let parameters =
        (!states.is_empty()).then(|| quote!(<#(#states: #krate::builder::State = #krate::builder::Missing),*>));
    let required = states.iter().zip(endpoint.required()).map(|(state, field)| {
        let (name, ty) = (&field.name, &field.ty);
        quote!(#name: <#state as #krate::builder::State>::Of<#ty>)
    });
    let optionals = endpoint.fields.iter().filter(|field| field.presence != Presence::Required).map(|field| {
        let (name, ty) = (&field.name, &field.ty);
        quote!(#name: #ty)
    });
    quote! {
        #docs
        #lints
        #[allow(non_snake_case)]
        #[must_use = "a builder does nothing until it is sent or built"]
        #vis struct #builder #parameters {
            #(#required,)*
            #optional_member: #optional,
            #common_member: #krate::generated::Common,
        }

        #lints
        #[allow(non_snake_case)]
        struct #optional { #(#optionals,)* }
    }
}
