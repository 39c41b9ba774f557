//! An enum of entities as declared.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, GenericParam, Generics, Visibility, parse_quote};

use crate::diag::{Code, Sink};
use crate::grammar::{Place, StructKeys, VariantKeys, in_our_keys};
use crate::model::krate::Krate;
use crate::syntax::names;

/// An enum of entities.
pub(crate) struct Entity {
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) krate: Krate,
    /// True if the module is under `#![no_implicit_prelude]`.
    pub(crate) no_prelude: bool,
    /// What the lints shall not say of generated code: what is deprecated, and what the user allows for the enum.
    pub(crate) lints: TokenStream,
    pub(crate) generics: Generics,
    pub(crate) variants: Vec<Variant>,
    /// Whether it is an enum of plain variants. Otherwise what is written for it has no bodies, and is there so that its
    /// uses are no further mistakes.
    pub(crate) is_sound: bool,
    /// The traits that it has already.
    pub(crate) derived: Vec<String>,
}

/// One entity.
pub(crate) struct Variant {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) wire: String,
    /// Whether something is wrong with its keys, and its name on the wire a guess.
    in_doubt: bool,
}

impl Variant {
    /// The number that rules know it by.
    pub(crate) fn id(&self) -> u32 {
        names::entity_id(&self.name.unraw().to_string())
    }
}

impl Entity {
    /// Reads a declaration.
    pub(crate) fn parse(item: DeriveInput, sink: &mut Sink) -> Self {
        let keys = StructKeys::parse(&item.attrs, "variant", sink);
        for attribute in &item.attrs {
            in_our_keys(attribute, Place::Enum, sink);
        }
        let mut is_sound = plain(&item, sink);
        let lints = lints(&item);
        let declared = match item.data {
            Data::Enum(data) => data.variants.into_iter().collect(),
            Data::Struct(_) | Data::Union(_) => Vec::new(),
        };
        let mut variants: Vec<Variant> = Vec::new();
        for variant in declared {
            let before = sink.count();
            let attributes: Vec<Attribute> = variant.attrs.iter().map(|attribute| adopted(attribute, sink)).collect();
            let keys = VariantKeys::parse(&attributes, sink);
            if variants.iter().any(|known| known.name == variant.ident) {
                // rustc has its own words for a variant that is there twice.
                is_sound = false;
                continue;
            }
            // What the data of a generic enum is made of is reported already.
            if !matches!(variant.fields, Fields::Unit) && item.generics.params.is_empty() {
                let what = format!("the entity `{}` holds data", variant.ident);
                let fix = "an entity is only a name: leave the data out";
                sink.error(variant.ident.span(), Code::EntityItem, what, fix);
                is_sound = false;
            }
            let (wire, span) = match &keys.rename {
                Some(text) => (text.value.clone(), text.literal.span()),
                None => (names::snake(&variant.ident.unraw().to_string()), variant.ident.span()),
            };
            let docs = variant.attrs.into_iter().filter(|attribute| attribute.path().is_ident("doc")).collect();
            let in_doubt = sink.count() > before;
            let mut variant = Variant { docs, name: variant.ident, wire, in_doubt };
            if let Some(first) = variants.iter().find(|known| known.wire == variant.wire) {
                let what = format!("the wire name `{}` is that of `{}` already", variant.wire, first.name);
                let fix = "give one of the two another name with `#[truto(rename = \"…\")]`";
                let in_doubt = variant.in_doubt || first.in_doubt;
                sink.unless(in_doubt, |sink| sink.error(span, Code::WireName, what, fix));
                // Every variant stays, so that what is written for the enum covers it.
                variant.wire = format!("{} of {}", variant.wire, variant.name);
            }
            if let Some(first) = variants.iter().find(|known| known.id() == variant.id()) {
                let what = format!("rules cannot tell `{}` and `{}` apart", first.name, variant.name);
                let fix = "rename one of the two, and keep its name on the wire with `#[truto(rename = \"…\")]`";
                sink.error(variant.name.span(), Code::EntityItem, what, fix);
            }
            variants.push(variant);
        }
        let krate = Krate::new(keys.krate, &item.ident);
        Self {
            vis: item.vis,
            name: item.ident,
            krate,
            no_prelude: keys.no_prelude,
            lints,
            generics: item.generics,
            variants,
            is_sound,
            derived: Vec::new(),
        }
    }

    /// Whether the enum has this trait already.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.derived.iter().any(|derived| derived == name)
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

/// An attribute of serde's as ours, where there is one of its meaning.
fn adopted(attribute: &Attribute, sink: &mut Sink) -> Attribute {
    let keys = in_our_keys(attribute, Place::Variant, sink).and_then(|keys| keys.parse::<TokenStream>().ok());
    keys.map_or_else(|| attribute.clone(), |keys| parse_quote!(#[truto(#keys)]))
}

/// Whether an item is an enum of entities, as far as its head and its number of variants say.
fn plain(item: &DeriveInput, sink: &mut Sink) -> bool {
    let span = item.ident.span();
    match &item.data {
        Data::Enum(_) if !item.generics.params.is_empty() => {
            let what = format!("`{}` has generic parameters", item.ident);
            let span = item.generics.params.first().map_or(span, GenericParam::span);
            sink.error(span, Code::EntityItem, what, "an entity is only a name: leave them out");
            false
        }
        Data::Enum(data) if data.variants.is_empty() => {
            let what = format!("`{}` has no entities", item.ident);
            sink.error(span, Code::EntityItem, what, "list them as variants");
            false
        }
        Data::Enum(_) => true,
        Data::Struct(_) | Data::Union(_) => {
            let fix = "list the entities as variants of an enum";
            sink.error(span, Code::EntityItem, "expected an enum of entities", fix);
            false
        }
    }
}
