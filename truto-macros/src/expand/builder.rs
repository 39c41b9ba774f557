//! The builder: a struct whose type says which required fields are given.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::names::{Names, arguments, local};
use crate::expand::{docs, lints, sends, setters};
use crate::model::Presence;

/// The builder with all its methods.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, name, lints) = (&endpoint.krate, &endpoint.vis, &endpoint.name, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, states, .. } = names;
    let builder_docs = docs::builder(endpoint);
    let start_docs = format!("Starts a [`{}`].", name.unraw());
    let required: Vec<_> = endpoint.required().collect();
    let parameters = states.iter().map(|state| quote!(#state: #krate::State = #krate::Missing));
    let members = states.iter().zip(&required).map(|(state, field)| {
        let (name, ty) = (&field.name, &field.ty);
        quote!(#name: <#state as #krate::State>::Of<#ty>)
    });
    let unset = required.iter().map(|field| &field.name);
    let generics = generics(endpoint, names);
    let arguments = arguments(states);
    let optionals = endpoint.fields.iter().filter(|field| !field.presence.is_required()).map(|field| {
        let (name, ty) = (&field.name, &field.ty);
        quote!(#name: #ty)
    });
    let unset_optionals = endpoint.fields.iter().enumerate().filter_map(|(index, field)| {
        let (name, index) = (&field.name, Literal::usize_unsuffixed(index));
        match field.presence {
            Presence::Required(_) => None,
            Presence::Defaulted(_) => Some(quote!(#name: #optional::ACCESS.#index.unset())),
            _ => Some(quote!(#name: ::core::default::Default::default())),
        }
    });
    let clone = clone(endpoint, names);
    let setters = setters::expand(endpoint, names);
    let sends = sends::expand(endpoint, names);
    let unpaginated = sends::unpaginated(endpoint).map(|(bound, methods)| {
        quote! {
            #[doc(hidden)]
            #lints
            #[allow(dead_code, non_snake_case)]
            impl #generics #builder #arguments #bound {
                #methods
            }
        }
    });
    let text = builder.to_string();
    let formatter = local("formatter");
    let generics_in_struct = if states.is_empty() { quote!() } else { quote!(<#(#parameters),*>) };
    quote! {
        #lints
        impl #name {
            #[doc = #start_docs]
            #vis fn builder() -> #builder {
                #builder {
                    #(#unset: (),)*
                    #optional_member: #optional { #(#unset_optionals,)* },
                    #common_member: ::core::default::Default::default(),
                }
            }
        }

        #builder_docs
        #lints
        #[allow(non_snake_case)]
        #[must_use = "a builder does nothing until it is sent or built"]
        #vis struct #builder #generics_in_struct {
            #(#members,)*
            #optional_member: #optional,
            #common_member: #krate::Common,
        }

        #lints
        #[allow(non_snake_case)]
        struct #optional { #(#optionals,)* }

        #clone

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

/// A builder may be kept, and finished more than once.
fn clone(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, lints) = (&endpoint.krate, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, states, .. } = names;
    let generics = generics(endpoint, names);
    let arguments = arguments(states);
    let fields = || endpoint.fields.iter().enumerate();
    let required =
        fields().filter(|(_, field)| endpoint.is_required(field)).zip(states).map(|((index, field), state)| {
            let (name, index) = (&field.name, Literal::usize_unsuffixed(index));
            quote!(#name: <#state as #krate::State>::copy(&self.#name, #optional::ACCESS.#index.copier()),)
        });
    let optionals = fields().filter(|(_, field)| !field.presence.is_required()).map(|(index, field)| {
        let (name, index) = (&field.name, Literal::usize_unsuffixed(index));
        quote!(#name: #optional::ACCESS.#index.copy(&self.#optional_member.#name),)
    });
    quote! {
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
    }
}

/// The builder's type parameters with their bounds: `<EntityId: State, Entity: State>`.
fn generics(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, states) = (&endpoint.krate, &names.states);
    if states.is_empty() { quote!() } else { quote!(<#(#states: #krate::State),*>) }
}
