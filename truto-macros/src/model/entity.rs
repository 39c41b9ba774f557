//! An enum of entities as declared.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, GenericParam, Generics, Visibility, parse_quote};

use crate::diag::{Code, Sink};
use crate::grammar::{SerdeAttribute, StructKeys, VariantKeys, in_our_keys};
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
    pub(crate) recovered: RecoveredEnum,
}

/// An entity.
pub(crate) struct Variant {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) wire: String,
}

/// How an enum differs from an enum of entities. Empty for a declaration without mistakes.
#[derive(Default)]
pub(crate) struct RecoveredEnum {
    /// True if no function can be written for the enum. The functions are then there for their callers only.
    pub(crate) is_hollow: bool,
    pub(crate) generics: Generics,
    /// The derives that the enum has already.
    pub(crate) derived: Vec<String>,
}

impl Variant {
    /// The number that rules know it by.
    pub(crate) fn id(&self) -> u32 {
        names::entity_id(&self.name.unraw().to_string())
    }
}

impl Entity {
    /// Reads a declaration.
    pub(crate) fn parse(item: DeriveInput, derived: Vec<String>, sink: &mut Sink) -> Self {
        let keys = StructKeys::parse(&item.attrs, "variant", sink);
        for attribute in &item.attrs {
            in_our_keys(attribute, SerdeAttribute::Enum, sink);
        }
        let is_plain = is_plain(&item, sink);
        let lints = lints(&item);
        let declared: Vec<syn::Variant> = match item.data {
            Data::Enum(data) => data.variants.into_iter().collect(),
            Data::Struct(_) | Data::Union(_) => Vec::new(),
        };
        let is_generic = !item.generics.params.is_empty();
        let mut reading = Reading { is_hollow: !is_plain, ..Reading::default() };
        for variant in declared {
            reading.variant(variant, is_generic, sink);
        }
        Self {
            krate: Krate::new(keys.krate, &item.ident),
            vis: item.vis,
            name: item.ident,
            no_prelude: keys.no_prelude,
            lints,
            variants: reading.variants,
            recovered: RecoveredEnum { is_hollow: reading.is_hollow, generics: item.generics, derived },
        }
    }
}

/// The variants that are read so far.
#[derive(Default)]
struct Reading {
    variants: Vec<Variant>,
    /// The variants with a mistake in their keys, whose wire name is a guess.
    in_doubt: Vec<Ident>,
    is_hollow: bool,
}

impl Reading {
    fn variant(&mut self, variant: syn::Variant, is_generic: bool, sink: &mut Sink) {
        let before = sink.count();
        let attributes: Vec<Attribute> = variant.attrs.iter().map(|attribute| adopted(attribute, sink)).collect();
        let keys = VariantKeys::parse(&attributes, sink);
        if self.variants.iter().any(|known| known.name == variant.ident) {
            // rustc reports a variant that occurs twice.
            self.is_hollow = true;
            return;
        }
        // The data of a generic enum is part of a mistake that is reported already.
        if !matches!(variant.fields, Fields::Unit) && !is_generic {
            let what = format!("the entity `{}` contains data", variant.ident);
            let fix = "remove the data: an entity is only a name";
            sink.error(variant.ident.span(), Code::EntityItem, what, fix);
            self.is_hollow = true;
        }
        if sink.count() > before {
            self.in_doubt.push(variant.ident.clone());
        }
        let (wire, span) = match keys.rename {
            Some(text) => (text.value, text.literal.span()),
            None => (names::snake(&variant.ident.unraw().to_string()), variant.ident.span()),
        };
        let docs = variant.attrs.into_iter().filter(|attribute| attribute.path().is_ident("doc")).collect();
        let mut variant = Variant { docs, name: variant.ident, wire };
        self.tell_apart(&mut variant, span, sink);
        self.variants.push(variant);
    }

    /// Reports a variant with the wire name, or the id, of an earlier one.
    fn tell_apart(&self, variant: &mut Variant, span: Span, sink: &mut Sink) {
        if let Some(first) = self.variants.iter().find(|known| known.wire == variant.wire) {
            let what = format!("the wire name `{}` is already used by `{}`", variant.wire, first.name);
            let fix = "rename one of them with `#[truto(rename = \"…\")]`";
            let in_doubt = [&first.name, &variant.name].iter().any(|name| self.in_doubt.contains(name));
            sink.unless(in_doubt, |sink| sink.error(span, Code::WireName, what, fix));
            // The variant stays, so that generated code covers the enum.
            variant.wire = format!("{} of {}", variant.wire, variant.name);
        }
        if let Some(first) = self.variants.iter().find(|known| known.id() == variant.id()) {
            let what = format!("rules cannot tell `{}` and `{}` apart", first.name, variant.name);
            let fix = "rename one of them, and keep its name on the wire with `#[truto(rename = \"…\")]`";
            sink.error(variant.name.span(), Code::EntityItem, what, fix);
        }
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
    let span = item.ident.span();
    match &item.data {
        Data::Enum(_) if !item.generics.params.is_empty() => {
            let what = format!("`{}` has generic parameters", item.ident);
            let span = item.generics.params.first().map_or(span, GenericParam::span);
            sink.error(span, Code::EntityItem, what, "remove them: an entity is only a name");
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
