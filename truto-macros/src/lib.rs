//! The attribute and the derive of `truto-core`. Depend on that crate: it re-exports both and documents them.
//!
//! The way of a declaration: `grammar` reads its tokens, `recovery` reports slips and puts what was meant in their place,
//! `model` is the meaning, `check` reports contradictions, and `expand` writes code. `expand.rs` shows the five calls.
//!
//! Errors gather in a `diag::Sink` on the way. What is wrong is taken out, so that code comes out for the rest.

// Floors, top to bottom. A room imports from lower floors only, and `a > b` lets `a` import from `b` of the same floor.
//
//   expand
//   check
//   model
//   recovery
//   grammar
//   diag  syntax
//
// `tests/floors.rs` holds the crate to this list.

mod check;
mod diag;
mod expand;
mod grammar;
mod model;
mod recovery;
mod syntax;
// The tests need the functions of this crate, and no other crate can call those of a proc macro.
#[path = "../tests/unit/mod.rs"]
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// Declares an endpoint of the unified API on a struct.
///
/// ```text
/// #[unified_endpoint(POST, "/unified/crm/associations", response = Association)]
/// pub struct CreateAssociation {
///     /// Identifier of the record that the links start from.
///     pub entity_id: String,
///     /// Kind of that record.
///     #[truto(entity)]
///     pub entity: CrmEntity,
///     /// Contacts to link.
///     #[truto(within = "associations", only_for(Leads))]
///     pub contacts: Vec<Reference>,
/// }
/// ```
///
/// The setter of the entity takes a marker or a value. With a marker, `crm_entity::Contacts`, the compiler checks the rules.
/// With a value, `CrmEntity::Contacts`, they are checked when the request is built or sent, and `build()` returns a `Result`.
///
/// The struct gets a typed builder (`CreateAssociation::builder()`), its contract as `const` data (`Endpoint`), and
/// `Debug`, `Clone`, `Serialize` and `Deserialize`. Without `response`, the response is dynamic JSON.
///
/// # Places
///
/// `{name}` in the path binds the field `name`. Other fields go into the body on `POST`, `PUT` and `PATCH`, and into the
/// query on `GET` and `DELETE`, unless a key says otherwise. `Option<T>`, `Vec<T>` and `Patch<T>` are optional. Every other
/// type is required, including an alias of these, which the attribute cannot see through. A field's type implements `Clone`, `Debug`, `Serialize` and `Deserialize`.
/// A value that is `None` is omitted under any name of its type, also within a type of your own: see `Patch`.
///
/// # Empty lists
///
/// | declared as | place | if empty |
/// |---|---|---|
/// | `Vec<T>` | body of a `POST`, parts of a form | omitted |
/// | `Vec<T>` | query; JSON body of a `PATCH` or a `PUT` | does not compile: use a type below |
/// | `Option<Vec<T>>`, `Patch<Vec<T>>` | body | sent as `[]` if set |
/// | `Option<Vec<T>>`, `Patch<Vec<T>>` | query | refused when sent: if omitted, it would list everything |
/// | an alias of `Vec<T>`, a set, a map | body | sent as it is |
/// | an alias of `Vec<T>`, a set, a map | query | refused when sent |
///
/// # Uploads
///
/// `body = raw` sends the bytes of one field, a `File`, with its content type and `truto_body_passthrough=true` in the query.
/// `body = multipart` sends each field of the body as a part of `multipart/form-data`: strings, numbers and booleans as
/// text, `File`, `Option<File>` and `Vec<File>` as files, and other values as JSON. `body = json` is the default.
///
/// # Lists
///
/// `paginated`, on a `GET`, gives the builder and the struct `.pages(&account)` and `.items(&account)`, and the common
/// parameters `limit`, `next_cursor`, `key_by` and `ignore_limit`. A field with the wire name of a common parameter replaces
/// it. `response` is the type of one item.
///
/// # Accounts and the platform
///
/// The path says what a request is sent to. Under `/unified`, `/proxy` and `/custom` it is an account: `request.send(&account)`. Any other
/// path is the platform's, and takes the client: `request.send(&client)`. `scope = account` or `scope = client` says otherwise. The wrong
/// handle does not compile. A request of the platform has no common parameters but `limit` and `next_cursor` of a list, so a field
/// may have the name of any other, such as `integrated_account_id`. The platform knows no idempotency key: a `POST` or a `PATCH` of
/// unknown outcome is never sent again.
///
/// # Custom methods
///
/// `POST /unified/{model}/{resource}/{method}` is a custom method. It may answer `{"result": …}`: an object whose only member is
/// `result` is read as the value of that member, so `response` is the type of the value. `.raw()` gives the answer as it came.
///
/// # Providers
///
/// `providers(Attio(Accounts, Contacts), Close(Contacts))` lists the entities that each provider supports. If the provider of
/// an account is known, `client.account(id)?.provider::<Attio>()`, a request with another entity does not compile; an entity
/// that is known only at run time is checked then. A provider is any type of this name in scope: a type of
/// `truto_core::provider`, or a type of your own that implements `Provider`.
///
/// # Keys of `#[truto(…)]` on a field
///
/// | key | meaning |
/// |---|---|
/// | `entity` | the entity of the request; an enum with `#[derive(UnifiedEntity)]` |
/// | `only_for(A, B)` | the field is allowed only for these entities |
/// | `within = "a"`, `within = "a.b"` | the field is in this object of the body |
/// | `query` | the field goes into the query |
/// | `header = "Name"` | the field goes into this header |
/// | `rename = "wire"` | name on the wire |
/// | `style = brackets`, `repeat`, `comma` | style of a list in the query |
/// | `default` | the default of its type is sent unless set |
/// | `secret` | hidden from `Debug` and from errors |
/// | `slash = encode` | a slash in this path value is sent as `%2F` instead of being refused |
///
/// Two keys stand on the struct, or on an enum with `#[derive(UnifiedEntity)]`:
///
/// | key | meaning |
/// |---|---|
/// | `crate = path` | the path of `truto_core`, for a crate that is renamed in `Cargo.toml` |
/// | `no_prelude` | the module is under `#![no_implicit_prelude]`, where rustc does not resolve the custom messages |
///
/// # Setters
///
/// A setter is as visible as the struct. If the fields are private, only the builder sets them, and every value of the struct
/// is valid. The type of a builder with some fields given can be named: `CreateAssociationBuilder<Given, Missing>`, a state
/// for each required field in order.
///
/// | field | another call of its setter |
/// |---|---|
/// | a list: `Vec<T>`, also in an `Option` or a `Patch` | adds |
/// | a set or a map: `BTreeSet<T>`, `HashMap<K, V>` and the others of `std::collections` | adds; an existing key gets the new value |
/// | any other type, including an alias of these | replaces the value |
/// | the entity | does not compile |
///
/// `clear_name` of a `Patch` replaces what was set before it, and a list that is set after it replaces `null`.
///
/// An `Option` needs no `if let`: `.maybe_with(row.phone, |builder, phone| builder.phone(phone))` calls the setter for `Some`,
/// and changes nothing for `None`. It takes the setter of any field that is not required, and of a common parameter. A
/// builder with `Patch` fields takes a `Patch` likewise:
/// `.patch_with(row.phone, |builder, phone| builder.phone(phone), |builder| builder.clear_phone())`.
///
/// `cfg`, `cfg_attr`, `deprecated` and documentation of a field apply to its setter too.
///
/// # Errors
///
/// A mistake in a declaration does not compile, and the message ends with a code, such as `truto::E07`. The module
/// [`truto_core::diagnostics`](../truto_core/diagnostics/index.html) is the index: for each code the mistake, and the
/// declaration corrected.
#[proc_macro_attribute]
pub fn unified_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into()).into()
}

/// The derive that `#[unified_endpoint]` passes a declaration with `cfg` to: rustc evaluates `cfg` before a derive.
#[doc(hidden)]
#[proc_macro_derive(ConditionalEndpoint, attributes(truto_keys, truto_endpoint))]
pub fn conditional_endpoint(item: TokenStream) -> TokenStream {
    expand::conditional_endpoint(item.into()).into()
}

/// Declares the entities of an endpoint: its kinds of record.
///
/// The enum gets `Clone`, `Copy`, `Debug`, `PartialEq`, `Eq`, `Hash`, `Display`, `FromStr`, `Serialize`, `Deserialize` and
/// `UnifiedEntity`: do not derive them. A module named after the enum (`CrmEntity` gives `crm_entity`) holds a marker type for
/// each variant. The name on the wire is the variant in `snake_case`, unless `#[truto(rename = "wire")]` on the variant gives
/// another.
// `serde` is registered so that the derive can report `#[serde(…)]` on a variant in our words.
#[proc_macro_derive(UnifiedEntity, attributes(truto, serde))]
pub fn unified_entity(item: TokenStream) -> TokenStream {
    expand::entity(item.into()).into()
}

/// Declares a record: what an answer holds.
///
/// ```text
/// /// A person.
/// #[derive(Clone, Default, PartialEq, UnifiedRecord)]
/// #[non_exhaustive]
/// pub struct Contact {
///     /// Id of the record.
///     pub id: Id<Contact>,
///     /// First name.
///     pub first_name: Option<String>,
///     /// Addresses.
///     pub email_addresses: Vec<EmailAddress>,
///     /// Everything else.
///     #[truto(unknown)]
///     pub unknown: Unknown,
/// }
/// ```
///
/// The struct gets `Debug`, `Serialize`, `Deserialize` and `Record`: its fields as `const` data. Do not derive these.
///
/// `Option<T>` and `Vec<T>` are optional: a member that is missing or `null` is `None` or the empty list. Every other type is
/// required, including an alias of these. A name that occurs twice is an error. A record is written without what is `None` or
/// an empty list.
///
/// # Keys of `#[truto(…)]` on a field
///
/// | key | meaning |
/// |---|---|
/// | `rename = "wire"` | name on the wire |
/// | `secret` | hidden from `Debug` |
/// | `unknown` | the field, an `Unknown`, keeps the members that the struct does not declare; without it they are skipped |
///
/// # Keys on the struct
///
/// | key | meaning |
/// |---|---|
/// | `setters` | adds a method for each field, `EmailAddress::default().email("ada@example.com")`: for records that requests hold |
/// | `crate = path` | the path of `truto_core`, for a crate that is renamed in `Cargo.toml` |
#[proc_macro_derive(UnifiedRecord, attributes(truto, serde))]
pub fn unified_record(item: TokenStream) -> TokenStream {
    expand::record(item.into()).into()
}

/// Declares the values of a string: an enum whose variants are names on the wire.
///
/// The name on the wire is the variant in `snake_case`, unless `#[truto(rename = "wire")]` on the variant gives another. The
/// enum gets `Serialize`, `Deserialize` and `UnifiedEnum`; derive `Clone` and the others that you need. A record holds it as
/// `Open<E>`, because the server may add values.
#[proc_macro_derive(UnifiedEnum, attributes(truto, serde))]
pub fn unified_enum(item: TokenStream) -> TokenStream {
    expand::enum_of_names(item.into()).into()
}
