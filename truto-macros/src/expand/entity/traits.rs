//! The traits of a value that is only a name.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::{Heads, body};
use crate::expand::names::local;
use crate::model::Entity;

/// The name of a trait, and its implementation.
type Impl = (&'static str, TokenStream);

/// The traits that the enum does not derive.
pub(super) fn expand(entity: &Entity, heads: &Heads) -> TokenStream {
    let Entity { lints, derived, is_hollow, .. } = entity;
    // The data of a variant may not be `Copy`.
    let is_wanted = |name: &str| !derived.iter().any(|own| own == name) && (name != "Copy" || !is_hollow);
    let all = standard(entity, heads).into_iter().chain(codec(entity, heads));
    let wanted = all.filter(|(name, _)| is_wanted(name)).map(|(_, tokens)| tokens);
    quote!(#(#[automatically_derived] #lints #wanted)*)
}

fn standard(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> [Impl; 8] {
    let krate = &entity.krate;
    let [other, hasher, formatter] = ["other", "hasher", "formatter"].map(local);
    let idents: Vec<&Ident> = entity.variants.iter().map(|variant| &variant.name).collect();
    let texts = idents.iter().map(|ident| ident.unraw().to_string());
    let clone = body(entity, quote!(*self));
    let eq = body(entity, quote!(*self as ::core::primitive::usize == *#other as ::core::primitive::usize));
    let hash = body(entity, quote!(::core::hash::Hash::hash(&(*self as ::core::primitive::usize), #hasher);));
    let debug = body(entity, quote!(#formatter.write_str(match self { #(Self::#idents => #texts,)* })));
    let display = body(entity, quote!(#formatter.pad(#krate::UnifiedEntity::wire_name(*self))));
    let clone = quote! {
        impl #generics ::core::clone::Clone for #ty {
            fn clone(&self) -> Self {
                #clone
            }
        }
    };
    let partial_eq = quote! {
        impl #generics ::core::cmp::PartialEq for #ty {
            fn eq(&self, #other: &Self) -> ::core::primitive::bool {
                #eq
            }
        }
    };
    let hash = quote! {
        impl #generics ::core::hash::Hash for #ty {
            fn hash<Hasher: ::core::hash::Hasher>(&self, #hasher: &mut Hasher) {
                #hash
            }
        }
    };
    let [debug, display] = [(quote!(Debug), debug), (quote!(Display), display)].map(|(name, written)| {
        quote! {
            impl #generics ::core::fmt::#name for #ty {
                fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #written
                }
            }
        }
    });
    let from_str = quote! {
        impl #generics ::core::str::FromStr for #ty {
            type Err = #krate::entity::UnknownEntity;

            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, #krate::entity::UnknownEntity> {
                match #krate::UnifiedEntity::from_wire_name(name) {
                    ::core::option::Option::Some(entity) => ::core::result::Result::Ok(entity),
                    ::core::option::Option::None => ::core::result::Result::Err(
                        #krate::entity::UnknownEntity::new(name, <Self as #krate::UnifiedEntity>::NAMES),
                    ),
                }
            }
        }
    };
    [
        ("Clone", clone),
        ("Copy", quote!(impl #generics ::core::marker::Copy for #ty {})),
        ("PartialEq", partial_eq),
        ("Eq", quote!(impl #generics ::core::cmp::Eq for #ty {})),
        ("Hash", hash),
        ("Debug", debug),
        ("Display", display),
        ("FromStr", from_str),
    ]
}

fn codec(entity: &Entity, Heads { generics, with_lifetime, ty }: &Heads) -> [Impl; 2] {
    let krate = &entity.krate;
    let serialized = body(entity, quote!(#krate::generated::serialize_entity(*self, serializer)));
    let serialize = quote! {
        impl #generics #krate::serde::Serialize for #ty {
            fn serialize<Serializer: #krate::serde::Serializer>(
                &self,
                serializer: Serializer,
            ) -> ::core::result::Result<
                <Serializer as #krate::serde::Serializer>::Ok,
                <Serializer as #krate::serde::Serializer>::Error,
            > {
                #serialized
            }
        }
    };
    let deserialize = quote! {
        impl #with_lifetime #krate::serde::Deserialize<'de> for #ty {
            fn deserialize<Deserializer: #krate::serde::Deserializer<'de>>(
                deserializer: Deserializer,
            ) -> ::core::result::Result<Self, <Deserializer as #krate::serde::Deserializer<'de>>::Error> {
                #krate::generated::deserialize_entity(deserializer)
            }
        }
    };
    [("Serialize", serialize), ("Deserialize", deserialize)]
}
