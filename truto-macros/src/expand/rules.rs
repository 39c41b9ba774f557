//! The traits that rustc asks when a builder is not complete or an entity forbids a field. Their messages are what users
//! read, and their names are what rustc prints beside them, so both are plain.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Type, TypePath};

use crate::check::Checked;
use crate::expand::names::{Names, entity_id, local};
use crate::expand::{docs, lints};
use crate::model::Field;
use crate::syntax::ungrouped;

/// The module of the builder's traits, and their implementations.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    if names.states.is_empty() && endpoint.providers.is_empty() {
        return TokenStream::new();
    }
    let (vis, module) = (&endpoint.vis, &names.module);
    let (complete, complete_impl) = if names.states.is_empty() {
        (TokenStream::new(), TokenStream::new())
    } else {
        (complete_trait(endpoint, names), complete_impl(endpoint, names))
    };
    let (supports, supports_impls) = if endpoint.providers.is_empty() {
        <_>::default()
    } else {
        (supports_trait(endpoint), supports_impls(endpoint, names))
    };
    let known = known(endpoint, names);
    let ruled = || endpoint.ruled().zip(&names.rules);
    let traits = ruled().map(|(field, rule)| rule_trait(field, rule));
    let impls = ruled().map(|(field, rule)| rule_impls(endpoint, names, field, rule));
    let docs = format!("What a [`{0}`]({1}) has to be before it can be sent.", endpoint.name.unraw(), names.builder);
    let docs = docs.replace("](", "](super::");
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

fn complete_trait(endpoint: &Checked, names: &Names) -> TokenStream {
    let states = &names.states;
    let message = format!("`{}` is missing required fields", endpoint.name.unraw());
    let required = endpoint.required().zip(states);
    let label: Vec<String> = required.map(|(field, state)| format!("{}: {{{state}}}", field.name.unraw())).collect();
    let label = label.join(", ");
    quote! {
        /// Holds once every required field is given.
        #[diagnostic::on_unimplemented(
            message = #message,
            label = #label,
            note = "call the setter of every field that is `Missing`"
        )]
        pub trait Complete<#(#states),*> {
            /// The request with its common parameters.
            type Call;

            /// Ends the builder.
            fn call(self) -> Self::Call;
        }
    }
}

fn complete_impl(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name) = (&endpoint.krate, &endpoint.name);
    let Names { builder, module, optional_member, common_member, .. } = names;
    let required: Vec<(&Field, &Ident)> = endpoint.required().zip(&names.states).collect();
    // What the entity is does not matter here: the setter has turned it into a value.
    let choice = required.iter().find(|(field, _)| field.keys.entity.is_some()).map(|(_, state)| quote!(<#state>));
    let states: Vec<TokenStream> = required
        .iter()
        .map(|(field, state)| {
            if field.keys.entity.is_some() {
                quote!(#krate::builder::Given<#state>)
            } else {
                quote!(#krate::builder::Given)
            }
        })
        .collect();
    let members = endpoint.fields.iter().map(|field| {
        let name = &field.name;
        if field.is_required() { quote!(#name: self.#name) } else { quote!(#name: self.#optional_member.#name) }
    });
    let lints = lints(endpoint);
    let call = if endpoint.is_hollow() {
        quote!(loop {})
    } else {
        quote!(#krate::Call::with_common(#name { #(#members,)* }, self.#common_member))
    };
    quote! {
        #[diagnostic::do_not_recommend]
        #[automatically_derived]
        #lints
        impl #choice #module::Complete<#(#states),*> for #builder<#(#states),*> {
            type Call = #krate::Call<#name>;

            fn call(self) -> Self::Call {
                #call
            }
        }
    }
}

fn rule_trait(field: &Field, rule: &Ident) -> TokenStream {
    let (name, allowed) = (field.name.unraw(), docs::allowed(field).unwrap_or_default());
    let summary = format!("An entity that `{name}` is allowed for: {allowed}.");
    let message = format!("`{name}` is not allowed when the entity is `{{Entity}}`");
    let note = format!("`{name}` is allowed only for {allowed}");
    quote! {
        #[doc = #summary]
        #[diagnostic::on_unimplemented(message = #message, label = "not allowed for this entity", note = #note)]
        pub trait #rule<Entity> {}
    }
}

fn rule_impls(endpoint: &Checked, names: &Names, field: &Field, rule: &Ident) -> TokenStream {
    let (krate, module, parameter) = (&endpoint.krate, &names.module, &names.value);
    let ids = ids(endpoint, names, field.only_for().unwrap_or_default());
    quote! {
        // What is not known here is checked at run time.
        #[diagnostic::do_not_recommend]
        impl<#parameter> #module::#rule<#parameter> for #krate::entity::AnyEntity {}

        #(
            #[diagnostic::do_not_recommend]
            impl<#parameter> #module::#rule<#parameter> for #ids {}
        )*
    }
}

/// What the rules are about, looked up once: that the entities which they name are there, and the names of the providers.
///
/// Bounds and implementations read these constants. Where one of them is wrong, rustc has said so on the user's token, and
/// says nothing more of what depends on it.
fn known(endpoint: &Checked, names: &Names) -> Option<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let entities = entities(endpoint);
    let providers = (!endpoint.providers.is_empty()).then(|| {
        let texts = endpoint.providers.iter().map(|_| quote!(&'static ::core::primitive::str,));
        let providers = endpoint.providers.iter().map(|support| &support.provider);
        quote! {
            const PROVIDERS: (#(#texts)*) = (#(<#providers as #krate::provider::Provider>::NAME,)*);
            const IS_LISTED: ::core::primitive::bool = { let _ = Self::PROVIDERS; true };
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

/// A function of the numbers of entities, which has a body only where the entities are there; rustc knows what a slip in
/// their names means.
fn entities(endpoint: &Checked) -> Option<TokenStream> {
    let ty = ungrouped(&endpoint.entity()?.ty);
    let ruled = endpoint.fields.iter().filter_map(Field::only_for).flatten();
    let supported = endpoint.providers.iter().filter_map(|support| support.entities.as_ref()).flatten();
    let named: Vec<&Ident> = ruled.chain(supported).collect();
    if named.is_empty() {
        return None;
    }
    let (entity, id) = (local("entity"), local("id"));
    let body = match ty {
        // A pattern fits a variant that holds data, which is a mistake of the enum's alone.
        Type::Path(TypePath { qself: None, path, .. })
            if path.segments.iter().all(|segment| segment.arguments.is_none()) =>
        {
            quote!(if let #(#path::#named { .. })|* = #entity {})
        }
        _ => quote!({ #(let _ = <#ty>::#named;)* let _ = #entity; }),
    };
    Some(quote! {
        #[allow(irrefutable_let_patterns, unreachable_patterns)]
        const fn entity(#id: ::core::primitive::usize) -> ::core::primitive::usize {
            let _: fn(&#ty) = |#entity| #body;
            #id
        }
    })
}

/// The types of entities that a rule allows. The first one depends on the entities being there.
fn ids(endpoint: &Checked, names: &Names, entities: &[Ident]) -> Vec<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let ids = entities.iter().map(entity_id).enumerate();
    ids.map(|(index, id)| match index {
        0 => quote!(#krate::entity::EntityId<{ #optional::entity(#id) }>),
        _ => quote!(#krate::entity::EntityId<#id>),
    })
    .collect()
}

/// The trait that holds for the providers of accounts that the endpoint can be sent with.
fn supports_trait(endpoint: &Checked) -> TokenStream {
    let name = endpoint.name.unraw();
    let supported = docs::supported(endpoint);
    let note = format!("`{name}` is supported by {supported}");
    let summary = format!("A provider that supports the request: {supported}.");
    let (message, parameters) = if endpoint.entity().is_some() {
        ("`{Self}` does not support the entity `{Entity}`".to_owned(), quote!(Id, Entity,))
    } else {
        (format!("`{{Self}}` does not support `{name}`"), quote!())
    };
    quote! {
        #[doc = #summary]
        #[diagnostic::on_unimplemented(message = #message, label = "not supported by this account's provider", note = #note)]
        pub trait Supports<#parameters const IS_LISTED: ::core::primitive::bool = true> {}
    }
}

fn supports_impls(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let Names { module, value: parameter, id, .. } = names;
    if endpoint.entity().is_none() {
        let providers = endpoint.providers.iter().map(|support| &support.provider);
        return quote! {
            // The server knows what the compiler does not.
            #[diagnostic::do_not_recommend]
            impl #module::Supports for #krate::provider::Any {}
            #(
                #[diagnostic::do_not_recommend]
                impl #module::Supports for #providers {}
            )*
        };
    }
    let impls = endpoint.providers.iter().map(|support| {
        let provider = &support.provider;
        match &support.entities {
            None => quote! {
                #[diagnostic::do_not_recommend]
                impl<#id, #parameter> #module::Supports<#id, #parameter> for #provider {}
            },
            Some(entities) => {
                let ids = ids(endpoint, names, entities);
                quote! {
                    // What is not known here is checked at run time.
                    #[diagnostic::do_not_recommend]
                    impl<#parameter> #module::Supports<#krate::entity::AnyEntity, #parameter> for #provider {}

                    #(
                        #[diagnostic::do_not_recommend]
                        impl<#parameter> #module::Supports<#ids, #parameter> for #provider {}
                    )*
                }
            }
        }
    });
    quote! {
        // The server knows what the compiler does not.
        #[diagnostic::do_not_recommend]
        impl<#id, #parameter> #module::Supports<#id, #parameter> for #krate::provider::Any {}

        #(#impls)*
    }
}
