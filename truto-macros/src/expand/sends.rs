//! What ends a builder: `build`, `call`, `send`, and the two streams of a list.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::answer;
use crate::expand::names::{Names, local};
use crate::grammar::Method;

/// All of them.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &endpoint.name);
    let module = &names.module;
    let is_complete = is_complete(endpoint, names);
    let call =
        if names.states.is_empty() { call_of_optional(endpoint, names) } else { quote!(#module::Complete::call(self)) };
    let build = build(endpoint, names, &is_complete);
    let response = answer::of_call(endpoint);
    let account = local("account");
    let parameter = account_parameter(endpoint, names, &account);
    let can_be_sent = match entity_state(endpoint, names).filter(|_| !endpoint.providers.is_empty()) {
        Some(state) => quote!(#is_complete, #state: #krate::entity::EntityInfo),
        None => is_complete.clone(),
    };
    let mut sends = quote! {
        /// Sends the request; the answer is the unified record.
        ///
        /// Until it is polled, the future takes another format of the answer and the options of the call.
        #vis fn send(self, #parameter) -> #krate::Sending<#response> #can_be_sent {
            #krate::Call::send(&self.call(), #account)
        }
    };
    let item = answer::declared(endpoint);
    let lists = [
        ("pages", "The pages of the list, one after the other.", quote!(Pages)),
        ("items", "The items of the list, over all its pages.", quote!(Items)),
    ];
    for (method, docs, stream) in lists.into_iter().filter(|_| endpoint.paginated.is_some()) {
        let method = Ident::new(method, Span::call_site());
        sends.extend(quote! {
            #[doc = #docs]
            #vis fn #method(self, #parameter) -> #krate::paging::#stream<#item> #can_be_sent {
                #krate::Call::#method(&self.call(), #account)
            }
        });
    }
    quote! {
        #build

        /// The request with its common parameters.
        #vis fn call(self) -> #krate::Call<#name> #is_complete {
            #call
        }

        #sends
    }
}

/// For a `GET` of many that does not say `paginated`: the methods that it would have, under a bound that does not hold. They
/// cannot be called and no page shows them; whoever tries reads what `PagesOf` says.
pub(crate) fn unpaginated(endpoint: &Checked) -> Option<(TokenStream, TokenStream)> {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &endpoint.name);
    let answers_one = endpoint.template.as_ref().is_none_or(|template| template.text.ends_with('}'));
    if endpoint.method != Method::Get || endpoint.paginated.is_some() || answers_one {
        return None;
    }
    let is_free = |method: &&str| endpoint.fields.iter().all(|field| field.name.unraw() != method);
    let methods = ["pages", "items", "limit", "next_cursor", "key_by", "ignore_limit"]
        .into_iter()
        .filter(is_free)
        .map(|method| Ident::new(method, Span::call_site()));
    // Of a lifetime, so that rustc leaves the bound to whoever calls.
    Some((quote!(where for<'never> Self: #krate::builder::PagesOf<#name>), quote!(#(#vis fn #methods(self) {})*)))
}

/// The type parameter of the entity's state.
fn entity_state<'a>(endpoint: &Checked, names: &'a Names) -> Option<&'a Ident> {
    endpoint.required().zip(&names.states).find(|(field, _)| field.keys.entity.is_some()).map(|(_, state)| state)
}

/// The account that a call is sent to, of a provider that supports it.
///
/// The constant is there for rustc, which says nothing more of a call once it has said that a listed provider does not exist.
/// A reader of the documentation is not shown it.
fn account_parameter(endpoint: &Checked, names: &Names, account: &Ident) -> TokenStream {
    let (krate, module, optional) = (&endpoint.krate, &names.module, &names.optional);
    if endpoint.providers.is_empty() {
        return quote!(#account: &#krate::Account<impl ::core::marker::Sized>);
    }
    let entity = entity_state(endpoint, names).map(|state| quote!(#state::Id, #state::Choice,));
    quote! {
        #[cfg(not(doc))] #account: &#krate::Account<impl #module::Supports<#entity { #optional::IS_LISTED }>>,
        #[cfg(doc)] #account: &#krate::Account<impl #module::Supports<#entity>>
    }
}

/// The bound that every required field is given.
fn is_complete(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name) = (&endpoint.krate, &endpoint.name);
    let Names { module, states, .. } = names;
    if states.is_empty() {
        return quote!();
    }
    quote!(where Self: #module::Complete<#(#states,)* Call = #krate::Call<#name>>)
}

fn build(endpoint: &Checked, names: &Names, is_complete: &TokenStream) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &endpoint.name);
    let docs = format!("The request as a [`{}`], without its common parameters: those stay with `call`.", name.unraw());
    match entity_state(endpoint, names) {
        Some(state) => quote! {
            #[doc = #docs]
            ///
            /// A `Result` when the entity is known only at run time: the rules are checked now.
            #[must_use]
            #vis fn build(self) -> #state::Built<#name> #is_complete, #state: #krate::entity::EntityInfo {
                <#state as #krate::entity::EntityInfo>::built(
                    #krate::Call::into_request(self.call()),
                    <#name as #krate::Endpoint>::check,
                )
            }
        },
        None => quote! {
            #[doc = #docs]
            #[must_use]
            #vis fn build(self) -> #name #is_complete {
                #krate::Call::into_request(self.call())
            }
        },
    }
}

/// The call of an endpoint without required fields.
fn call_of_optional(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, name) = (&endpoint.krate, &endpoint.name);
    let Names { optional_member, common_member, .. } = names;
    if endpoint.is_hollow() {
        return quote!(loop {});
    }
    let members = endpoint.fields.iter().map(|field| {
        let name = &field.name;
        quote!(#name: self.#optional_member.#name)
    });
    quote!(#krate::Call::with_common(#name { #(#members,)* }, self.#common_member))
}
