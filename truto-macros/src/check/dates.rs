//! Types of time that serde writes in a form that the API does not take: they compile, and the server refuses them, or
//! takes something else.
//!
//! What they write is asserted of the types themselves, in `tests/end_to_end/dates.rs`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type, TypePath, parse_quote};

use crate::check::places::OWN;
use crate::diag::{Code, Sink};
use crate::model::Endpoint;
use crate::recovery::Recovered;
use crate::syntax::{by_names, type_text, ungrouped};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let krate = &endpoint.krate;
    for field in &mut endpoint.fields {
        // What is wrong with the type in any place is reported already, and so is an entity that is none.
        if recovered.is_type_replaced(&field.name) || field.keys.entity.is_some() {
            continue;
        }
        let Some((found, time)) = first(&field.ty) else { continue };
        let shown = replaced(&field.ty, &quote!());
        let name = crate::syntax::text(&found.to_token_stream());
        let what =
            format!("`{}`: serde writes `{name}` as {}, which the API does not accept", field.name, time.written());
        let own = if found.path.segments.len() == 1 { OWN } else { "" };
        let fix = format!("write `{}`{}{own}", type_text(&shown), time.advice(&name));
        // The name, and not the path to it.
        let span = found.path.segments.last().map_or_else(|| found.span(), |last| last.ident.span());
        sink.unless(recovered.is_in_doubt(&field.name), |sink| sink.error(span, Code::DateType, what, fix));
        let mended = replaced(&field.ty, &quote!(#krate::));
        // There is no time that everybody would start with.
        let is_defaulted = field.keys.default.take().is_some();
        field
            .replace_type(if is_defaulted { parse_quote!(::core::option::Option<#mended>) } else { mended }, recovered);
        recovered.forget_type(&field.name);
    }
}

/// A type of time, by its name alone or by its path in the crate that has it: with another path it is a type of the user's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    /// A moment of the standard library.
    System,
    /// A moment of the crate `time`.
    Moment,
    /// The same, without its zone.
    Zoneless,
    /// A date of the crate `time`. `Date` alone is many crates', and most of them write text.
    Date,
    /// A time of day of the crate `time`, alike.
    OfDay,
    /// A moment of `jiff`, with the name of its zone.
    Zoned,
    /// How long something takes, whoever measures it.
    Length,
}

impl Time {
    fn of(ty: &Type) -> Option<Self> {
        by_names(ty, |names| match names {
            ["SystemTime"] | ["std", "time", "SystemTime"] | ["time", "SystemTime"] => Some(Self::System),
            ["OffsetDateTime" | "UtcDateTime"] | ["time", "OffsetDateTime" | "UtcDateTime"] => Some(Self::Moment),
            ["PrimitiveDateTime"] | ["time", "PrimitiveDateTime"] => Some(Self::Zoneless),
            ["time", "Date"] => Some(Self::Date),
            ["time", "Time"] => Some(Self::OfDay),
            ["Zoned" | "ZonedDateTime"] | ["jiff", "Zoned" | "ZonedDateTime"] => Some(Self::Zoned),
            ["Duration" | "TimeDelta"]
            | ["std" | "core" | "tokio", "time", "Duration"]
            | ["time", "Duration"]
            | ["chrono", "Duration" | "TimeDelta"] => Some(Self::Length),
            _ => None,
        })
    }

    fn written(self) -> &'static str {
        match self {
            Self::System => "an object of two numbers",
            Self::Moment | Self::Zoneless | Self::Date | Self::OfDay => "an array of numbers",
            Self::Zoned => "text with a time zone in brackets",
            Self::Length => "separate seconds and nanoseconds",
        }
    }

    /// What there is to say of the type in its place.
    fn advice(self, name: &str) -> String {
        match self {
            Self::System => format!(", whose setter takes a `{name}`"),
            Self::Moment | Self::Date => taken(&format!("`{name}`"), "time"),
            Self::Zoned => taken(&format!("`{name}`"), "jiff"),
            Self::Zoneless => taken("the result of `assume_utc` or `assume_offset`", "time"),
            Self::OfDay => ", in the form that the API documents".to_owned(),
            Self::Length => ", in the unit of the API".to_owned(),
        }
    }

    /// The type that is meant, behind the path of this crate.
    fn meant(self, krate: &TokenStream) -> Type {
        match self {
            Self::OfDay if krate.is_empty() => parse_quote!(String),
            Self::OfDay => parse_quote!(::std::string::String),
            Self::Length => parse_quote!(u64),
            _ => parse_quote!(#krate Timestamp),
        }
    }
}

fn taken(what: &str, feature: &str) -> String {
    format!(", whose setter takes {what}, with the feature `{feature}` of `truto-core`")
}

/// The first type of time in a type, as far as it is known what is written of it.
fn first(ty: &Type) -> Option<(&TypePath, Time)> {
    match ungrouped(ty) {
        Type::Array(array) => first(&array.elem),
        Type::Slice(slice) => first(&slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(first),
        Type::Path(path) => match Time::of(ty) {
            Some(time) => Some((path, time)),
            None => inside(ungrouped(ty))?.find_map(first),
        },
        _ => None,
    }
}

/// What a type holds and writes as it stands. Another type may write what it holds in a way of its own.
fn inside(ty: &Type) -> Option<impl Iterator<Item = &Type>> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let name = last.ident.to_string();
    let holds = matches!(
        name.as_str(),
        "Arc"
            | "BTreeMap"
            | "BTreeSet"
            | "BinaryHeap"
            | "Box"
            | "Cow"
            | "Filter"
            | "HashMap"
            | "HashSet"
            | "LinkedList"
            | "Option"
            | "Patch"
            | "Rc"
            | "Vec"
            | "VecDeque"
    );
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    holds.then_some(types)
}

/// A type with what is meant in place of each time in it.
fn replaced(ty: &Type, krate: &TokenStream) -> Type {
    let mut ty = ungrouped(ty).clone();
    if let Some(time) = Time::of(&ty) {
        return time.meant(krate);
    }
    let is_filter = by_names(&ty, |names| (names.last() == Some(&"Filter")).then_some(())).is_some();
    let is_point = inside(&ty)
        .and_then(|mut types| Time::of(types.next()?))
        .is_some_and(|time| !matches!(time, Time::OfDay | Time::Length));
    if is_filter && is_point {
        return parse_quote!(#krate DateFilter);
    }
    let holds = inside(&ty).is_some();
    match &mut ty {
        Type::Array(array) => *array.elem = replaced(&array.elem, krate),
        Type::Slice(slice) => *slice.elem = replaced(&slice.elem, krate),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(|item| *item = replaced(item, krate)),
        Type::Path(path) if holds => {
            let Some(last) = path.path.segments.last_mut() else { return ty };
            let PathArguments::AngleBracketed(arguments) = &mut last.arguments else { return ty };
            for argument in &mut arguments.args {
                if let GenericArgument::Type(ty) = argument {
                    *ty = replaced(ty, krate);
                }
            }
        }
        _ => {}
    }
    ty
}
