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
    let (lints, derived) = (&entity.lints, &entity.recovered.derived);
    let all = values(entity, heads).into_iter().chain(texts(entity, heads)).chain(codec(entity, heads));
    let missing = all.filter(|(name, _)| !derived.iter().any(|derived| derived == name)).map(|(_, tokens)| tokens);
    quote!(#(#[automatically_derived] #lints #missing)*)
}

fn values(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> Vec<Impl> {
    let (other, hasher) = (local("other"), local("hasher"));
    let clone = body(entity, quote!(*self));
    let eq = body(entity, quote!(*self as ::core::primitive::usize == *#other as ::core::primitive::usize));
    let hash = body(entity, quote!(::core::hash::Hash::hash(&(*self as ::core::primitive::usize), #hasher);));
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
    let mut all = vec![("Clone", clone)];
    // The data of a variant may not be `Copy`.
    if !entity.recovered.is_hollow {
        all.push(("Copy", quote!(impl #generics ::core::marker::Copy for #ty {})));
    }
    all.extend([("PartialEq", partial_eq), ("Eq", quote!(impl #generics ::core::cmp::Eq for #ty {})), ("Hash", hash)]);
    all
}

fn texts(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> [Impl; 3] {
    let (krate, formatter) = (&entity.krate, local("formatter"));
    let idents: Vec<&Ident> = entity.variants.iter().map(|variant| &variant.name).collect();
    let texts = idents.iter().map(|ident| ident.unraw().to_string());
    let debug = body(entity, quote!(#formatter.write_str(match self { #(Self::#idents => #texts,)* })));
    let display = body(entity, quote!(#formatter.pad(#krate::UnifiedEntity::wire_name(*self))));
    let debug = quote! {
        impl #generics ::core::fmt::Debug for #ty {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #debug
            }
        }
    };
    let display = quote! {
        impl #generics ::core::fmt::Display for #ty {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }
    };
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
    [("Debug", debug), ("Display", display), ("FromStr", from_str)]
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
