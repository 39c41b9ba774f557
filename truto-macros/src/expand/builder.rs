//! The builder: a struct whose type parameters say which required fields are given.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::names::{Names, local};
use crate::expand::{codec, docs, lints, sends, setters};
use crate::model::Presence;

/// The builder with all its methods.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, lints) = (&endpoint.krate, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, states, generics, arguments, .. } = names;
    let access = local("access");
    let bound = endpoint.fields.first().map(|_| codec::bound(names));
    let (start, structs) = (start(endpoint, names), structs(endpoint, names));
    let with_access = || endpoint.fields.iter().zip(names.places());
    let required = with_access().filter(|(field, _)| endpoint.is_required(field));
    let required = required.zip(states).map(|((field, slot), state)| {
        let name = &field.name;
        quote!(#name: <#state as #krate::State>::copy(&self.#name, #access.#slot.copier()),)
    });
    let optionals = with_access().filter(|(field, _)| field.presence != Presence::Required).map(|(field, slot)| {
        let name = &field.name;
        quote!(#name: #access.#slot.copy(&self.#optional_member.#name),)
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
        impl #generics #krate::Clone for #builder #arguments {
            fn clone(&self) -> Self {
                #bound
                #builder {
                    #(#required)*
                    #optional_member: #optional { #(#optionals)* },
                    #common_member: #krate::Clone::clone(&self.#common_member),
                }
            }
        }

        #[automatically_derived]
        #lints
        impl #generics #krate::Debug for #builder #arguments {
            fn fmt(&self, #formatter: &mut #krate::Formatter<'_>) -> #krate::FmtResult {
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
    let (krate, vis, name, lints) = (&endpoint.krate, &endpoint.vis, &endpoint.name, lints(endpoint));
    let Names { builder, optional, optional_member, common_member, .. } = names;
    let docs = format!(" Starts a [`{}`].", name.unraw());
    let required = endpoint.required().map(|field| &field.name);
    let optionals = endpoint.fields.iter().zip(names.places()).filter_map(|(field, slot)| {
        let name = &field.name;
        match field.presence {
            Presence::Required => None,
            Presence::Defaulted => Some(quote!(#name: #optional::ACCESS.#slot.unset())),
            // A constant is cheaper to compile than `Default::default()`, whose type is inferred.
            Presence::Optional => Some(quote!(#name: #krate::None)),
            Presence::List => Some(quote!(#name: #krate::Vec::new())),
            Presence::Patch => Some(quote!(#name: #krate::Patch::Leave)),
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
                    #common_member: #krate::Default::default(),
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
    let parameters = (!states.is_empty()).then(|| quote!(<#(#states: #krate::State = #krate::Missing),*>));
    let required = states.iter().zip(endpoint.required()).map(|(state, field)| {
        let (name, ty) = (&field.name, &field.ty);
        quote!(#name: <#state as #krate::State>::Of<#ty>)
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
            #common_member: #krate::Common,
        }

        #lints
        #[allow(non_snake_case)]
        struct #optional { #(#optionals,)* }
    }
}
