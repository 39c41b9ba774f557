//! The methods that end a builder: `build`, `call`, `send`, and `pages` and `items` of a list.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::names::{Names, local};
use crate::expand::{declared_response, lints, response};
use crate::grammar::{Method, Scope};

/// Documentation of `send`, as one attribute. Only a unified endpoint answers in several formats.
fn about_send(scope: Scope) -> &'static str {
    match scope {
        Scope::Account => {
            " Sends the request. The response is the unified record.\n\n \
             Before it is awaited, the future takes another response format and the options of the call."
        }
        Scope::Client => " Sends the request.\n\n Before it is awaited, the future takes the options of the call.",
    }
}

/// All of them.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, name, module) = (&endpoint.krate, &endpoint.vis, &endpoint.name, &names.module);
    let states = &names.states;
    // Only a builder with required fields has a trait that asks whether they are given.
    let (is_complete, call) = if states.is_empty() {
        (TokenStream::new(), assembled(endpoint, names))
    } else {
        let is_complete = quote!(where Self: #module::Complete<#(#states,)* Call = #krate::Call<#name>>);
        (is_complete, quote!(#module::Complete::call(self)))
    };
    let build = build(endpoint, names, &is_complete);
    let (response, item) = (response(endpoint), declared_response(endpoint));
    let (handle, parameter) = handle(endpoint, names);
    let about_send = about_send(endpoint.scope);
    let can_be_sent = match &names.entity_state {
        Some(state) if !endpoint.providers.is_empty() => quote!(#is_complete, #state: #krate::EntityInfo),
        _ => is_complete.clone(),
    };
    let streams = endpoint.paginated.map(|_| {
        quote! {
            /// The pages of the list, in order.
            #vis fn pages(self, #parameter) -> #krate::Pages<#item> #can_be_sent {
                #krate::Call::pages(&self.call(), #handle)
            }

            /// The items of the list, from all its pages.
            #vis fn items(self, #parameter) -> #krate::Items<#item> #can_be_sent {
                #krate::Call::items(&self.call(), #handle)
            }
        }
    });
    quote! {
        #build

        /// The request with its common parameters.
        #vis fn call(self) -> #krate::Call<#name> #is_complete {
            #call
        }

        #[doc = #about_send]
        #vis fn send(self, #parameter) -> #krate::Sending<#response> #can_be_sent {
            #krate::Call::send(&self.call(), #handle)
        }

        #streams
    }
}

/// Stub `pages` and `items` that never compile, to point at the missing `paginated`: the trait `PagesOf` holds the message.
pub(crate) fn unpaginated(endpoint: &Checked, names: &Names) -> Option<TokenStream> {
    let (krate, vis, name, lints) = (&endpoint.krate, &endpoint.vis, &endpoint.name, lints(endpoint));
    let Names { builder, generics, arguments, .. } = names;
    let answers_one = endpoint.template.as_ref().is_none_or(|template| template.text.ends_with('}'));
    if endpoint.method != Method::Get || endpoint.paginated.is_some() || answers_one {
        return None;
    }
    let is_free = |method: &&str| endpoint.fields.iter().all(|field| field.name.unraw() != method);
    let methods = ["pages", "items", "limit", "next_cursor", "key_by", "ignore_limit"]
        .into_iter()
        .filter(is_free)
        .map(|method| Ident::new(method, Span::call_site()));
    Some(quote! {
        #[doc(hidden)]
        #lints
        #[allow(dead_code, non_snake_case)]
        // The lifetime keeps rustc from checking the bound here, where nobody calls the methods.
        impl #generics #builder #arguments where for<'never> Self: #krate::PagesOf<#name> {
            #(#vis fn #methods(self) {})*
        }
    })
}

/// What a call is sent to, as an argument and as a parameter: the client, or an account of a provider that supports the call.
///
/// The constant is there for rustc, which says nothing more of a call once it has said that a listed provider does not exist.
/// A reader of the documentation is not shown it.
fn handle(endpoint: &Checked, names: &Names) -> (Ident, TokenStream) {
    let (krate, module, optional) = (&endpoint.krate, &names.module, &names.optional);
    let handle = local(endpoint.scope.as_str());
    let parameter = match endpoint.scope {
        Scope::Client => quote!(#handle: &impl #krate::ClientHandle),
        Scope::Account if endpoint.providers.is_empty() => quote!(#handle: &impl #krate::AccountHandle),
        Scope::Account => {
            let entity = names.entity_state.as_ref().map(|state| quote!(#state::Id, #state::Choice,));
            let listed = quote!(#module::Supports<#entity { #optional::IS_LISTED }>);
            quote! {
                #[cfg(not(doc))] #handle: &impl #krate::AccountHandle<Provider: #listed>,
                #[cfg(doc)] #handle: &impl #krate::AccountHandle<Provider: #module::Supports<#entity>>
            }
        }
    };
    (handle, parameter)
}

fn build(endpoint: &Checked, names: &Names, is_complete: &TokenStream) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &endpoint.name);
    let docs =
        format!(" The request as a [`{}`], without its common parameters: these stay with `call`.", name.unraw());
    match &names.entity_state {
        Some(state) => {
            let docs = docs
                + "\n\n Returns a `Result` if the entity is known only at run time: then the rules are checked here.";
            quote! {
                #[doc = #docs]
                #[must_use]
                #vis fn build(self) -> #state::Built<#name> #is_complete, #state: #krate::EntityInfo {
                    <#state as #krate::EntityInfo>::built(
                        #krate::Call::into_request(self.call()),
                        <#name as #krate::Endpoint>::check,
                    )
                }
            }
        }
        None => quote! {
            #[doc = #docs]
            #[must_use]
            #vis fn build(self) -> #name #is_complete {
                #krate::Call::into_request(self.call())
            }
        },
    }
}

/// The call made of the members of a builder, all of which are given.
pub(crate) fn assembled(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name) = (&endpoint.krate, &endpoint.name);
    let Names { optional_member, common_member, .. } = names;
    if endpoint.is_hollow() {
        return quote!(loop {});
    }
    let members = endpoint.fields.iter().map(|field| {
        let name = &field.name;
        if endpoint.is_required(field) { quote!(#name: self.#name) } else { quote!(#name: self.#optional_member.#name) }
    });
    quote!(#krate::Call::with_common(#name { #(#members,)* }, self.#common_member))
}
