//! An enum of entities as declared.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Visibility};

use crate::diag::{Code, Sink};
use crate::grammar::{StructKeys, VariantKeys, is_serde};
use crate::model::endpoint::krate;
use crate::names;

/// An enum of entities.
pub(crate) struct Entity {
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// Path of `truto_core`.
    pub(crate) krate: TokenStream,
    pub(crate) variants: Vec<Variant>,
}

/// One entity.
pub(crate) struct Variant {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) wire: String,
}

impl Entity {
    /// Reads a declaration; `None` when nothing can be made of it.
    pub(crate) fn parse(item: DeriveInput, sink: &mut Sink) -> Option<Self> {
        let keys = StructKeys::parse(&item.attrs, sink);
        for attribute in &item.attrs {
            is_serde(attribute, "an enum of entities", sink);
        }
        let Data::Enum(data) = item.data else {
            let fix = "list the entities as variants of an enum";
            sink.error(item.ident.span(), Code::EntityItem, "expected an enum of entities", fix);
            return None;
        };
        if let Some(parameter) = item.generics.params.first() {
            let what = format!("`{}` has generic parameters", item.ident);
            sink.error(
                syn::spanned::Spanned::span(parameter),
                Code::EntityItem,
                what,
                "an entity is only a name: leave them out",
            );
            return None;
        }
        if data.variants.is_empty() {
            let what = format!("`{}` has no entities", item.ident);
            sink.error(item.ident.span(), Code::EntityItem, what, "list them as variants");
            return None;
        }
        let mut variants: Vec<Variant> = Vec::new();
        let mut plain = true;
        for variant in data.variants {
            let keys = VariantKeys::parse(&variant.attrs, sink);
            for attribute in &variant.attrs {
                is_serde(attribute, "an entity", sink);
            }
            if !matches!(variant.fields, Fields::Unit) {
                let what = format!("the entity `{}` holds data", variant.ident);
                sink.error(
                    variant.ident.span(),
                    Code::EntityItem,
                    what,
                    "an entity is only a name: leave the data out",
                );
                plain = false;
            }
            let (mut wire, span) = match &keys.rename {
                Some(text) => (text.value.clone(), text.literal.span()),
                None => (names::snake(&variant.ident.unraw().to_string()), variant.ident.span()),
            };
            if let Some(first) = variants.iter().find(|known| known.wire == wire) {
                let what = format!("the wire name `{wire}` is that of `{}` already", first.name);
                sink.error(
                    span,
                    Code::WireName,
                    what,
                    "give one of the two another name with `#[truto(rename = \"…\")]`",
                );
                // Every variant stays, so that what is written for the enum covers it.
                wire = format!("{wire} of {}", variant.ident);
            }
            let docs = variant.attrs.into_iter().filter(|attribute| attribute.path().is_ident("doc")).collect();
            variants.push(Variant { docs, name: variant.ident, wire });
        }
        plain.then(|| Self { vis: item.vis, name: item.ident, krate: krate(keys), variants })
    }
}
