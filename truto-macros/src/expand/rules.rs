//! The traits of a builder's bounds: every required field is given, the entity allows the field, the provider supports the
//! request. rustc prints their messages and names, so both are written for users.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Type, TypePath};

use crate::check::Checked;
use crate::expand::names::{Names, entity_id, local};
use crate::expand::{docs, lints, sends};
use crate::model::Field;
use crate::syntax::ungrouped;

/// The module of the builder's traits, and their implementations.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    if names.states.is_empty() && endpoint.providers.is_empty() {
        return TokenStream::new();
    }
    let (vis, module) = (&endpoint.vis, &names.module);
    let (complete, complete_impl) = (!names.states.is_empty()).then(|| complete(endpoint, names)).unzip();
    let (supports, supports_impls) = (!endpoint.providers.is_empty()).then(|| supports(endpoint, names)).unzip();
    let known = known(endpoint, names);
    let ruled = endpoint.ruled().zip(&names.rules);
    let (traits, impls): (Vec<_>, Vec<_>) = ruled.map(|(field, name)| rule(endpoint, names, field, name)).unzip();
    let docs = format!(" Conditions for sending a [`{}`](super::{}).", endpoint.name.unraw(), names.builder);
    quote! {
        #[doc = #docs]
        #vis mod #module {
            #complete
            #(#traits)*
            #supports
        }

        #known

        #complete_impl
        #(#impls)*
        #supports_impls
    }
}

/// The trait that says that every required field is given, and its implementation.
fn complete(endpoint: &Checked, names: &Names) -> (TokenStream, TokenStream) {
    let (krate, name, lints, call) =
        (&endpoint.krate, &endpoint.name, lints(endpoint), sends::assembled(endpoint, names));
    let Names { builder, module, entity_state, states, .. } = names;
    let message = format!("`{}` is missing required fields", name.unraw());
    let required = endpoint.required().zip(states);
    let label: Vec<String> = required.map(|(field, state)| format!("{}: {{{state}}}", field.name.unraw())).collect();
    let label = label.join(", ");
    let complete = quote! {
        /// Implemented if every required field is given.
        #[diagnostic::on_unimplemented(
            message = #message,
            label = #label,
            note = "call the setter of every field that is `Missing`"
        )]
        pub trait Complete<#(#states),*> {
            /// The request with its common parameters.
            type Call;

            /// Finishes the builder.
            fn call(self) -> Self::Call;
        }
    };
    // Any entity: its setter turned it into a value.
    let choice = entity_state.as_ref().map(|state| quote!(<#state>));
    let given = states.iter().map(|state| {
        let choice = choice.as_ref().filter(|_| entity_state.as_ref() == Some(state));
        quote!(#krate::Given #choice)
    });
    let given: Vec<TokenStream> = given.collect();
    let complete_impl = quote! {
        #[diagnostic::do_not_recommend]
        #[automatically_derived]
        #lints
        impl #choice #module::Complete<#(#given),*> for #builder<#(#given),*> {
            type Call = #krate::Call<#name>;

            fn call(self) -> Self::Call {
                #call
            }
        }
    };
    (complete, complete_impl)
}

/// The trait of the entities that allow a field, and its implementations.
fn rule(endpoint: &Checked, names: &Names, field: &Field, rule: &Ident) -> (TokenStream, TokenStream) {
    let (module, parameter) = (&names.module, &names.value);
    let entities = field.only_for().unwrap_or_default();
    let (name, allowed, ids) = (field.name.unraw(), docs::listed(entities), ids(endpoint, names, entities));
    let summary = format!(" Implemented for the entities that allow `{name}`: {allowed}.");
    let message = format!("`{name}` is not allowed when the entity is `{{Entity}}`");
    let note = format!("`{name}` is allowed only for {allowed}");
    let declared = quote! {
        #[doc = #summary]
        #[diagnostic::on_unimplemented(message = #message, label = "not allowed for this entity", note = #note)]
        pub trait #rule<Entity> {}
    };
    let impls = quote! {
        #(
            #[diagnostic::do_not_recommend]
            impl<#parameter> #module::#rule<#parameter> for #ids {}
        )*
    };
    (declared, impls)
}

/// The entities and providers that the rules name, each looked up once.
///
/// Bounds and implementations read these constants. If one is wrong, rustc reports it once, on the user's token, and reports
/// nothing that depends on it.
fn known(endpoint: &Checked, names: &Names) -> Option<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let entities = entities(endpoint);
    let providers = (!endpoint.providers.is_empty()).then(|| {
        let texts = endpoint.providers.iter().map(|_| quote!(&'static #krate::str,));
        let providers = endpoint.providers.iter().map(|support| &support.provider);
        quote! {
            const PROVIDERS: (#(#texts)*) = (#(<#providers as #krate::Provider>::NAME,)*);
            const IS_LISTED: #krate::bool = { let _ = Self::PROVIDERS; true };
        }
    });
    let lints = lints(endpoint);
    (entities.is_some() || providers.is_some()).then(|| {
        quote! {
            #lints
            impl #optional { #entities #providers }
        }
    })
}

/// A function that returns an entity's id, and compiles only if every named entity exists. rustc suggests the variant that a
/// slip means.
fn entities(endpoint: &Checked) -> Option<TokenStream> {
    let krate = &endpoint.krate;
    let ty = ungrouped(&endpoint.entity()?.ty);
    let ruled = endpoint.fields.iter().filter_map(Field::only_for).flatten();
    let supported = endpoint.providers.iter().filter_map(|support| support.entities.as_ref()).flatten();
    let named: Vec<&Ident> = ruled.chain(supported).collect();
    if named.is_empty() {
        return None;
    }
    let (entity, id) = (local("entity"), local("id"));
    let body = match ty {
        // A pattern also fits a variant that holds data, which is reported on the enum.
        Type::Path(TypePath { qself: None, path, .. })
            if path.segments.iter().all(|segment| segment.arguments.is_none()) =>
        {
            quote!(if let #(#path::#named { .. })|* = #entity {})
        }
        _ => quote!({ #(let _ = <#ty>::#named;)* let _ = #entity; }),
    };
    Some(quote! {
        #[allow(irrefutable_let_patterns, unreachable_patterns)]
        const fn entity(#id: #krate::usize) -> #krate::usize {
            let _: fn(&#ty) = |#entity| #body;
            #id
        }
    })
}

/// The types of the entities that a rule allows: an entity that is known only at run time, and is checked then; and those that
/// the rule names. The first of these reads the function that checks their names.
fn ids(endpoint: &Checked, names: &Names, entities: &[Ident]) -> Vec<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let allowed = entities.iter().map(entity_id).enumerate().map(|(index, id)| match index {
        0 => quote!(#krate::EntityId<{ #optional::entity(#id) }>),
        _ => quote!(#krate::EntityId<#id>),
    });
    [quote!(#krate::AnyEntity)].into_iter().chain(allowed).collect()
}

/// The trait of the providers that support the endpoint, and its implementations.
fn supports(endpoint: &Checked, names: &Names) -> (TokenStream, TokenStream) {
    let (krate, name, supported) = (&endpoint.krate, endpoint.name.unraw(), docs::supported(endpoint));
    let Names { module, value: parameter, id, .. } = names;
    let note = format!("`{name}` is supported by {supported}");
    let summary = format!(" Implemented for the providers that support the request: {supported}.");
    let (message, parameters) = if endpoint.entity().is_some() {
        ("`{Self}` does not support the entity `{Entity}`".to_owned(), quote!(Id, Entity,))
    } else {
        (format!("`{{Self}}` does not support `{name}`"), quote!())
    };
    let supports = quote! {
        #[doc = #summary]
        #[diagnostic::on_unimplemented(message = #message, label = "not supported by this account's provider", note = #note)]
        pub trait Supports<#parameters const IS_LISTED: ::core::primitive::bool = true> {}
    };
    let parameters = endpoint.entity().map(|_| quote!(<#id, #parameter>));
    let impls = endpoint.providers.iter().map(|support| {
        let provider = &support.provider;
        let Some(entities) = &support.entities else {
            return quote! {
                #[diagnostic::do_not_recommend]
                impl #parameters #module::Supports #parameters for #provider {}
            };
        };
        let ids = ids(endpoint, names, entities);
        quote! {
            #(
                #[diagnostic::do_not_recommend]
                impl<#parameter> #module::Supports<#ids, #parameter> for #provider {}
            )*
        }
    });
    let supports_impls = quote! {
        // An account without a provider type: the server checks the provider.
        #[diagnostic::do_not_recommend]
        impl #parameters #module::Supports #parameters for #krate::Any {}

        #(#impls)*
    };
    (supports, supports_impls)
}
