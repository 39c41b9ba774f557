//! Names of generated items. They are free, and too unlike a user's name for rustc to suggest them.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Type;
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::model::Field;
use crate::syntax::map_tokens;
use crate::syntax::names::{camel, is_keyword, snake};

/// Names of the items that are generated for one endpoint.
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
    /// The trait of each field that depends on the entity, in their order.
    pub(crate) rules: Vec<Ident>,
    /// A type parameter for a value.
    pub(crate) value: Ident,
    /// A type parameter for an entity's id.
    pub(crate) id: Ident,
    /// The type parameter of the entity.
    pub(crate) entity_state: Option<Ident>,
    /// The place of each field in the table of access functions. Fields of one type share a place.
    access: Vec<usize>,
    /// The place of the entity's names in that table.
    pub(crate) identity: Literal,
    /// The builder's type parameters with their bounds: `<EntityId: State, Entity: State>`.
    pub(crate) generics: TokenStream,
    /// The builder's type parameters: `<EntityId, Entity>`.
    pub(crate) arguments: TokenStream,
}

impl Names {
    pub(crate) fn of(endpoint: &Checked) -> Self {
        let name = endpoint.name.unraw();
        let span = endpoint.name.span();
        // The type parameter of a field `self_` cannot be called `Self`.
        let mut taken = HashSet::from(["Self".to_owned()]);
        let mut kinds = Vec::new();
        let mut access = Vec::with_capacity(endpoint.fields.len());
        for field in &endpoint.fields {
            let mut text = String::new();
            collect(field.ty.to_token_stream(), &mut taken, &mut text);
            taken.insert(field.name.unraw().to_string());
            // `$crate` of two macros may be two crates.
            let kind = (!text.contains('$'))
                .then(|| (text, field.presence, field.keys.entity.is_some(), endpoint.is_file(field)));
            let known = kinds.iter().position(|known| kind.is_some() && *known == kind);
            access.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(kind);
            }
        }
        let identity = Literal::usize_unsuffixed(kinds.len());
        collect(endpoint.response.to_token_stream(), &mut taken, &mut String::new());
        for support in &endpoint.providers {
            collect(support.provider.to_token_stream(), &mut taken, &mut String::new());
        }
        taken.insert(name.to_string());
        let state = |field: &Field| format!("{}State", camel(&field.name.unraw().to_string()));
        let states: Vec<Ident> = endpoint.required().map(|field| fresh(&state(field), &mut taken)).collect();
        let mut with_states = endpoint.required().zip(&states);
        let entity_state = with_states.find(|(field, _)| field.keys.entity.is_some()).map(|(_, state)| state.clone());
        let krate = &endpoint.krate;
        let generics = if states.is_empty() { quote!() } else { quote!(<#(#states: #krate::State),*>) };
        let mut traits = HashSet::from(["Complete".to_owned(), "Supports".to_owned()]);
        let rules = endpoint
            .ruled()
            .map(|field| fresh(&format!("Allows{}", camel(&field.name.unraw().to_string())), &mut traits))
            .collect();
        Self {
            rules,
            access,
            identity,
            entity_state,
            generics,
            arguments: arguments(&states),
            builder: format_ident!("{name}Builder", span = span),
            optional: format_ident!("{name}BuilderOptional", span = Span::call_site()),
            module: format_ident!("{}_builder_traits", snake(&name.to_string()), span = Span::call_site()),
            optional_member: fresh("optional", &mut taken),
            common_member: fresh("common", &mut taken),
            states,
            value: fresh("SomeValue", &mut taken),
            id: fresh("SomeId", &mut taken),
        }
    }

    /// The place of each field in the table of access functions.
    pub(crate) fn places(&self) -> impl Iterator<Item = Literal> {
        self.access.iter().map(|place| Literal::usize_unsuffixed(*place))
    }

    /// The first field of each place, by its index.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = usize> {
        let mut next = 0;
        self.access.iter().enumerate().filter_map(move |(index, place)| {
            let is_first = *place == next;
            next += usize::from(is_first);
            is_first.then_some(index)
        })
    }
}

/// The module of an enum's markers, named after it.
pub(crate) fn marker_module(entity: &Ident) -> Ident {
    let name = snake(&entity.unraw().to_string());
    match name.as_str() {
        // These cannot be raw identifiers; and an enum in snake case has the name itself.
        "crate" | "self" | "super" => format_ident!("{name}_", span = Span::call_site()),
        _ if entity.unraw() == name.as_str() => format_ident!("{name}_", span = Span::call_site()),
        _ if is_keyword(&name) => Ident::new_raw(&name, Span::call_site()),
        _ => Ident::new(&name, Span::call_site()),
    }
}

/// The id of an entity in rules.
pub(crate) fn entity_id(entity: &Ident) -> Literal {
    Literal::u32_unsuffixed(truto_names::entity_id(&entity.unraw().to_string()))
}

/// Arguments for the builder's type parameters: `<EntityId, Entity>`.
pub(crate) fn arguments<T: ToTokens>(states: &[T]) -> TokenStream {
    if states.is_empty() { quote!() } else { quote!(<#(#states),*>) }
}

/// The same tokens, which rustc underlines at `span` in a message about them.
pub(crate) fn located(tokens: TokenStream, span: Span) -> TokenStream {
    map_tokens(tokens, &mut |mut token| {
        token.set_span(token.span().located_at(span));
        [token]
    })
}

/// The span of generated tokens that rustc underlines at `span`. `quote_spanned` with it is cheaper than `located`, which asks rustc
/// for each token.
pub(crate) fn generated_at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// The same name, at another span.
pub(crate) fn named_at(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// A local variable. Its hygiene keeps it apart from the user's names.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// A type parameter for a value, beside fields of these types.
pub(crate) fn parameter<'a>(types: impl Iterator<Item = &'a Type>) -> Ident {
    let mut taken = HashSet::new();
    types.for_each(|ty| collect(ty.to_token_stream(), &mut taken, &mut String::new()));
    fresh("SomeValue", &mut taken)
}

/// `wanted`, with as many underscores as make it free.
fn fresh(wanted: &str, taken: &mut HashSet<String>) -> Ident {
    let mut name = wanted.to_owned();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

/// Collects the names of a type, and its text.
fn collect(tokens: TokenStream, names: &mut HashSet<String>, text: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let name = ident.unraw().to_string();
                text.push_str(&name);
                text.push(' ');
                names.insert(name);
            }
            TokenTree::Group(group) => {
                text.push(match group.delimiter() {
                    Delimiter::Parenthesis => '(',
                    Delimiter::Brace => '{',
                    Delimiter::Bracket => '[',
                    Delimiter::None => ' ',
                });
                collect(group.stream(), names, text);
                text.push(')');
            }
            TokenTree::Punct(punct) => text.push(punct.as_char()),
            TokenTree::Literal(literal) => text.push_str(&literal.to_string()),
        }
    }
}
