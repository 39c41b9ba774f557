// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `keywords` of the model `fixtures`.
//!
//! Sources of [`Keyword`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Keyword {
    /// The type.
    pub r#type: Option<String>,
    /// The ref.
    pub r#ref: Option<String>,
    /// The self.
    #[truto(rename = "self")]
    pub self_field: Option<String>,
    /// The Self.
    #[truto(rename = "Self")]
    pub self_field_2: Option<String>,
    /// The super.
    #[truto(rename = "super")]
    pub super_field: Option<String>,
    /// The crate.
    #[truto(rename = "crate")]
    pub crate_field: Option<String>,
    /// The match.
    pub r#match: Option<String>,
    /// The async.
    pub r#async: Option<String>,
    /// The await.
    pub r#await: Option<String>,
    /// The dyn.
    pub r#dyn: Option<String>,
    /// The fn.
    pub r#fn: Option<String>,
    /// The loop.
    pub r#loop: Option<String>,
    /// The mod.
    pub r#mod: Option<String>,
    /// The move.
    pub r#move: Option<String>,
    /// The mut.
    pub r#mut: Option<String>,
    /// The pub.
    pub r#pub: Option<String>,
    /// The static.
    pub r#static: Option<String>,
    /// The struct.
    pub r#struct: Option<String>,
    /// The trait.
    pub r#trait: Option<String>,
    /// The true.
    pub r#true: Option<String>,
    /// The false.
    pub r#false: Option<String>,
    /// The unsafe.
    pub r#unsafe: Option<String>,
    /// The use.
    pub r#use: Option<String>,
    /// The where.
    pub r#where: Option<String>,
    /// The while.
    pub r#while: Option<String>,
    /// The yield.
    pub r#yield: Option<String>,
    /// The abstract.
    pub r#abstract: Option<String>,
    /// The become.
    pub r#become: Option<String>,
    /// The box.
    pub r#box: Option<String>,
    /// The do.
    pub r#do: Option<String>,
    /// The final.
    pub r#final: Option<String>,
    /// The macro.
    pub r#macro: Option<String>,
    /// The override.
    pub r#override: Option<String>,
    /// The priv.
    pub r#priv: Option<String>,
    /// The typeof.
    pub r#typeof: Option<String>,
    /// The unsized.
    pub r#unsized: Option<String>,
    /// The virtual.
    pub r#virtual: Option<String>,
    /// The try.
    pub r#try: Option<String>,
    /// The gen.
    pub r#gen: Option<String>,
    /// The union.
    pub union: Option<String>,
    /// The auto.
    pub auto: Option<String>,
    /// The default.
    #[truto(rename = "default")]
    pub default_field: Option<String>,
    /// The raw.
    pub raw: Option<String>,
    /// The `_`.
    #[truto(rename = "_")]
    pub field: Option<String>,
    /// The id.
    pub id: Option<Id<Keyword>>,
    /// The as.
    pub r#as: Option<String>,
    /// The const.
    pub r#const: Option<String>,
    /// The let.
    pub r#let: Option<String>,
    /// The enum.
    pub r#enum: Option<String>,
    /// The extern.
    pub r#extern: Option<String>,
    /// The in.
    pub r#in: Option<String>,
    /// The impl.
    pub r#impl: Option<String>,
    /// The if.
    pub r#if: Option<String>,
    /// The else.
    pub r#else: Option<String>,
    /// The for.
    pub r#for: Option<String>,
    /// The break.
    pub r#break: Option<String>,
    /// The continue.
    pub r#continue: Option<String>,
    /// The return.
    pub r#return: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists keywords.
///
/// `GET /unified/fixtures/keywords` returns pages of [`Keyword`].
#[unified_endpoint(GET, "/unified/fixtures/keywords", response = Keyword, paginated)]
pub struct ListKeywords {
    /// The type.
    pub r#type: Option<Filter<String>>,
    /// The ref.
    pub r#ref: Option<Filter<String>>,
    /// The self.
    #[truto(rename = "self")]
    pub self_field: Option<Filter<String>>,
    /// The Self.
    #[truto(rename = "Self")]
    pub self_field_2: Option<Filter<String>>,
    /// The super.
    #[truto(rename = "super")]
    pub super_field: Option<Filter<String>>,
    /// The crate.
    #[truto(rename = "crate")]
    pub crate_field: Option<Filter<String>>,
    /// The match.
    pub r#match: Option<Filter<String>>,
    /// The async.
    pub r#async: Option<Filter<String>>,
    /// The await.
    pub r#await: Option<Filter<String>>,
    /// The dyn.
    pub r#dyn: Option<Filter<String>>,
    /// The fn.
    pub r#fn: Option<Filter<String>>,
    /// The loop.
    pub r#loop: Option<Filter<String>>,
    /// The mod.
    pub r#mod: Option<Filter<String>>,
    /// The move.
    pub r#move: Option<Filter<String>>,
    /// The mut.
    pub r#mut: Option<Filter<String>>,
    /// The pub.
    pub r#pub: Option<Filter<String>>,
    /// The static.
    pub r#static: Option<Filter<String>>,
    /// The struct.
    pub r#struct: Option<Filter<String>>,
    /// The trait.
    pub r#trait: Option<Filter<String>>,
    /// The true.
    pub r#true: Option<Filter<String>>,
    /// The false.
    pub r#false: Option<Filter<String>>,
    /// The unsafe.
    pub r#unsafe: Option<Filter<String>>,
    /// The use.
    pub r#use: Option<Filter<String>>,
    /// The where.
    pub r#where: Option<Filter<String>>,
    /// The while.
    pub r#while: Option<Filter<String>>,
    /// The yield.
    pub r#yield: Option<Filter<String>>,
    /// The abstract.
    pub r#abstract: Option<Filter<String>>,
    /// The become.
    pub r#become: Option<Filter<String>>,
    /// The box.
    pub r#box: Option<Filter<String>>,
    /// The do.
    pub r#do: Option<Filter<String>>,
    /// The final.
    pub r#final: Option<Filter<String>>,
    /// The macro.
    pub r#macro: Option<Filter<String>>,
    /// The override.
    pub r#override: Option<Filter<String>>,
    /// The priv.
    pub r#priv: Option<Filter<String>>,
    /// The typeof.
    pub r#typeof: Option<Filter<String>>,
    /// The unsized.
    pub r#unsized: Option<Filter<String>>,
    /// The virtual.
    pub r#virtual: Option<Filter<String>>,
    /// The try.
    pub r#try: Option<Filter<String>>,
    /// The gen.
    pub r#gen: Option<Filter<String>>,
    /// The union.
    pub union: Option<Filter<String>>,
    /// The auto.
    pub auto: Option<Filter<String>>,
    /// The default.
    pub default: Option<Filter<String>>,
    /// The raw.
    pub raw: Option<Filter<String>>,
    /// The `_`.
    #[truto(rename = "_")]
    pub field: Option<Filter<String>>,
    /// The id.
    pub id: Option<Filter<String>>,
    /// The as.
    pub r#as: Option<Filter<String>>,
    /// The const.
    pub r#const: Option<Filter<String>>,
    /// The let.
    pub r#let: Option<Filter<String>>,
    /// The enum.
    pub r#enum: Option<Filter<String>>,
    /// The extern.
    pub r#extern: Option<Filter<String>>,
    /// The in.
    pub r#in: Option<Filter<String>>,
    /// The impl.
    pub r#impl: Option<Filter<String>>,
    /// The if.
    pub r#if: Option<Filter<String>>,
    /// The else.
    pub r#else: Option<Filter<String>>,
    /// The for.
    pub r#for: Option<Filter<String>>,
    /// The break.
    pub r#break: Option<Filter<String>>,
    /// The continue.
    pub r#continue: Option<Filter<String>>,
    /// The return.
    pub r#return: Option<Filter<String>>,
}

/// Reads a keyword.
///
/// `GET /unified/fixtures/keywords/{id}` returns the [`Keyword`].
#[unified_endpoint(GET, "/unified/fixtures/keywords/{id}", response = Keyword)]
pub struct GetKeyword {
    /// Id of the keyword.
    pub id: Id<Keyword>,
}

/// Creates a keyword. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/keywords` returns the [`Keyword`].
#[unified_endpoint(POST, "/unified/fixtures/keywords", response = Keyword)]
pub struct CreateKeyword {
    /// The type.
    pub r#type: Option<String>,
    /// The ref.
    pub r#ref: Option<String>,
    /// The self.
    #[truto(rename = "self")]
    pub self_field: Option<String>,
    /// The Self.
    #[truto(rename = "Self")]
    pub self_field_2: Option<String>,
    /// The super.
    #[truto(rename = "super")]
    pub super_field: Option<String>,
    /// The crate.
    #[truto(rename = "crate")]
    pub crate_field: Option<String>,
    /// The match.
    pub r#match: Option<String>,
    /// The async.
    pub r#async: Option<String>,
    /// The await.
    pub r#await: Option<String>,
    /// The dyn.
    pub r#dyn: Option<String>,
    /// The fn.
    pub r#fn: Option<String>,
    /// The loop.
    pub r#loop: Option<String>,
    /// The mod.
    pub r#mod: Option<String>,
    /// The move.
    pub r#move: Option<String>,
    /// The mut.
    pub r#mut: Option<String>,
    /// The pub.
    pub r#pub: Option<String>,
    /// The static.
    pub r#static: Option<String>,
    /// The struct.
    pub r#struct: Option<String>,
    /// The trait.
    pub r#trait: Option<String>,
    /// The true.
    pub r#true: Option<String>,
    /// The false.
    pub r#false: Option<String>,
    /// The unsafe.
    pub r#unsafe: Option<String>,
    /// The use.
    pub r#use: Option<String>,
    /// The where.
    pub r#where: Option<String>,
    /// The while.
    pub r#while: Option<String>,
    /// The yield.
    pub r#yield: Option<String>,
    /// The abstract.
    pub r#abstract: Option<String>,
    /// The become.
    pub r#become: Option<String>,
    /// The box.
    pub r#box: Option<String>,
    /// The do.
    pub r#do: Option<String>,
    /// The final.
    pub r#final: Option<String>,
    /// The macro.
    pub r#macro: Option<String>,
    /// The override.
    pub r#override: Option<String>,
    /// The priv.
    pub r#priv: Option<String>,
    /// The typeof.
    pub r#typeof: Option<String>,
    /// The unsized.
    pub r#unsized: Option<String>,
    /// The virtual.
    pub r#virtual: Option<String>,
    /// The try.
    pub r#try: Option<String>,
    /// The gen.
    pub r#gen: Option<String>,
    /// The union.
    pub union: Option<String>,
    /// The auto.
    pub auto: Option<String>,
    /// The default.
    pub default: Option<String>,
    /// The raw.
    pub raw: Option<String>,
    /// The `_`.
    #[truto(rename = "_")]
    pub field: Option<String>,
    /// The id.
    pub id: Option<String>,
    /// The as.
    pub r#as: Option<String>,
    /// The const.
    pub r#const: Option<String>,
    /// The let.
    pub r#let: Option<String>,
    /// The enum.
    pub r#enum: Option<String>,
    /// The extern.
    pub r#extern: Option<String>,
    /// The in.
    pub r#in: Option<String>,
    /// The impl.
    pub r#impl: Option<String>,
    /// The if.
    pub r#if: Option<String>,
    /// The else.
    pub r#else: Option<String>,
    /// The for.
    pub r#for: Option<String>,
    /// The break.
    pub r#break: Option<String>,
    /// The continue.
    pub r#continue: Option<String>,
    /// The return.
    pub r#return: Option<String>,
}

/// Changes a keyword. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/keywords/{id}` returns the [`Keyword`].
#[unified_endpoint(PATCH, "/unified/fixtures/keywords/{id}", response = Keyword)]
pub struct UpdateKeyword {
    /// Id of the keyword.
    pub id: Id<Keyword>,
    /// The type.
    pub r#type: Patch<String>,
    /// The ref.
    pub r#ref: Patch<String>,
    /// The self.
    #[truto(rename = "self")]
    pub self_field: Patch<String>,
    /// The Self.
    #[truto(rename = "Self")]
    pub self_field_2: Patch<String>,
    /// The super.
    #[truto(rename = "super")]
    pub super_field: Patch<String>,
    /// The crate.
    #[truto(rename = "crate")]
    pub crate_field: Patch<String>,
    /// The match.
    pub r#match: Patch<String>,
    /// The async.
    pub r#async: Patch<String>,
    /// The await.
    pub r#await: Patch<String>,
    /// The dyn.
    pub r#dyn: Patch<String>,
    /// The fn.
    pub r#fn: Patch<String>,
    /// The loop.
    pub r#loop: Patch<String>,
    /// The mod.
    pub r#mod: Patch<String>,
    /// The move.
    pub r#move: Patch<String>,
    /// The mut.
    pub r#mut: Patch<String>,
    /// The pub.
    pub r#pub: Patch<String>,
    /// The static.
    pub r#static: Patch<String>,
    /// The struct.
    pub r#struct: Patch<String>,
    /// The trait.
    pub r#trait: Patch<String>,
    /// The true.
    pub r#true: Patch<String>,
    /// The false.
    pub r#false: Patch<String>,
    /// The unsafe.
    pub r#unsafe: Patch<String>,
    /// The use.
    pub r#use: Patch<String>,
    /// The where.
    pub r#where: Patch<String>,
    /// The while.
    pub r#while: Patch<String>,
    /// The yield.
    pub r#yield: Patch<String>,
    /// The abstract.
    pub r#abstract: Patch<String>,
    /// The become.
    pub r#become: Patch<String>,
    /// The box.
    pub r#box: Patch<String>,
    /// The do.
    pub r#do: Patch<String>,
    /// The final.
    pub r#final: Patch<String>,
    /// The macro.
    pub r#macro: Patch<String>,
    /// The override.
    pub r#override: Patch<String>,
    /// The priv.
    pub r#priv: Patch<String>,
    /// The typeof.
    pub r#typeof: Patch<String>,
    /// The unsized.
    pub r#unsized: Patch<String>,
    /// The virtual.
    pub r#virtual: Patch<String>,
    /// The try.
    pub r#try: Patch<String>,
    /// The gen.
    pub r#gen: Patch<String>,
    /// The union.
    pub union: Patch<String>,
    /// The auto.
    pub auto: Patch<String>,
    /// The default.
    pub default: Patch<String>,
    /// The raw.
    pub raw: Patch<String>,
    /// The `_`.
    #[truto(rename = "_")]
    pub field: Patch<String>,
    /// The as.
    pub r#as: Patch<String>,
    /// The const.
    pub r#const: Patch<String>,
    /// The let.
    pub r#let: Patch<String>,
    /// The enum.
    pub r#enum: Patch<String>,
    /// The extern.
    pub r#extern: Patch<String>,
    /// The in.
    pub r#in: Patch<String>,
    /// The impl.
    pub r#impl: Patch<String>,
    /// The if.
    pub r#if: Patch<String>,
    /// The else.
    pub r#else: Patch<String>,
    /// The for.
    pub r#for: Patch<String>,
    /// The break.
    pub r#break: Patch<String>,
    /// The continue.
    pub r#continue: Patch<String>,
    /// The return.
    pub r#return: Patch<String>,
}

/// Deletes a keyword.
///
/// `DELETE /unified/fixtures/keywords/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/keywords/{id}", response = Deleted)]
pub struct DeleteKeyword {
    /// Id of the keyword.
    pub id: Id<Keyword>,
}

/// Calls the method `move-stage` of [`Keyword`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/keywords/move-stage` returns any JSON, or nothing, because the API's pages do not agree on
/// the answer.
#[unified_endpoint(POST, "/unified/fixtures/keywords/move-stage", response = Option<Json>)]
pub struct MoveStageKeywords {
    /// The type.
    #[truto(query)]
    pub r#type: Option<String>,
    /// The ref.
    #[truto(query)]
    pub r#ref: Option<String>,
    /// The self.
    #[truto(query, rename = "self")]
    pub self_field: Option<String>,
    /// The Self.
    #[truto(query, rename = "Self")]
    pub self_field_2: Option<String>,
    /// The super.
    #[truto(query, rename = "super")]
    pub super_field: Option<String>,
    /// The crate.
    #[truto(query, rename = "crate")]
    pub crate_field: Option<String>,
    /// The match.
    #[truto(query)]
    pub r#match: Option<String>,
    /// The async.
    #[truto(query)]
    pub r#async: Option<String>,
    /// The await.
    #[truto(query)]
    pub r#await: Option<String>,
    /// The dyn.
    #[truto(query)]
    pub r#dyn: Option<String>,
    /// The fn.
    #[truto(query)]
    pub r#fn: Option<String>,
    /// The loop.
    #[truto(query)]
    pub r#loop: Option<String>,
    /// The mod.
    #[truto(query)]
    pub r#mod: Option<String>,
    /// The move.
    #[truto(query)]
    pub r#move: Option<String>,
    /// The mut.
    #[truto(query)]
    pub r#mut: Option<String>,
    /// The pub.
    #[truto(query)]
    pub r#pub: Option<String>,
    /// The static.
    #[truto(query)]
    pub r#static: Option<String>,
    /// The struct.
    #[truto(query)]
    pub r#struct: Option<String>,
    /// The trait.
    #[truto(query)]
    pub r#trait: Option<String>,
    /// The true.
    #[truto(query)]
    pub r#true: Option<String>,
    /// The false.
    #[truto(query)]
    pub r#false: Option<String>,
    /// The unsafe.
    #[truto(query)]
    pub r#unsafe: Option<String>,
    /// The use.
    #[truto(query)]
    pub r#use: Option<String>,
    /// The where.
    #[truto(query)]
    pub r#where: Option<String>,
    /// The while.
    #[truto(query)]
    pub r#while: Option<String>,
    /// The yield.
    #[truto(query)]
    pub r#yield: Option<String>,
    /// The abstract.
    #[truto(query)]
    pub r#abstract: Option<String>,
    /// The become.
    #[truto(query)]
    pub r#become: Option<String>,
    /// The box.
    #[truto(query)]
    pub r#box: Option<String>,
    /// The do.
    #[truto(query)]
    pub r#do: Option<String>,
    /// The final.
    #[truto(query)]
    pub r#final: Option<String>,
    /// The macro.
    #[truto(query)]
    pub r#macro: Option<String>,
    /// The override.
    #[truto(query)]
    pub r#override: Option<String>,
    /// The priv.
    #[truto(query)]
    pub r#priv: Option<String>,
    /// The typeof.
    #[truto(query)]
    pub r#typeof: Option<String>,
    /// The unsized.
    #[truto(query)]
    pub r#unsized: Option<String>,
    /// The virtual.
    #[truto(query)]
    pub r#virtual: Option<String>,
    /// The try.
    #[truto(query)]
    pub r#try: Option<String>,
    /// The gen.
    #[truto(query)]
    pub r#gen: Option<String>,
    /// The union.
    #[truto(query)]
    pub union: Option<String>,
    /// The auto.
    #[truto(query)]
    pub auto: Option<String>,
    /// The default.
    #[truto(query)]
    pub default: Option<String>,
    /// The raw.
    #[truto(query)]
    pub raw: Option<String>,
    /// The `_`.
    #[truto(query, rename = "_")]
    pub field: Option<String>,
    /// The id.
    #[truto(query)]
    pub id: Option<String>,
    /// The as.
    #[truto(query)]
    pub r#as: Option<String>,
    /// The const.
    #[truto(query)]
    pub r#const: Option<String>,
    /// The let.
    #[truto(query)]
    pub r#let: Option<String>,
    /// The enum.
    #[truto(query)]
    pub r#enum: Option<String>,
    /// The extern.
    #[truto(query)]
    pub r#extern: Option<String>,
    /// The in.
    #[truto(query)]
    pub r#in: Option<String>,
    /// The impl.
    #[truto(query)]
    pub r#impl: Option<String>,
    /// The if.
    #[truto(query)]
    pub r#if: Option<String>,
    /// The else.
    #[truto(query)]
    pub r#else: Option<String>,
    /// The for.
    #[truto(query)]
    pub r#for: Option<String>,
    /// The break.
    #[truto(query)]
    pub r#break: Option<String>,
    /// The continue.
    #[truto(query)]
    pub r#continue: Option<String>,
    /// The return.
    #[truto(query)]
    pub r#return: Option<String>,
    /// The type.
    #[truto(rename = "type")]
    pub type_2: Option<String>,
    /// The ref.
    #[truto(rename = "ref")]
    pub ref_2: Option<String>,
    /// The self.
    #[truto(rename = "self")]
    pub self_field_3: Option<String>,
    /// The Self.
    #[truto(rename = "Self")]
    pub self_field_4: Option<String>,
    /// The super.
    #[truto(rename = "super")]
    pub super_field_2: Option<String>,
    /// The crate.
    #[truto(rename = "crate")]
    pub crate_field_2: Option<String>,
    /// The match.
    #[truto(rename = "match")]
    pub match_2: Option<String>,
    /// The async.
    #[truto(rename = "async")]
    pub async_2: Option<String>,
    /// The await.
    #[truto(rename = "await")]
    pub await_2: Option<String>,
    /// The dyn.
    #[truto(rename = "dyn")]
    pub dyn_2: Option<String>,
    /// The fn.
    #[truto(rename = "fn")]
    pub fn_2: Option<String>,
    /// The loop.
    #[truto(rename = "loop")]
    pub loop_2: Option<String>,
    /// The mod.
    #[truto(rename = "mod")]
    pub mod_2: Option<String>,
    /// The move.
    #[truto(rename = "move")]
    pub move_2: Option<String>,
    /// The mut.
    #[truto(rename = "mut")]
    pub mut_2: Option<String>,
    /// The pub.
    #[truto(rename = "pub")]
    pub pub_2: Option<String>,
    /// The static.
    #[truto(rename = "static")]
    pub static_2: Option<String>,
    /// The struct.
    #[truto(rename = "struct")]
    pub struct_2: Option<String>,
    /// The trait.
    #[truto(rename = "trait")]
    pub trait_2: Option<String>,
    /// The true.
    #[truto(rename = "true")]
    pub true_2: Option<String>,
    /// The false.
    #[truto(rename = "false")]
    pub false_2: Option<String>,
    /// The unsafe.
    #[truto(rename = "unsafe")]
    pub unsafe_2: Option<String>,
    /// The use.
    #[truto(rename = "use")]
    pub use_2: Option<String>,
    /// The where.
    #[truto(rename = "where")]
    pub where_2: Option<String>,
    /// The while.
    #[truto(rename = "while")]
    pub while_2: Option<String>,
    /// The yield.
    #[truto(rename = "yield")]
    pub yield_2: Option<String>,
    /// The abstract.
    #[truto(rename = "abstract")]
    pub abstract_2: Option<String>,
    /// The become.
    #[truto(rename = "become")]
    pub become_2: Option<String>,
    /// The box.
    #[truto(rename = "box")]
    pub box_2: Option<String>,
    /// The do.
    #[truto(rename = "do")]
    pub do_2: Option<String>,
    /// The final.
    #[truto(rename = "final")]
    pub final_2: Option<String>,
    /// The macro.
    #[truto(rename = "macro")]
    pub macro_2: Option<String>,
    /// The override.
    #[truto(rename = "override")]
    pub override_2: Option<String>,
    /// The priv.
    #[truto(rename = "priv")]
    pub priv_2: Option<String>,
    /// The typeof.
    #[truto(rename = "typeof")]
    pub typeof_2: Option<String>,
    /// The unsized.
    #[truto(rename = "unsized")]
    pub unsized_2: Option<String>,
    /// The virtual.
    #[truto(rename = "virtual")]
    pub virtual_2: Option<String>,
    /// The try.
    #[truto(rename = "try")]
    pub try_2: Option<String>,
    /// The gen.
    #[truto(rename = "gen")]
    pub gen_2: Option<String>,
    /// The union.
    #[truto(rename = "union")]
    pub union_2: Option<String>,
    /// The auto.
    #[truto(rename = "auto")]
    pub auto_2: Option<String>,
    /// The default.
    #[truto(rename = "default")]
    pub default_2: Option<String>,
    /// The raw.
    #[truto(rename = "raw")]
    pub raw_2: Option<String>,
    /// The `_`.
    #[truto(rename = "_")]
    pub field_2: Option<String>,
    /// The id.
    #[truto(rename = "id")]
    pub id_2: Option<String>,
    /// The as.
    #[truto(rename = "as")]
    pub as_2: Option<String>,
    /// The const.
    #[truto(rename = "const")]
    pub const_2: Option<String>,
    /// The let.
    #[truto(rename = "let")]
    pub let_2: Option<String>,
    /// The enum.
    #[truto(rename = "enum")]
    pub enum_2: Option<String>,
    /// The extern.
    #[truto(rename = "extern")]
    pub extern_2: Option<String>,
    /// The in.
    #[truto(rename = "in")]
    pub in_2: Option<String>,
    /// The impl.
    #[truto(rename = "impl")]
    pub impl_2: Option<String>,
    /// The if.
    #[truto(rename = "if")]
    pub if_2: Option<String>,
    /// The else.
    #[truto(rename = "else")]
    pub else_2: Option<String>,
    /// The for.
    #[truto(rename = "for")]
    pub for_2: Option<String>,
    /// The break.
    #[truto(rename = "break")]
    pub break_2: Option<String>,
    /// The continue.
    #[truto(rename = "continue")]
    pub continue_2: Option<String>,
    /// The return.
    #[truto(rename = "return")]
    pub return_2: Option<String>,
}
