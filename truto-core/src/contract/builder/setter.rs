//! The traits of setters: one for each kind of field, so that rustc's error says what is expected and how to get there.
//!
//! Each is [`Into`] or [`IntoIterator`] under another name, and is implemented for every type that satisfies it:
//! `impl OptionalTextOf<String>` is anything that converts into a `String`.

/// Traits that are `Into<T>` under another name: for a required field, for an optional field, and for a `Patch`. A row has the
/// values that they take, and the notes of their errors.
macro_rules! values {
    ($($what:literal $notes:tt $(required $required:ident)? $(optional $optional:ident)? $(patch $patch:ident)?;)*) => {
        $(
            $(values! { @ $required, "The argument of the setter of a required field: ", $what, $notes [] })?
            $(values! {
                @ $optional, "The argument of the setter of an optional field: ", $what, $notes
                ["pass an `Option` with `.maybe_with(value, |builder, value| builder.name(value))`"]
            })?
            $(values! {
                @ $patch, "The argument of the setter of a [`Patch`](crate::Patch): ", $what, $notes
                [
                    "pass an `Option` with `.maybe_with(value, |builder, value| builder.name(value))`",
                    "to clear the field, call its other setter: `builder.clear_name()`"
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
            label = "cannot be converted into `{T}`",
            $(note = $note,)*
            $(note = $more,)*
        )]
        pub trait $name<T>: Into<T> {}

        #[diagnostic::do_not_recommend]
        impl<T, V: Into<T>> $name<T> for V {}
    };
}

values! {
    "anything that converts into a `T`."
    []
    required ValueOf optional OptionalValueOf patch PatchValueOf;

    "text, or a value that is made from text."
    ["convert a number, or anything else that is `Display`, with `.to_string()`"]
    required TextOf optional OptionalTextOf patch PatchTextOf;

    "a point in time; [`dates`](crate::dates) lists the types that convert into it."
    [
        "a time is a text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or with the features `jiff`, `chrono` and `time` of `truto-core` a type of \
         those crates"
    ]
    required TimeOf optional OptionalTimeOf patch PatchTimeOf;

    "any JSON."
    ["`truto_core::json!({{ \"key\": \"value\" }})` writes JSON, and `serde_json::to_value(value)?` converts a value that is `Serialize`"]
    required JsonOf optional OptionalJsonOf patch PatchJsonOf;

    "a [`Filter`](crate::Filter), or the value to look for."
    [
        "for one of several values write `Filter::one_of(values)`, for a comparison `Filter::gt(value)`",
        "pass borrowed values with `.iter().copied()`, or as text with `.iter().map(|item| item.to_string())`"
    ]
    required FilterOf optional OptionalFilterOf;

    "a [`DateFilter`](crate::DateFilter), or a point in time."
    [
        "for a comparison write `DateFilter::gt(time)`",
        "a time is a text such as `2024-01-31T12:00:00Z`, a `SystemTime`, or with the features `jiff`, `chrono` and `time` of `truto-core` a type of \
         those crates"
    ]
    required DateFilterOf optional OptionalDateFilterOf;

    "a [`SortBy`](crate::SortBy)."
    ["write an order as `SortBy::asc(\"name\")`, or `SortBy::desc(\"name\")`"]
    required SortByOf optional OptionalSortByOf;

    "a [`File`](crate::File)."
    [
        "a file on disk: `File::new(std::fs::read(path)?).file_name(\"a.pdf\")`",
        "a text as a file: `File::text(text)`"
    ]
    required FileOf optional OptionalFileOf;
}

/// Traits of lists: the bound on their items, and the notes of their errors.
macro_rules! lists {
    ($($(#[$doc:meta])+ $name:ident: $list:path, $($note:literal),+;)+) => {$(
        $(#[$doc])+
        #[diagnostic::on_unimplemented(
            message = "expected a list of `{T}`, found `{Self}`",
            label = "not a list of `{T}`",
            $(note = $note),+
        )]
        pub trait $name<T>: $list {}

        #[diagnostic::do_not_recommend]
        impl<T, I: $list> $name<T> for I {}
    )+};
}

lists! {
    /// The argument of the setter of a list: an array, a `Vec`, an iterator, anything whose items convert into `T`.
    ///
    /// ```
    /// # use truto_core::crm::CreateContact;
    /// let addresses = vec!["ada@example.com".to_owned(), "ada@example.org".to_owned()];
    /// let _ = CreateContact::builder().email_addresses(["ada@example.com"]);
    /// let _ = CreateContact::builder().email_addresses(addresses.iter().map(String::as_str));
    /// let _ = CreateContact::builder().email_addresses(addresses);
    /// ```
    ListOf: IntoIterator<Item: Into<T>>,
        "each item must convert into `{T}`; for one value write `[value]`";

    /// The argument of the setter of a list of texts: anything whose items convert into `T`.
    ///
    /// ```
    /// # use truto_core::unified_endpoint;
    /// #[unified_endpoint(GET, "/unified/crm/contacts")]
    /// pub struct ListContacts {
    ///     pub numbers: Option<Vec<String>>,
    /// }
    ///
    /// let _ = ListContacts::builder().numbers(["31"]).numbers([32, 33].iter().map(|number| number.to_string()));
    /// ```
    TextListOf: IntoIterator<Item: Into<T>>,
        "each item must convert into `{T}`; for one value write `[value]`",
        "convert numbers, or anything else that is `Display`, with `.iter().map(|item| item.to_string())`";

    /// The argument of the setter of a list of numbers, booleans or characters: anything whose items are `T`.
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
    PlainListOf: IntoIterator<Item = T>,
        "each item must be a `{T}`; for one value write `[value]`",
        "for a borrowed list write `.iter().copied()`";
}

/// The argument of the setter of a list of [`ReferenceTo`](crate::types::ReferenceTo): anything whose items convert into `T`, such as
/// texts, and ids of records of type `R`.
///
/// ```
/// # use truto_core::crm::{Contact, CreateAssociation, crm_entity};
/// # fn example(found: &[Contact]) {
/// let lead = || CreateAssociation::builder().entity(crm_entity::Leads);
/// let _ = lead().contacts(["0031", "0032"]);
/// let _ = lead().contacts(found.iter().map(|contact| &contact.id));
/// # }
/// ```
///
/// ```compile_fail,E0277
/// # use truto_core::crm::{Contact, CreateAssociation, crm_entity};
/// # fn example(found: &[Contact]) {
/// # let lead = || CreateAssociation::builder().entity(crm_entity::Leads);
/// let _ = lead().accounts(found.iter().map(|contact| &contact.id));
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of references to `{R}`, found `{Self}`",
    label = "not a list of references to `{R}`",
    note = "each item must be the id of such a record, as text or as `Id`; for one value write `[value]`",
    note = "if the id of another type of record is meant, pass it as text: `id.as_str()`",
    note = "convert numbers, or anything else that is `Display`, with `.iter().map(|item| item.to_string())`"
)]
pub trait ReferenceListOf<R: ?Sized, T>: IntoIterator<Item: Into<T>> {}

#[diagnostic::do_not_recommend]
impl<R: ?Sized, T, I: IntoIterator<Item: Into<T>>> ReferenceListOf<R, T> for I {}
