//! The traits of a value that is only a name.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::{Heads, body};
use crate::expand::names::local;
use crate::model::Entity;

/// Writes the implementation of a trait; nothing if the enum cannot have it.
type Write = fn(&Entity, &Heads) -> TokenStream;

/// The traits that the enum does not derive.
pub(super) fn expand(entity: &Entity, heads: &Heads) -> TokenStream {
    let all: [(&str, Write); 10] = [
        ("Clone", clone),
        ("Copy", copy),
        ("PartialEq", partial_eq),
        ("Eq", eq),
        ("Hash", hash),
        ("Debug", debug),
        ("Display", display),
        ("FromStr", from_str),
        ("Serialize", serialize),
        ("Deserialize", deserialize),
    ];
    let lints = &entity.lints;
    let missing = all
        .iter()
        .filter(|(name, _)| !entity.recovered.derived.iter().any(|derived| derived == name))
        .map(|(_, write)| write(entity, heads));
    let missing = missing.filter(|tokens| !tokens.is_empty());
    quote!(#(#[automatically_derived] #lints #missing)*)
}

fn clone(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let body = body(entity, quote!(*self));
    quote! {
        impl #generics ::core::clone::Clone for #ty {
            fn clone(&self) -> Self {
                #body
            }
        }
    }
}

fn copy(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    if entity.recovered.is_hollow { quote!() } else { quote!(impl #generics ::core::marker::Copy for #ty {}) }
}

fn partial_eq(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let other = local("other");
    let body = body(entity, quote!(*self as ::core::primitive::usize == *#other as ::core::primitive::usize));
    quote! {
        impl #generics ::core::cmp::PartialEq for #ty {
            fn eq(&self, #other: &Self) -> ::core::primitive::bool {
                #body
            }
        }
    }
}

fn eq(_: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    quote!(impl #generics ::core::cmp::Eq for #ty {})
}

fn hash(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let hasher = local("hasher");
    let body = body(entity, quote!(::core::hash::Hash::hash(&(*self as ::core::primitive::usize), #hasher);));
    quote! {
        impl #generics ::core::hash::Hash for #ty {
            fn hash<Hasher: ::core::hash::Hasher>(&self, #hasher: &mut Hasher) {
                #body
            }
        }
    }
}

fn debug(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let formatter = local("formatter");
    let idents: Vec<&Ident> = entity.variants.iter().map(|variant| &variant.name).collect();
    let texts = idents.iter().map(|ident| ident.unraw().to_string());
    let body = body(entity, quote!(#formatter.write_str(match self { #(Self::#idents => #texts,)* })));
    quote! {
        impl #generics ::core::fmt::Debug for #ty {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}

fn display(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let (krate, formatter) = (&entity.krate, local("formatter"));
    let body = body(entity, quote!(#formatter.pad(#krate::UnifiedEntity::wire_name(*self))));
    quote! {
        impl #generics ::core::fmt::Display for #ty {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}

fn from_str(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let krate = &entity.krate;
    quote! {
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
    }
}

fn serialize(entity: &Entity, Heads { generics, ty, .. }: &Heads) -> TokenStream {
    let krate = &entity.krate;
    let body = body(entity, quote!(#krate::generated::serialize_entity(*self, serializer)));
    quote! {
        impl #generics #krate::serde::Serialize for #ty {
            fn serialize<Serializer: #krate::serde::Serializer>(
                &self,
                serializer: Serializer,
            ) -> ::core::result::Result<
                <Serializer as #krate::serde::Serializer>::Ok,
                <Serializer as #krate::serde::Serializer>::Error,
            > {
                #body
            }
        }
    }
}

fn deserialize(entity: &Entity, Heads { with_lifetime, ty, .. }: &Heads) -> TokenStream {
    let krate = &entity.krate;
    quote! {
        impl #with_lifetime #krate::serde::Deserialize<'de> for #ty {
            fn deserialize<Deserializer: #krate::serde::Deserializer<'de>>(
                deserializer: Deserializer,
            ) -> ::core::result::Result<Self, <Deserializer as #krate::serde::Deserializer<'de>>::Error> {
                #krate::generated::deserialize_entity(deserializer)
            }
        }
    }
}
