//! An enum of entities: its names on the wire, its markers, and what makes either an answer to `.entity(…)`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use crate::expand::names::{local, marker_module};
use crate::model::{Entity, Variant};

/// Everything that the derive writes.
pub(crate) fn expand(entity: &Entity) -> TokenStream {
    let name = &entity.name;
    let module = marker_module(name);
    let markers = markers(entity, &module);
    let values = values(entity);
    let choices = entity.variants.iter().map(|variant| choice(entity, variant, &module));
    let itself = itself(entity);
    quote!(#markers #values #itself #(#choices)*)
}

fn markers(entity: &Entity, module: &Ident) -> TokenStream {
    let vis = &entity.vis;
    let docs = format!("The entities of `{}` as types: what the compiler checks rules with.", entity.name.unraw());
    let markers = entity.variants.iter().map(|Variant { docs, name, .. }| {
        // A link of the user's means something where he wrote it, and not in this module.
        let has_links = docs.iter().any(|doc| doc.meta.to_token_stream().to_string().contains('['));
        let own = (docs.is_empty() || has_links).then(|| {
            let text = format!("`{}`.", name.unraw());
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
        #vis mod #module {
            #(#markers)*
        }
    }
}

/// What a value of the enum can do.
fn values(entity: &Entity) -> TokenStream {
    let Entity { krate, name, variants, .. } = entity;
    let (other, formatter, hasher) = (local("other"), local("formatter"), local("hasher"));
    let idents: Vec<&Ident> = variants.iter().map(|variant| &variant.name).collect();
    let texts: Vec<String> = idents.iter().map(|ident| ident.unraw().to_string()).collect();
    let wires: Vec<&str> = variants.iter().map(|variant| variant.wire.as_str()).collect();
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #krate::UnifiedEntity for #name {
            const NAMES: &'static [#krate::EntityName] = &[
                #(#krate::EntityName { id: Self::#idents as ::core::primitive::usize, name: #texts, wire: #wires },)*
            ];

            fn id(self) -> ::core::primitive::usize {
                self as ::core::primitive::usize
            }

            fn from_wire_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                match name {
                    #(#wires => ::core::option::Option::Some(Self::#idents),)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        #[automatically_derived]
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self {
                *self
            }
        }

        #[automatically_derived]
        impl ::core::marker::Copy for #name {}

        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.write_str(match self {
                    #(Self::#idents => #texts,)*
                })
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #formatter.pad(#krate::UnifiedEntity::wire_name(*self))
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for #name {
            fn eq(&self, #other: &Self) -> ::core::primitive::bool {
                *self as ::core::primitive::usize == *#other as ::core::primitive::usize
            }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #name {}

        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            fn hash<Hasher: ::core::hash::Hasher>(&self, #hasher: &mut Hasher) {
                ::core::hash::Hash::hash(&(*self as ::core::primitive::usize), #hasher);
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #krate::UnknownEntity;

            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, #krate::UnknownEntity> {
                match #krate::UnifiedEntity::from_wire_name(name) {
                    ::core::option::Option::Some(entity) => ::core::result::Result::Ok(entity),
                    ::core::option::Option::None => ::core::result::Result::Err(
                        #krate::UnknownEntity::new(name, <Self as #krate::UnifiedEntity>::NAMES),
                    ),
                }
            }
        }

        #[automatically_derived]
        impl #krate::serde::Serialize for #name {
            fn serialize<Serializer: #krate::serde::Serializer>(
                &self,
                serializer: Serializer,
            ) -> ::core::result::Result<Serializer::Ok, Serializer::Error> {
                #krate::entity::serialize(*self, serializer)
            }
        }

        #[automatically_derived]
        impl<'de> #krate::serde::Deserialize<'de> for #name {
            fn deserialize<Deserializer: #krate::serde::Deserializer<'de>>(
                deserializer: Deserializer,
            ) -> ::core::result::Result<Self, Deserializer::Error> {
                #krate::entity::deserialize(deserializer)
            }
        }
    }
}

/// The enum as a choice: the entity is known at run time, every setter compiles, and the rules are checked then.
fn itself(entity: &Entity) -> TokenStream {
    let Entity { krate, name, .. } = entity;
    let (request, check) = (local("request"), local("check"));
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #krate::EntityChoice<#name> for #name {
            type State = #krate::Given<Self>;

            fn entity(self) -> #name {
                self
            }
        }

        #[automatically_derived]
        impl #krate::entity::Choice for #name {
            type Id = #krate::entity::AnyEntity;
            type Built<Request> = ::core::result::Result<Request, #krate::Error>;

            fn built<Request>(
                #request: Request,
                #check: fn(&Request) -> ::core::result::Result<(), #krate::Error>,
            ) -> ::core::result::Result<Request, #krate::Error> {
                match #check(&#request) {
                    ::core::result::Result::Ok(()) => ::core::result::Result::Ok(#request),
                    ::core::result::Result::Err(error) => ::core::result::Result::Err(error),
                }
            }
        }
    }
}

/// One marker as a choice: the entity is known to the compiler, which has checked the rules by then.
fn choice(entity: &Entity, variant: &Variant, module: &Ident) -> TokenStream {
    let Entity { krate, name, .. } = entity;
    let marker = &variant.name;
    let request = local("request");
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #krate::EntityChoice<#name> for #module::#marker {
            type State = #krate::Given<Self>;

            fn entity(self) -> #name {
                #name::#marker
            }
        }

        #[automatically_derived]
        impl #krate::entity::Choice for #module::#marker {
            type Id = #krate::entity::EntityId<{ #name::#marker as ::core::primitive::usize }>;
            type Built<Request> = Request;

            fn built<Request>(
                #request: Request,
                _: fn(&Request) -> ::core::result::Result<(), #krate::Error>,
            ) -> Request {
                #request
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#module::#marker> for #name {
            fn from(_: #module::#marker) -> Self {
                Self::#marker
            }
        }
    }
}
