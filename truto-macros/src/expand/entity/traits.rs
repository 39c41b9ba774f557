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
    let eq = body(entity, quote!(*self as #krate::usize == *#other as #krate::usize));
    let hash = body(entity, quote!(#krate::Hash::hash(&(*self as #krate::usize), #hasher);));
    let debug = body(entity, quote!(#formatter.write_str(match self { #(Self::#idents => #texts,)* })));
    let display = body(entity, quote!(#formatter.pad(#krate::UnifiedEntity::wire_name(*self))));
    let clone = quote! {
        impl #generics #krate::Clone for #ty {
            fn clone(&self) -> Self {
                #clone
            }
        }
    };
    let partial_eq = quote! {
        impl #generics #krate::PartialEq for #ty {
            fn eq(&self, #other: &Self) -> #krate::bool {
                #eq
            }
        }
    };
    let hash = quote! {
        impl #generics #krate::Hash for #ty {
            fn hash<Hasher: #krate::Hasher>(&self, #hasher: &mut Hasher) {
                #hash
            }
        }
    };
    let [debug, display] = [(quote!(Debug), debug), (quote!(Display), display)].map(|(name, written)| {
        quote! {
            impl #generics #krate::#name for #ty {
                fn fmt(&self, #formatter: &mut #krate::Formatter<'_>) -> #krate::FmtResult {
                    #written
                }
            }
        }
    });
    let from_str = quote! {
        impl #generics #krate::FromStr for #ty {
            type Err = #krate::UnknownEntity;

            fn from_str(name: &#krate::str) -> #krate::Result<Self, #krate::UnknownEntity> {
                match #krate::UnifiedEntity::from_wire_name(name) {
                    #krate::Some(entity) => #krate::Ok(entity),
                    #krate::None => #krate::Err(
                        #krate::UnknownEntity::new(name, <Self as #krate::UnifiedEntity>::NAMES),
                    ),
                }
            }
        }
    };
    [
        ("Clone", clone),
        ("Copy", quote!(impl #generics #krate::Copy for #ty {})),
        ("PartialEq", partial_eq),
        ("Eq", quote!(impl #generics #krate::Eq for #ty {})),
        ("Hash", hash),
        ("Debug", debug),
        ("Display", display),
        ("FromStr", from_str),
    ]
}

fn codec(entity: &Entity, Heads { generics, with_lifetime, ty }: &Heads) -> [Impl; 2] {
    let krate = &entity.krate;
    let serialized = body(entity, quote!(#krate::serialize_entity(*self, serializer)));
    let serialize = quote! {
        impl #generics #krate::Serialize for #ty {
            fn serialize<Serializer: #krate::Serializer>(
                &self,
                serializer: Serializer,
            ) -> #krate::Result<
                <Serializer as #krate::Serializer>::Ok,
                <Serializer as #krate::Serializer>::Error,
            > {
                #serialized
            }
        }
    };
    let deserialize = quote! {
        impl #with_lifetime #krate::Deserialize<'de> for #ty {
            fn deserialize<Deserializer: #krate::Deserializer<'de>>(
                deserializer: Deserializer,
            ) -> #krate::Result<Self, <Deserializer as #krate::Deserializer<'de>>::Error> {
                #krate::deserialize_entity(deserializer)
            }
        }
    };
    [("Serialize", serialize), ("Deserialize", deserialize)]
}
