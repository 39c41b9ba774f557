//! An enum of entities: its wire names, its markers, and the traits that let `.entity(…)` take either.

mod traits;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{ConstParam, GenericParam, TypeParam};

use crate::expand::names::marker_module;
use crate::model::{Entity, Variant};

/// Everything that the derive generates.
pub(crate) fn expand(entity: &Entity) -> TokenStream {
    let module = marker_module(&entity.name);
    let markers = markers(entity, &module);
    let heads = Heads::of(entity);
    let (names, traits) = (names(entity, &heads), traits::expand(entity, &heads));
    let choices = entity.variants.iter().map(|variant| choice(entity, &heads, variant, &module));
    let import = entity.krate.import();
    quote!(#import #markers #names #traits #(#choices)*)
}

/// The generics in the head of an `impl`.
struct Heads {
    /// `<T: 'static>`
    generics: TokenStream,
    /// `<'de, T: 'static>`
    with_lifetime: TokenStream,
    /// `CrmEntity<T>`
    ty: TokenStream,
}

impl Heads {
    fn of(entity: &Entity) -> Self {
        let name = &entity.name;
        let (mut parameters, mut arguments) = (Vec::new(), Vec::new());
        for parameter in &entity.generics.params {
            match parameter {
                // rustc reports this name, and an `impl` cannot repeat it.
                GenericParam::Type(TypeParam { ident, .. }) if ident == "_" => {}
                GenericParam::Type(TypeParam { ident, bounds, .. }) => {
                    parameters.push(quote!(#ident: 'static + #bounds));
                    arguments.push(ident.to_token_stream());
                }
                GenericParam::Const(ConstParam { ident, ty, .. }) => {
                    parameters.push(quote!(const #ident: #ty));
                    arguments.push(ident.to_token_stream());
                }
                GenericParam::Lifetime(_) => arguments.push(quote!('static)),
            }
        }
        let [generics, arguments] =
            [&parameters, &arguments].map(|list| if list.is_empty() { quote!() } else { quote!(<#(#list),*>) });
        Self { generics, with_lifetime: quote!(<'de, #(#parameters),*>), ty: quote!(#name #arguments) }
    }
}

/// The body of a function. Empty if the item is not an enum of entities: the function is then there for its callers only.
fn body(entity: &Entity, tokens: TokenStream) -> TokenStream {
    if entity.is_hollow { quote!(loop {}) } else { tokens }
}

fn markers(entity: &Entity, module: &Ident) -> TokenStream {
    let Entity { vis, lints, .. } = entity;
    let docs = format!(" The entities of `{}` as types, so that the compiler can check rules.", entity.name.unraw());
    let markers = entity.variants.iter().map(|Variant { docs, name, .. }| {
        // A link of the user's resolves beside the enum, and not in this module.
        let has_links = docs.iter().any(|doc| doc.meta.to_token_stream().to_string().contains('['));
        let own = (docs.is_empty() || has_links).then(|| {
            let text = format!(" `{}`.", name.unraw());
            quote!(#[doc = #text])
        });
        let docs = if has_links { &[] } else { docs.as_slice() };
        quote! {
            #own
            #(#docs)*
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
            pub struct #name;
        }
    });
    quote! {
        #[doc = #docs]
        #lints
        #vis mod #module {
            #(#markers)*
        }
    }
}

/// `UnifiedEntity`: the names of the entities.
fn names(entity: &Entity, heads: &Heads) -> TokenStream {
    let Entity { krate, lints, variants, .. } = entity;
    let Heads { generics, ty, .. } = heads;
    let idents: Vec<&Ident> = variants.iter().map(|variant| &variant.name).collect();
    let texts = idents.iter().map(|ident| ident.unraw().to_string());
    let wires: Vec<&str> = variants.iter().map(|variant| variant.wire.as_str()).collect();
    let ids: Vec<Literal> = variants.iter().map(|variant| Literal::u32_unsuffixed(variant.id())).collect();
    let id = body(entity, quote!(match self { #(Self::#idents => #ids,)* }));
    let as_str = body(entity, quote!(#krate::UnifiedEntity::wire_name(*self)));
    let from_wire_name = body(
        entity,
        quote! {
            match name {
                #(#wires => #krate::Some(Self::#idents),)*
                _ => #krate::None,
            }
        },
    );
    quote! {
        #[automatically_derived]
        #lints
        #[diagnostic::do_not_recommend]
        impl #generics #krate::UnifiedEntity for #ty {
            const NAMES: &'static [#krate::EntityName] =
                &[#(#krate::EntityName::new(#texts, #wires),)*];

            fn id(self) -> #krate::usize {
                #id
            }

            fn from_wire_name(name: &#krate::str) -> #krate::Option<Self> {
                #from_wire_name
            }
        }

        #[automatically_derived]
        #lints
        #[diagnostic::do_not_recommend]
        impl #generics #krate::UnifiedEnum for #ty {
            const VALUES: &'static [&'static #krate::str] = &[#(#wires),*];

            fn as_str(&self) -> &'static #krate::str {
                #as_str
            }

            fn from_name(name: &#krate::str) -> #krate::Option<Self> {
                <Self as #krate::UnifiedEntity>::from_wire_name(name)
            }
        }
    }
}

/// A marker as a choice: the entity is known at compile time, and so the compiler checks the rules.
fn choice(entity: &Entity, heads: &Heads, variant: &Variant, module: &Ident) -> TokenStream {
    let Entity { krate, name, lints, .. } = entity;
    let Heads { generics, ty, .. } = heads;
    let marker = &variant.name;
    let id = Literal::u32_unsuffixed(variant.id());
    let value = body(entity, quote!(#name::#marker));
    quote! {
        #[automatically_derived]
        #lints
        #[diagnostic::do_not_recommend]
        impl #generics #krate::EntityChoice<#ty> for #module::#marker {
            type State = #krate::Given<Self>;

            fn entity(self) -> #ty {
                #value
            }
        }

        #[automatically_derived]
        #lints
        impl #krate::EntityMarker for #module::#marker {
            type Id = #krate::EntityId<#id>;
        }

        #[automatically_derived]
        #lints
        impl #generics #krate::From<#module::#marker> for #ty {
            fn from(_: #module::#marker) -> Self {
                #value
            }
        }
    }
}
