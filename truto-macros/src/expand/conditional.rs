//! Declarations with `cfg` in them: rustc evaluates it for a derive, and not for an attribute.
//!
//! So the attribute hands such a declaration to a derive of its own, which sees the fields that are left.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Meta};

use crate::diag::Sink;
use crate::expand::item;
use crate::grammar::StructKeys;
use crate::model::Krate;

/// The attribute that keeps the arguments for the derive.
const ARGUMENTS: &str = "truto_endpoint";

/// Whether the item, or a field of it, depends on the build.
pub(crate) fn is_conditional(item: &DeriveInput) -> bool {
    let depends = |attributes: &[Attribute]| {
        attributes.iter().any(|attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr"))
    };
    let fields = match &item.data {
        Data::Struct(data) => Some(data.fields.iter()),
        Data::Enum(_) | Data::Union(_) => None,
    };
    depends(&item.attrs) || fields.into_iter().flatten().any(|field| depends(&field.attrs))
}

/// The item with the derive that will expand it.
pub(crate) fn expand(args: &TokenStream, item: &DeriveInput) -> TokenStream {
    // The keys are read, and what is wrong with them reported, by the derive.
    let krate = Krate::new(StructKeys::parse(&item.attrs, "field", &mut Sink::muted()).krate, &item.ident).path;
    let declaration = item::to_be_expanded(item);
    quote! {
        #[derive(#krate::ConditionalEndpoint)]
        #[truto_endpoint(#args)]
        #declaration
    }
}

/// The arguments that `expand` kept.
pub(crate) fn take_arguments(item: &mut DeriveInput) -> TokenStream {
    let (kept, attributes) = std::mem::take(&mut item.attrs)
        .into_iter()
        .partition(|attribute: &Attribute| attribute.path().is_ident(ARGUMENTS));
    item.attrs = attributes;
    let kept: Vec<Attribute> = kept;
    kept.into_iter()
        .find_map(|attribute| match attribute.meta {
            Meta::List(list) => Some(list.tokens),
            Meta::Path(_) | Meta::NameValue(_) => None,
        })
        .unwrap_or_default()
}
