//! Names of what is generated, none of which is a name of the user's.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::names::{camel, snake};

/// Names of what is generated for one endpoint.
pub(crate) struct Names {
    pub(crate) builder: Ident,
    /// The struct that holds the builder's optional fields.
    pub(crate) optional: Ident,
    /// The module of the builder's traits.
    pub(crate) module: Ident,
    /// The builder's member with the optional fields.
    pub(crate) optional_member: Ident,
    /// The builder's member with the common parameters.
    pub(crate) common_member: Ident,
    /// The type parameter of each required field, in their order.
    pub(crate) states: Vec<Ident>,
    /// A type parameter for a value.
    pub(crate) value: Ident,
}

impl Names {
    pub(crate) fn of(endpoint: &Checked) -> Self {
        let name = endpoint.name.unraw();
        let span = endpoint.name.span();
        let mut taken = HashSet::new();
        for field in &endpoint.fields {
            collect(field.ty.to_token_stream(), &mut taken);
            taken.insert(field.name.unraw().to_string());
        }
        collect(endpoint.response.to_token_stream(), &mut taken);
        taken.insert(name.to_string());
        let states =
            endpoint.required().map(|field| fresh(&camel(&field.name.unraw().to_string()), &mut taken)).collect();
        Self {
            builder: format_ident!("{name}Builder", span = span),
            optional: format_ident!("{name}Optional", span = Span::call_site()),
            module: format_ident!("{}_builder", snake(&name.to_string()), span = Span::call_site()),
            optional_member: fresh("optional", &mut taken),
            common_member: fresh("common", &mut taken),
            states,
            value: fresh("Value", &mut taken),
        }
    }
}

/// The trait that says for which entities this field is allowed.
pub(crate) fn rule_trait(field: &Ident) -> Ident {
    format_ident!("Allows{}", camel(&field.unraw().to_string()), span = Span::call_site())
}

/// Arguments for the builder's type parameters: `<EntityId, Entity>`.
pub(crate) fn arguments<T: ToTokens>(states: &[T]) -> TokenStream {
    if states.is_empty() { quote!() } else { quote!(<#(#states),*>) }
}

/// A local variable, which no name of the user's can be mistaken for.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// `wanted`, or the next best name that is not taken.
fn fresh(wanted: &str, taken: &mut HashSet<String>) -> Ident {
    let mut name = wanted.to_owned();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

fn collect(tokens: TokenStream, into: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                into.insert(ident.to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), into),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
