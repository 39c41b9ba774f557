//! Types that do not fit the place of their field, as far as their names tell: a path value and a header are a single plain
//! value, and filters and sort orders must be in the query.

use syn::spanned::Spanned;
use syn::{Type, parse_quote};

use crate::diag::{Code, Sink};
use crate::model::{Endpoint, Field, Place};
use crate::recovery::Recovered;
use crate::syntax::{by_names, parts, type_text, ungrouped, wrapper};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    for field in &mut endpoint.fields {
        // Types that are wrong in any place are reported already.
        let in_doubt = recovered.in_doubt.contains(&field.name) || recovered.type_replaced.contains(&field.name);
        sink.unless(in_doubt, |sink| match field.place {
            Place::Path => plain(field, "is in the path", recovered, sink),
            Place::Header => header(field, recovered, sink),
            Place::Query => query(field, recovered, sink),
            Place::Body => body(field, sink),
        });
    }
}

/// Whether the type of a field is a filter or a sort order.
pub(super) fn is_condition(field: &Field) -> bool {
    let ty = wrapper(&field.ty).map_or(&field.ty, |(_, inner)| inner);
    NamedType::of(ty).is_some_and(NamedType::is_condition)
}

/// A type that is not a single plain value, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NamedType {
    /// A type of the standard library or of the language, in words.
    Standard(&'static str),
    /// A type with a name that a type of the user may have too, in words.
    Ours(&'static str),
    /// `Filter` and `DateFilter`.
    Filter,
    SortBy,
}

impl NamedType {
    fn of(ty: &Type) -> Option<Self> {
        match ungrouped(ty) {
            Type::Array(_) | Type::Slice(_) => Some(Self::Standard("a list")),
            Type::Tuple(_) => Some(Self::Standard("a tuple")),
            // A type of the user has a path, or another name.
            _ => by_names(ty, |names| match names {
                [.., "Vec" | "VecDeque" | "HashSet" | "BTreeSet"] => Some(Self::Standard("a list")),
                [.., "HashMap" | "BTreeMap"] => Some(Self::Standard("a map")),
                ["Json"] | ["truto_core", "Json"] | ["serde_json", "Value"] => Some(Self::Ours("any JSON")),
                ["Reference" | "ReferenceTo"]
                | ["truto_core", "Reference"]
                | ["truto_core", "types", "ReferenceTo"] => Some(Self::Ours("an object")),
                ["Filter" | "DateFilter"] | ["truto_core", "Filter" | "DateFilter"] => Some(Self::Filter),
                ["SortBy"] | ["truto_core", "SortBy"] => Some(Self::SortBy),
                _ => None,
            }),
        }
    }

    /// Whether the type is a filter or a sort order, which have their own style in the query.
    fn is_condition(self) -> bool {
        matches!(self, Self::Filter | Self::SortBy)
    }

    fn what(self) -> &'static str {
        match self {
            Self::Standard(what) | Self::Ours(what) => what,
            Self::Filter => "a filter",
            Self::SortBy => "a sort order",
        }
    }
}

pub(super) const OWN: &str = "; for your own type, write its path";

/// Checks that a field is a single plain value.
fn plain(field: &mut Field, place: &str, recovered: &mut Recovered, sink: &mut Sink) {
    let mut ty = &field.ty;
    while let Some(("Option" | "Patch", inner)) = wrapper(ty) {
        ty = inner;
    }
    let Some(named) = NamedType::of(ty) else { return };
    let what = format!("`{}` {place}: expected a single plain value, found {}", field.name, named.what());
    let fix =
        format!("use a plain type, such as `String`{}", if matches!(named, NamedType::Standard(_)) { "" } else { OWN });
    sink.error(ty.span(), Code::FieldType, what, fix);
    let is_optional = field.place != Place::Path && wrapper(&field.ty).is_some();
    field.replace_type(if is_optional { parse_quote!(Option<String>) } else { parse_quote!(String) }, recovered);
}

fn header(field: &mut Field, recovered: &mut Recovered, sink: &mut Sink) {
    if let Some(("Patch", inner)) = wrapper(&field.ty) {
        let what = format!("`{}` is a header and cannot be cleared", field.name);
        let inner = inner.clone();
        sink.error(field.ty.span(), Code::FieldType, what, format!("write `Option<{}>`", type_text(&inner)));
        field.replace_type(parse_quote!(Option<#inner>), recovered);
        return;
    }
    plain(field, "is a header", recovered, sink);
}

/// Checks that a filter or a sort order is not in a list, and that a filter is of a single value.
fn query(field: &mut Field, recovered: &mut Recovered, sink: &mut Sink) {
    let (outer, inner) = wrapper(&field.ty).map_or(("", &field.ty), |(outer, inner)| (outer, inner));
    let Some(named) = NamedType::of(inner).filter(|named| named.is_condition()) else { return };
    if outer == "Vec" {
        let what = match named {
            NamedType::SortBy => {
                format!("`{}` is a list of sort orders, and a single `SortBy` takes several fields", field.name)
            }
            _ => format!("`{}` is a list of filters, and a field takes one filter", field.name),
        };
        let inner = inner.clone();
        let fix = format!("write `Option<{}>`{OWN}", type_text(&inner));
        sink.error(field.ty.span(), Code::FieldType, what, fix);
        field.replace_type(parse_quote!(Option<#inner>), recovered);
    } else if let Some((wrapped, value)) = parts(inner).first().copied().and_then(wrapper) {
        let what = format!("`{}` is a filter, which takes the type of a single value, found `{wrapped}`", field.name);
        let fix = format!("write `Filter<{0}>`, and `Filter::one_of` for several values", type_text(value));
        sink.error(value_span(inner), Code::FieldType, what, fix);
        let value = value.clone();
        let filter: Type = parse_quote!(Filter<#value>);
        field.replace_type(if outer == "Option" { parse_quote!(Option<#filter>) } else { filter }, recovered);
    }
}

/// Moves a filter or a sort order into the query.
fn body(field: &mut Field, sink: &mut Sink) {
    let mut ty = &field.ty;
    while let Some((_, inner)) = wrapper(ty) {
        ty = inner;
    }
    if let Some(named) = NamedType::of(ty).filter(|named| named.is_condition()) {
        let what = format!("`{}` is {}, which must be in the query", field.name, named.what());
        let fix = format!("add `#[truto(query)]`{OWN}");
        sink.error(ty.span(), Code::FieldType, what, fix);
        field.place = Place::Query;
    }
}

fn value_span(ty: &Type) -> proc_macro2::Span {
    parts(ty).first().map_or_else(|| ty.span(), Spanned::span)
}
