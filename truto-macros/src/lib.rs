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
/// The entity's setter takes a marker, `crm_entity::Contacts`, and the compiler checks the rules; or a value,
/// `CrmEntity::Contacts`, and they are checked when the request is built or sent, and `build()` returns a `Result`.
///
/// The struct gets a typed builder (`CreateAssociation::builder()`), its contract as `const` data (`Endpoint`), and
/// `Debug`, `Clone`, `Serialize` and `Deserialize`. Without `response` the answer is dynamic JSON.
///
/// # Places
///
/// `{name}` in the path binds the field `name`. On `POST`, `PUT` and `PATCH` every other field goes into the body, on
/// `GET` and `DELETE` into the query, unless it says otherwise. `Option<T>`, `Vec<T>` and `Patch<T>` are optional, every
/// other type is required, an alias of one of these included. A field's type implements `Clone`, `Debug`, `Serialize` and
/// `Deserialize`. A value that is `None` is left out whatever its type is called, also inside of a type of your own: see `Patch`.
///
/// # Lists that are empty
///
/// | declared as | place | empty |
/// |---|---|---|
/// | `Vec<T>` | body of a `POST`, parts of a form | left out |
/// | `Vec<T>` | query; JSON body of a `PATCH` or a `PUT` | does not compile: write one of those below |
/// | `Option<Vec<T>>`, `Patch<Vec<T>>` | body | sent as `[]` once it is set |
/// | `Option<Vec<T>>`, `Patch<Vec<T>>` | query | refused when it is sent: left out, it would list everything |
/// | an alias of `Vec<T>`, a set, a map | body | sent as it is |
/// | an alias of `Vec<T>`, a set, a map | query | refused when it is sent |
///
/// The attribute sees no alias: under one, a list is a required field, and the setter takes the whole list, in place of the
/// one before.
///
/// # Uploads
///
/// `body = raw` sends the bytes of the one field that has the body's place, a `File`, with its content type and
/// `truto_body_passthrough=true` in the query. `body = multipart` sends each field of the body as a part of
/// `multipart/form-data`: strings, numbers and booleans as text, other values as JSON, and `File`, `Option<File>` and
/// `Vec<File>` as files. `body = json` is what is sent without the key.
///
/// # Lists
///
/// `paginated`, on a `GET`, gives the builder and the struct `.pages(&account)` and `.items(&account)`, and `limit`,
/// `next_cursor`, `key_by` and `ignore_limit` as common parameters. A field with the wire name of one of these takes its
/// place. `response` is the type of one item.
///
/// # Providers
///
/// `providers(Attio(Accounts, Contacts), Close(Contacts))` names which entities a provider supports. A request to an
/// account whose provider is known, `client.account(id)?.provider::<Attio>()`, does not compile with another entity; an
/// entity that is known at run time is checked then. A provider is any type in scope by this name: those of
/// `truto_core::provider`, or one's own that implements `Provider`.
///
/// # Keys of `#[truto(…)]` on a field
///
/// | key | meaning |
/// |---|---|
/// | `entity` | the entity of the request; an enum with `#[derive(UnifiedEntity)]` |
/// | `only_for(A, B)` | the field is allowed for these entities only |
/// | `within = "a"`, `within = "a.b"` | the field stands in this object of the body |
/// | `query` | the field goes into the query |
/// | `header = "Name"` | the field goes into this header |
/// | `rename = "wire"` | name on the wire |
/// | `style = brackets`, `repeat`, `comma` | spelling of a list in the query |
/// | `default` | sent with its type's default unless it is set |
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
/// A setter is as visible as the struct: private fields are set through the builder alone, and no struct value can be
/// wrong. A builder of which some fields are given has a name: `CreateAssociationBuilder<Given, Missing>`, a state for each
/// required field in order.
///
/// | field | its setter, called again |
/// |---|---|
/// | a list: `Vec<T>`, also in an `Option` or a `Patch` | adds |
/// | a set or a map: `BTreeSet<T>`, `HashMap<K, V>` and the others of `std::collections` | adds; a key that is there gets the new value |
/// | any other, an alias of these included | replaces the value |
/// | the entity | is set once |
///
/// `clear_name` of a `Patch` takes the place of what was set, and a list that is set afterwards the place of that.
///
/// What one has as an `Option` goes in without `if let`: `.maybe_with(row.phone, |builder, phone| builder.phone(phone))` calls the
/// setter for `Some`, and changes nothing for `None`. It takes the setter of any field that is not required, and of a common
/// parameter. A builder with `Patch` fields takes a `Patch` likewise:
/// `.patch_with(row.phone, |builder, phone| builder.phone(phone), |builder| builder.clear_phone())`.
///
/// `cfg`, `cfg_attr`, `deprecated` and documentation of a field hold for its setter too.
///
/// # Errors
///
/// What is wrong in a declaration does not compile, and the message ends with a code, such as `truto::E07`. The module
/// [`truto_core::diagnostics`](../truto_core/diagnostics/index.html) is their index: for each the mistake, and the same
/// declaration corrected.
#[proc_macro_attribute]
pub fn unified_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::endpoint(args.into(), &item.into()).into()
}

/// What `#[unified_endpoint]` leaves a declaration with `cfg` to: for a derive, rustc evaluates it first.
#[doc(hidden)]
#[proc_macro_derive(ConditionalEndpoint, attributes(truto_keys, truto_endpoint))]
pub fn conditional_endpoint(item: TokenStream) -> TokenStream {
    expand::conditional_endpoint(item.into()).into()
}

/// Declares the entities of an endpoint: the kinds of record that it is about.
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
