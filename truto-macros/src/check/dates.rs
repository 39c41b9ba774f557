//! Types of time that serde writes in a form that the API does not accept. Without this check they compile, and the server
//! refuses or misreads them.
//!
//! `tests/end_to_end/dates.rs` asserts what serde writes for each of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Type, TypePath, parse_quote};

use crate::check::places::OWN;
use crate::diag::{Code, Sink};
use crate::model::Endpoint;
use crate::recovery::Recovered;
use crate::syntax::{by_names, last_name, parts, parts_mut, type_text, ungrouped};

pub(super) fn check(endpoint: &mut Endpoint, recovered: &mut Recovered, sink: &mut Sink) {
    let krate = &endpoint.krate;
    for field in &mut endpoint.fields {
        // Wrong types are reported already, and so are wrong entities.
        if recovered.type_replaced.contains(&field.name) || field.keys.entity.is_some() {
            continue;
        }
        let Some((found, time)) = first(&field.ty) else { continue };
        let shown = replaced(&field.ty, &quote!());
        let name = crate::syntax::text(&found.to_token_stream());
        let what =
            format!("`{}`: serde writes `{name}` as {}, which the API does not accept", field.name, time.written());
        let own = if found.path.segments.len() == 1 { OWN } else { "" };
        let fix = format!("write `{}`{}{own}", type_text(&shown), time.advice(&name));
        let span = found.path.segments.last().map_or_else(|| found.span(), |last| last.ident.span());
        sink.unless(recovered.in_doubt.contains(&field.name), |sink| sink.error(span, Code::DateType, what, fix));
        let meant = replaced(&field.ty, &quote!(#krate::));
        // A point in time has no useful default.
        let is_defaulted = field.keys.default.take().is_some();
        field.replace_type(if is_defaulted { parse_quote!(::core::option::Option<#meant>) } else { meant }, recovered);
        recovered.type_unknown.insert(field.name.clone());
    }
}

/// A type of time, known by its name or by its path in its crate. With another path it is the user's own type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    System,
    Moment,
    Zoneless,
    /// A date of the crate `time`. Many crates have a `Date`, and most of them write text.
    Date,
    OfDay,
    Zoned,
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

    /// A remark on the type that is meant.
    fn advice(self, name: &str) -> String {
        let taken = |what: &str, feature: &str| {
            format!(", whose setter takes {what}, with the feature `{feature}` of `truto-core`")
        };
        match self {
            Self::System => format!(", whose setter takes a `{name}`"),
            Self::Moment | Self::Date => taken(&format!("`{name}`"), "time"),
            Self::Zoned => taken(&format!("`{name}`"), "jiff"),
            Self::Zoneless => taken("the result of `assume_utc` or `assume_offset`", "time"),
            Self::OfDay => ", in the form that the API documents".to_owned(),
            Self::Length => ", in the unit of the API".to_owned(),
        }
    }

    /// The type that is meant, with the path of this crate.
    fn meant(self, krate: &TokenStream) -> Type {
        match self {
            Self::OfDay if krate.is_empty() => parse_quote!(String),
            Self::OfDay => parse_quote!(::std::string::String),
            Self::Length => parse_quote!(u64),
            _ => parse_quote!(#krate Timestamp),
        }
    }
}

/// The first type of time that serde writes as part of a type.
fn first(ty: &Type) -> Option<(&TypePath, Time)> {
    match (ungrouped(ty), Time::of(ty)) {
        (Type::Path(path), Some(time)) => Some((path, time)),
        (ty, _) if shows_parts(ty) => parts(ty).into_iter().find_map(first),
        _ => None,
    }
}

/// Whether serde writes the parts of a type as they are. A type that is not listed may have its own way.
fn shows_parts(ty: &Type) -> bool {
    const HOLDERS: &str = "Arc BTreeMap BTreeSet BinaryHeap Box Cow Filter HashMap HashSet LinkedList Option Patch Rc Vec \
                           VecDeque";
    !matches!(ty, Type::Path(_)) || last_name(ty).is_some_and(|name| HOLDERS.split(' ').any(|holder| name == holder))
}

/// A type with the meant type in place of each type of time.
fn replaced(ty: &Type, krate: &TokenStream) -> Type {
    let mut ty = ungrouped(ty).clone();
    if let Some(time) = Time::of(&ty) {
        return time.meant(krate);
    }
    let is_filter = by_names(&ty, |names| names.last() == Some(&"Filter"));
    let is_point = |ty: &&Type| Time::of(ty).is_some_and(|time| !matches!(time, Time::OfDay | Time::Length));
    if is_filter && parts(&ty).first().is_some_and(is_point) {
        return parse_quote!(#krate DateFilter);
    }
    if shows_parts(&ty) {
        for part in parts_mut(&mut ty) {
            *part = replaced(part, krate);
        }
    }
    ty
}
