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
                ["a value that there may be is forwarded with `.maybe_with(value, |builder, value| builder.name(value))`"]
            })?
            $(values! {
                @ $patch, "What the setter of a [`Patch`](crate::Patch) takes: ", $what, $notes
                [
                    "a value that there may be is forwarded with `.maybe_with(value, |builder, value| builder.name(value))`",
                    "to clear the field, call the setter that clears it: `builder.clear_name()`"
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
            label = "does not become a `{T}`",
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
    ["text of a number, and of whatever else can be shown, is made with `.to_string()`"]
    required TextOf optional OptionalTextOf patch PatchTextOf;

    "a point in time; [`dates`](crate::dates) lists what becomes one."
    [
        "a time is text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or with the features `jiff`, `chrono` and `time` of `truto-core` a type of \
         those crates"
    ]
    required TimeOf optional OptionalTimeOf patch PatchTimeOf;

    "any JSON."
    ["`truto_core::json!({{ \"key\": \"value\" }})` writes JSON, and `serde_json::to_value(value)?` makes it of what is `Serialize`"]
    required JsonOf optional OptionalJsonOf patch PatchJsonOf;

    "a [`Filter`](crate::Filter), or a value that records shall have."
    [
        "one of several values is `Filter::one_of(values)`, and a comparison `Filter::gt(value)`",
        "values that are borrowed are given with `.iter().copied()`, or as text with `.iter().map(|item| item.to_string())`"
    ]
    required FilterOf optional OptionalFilterOf;

    "a [`DateFilter`](crate::DateFilter), or a point in time."
    [
        "a comparison is `DateFilter::gt(time)`",
        "a time is text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or with the features `jiff`, `chrono` and `time` of `truto-core` a type of \
         those crates"
    ]
    required DateFilterOf optional OptionalDateFilterOf;

    "a [`SortBy`](crate::SortBy)."
    ["an order is `SortBy::asc(\"name\")`, or `SortBy::desc(\"name\")`"]
    required SortByOf optional OptionalSortByOf;

    "a [`File`](crate::File)."
    [
        "a file on disk: `File::new(std::fs::read(path)?).file_name(\"a.pdf\")`",
        "a file whose content is a text: `File::text(text)`"
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
    note = "every item has to become a `{T}`; one value is written `[value]`"
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
    note = "every item has to become a `{T}`; one value is written `[value]`",
    note = "text of numbers, and of whatever else can be shown, is made with `.iter().map(|item| item.to_string())`"
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
    note = "every item has to be a `{T}`; one value is written `[value]`",
    note = "a list that is borrowed gives its items with `.iter().copied()`"
)]
pub trait PlainListOf<T>: IntoIterator<Item = T> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item = T>> PlainListOf<T> for I {}
