//! An enum of entities as declared.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Visibility, parse_quote};

use crate::diag::{Code, Sink};
use crate::grammar::{SerdeAttribute, StructKeys, in_our_keys, variant_rename};
use crate::model::krate::Krate;
use crate::syntax::names;

/// An enum of entities.
pub(crate) struct Entity {
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) krate: Krate,
    /// True if the module is under `#![no_implicit_prelude]`.
    pub(crate) no_prelude: bool,
    /// Lints that generated code is exempt from: what is deprecated, and what the user allows for the enum.
    pub(crate) lints: TokenStream,
    pub(crate) variants: Vec<Variant>,
    /// True if, after a mistake, no function can be written for the enum. The functions are then there for their callers only.
    pub(crate) is_hollow: bool,
    /// Empty unless the enum has parameters, which is a mistake.
    pub(crate) generics: Generics,
    /// The derives that the enum has already, by mistake.
    pub(crate) derived: Vec<String>,
}

/// An entity.
pub(crate) struct Variant {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) wire: String,
}

impl Variant {
    /// The number that rules know it by.
    pub(crate) fn id(&self) -> u32 {
        truto_names::entity_id(&self.name.unraw().to_string())
    }
}

impl Entity {
    /// Reads a declaration.
    pub(crate) fn parse(item: DeriveInput, derived: Vec<String>, sink: &mut Sink) -> Self {
        let keys = StructKeys::parse(&item.attrs, "variant", sink);
        for attribute in &item.attrs {
            in_our_keys(attribute, SerdeAttribute::Enum, sink);
        }
        let mut entity = Self {
            krate: Krate::new(keys.krate, &item.ident),
            no_prelude: keys.no_prelude,
            lints: lints(&item),
            variants: Vec::new(),
            is_hollow: !is_plain(&item, sink),
            generics: item.generics,
            derived,
            vis: item.vis,
            name: item.ident,
        };
        let mut in_doubt = Vec::new();
        if let Data::Enum(data) = item.data {
            data.variants.into_iter().for_each(|variant| entity.add(variant, &mut in_doubt, sink));
        }
        entity
    }

    /// Reads a variant. `in_doubt` has the variants with a mistake in their keys, whose wire name is a guess.
    fn add(&mut self, variant: syn::Variant, in_doubt: &mut Vec<Ident>, sink: &mut Sink) {
        let before = sink.count();
        let attributes: Vec<Attribute> = variant.attrs.iter().map(|attribute| adopted(attribute, sink)).collect();
        let rename = variant_rename(&attributes, sink);
        if self.variants.iter().any(|known| known.name == variant.ident) {
            // rustc reports a variant that occurs twice.
            self.is_hollow = true;
            return;
        }
        // The data of a generic enum is part of a mistake that is reported already.
        if !matches!(variant.fields, Fields::Unit) && self.generics.params.is_empty() {
            let what = format!("the entity `{}` contains data", variant.ident);
            let fix = "remove the data: an entity is only a name";
            sink.error(variant.ident.span(), Code::EntityItem, what, fix);
            self.is_hollow = true;
        }
        if sink.count() > before {
            in_doubt.push(variant.ident.clone());
        }
        let (wire, span) = match rename {
            Some(text) => (text.value, text.literal.span()),
            None => (names::snake(&variant.ident.unraw().to_string()), variant.ident.span()),
        };
        let docs = variant.attrs.into_iter().filter(|attribute| attribute.path().is_ident("doc")).collect();
        let mut variant = Variant { docs, name: variant.ident, wire };
        if let Some(first) = self.variants.iter().find(|known| known.wire == variant.wire) {
            let what = format!("the wire name `{}` is already used by `{}`", variant.wire, first.name);
            let fix = "rename one of them with `#[truto(rename = \"…\")]`";
            let in_doubt = [&first.name, &variant.name].iter().any(|name| in_doubt.contains(name));
            sink.unless(in_doubt, |sink| sink.error(span, Code::WireName, what, fix));
            // The variant stays, so that generated code covers the enum.
            variant.wire = format!("{} of {}", variant.wire, variant.name);
        }
        if let Some(first) = self.variants.iter().find(|known| known.id() == variant.id()) {
            let what = format!("rules cannot tell `{}` and `{}` apart", first.name, variant.name);
            let fix = "rename one of them, and keep its name on the wire with `#[truto(rename = \"…\")]`";
            sink.error(variant.name.span(), Code::EntityItem, what, fix);
        }
        self.variants.push(variant);
    }
}

fn lints(item: &DeriveInput) -> TokenStream {
    let deprecated =
        |attributes: &[Attribute]| attributes.iter().any(|attribute| attribute.path().is_ident("deprecated"));
    let is_deprecated = deprecated(&item.attrs)
        || matches!(&item.data, Data::Enum(data) if data.variants.iter().any(|variant| deprecated(&variant.attrs)));
    let deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
    let own = item.attrs.iter().filter(|attribute| attribute.path().is_ident("allow"));
    quote!(#deprecated #(#own)*)
}

/// An attribute, or our attribute for one of serde's with the same meaning.
fn adopted(attribute: &Attribute, sink: &mut Sink) -> Attribute {
    let keys = in_our_keys(attribute, SerdeAttribute::Variant, sink).and_then(|keys| keys.parse::<TokenStream>().ok());
    keys.map_or_else(|| attribute.clone(), |keys| parse_quote!(#[truto(#keys)]))
}

/// True if an item is an enum without parameters that has variants; anything else is reported.
fn is_plain(item: &DeriveInput, sink: &mut Sink) -> bool {
    let name = &item.ident;
    let (span, what, fix) = match &item.data {
        Data::Struct(_) | Data::Union(_) => {
            (name.span(), "expected an enum of entities".to_owned(), "list the entities as variants of an enum")
        }
        Data::Enum(data) => match item.generics.params.first() {
            Some(first) => {
                (first.span(), format!("`{name}` has generic parameters"), "remove them: an entity is only a name")
            }
            None if data.variants.is_empty() => {
                (name.span(), format!("`{name}` has no entities"), "list them as variants")
            }
            None => return true,
        },
    };
    sink.error(span, Code::EntityItem, what, fix);
    false
}
