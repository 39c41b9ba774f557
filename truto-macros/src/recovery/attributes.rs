//! Attributes that have no effect beside the endpoint's own: removed before the item is read.

use quote::quote;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, DeriveInput, Meta, Path, Token};

use crate::diag::{Code, Sink, list};
use crate::grammar::{SerdeAttribute, in_our_keys};

const OWNED: &[&str] = &["Clone", "Debug", "Deserialize", "Serialize"];

/// The traits that an enum of entities gets. The user may add others, such as `Ord` or `Default`.
const OF_ENTITIES: &[&str] =
    &["Clone", "Copy", "Debug", "Deserialize", "Display", "Eq", "FromStr", "Hash", "PartialEq", "Serialize"];

/// The traits that a record gets, and those of an enum of names.
const OF_RECORDS: &[&str] = &["Debug", "Deserialize", "Serialize"];
const OF_NAMES: &[&str] = &["Deserialize", "Serialize"];

/// Removes these attributes from the item.
pub(super) fn check(item: &mut DeriveInput, sink: &mut Sink) {
    for attribute in &mut item.attrs {
        if attribute.path().is_ident("derive") {
            take_owned_derives(attribute, sink);
        }
    }
    item.attrs.retain(|attribute| {
        in_our_keys(attribute, SerdeAttribute::Endpoint, sink).is_none() && !is_endpoint(attribute, sink)
    });
}

/// The derives on an enum of entities that `UnifiedEntity` implements. The macro does not get the list that contains
/// `UnifiedEntity`: rustc reports the derives in it.
pub(crate) fn check_entities(item: &DeriveInput, sink: &mut Sink) -> Vec<String> {
    check_derives(item, "UnifiedEntity", OF_ENTITIES, sink)
}

/// The same on a record.
pub(crate) fn check_record(item: &DeriveInput, sink: &mut Sink) -> Vec<String> {
    check_derives(item, "UnifiedRecord", OF_RECORDS, sink)
}

/// The same on an enum of names.
pub(crate) fn check_names(item: &DeriveInput, sink: &mut Sink) -> Vec<String> {
    check_derives(item, "UnifiedEnum", OF_NAMES, sink)
}

fn check_derives(item: &DeriveInput, writer: &str, traits: &[&str], sink: &mut Sink) -> Vec<String> {
    let lists = item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let owned = lists.filter_map(derives).flatten().filter(|path| is_among(path, traits));
    report(&owned.collect::<Vec<_>>(), writer, sink)
}

/// Reports derives, and returns their names.
fn report(owned: &[Path], writer: &str, sink: &mut Sink) -> Vec<String> {
    let names: Vec<String> = owned.iter().filter_map(last).collect();
    if let Some(first) = owned.first() {
        let fix = if names.len() == 1 { "remove it from the derive" } else { "remove them from the derive" };
        let what = format!("`{writer}` already implements {}", list(&names, "and"));
        sink.error(first.span(), Code::Derive, what, fix);
    }
    names
}

/// The paths of a derive. `None` if it cannot be parsed.
pub(super) fn derives(attribute: &Attribute) -> Option<Vec<Path>> {
    let paths = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok()?;
    Some(paths.into_iter().collect())
}

fn last(path: &Path) -> Option<String> {
    Some(path.segments.last()?.ident.to_string())
}

fn is_among(path: &Path, names: &[&str]) -> bool {
    last(path).is_some_and(|name| names.contains(&name.as_str()))
}

fn take_owned_derives(attribute: &mut Attribute, sink: &mut Sink) {
    let Some(paths) = derives(attribute) else { return };
    let (owned, others): (Vec<Path>, Vec<Path>) = paths.into_iter().partition(|path| is_among(path, OWNED));
    report(&owned, "unified_endpoint", sink);
    if let Meta::List(list) = &mut attribute.meta {
        list.tokens = quote!(#(#others,)*);
    }
}

/// Whether the attribute declares a second endpoint on the same struct, which would generate everything twice.
fn is_endpoint(attribute: &Attribute, sink: &mut Sink) -> bool {
    let found = attribute.path().segments.last().is_some_and(|last| last.ident == "unified_endpoint");
    if found {
        let fix = "write a second struct for the second endpoint";
        sink.error(attribute.path().span(), Code::Item, "the struct is already an endpoint", fix);
    }
    found
}
