//! What the setters of a builder take: each kind of field has a trait that says in an error what is expected, and how to get there.
//!
//! All of them are [`Into`] or [`IntoIterator`] under another name, and nothing has to implement one. What a setter takes is written in its
//! signature: `impl OptionalTextOf<String>` is whatever converts into a `String`.

/// Traits that are `Into<T>` by another name: one for a field that has to be set, one for a field that may be left out, and one for a
/// `Patch`. Each row says what they take, and what there is to say of it.
macro_rules! values {
    ($($what:literal $notes:tt $(required $required:ident)? $(optional $optional:ident)? $(patch $patch:ident)?;)*) => {
        $(
            $(values! { @ $required, "What the setter of a field takes that has to be set: ", $what, $notes [] })?
            $(values! {
                @ $optional, "What the setter of a field takes that may be left out: ", $what, $notes
                ["forward an `Option` with `.maybe_with(value, |builder, value| builder.name(value))`"]
            })?
            $(values! {
                @ $patch, "What the setter of a [`Patch`](crate::Patch) takes: ", $what, $notes
                [
                    "forward an `Option` with `.maybe_with(value, |builder, value| builder.name(value))`",
                    "to clear the field, call its other setter, such as `builder.clear_name()`"
                ]
            })?
        )*
    };
    (@ $name:ident, $whose:literal, $what:literal, [$($note:literal),*] [$($more:literal),*]) => {
        #[doc = concat!($whose, $what)]
        ///
        /// ```
        #[doc = concat!("fn set<T>(value: impl truto_core::builder::", stringify!($name), "<T>) -> T {")]
        ///     value.into()
        /// }
        /// ```
        #[diagnostic::on_unimplemented(
            message = "expected `{T}`, found `{Self}`",
            label = "cannot be converted to `{T}`",
            $(note = $note,)*
            $(note = $more,)*
        )]
        pub trait $name<T>: Into<T> {}

        #[diagnostic::do_not_recommend]
        impl<T, V: Into<T>> $name<T> for V {}
    };
}

values! {
    "anything that becomes a `T`."
    []
    required ValueOf optional OptionalValueOf patch PatchValueOf;

    "text, or what is made of text."
    ["convert numbers and other `Display` values with `.to_string()`"]
    required TextOf optional OptionalTextOf patch PatchTextOf;

    "a point in time; [`dates`](crate::dates) lists what becomes one."
    [
        "pass text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or, with the features `jiff`, `chrono` and `time` of `truto-core`, a type of \
         those crates"
    ]
    required TimeOf optional OptionalTimeOf patch PatchTimeOf;

    "any JSON."
    ["write JSON with `truto_core::json!({{ \"key\": \"value\" }})`, or convert a `Serialize` value with `serde_json::to_value(value)?`"]
    required JsonOf optional OptionalJsonOf patch PatchJsonOf;

    "a [`Filter`](crate::Filter), or a value that records shall have."
    [
        "write `Filter::one_of(values)` for several values, and `Filter::gt(value)` for a comparison",
        "pass borrowed values with `.iter().copied()`, or as text with `.iter().map(|item| item.to_string())`"
    ]
    required FilterOf optional OptionalFilterOf;

    "a [`DateFilter`](crate::DateFilter), or a point in time."
    [
        "write `DateFilter::gt(time)` for a comparison",
        "pass text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or, with the features `jiff`, `chrono` and `time` of `truto-core`, a type of \
         those crates"
    ]
    required DateFilterOf optional OptionalDateFilterOf;

    "a [`SortBy`](crate::SortBy)."
    ["write `SortBy::asc(\"name\")` or `SortBy::desc(\"name\")`"]
    required SortByOf optional OptionalSortByOf;

    "a [`File`](crate::File)."
    [
        "read a file from disk with `File::new(std::fs::read(path)?).file_name(\"a.pdf\")`",
        "make a file from text with `File::text(text)`"
    ]
    required FileOf optional OptionalFileOf;
}

/// What the setter of a list takes: an array, a `Vec`, an iterator, anything whose items become `T`.
///
/// ```
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// let ids = vec!["0031".to_owned(), "0032".to_owned()];
/// let lead = || CreateAssociation::builder().entity(crm_entity::Leads);
/// let _ = lead().contacts(["0031"]);
/// let _ = lead().contacts(ids.iter().filter(|id| id.len() == 4));
/// let _ = lead().contacts(ids);
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "not a list of `{T}`",
    note = "every item must convert to `{T}`; write `[value]` for a single value"
)]
pub trait ListOf<T>: IntoIterator<Item: Into<T>> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Into<T>>> ListOf<T> for I {}

/// What the setter of a list of texts takes, or of what is made of text: anything whose items become `T`.
///
/// ```
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// let lead = CreateAssociation::builder().entity(crm_entity::Leads);
/// let _ = lead.contacts([31, 32].iter().map(|id| id.to_string()));
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "not a list of `{T}`",
    note = "every item must convert to `{T}`; write `[value]` for a single value",
    note = "convert numbers and other `Display` values with `.iter().map(|item| item.to_string())`"
)]
pub trait TextListOf<T>: IntoIterator<Item: Into<T>> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Into<T>>> TextListOf<T> for I {}

/// What the setter of a list of numbers takes, of booleans or of characters: anything whose items are `T`.
///
/// ```
/// # use truto_core::unified_endpoint;
/// #[unified_endpoint(GET, "/unified/crm/contacts")]
/// pub struct ListContacts {
///     pub stages: Option<Vec<u32>>,
/// }
///
/// let stages: &[u32] = &[1, 2];
/// let _ = ListContacts::builder().stages([1, 2]);
/// let _ = ListContacts::builder().stages(stages.iter().copied());
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "not a list of `{T}`",
    note = "every item must be a `{T}`; write `[value]` for a single value",
    note = "pass the items of a borrowed list with `.iter().copied()`"
)]
pub trait PlainListOf<T>: IntoIterator<Item = T> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item = T>> PlainListOf<T> for I {}
