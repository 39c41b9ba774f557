//! An enum of names as declared: the values that a string of the API may have.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, parse_quote};

use crate::diag::{Code, Sink};
use crate::grammar::{SerdeAttribute, StructKeys, in_our_keys, variant_rename};
use crate::model::krate::Krate;
use crate::model::record::lints;
use crate::syntax::names;

/// An enum of names.
pub(crate) struct Names {
    pub(crate) name: Ident,
    pub(crate) krate: Krate,
    /// Lints that generated code is exempt from.
    pub(crate) lints: TokenStream,
    pub(crate) variants: Vec<Name>,
    /// True if, after a mistake, no function can be written for the enum. The functions are then there for their callers only.
    pub(crate) is_hollow: bool,
    /// The derives that the enum has already, by mistake.
    pub(crate) derived: Vec<String>,
}

/// A value.
pub(crate) struct Name {
    pub(crate) name: Ident,
    pub(crate) wire: String,
}

impl Names {
    /// Reads a declaration. `None` if it is not an enum without parameters.
    pub(crate) fn parse(item: DeriveInput, derived: Vec<String>, sink: &mut Sink) -> Option<Self> {
        let keys = StructKeys::parse(&item.attrs, "variant", sink);
        for attribute in &item.attrs {
            in_our_keys(attribute, SerdeAttribute::Names, sink);
        }
        let (name, lints) = (item.ident.clone(), lints(&item));
        let (span, what, fix) = match (item.data, item.generics.params.first()) {
            (Data::Enum(_), Some(first)) => {
                (first.span(), format!("`{name}` has generic parameters"), "remove them: a value is only a name")
            }
            (Data::Enum(data), None) if data.variants.is_empty() => {
                (name.span(), format!("`{name}` has no values"), "list them as variants")
            }
            (Data::Enum(data), None) => {
                let krate = Krate::new(keys.krate, &name);
                let mut names = Self { name, krate, lints, variants: Vec::new(), is_hollow: false, derived };
                data.variants.into_iter().for_each(|variant| names.add(variant, sink));
                return Some(names);
            }
            _ => (name.span(), "expected an enum of names".to_owned(), "list the values as variants of an enum"),
        };
        sink.error(span, Code::EnumItem, what, fix);
        None
    }

    fn add(&mut self, variant: syn::Variant, sink: &mut Sink) {
        let before = sink.count();
        let attributes: Vec<Attribute> = variant.attrs.iter().map(|attribute| adopted(attribute, sink)).collect();
        let rename = variant_rename(&attributes, sink);
        let in_doubt = sink.count() > before;
        if !matches!(variant.fields, Fields::Unit) {
            let what = format!("the value `{}` contains data", variant.ident);
            sink.error(variant.ident.span(), Code::EnumItem, what, "remove the data: a value is only a name");
            self.is_hollow = true;
        }
        let (wire, span) = match rename {
            Some(text) => (text.value, text.literal.span()),
            None => (names::snake(&variant.ident.unraw().to_string()), variant.ident.span()),
        };
        if let Some(first) = self.variants.iter().find(|known| known.wire == wire) {
            let what = format!("the wire name `{wire}` is already used by `{}`", first.name);
            let fix = "rename one of them with `#[truto(rename = \"…\")]`";
            sink.unless(in_doubt, |sink| sink.error(span, Code::WireName, what, fix));
            self.is_hollow = true;
        }
        self.variants.push(Name { name: variant.ident, wire });
    }
}

/// An attribute, or our attribute for one of serde's with the same meaning.
fn adopted(attribute: &Attribute, sink: &mut Sink) -> Attribute {
    let keys = in_our_keys(attribute, SerdeAttribute::Name, sink).and_then(|keys| keys.parse::<TokenStream>().ok());
    keys.map_or_else(|| attribute.clone(), |keys| parse_quote!(#[truto(#keys)]))
}
