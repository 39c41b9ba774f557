// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `names_awkward` of the model `fixtures`.
//!
//! Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte", "", "new\\nline",
//! "tab\\there", "null\\0byte", "", "new\\nline", "tab\\there", "null\\0byte", "", "new\\nline", "tab\\there",
//! "null\\0byte".
//!
//! Sources of [`NamesAwkward`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NamesAwkward {
    /// The member `with space`.
    #[truto(rename = "with space")]
    pub with_space: Option<String>,
    /// The member `padded`.
    #[truto(rename = "  padded  ")]
    pub padded: Option<String>,
    /// The member `kebab-case`.
    #[truto(rename = "kebab-case")]
    pub kebab_case: Option<String>,
    /// The member `dotted.name`.
    #[truto(rename = "dotted.name")]
    pub dotted_name: Option<String>,
    /// The member `$dollar`.
    #[truto(rename = "$dollar")]
    pub dollar: Option<String>,
    /// The member `@odata.type`.
    #[truto(rename = "@odata.type")]
    pub odata_type: Option<String>,
    /// The member `#hash`.
    #[truto(rename = "#hash")]
    pub hash: Option<String>,
    /// The member `1st_line`.
    #[truto(rename = "1st_line")]
    pub field_1st_line: Option<String>,
    /// The member `2fa`.
    #[truto(rename = "2fa")]
    pub field_2fa: Option<String>,
    /// The member `100`.
    #[truto(rename = "100")]
    pub field_100: Option<String>,
    /// The member `-`.
    #[truto(rename = "-")]
    pub field: Option<String>,
    /// The member `___`.
    #[truto(rename = "___")]
    pub field_2: Option<String>,
    /// The member `🚀`.
    #[truto(rename = "🚀")]
    pub field_3: Option<String>,
    /// The member `straße`.
    #[truto(rename = "straße")]
    pub stra_e: Option<String>,
    /// The member `日本語`.
    #[truto(rename = "日本語")]
    pub field_4: Option<String>,
    /// The member `über-cool`.
    #[truto(rename = "über-cool")]
    pub ber_cool: Option<String>,
    /// The member `a"quote`.
    #[truto(rename = "a\"quote")]
    pub a_quote: Option<String>,
    /// The member `back\slash`.
    #[truto(rename = "back\\slash")]
    pub back_slash: Option<String>,
    /// The member `a[b]`.
    #[truto(rename = "a[b]")]
    pub a_b: Option<String>,
    /// The member `a{b}`.
    #[truto(rename = "a{b}")]
    pub a_b_2: Option<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id: Option<String>,
    /// The member `../..`.
    #[truto(rename = "../..")]
    pub field_5: Option<String>,
    /// The member `<script>`.
    #[truto(rename = "<script>")]
    pub script: Option<String>,
    /// The member `'tick'`.
    #[truto(rename = "`tick`")]
    pub tick: Option<String>,
    /// The member `*/`.
    #[truto(rename = "*/")]
    pub field_6: Option<String>,
    /// The member `//`.
    #[truto(rename = "//")]
    pub field_7: Option<String>,
    /// The member `''`.
    #[truto(rename = "''")]
    pub field_8: Option<String>,
    /// The member `r#type`.
    #[truto(rename = "r#type")]
    pub r_type: Option<String>,
    /// The member `unknown`.
    pub unknown: Option<String>,
    /// The member `clone`.
    #[truto(rename = "clone")]
    pub clone_field: Option<String>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown_2: Unknown,
}

/// Lists names awkward.
///
/// `GET /unified/fixtures/names_awkward` returns pages of [`NamesAwkward`].
///
/// Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte".
#[unified_endpoint(GET, "/unified/fixtures/names_awkward", response = NamesAwkward, paginated)]
pub struct ListNamesAwkward {
    /// The member `with space`.
    #[truto(rename = "with space")]
    pub with_space: Option<Filter<String>>,
    /// The member `padded`.
    #[truto(rename = "  padded  ")]
    pub padded: Option<Filter<String>>,
    /// The member `kebab-case`.
    #[truto(rename = "kebab-case")]
    pub kebab_case: Option<Filter<String>>,
    /// The member `dotted.name`.
    #[truto(rename = "dotted.name")]
    pub dotted_name: Option<Filter<String>>,
    /// The member `$dollar`.
    #[truto(rename = "$dollar")]
    pub dollar: Option<Filter<String>>,
    /// The member `@odata.type`.
    #[truto(rename = "@odata.type")]
    pub odata_type: Option<Filter<String>>,
    /// The member `#hash`.
    #[truto(rename = "#hash")]
    pub hash: Option<Filter<String>>,
    /// The member `1st_line`.
    #[truto(rename = "1st_line")]
    pub field_1st_line: Option<Filter<String>>,
    /// The member `2fa`.
    #[truto(rename = "2fa")]
    pub field_2fa: Option<Filter<String>>,
    /// The member `100`.
    #[truto(rename = "100")]
    pub field_100: Option<Filter<String>>,
    /// The member `-`.
    #[truto(rename = "-")]
    pub field: Option<Filter<String>>,
    /// The member `___`.
    #[truto(rename = "___")]
    pub field_2: Option<Filter<String>>,
    /// The member `🚀`.
    #[truto(rename = "🚀")]
    pub field_3: Option<Filter<String>>,
    /// The member `straße`.
    #[truto(rename = "straße")]
    pub stra_e: Option<Filter<String>>,
    /// The member `日本語`.
    #[truto(rename = "日本語")]
    pub field_4: Option<Filter<String>>,
    /// The member `über-cool`.
    #[truto(rename = "über-cool")]
    pub ber_cool: Option<Filter<String>>,
    /// The member `a"quote`.
    #[truto(rename = "a\"quote")]
    pub a_quote: Option<Filter<String>>,
    /// The member `back\slash`.
    #[truto(rename = "back\\slash")]
    pub back_slash: Option<Filter<String>>,
    /// The member `a[b]`.
    #[truto(rename = "a[b]")]
    pub a_b: Option<Filter<String>>,
    /// The member `a{b}`.
    #[truto(rename = "a{b}")]
    pub a_b_2: Option<Filter<String>>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id: Option<Filter<String>>,
    /// The member `../..`.
    #[truto(rename = "../..")]
    pub field_5: Option<Filter<String>>,
    /// The member `<script>`.
    #[truto(rename = "<script>")]
    pub script: Option<Filter<String>>,
    /// The member `'tick'`.
    #[truto(rename = "`tick`")]
    pub tick: Option<Filter<String>>,
    /// The member `*/`.
    #[truto(rename = "*/")]
    pub field_6: Option<Filter<String>>,
    /// The member `//`.
    #[truto(rename = "//")]
    pub field_7: Option<Filter<String>>,
    /// The member `''`.
    #[truto(rename = "''")]
    pub field_8: Option<Filter<String>>,
    /// The member `r#type`.
    #[truto(rename = "r#type")]
    pub r_type: Option<Filter<String>>,
    /// The member `unknown`.
    pub unknown: Option<Filter<String>>,
    /// The member `clone`.
    pub clone: Option<Filter<String>>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Option<Filter<String>>,
}

/// Reads a names awkward.
///
/// `GET /unified/fixtures/names_awkward/{id}` returns the [`NamesAwkward`].
#[unified_endpoint(GET, "/unified/fixtures/names_awkward/{id}", response = NamesAwkward)]
pub struct GetNamesAwkward {
    /// Id of the names awkward.
    pub id: Id<NamesAwkward>,
}

/// Creates a names awkward. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/names_awkward` returns the [`NamesAwkward`].
///
/// Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte", "dotted.name", "@odata.type",
/// "a\[b\]", "../..".
#[unified_endpoint(POST, "/unified/fixtures/names_awkward", response = NamesAwkward)]
pub struct CreateNamesAwkward {
    /// The member `with space`.
    #[truto(rename = "with space")]
    pub with_space: Option<String>,
    /// The member `padded`.
    #[truto(rename = "  padded  ")]
    pub padded: Option<String>,
    /// The member `kebab-case`.
    #[truto(rename = "kebab-case")]
    pub kebab_case: Option<String>,
    /// The member `$dollar`.
    #[truto(rename = "$dollar")]
    pub dollar: Option<String>,
    /// The member `#hash`.
    #[truto(rename = "#hash")]
    pub hash: Option<String>,
    /// The member `1st_line`.
    #[truto(rename = "1st_line")]
    pub field_1st_line: Option<String>,
    /// The member `2fa`.
    #[truto(rename = "2fa")]
    pub field_2fa: Option<String>,
    /// The member `100`.
    #[truto(rename = "100")]
    pub field_100: Option<String>,
    /// The member `-`.
    #[truto(rename = "-")]
    pub field: Option<String>,
    /// The member `___`.
    #[truto(rename = "___")]
    pub field_2: Option<String>,
    /// The member `🚀`.
    #[truto(rename = "🚀")]
    pub field_3: Option<String>,
    /// The member `straße`.
    #[truto(rename = "straße")]
    pub stra_e: Option<String>,
    /// The member `日本語`.
    #[truto(rename = "日本語")]
    pub field_4: Option<String>,
    /// The member `über-cool`.
    #[truto(rename = "über-cool")]
    pub ber_cool: Option<String>,
    /// The member `a"quote`.
    #[truto(rename = "a\"quote")]
    pub a_quote: Option<String>,
    /// The member `back\slash`.
    #[truto(rename = "back\\slash")]
    pub back_slash: Option<String>,
    /// The member `a{b}`.
    #[truto(rename = "a{b}")]
    pub a_b: Option<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id: Option<String>,
    /// The member `<script>`.
    #[truto(rename = "<script>")]
    pub script: Option<String>,
    /// The member `'tick'`.
    #[truto(rename = "`tick`")]
    pub tick: Option<String>,
    /// The member `*/`.
    #[truto(rename = "*/")]
    pub field_5: Option<String>,
    /// The member `//`.
    #[truto(rename = "//")]
    pub field_6: Option<String>,
    /// The member `''`.
    #[truto(rename = "''")]
    pub field_7: Option<String>,
    /// The member `r#type`.
    #[truto(rename = "r#type")]
    pub r_type: Option<String>,
    /// The member `unknown`.
    pub unknown: Option<String>,
    /// The member `clone`.
    pub clone: Option<String>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Option<String>,
}

/// Changes a names awkward. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/names_awkward/{id}` returns the [`NamesAwkward`].
///
/// Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte", "dotted.name", "@odata.type",
/// "a\[b\]", "../..".
#[unified_endpoint(PATCH, "/unified/fixtures/names_awkward/{id}", response = NamesAwkward)]
pub struct UpdateNamesAwkward {
    /// Id of the names awkward.
    pub id: Id<NamesAwkward>,
    /// The member `with space`.
    #[truto(rename = "with space")]
    pub with_space: Patch<String>,
    /// The member `padded`.
    #[truto(rename = "  padded  ")]
    pub padded: Patch<String>,
    /// The member `kebab-case`.
    #[truto(rename = "kebab-case")]
    pub kebab_case: Patch<String>,
    /// The member `$dollar`.
    #[truto(rename = "$dollar")]
    pub dollar: Patch<String>,
    /// The member `#hash`.
    #[truto(rename = "#hash")]
    pub hash: Patch<String>,
    /// The member `1st_line`.
    #[truto(rename = "1st_line")]
    pub field_1st_line: Patch<String>,
    /// The member `2fa`.
    #[truto(rename = "2fa")]
    pub field_2fa: Patch<String>,
    /// The member `100`.
    #[truto(rename = "100")]
    pub field_100: Patch<String>,
    /// The member `-`.
    #[truto(rename = "-")]
    pub field: Patch<String>,
    /// The member `___`.
    #[truto(rename = "___")]
    pub field_2: Patch<String>,
    /// The member `🚀`.
    #[truto(rename = "🚀")]
    pub field_3: Patch<String>,
    /// The member `straße`.
    #[truto(rename = "straße")]
    pub stra_e: Patch<String>,
    /// The member `日本語`.
    #[truto(rename = "日本語")]
    pub field_4: Patch<String>,
    /// The member `über-cool`.
    #[truto(rename = "über-cool")]
    pub ber_cool: Patch<String>,
    /// The member `a"quote`.
    #[truto(rename = "a\"quote")]
    pub a_quote: Patch<String>,
    /// The member `back\slash`.
    #[truto(rename = "back\\slash")]
    pub back_slash: Patch<String>,
    /// The member `a{b}`.
    #[truto(rename = "a{b}")]
    pub a_b: Patch<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id_2: Patch<String>,
    /// The member `<script>`.
    #[truto(rename = "<script>")]
    pub script: Patch<String>,
    /// The member `'tick'`.
    #[truto(rename = "`tick`")]
    pub tick: Patch<String>,
    /// The member `*/`.
    #[truto(rename = "*/")]
    pub field_5: Patch<String>,
    /// The member `//`.
    #[truto(rename = "//")]
    pub field_6: Patch<String>,
    /// The member `''`.
    #[truto(rename = "''")]
    pub field_7: Patch<String>,
    /// The member `r#type`.
    #[truto(rename = "r#type")]
    pub r_type: Patch<String>,
    /// The member `unknown`.
    pub unknown: Patch<String>,
    /// The member `clone`.
    pub clone: Patch<String>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Patch<String>,
}

/// Deletes a names awkward.
///
/// `DELETE /unified/fixtures/names_awkward/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/names_awkward/{id}", response = Deleted)]
pub struct DeleteNamesAwkward {
    /// Id of the names awkward.
    pub id: Id<NamesAwkward>,
}

/// Calls the method `move-stage` of [`NamesAwkward`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/names_awkward/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
///
/// Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte", "dotted.name", "@odata.type",
/// "a\[b\]", "../..". Members whose names cannot be declared: "", "new\\nline", "tab\\there", "null\\0byte".
#[unified_endpoint(POST, "/unified/fixtures/names_awkward/move-stage", response = Option<Json>)]
pub struct MoveStageNamesAwkward {
    /// The member `with space`.
    #[truto(query, rename = "with space")]
    pub with_space: Option<String>,
    /// The member `padded`.
    #[truto(query, rename = "  padded  ")]
    pub padded: Option<String>,
    /// The member `kebab-case`.
    #[truto(query, rename = "kebab-case")]
    pub kebab_case: Option<String>,
    /// The member `dotted.name`.
    #[truto(query, rename = "dotted.name")]
    pub dotted_name: Option<String>,
    /// The member `$dollar`.
    #[truto(query, rename = "$dollar")]
    pub dollar: Option<String>,
    /// The member `@odata.type`.
    #[truto(query, rename = "@odata.type")]
    pub odata_type: Option<String>,
    /// The member `#hash`.
    #[truto(query, rename = "#hash")]
    pub hash: Option<String>,
    /// The member `1st_line`.
    #[truto(query, rename = "1st_line")]
    pub field_1st_line: Option<String>,
    /// The member `2fa`.
    #[truto(query, rename = "2fa")]
    pub field_2fa: Option<String>,
    /// The member `100`.
    #[truto(query, rename = "100")]
    pub field_100: Option<String>,
    /// The member `-`.
    #[truto(query, rename = "-")]
    pub field: Option<String>,
    /// The member `___`.
    #[truto(query, rename = "___")]
    pub field_2: Option<String>,
    /// The member `🚀`.
    #[truto(query, rename = "🚀")]
    pub field_3: Option<String>,
    /// The member `straße`.
    #[truto(query, rename = "straße")]
    pub stra_e: Option<String>,
    /// The member `日本語`.
    #[truto(query, rename = "日本語")]
    pub field_4: Option<String>,
    /// The member `über-cool`.
    #[truto(query, rename = "über-cool")]
    pub ber_cool: Option<String>,
    /// The member `a"quote`.
    #[truto(query, rename = "a\"quote")]
    pub a_quote: Option<String>,
    /// The member `back\slash`.
    #[truto(query, rename = "back\\slash")]
    pub back_slash: Option<String>,
    /// The member `a[b]`.
    #[truto(query, rename = "a[b]")]
    pub a_b: Option<String>,
    /// The member `a{b}`.
    #[truto(query, rename = "a{b}")]
    pub a_b_2: Option<String>,
    /// The member `{id}`.
    #[truto(query, rename = "{id}")]
    pub id: Option<String>,
    /// The member `../..`.
    #[truto(query, rename = "../..")]
    pub field_5: Option<String>,
    /// The member `<script>`.
    #[truto(query, rename = "<script>")]
    pub script: Option<String>,
    /// The member `'tick'`.
    #[truto(query, rename = "`tick`")]
    pub tick: Option<String>,
    /// The member `*/`.
    #[truto(query, rename = "*/")]
    pub field_6: Option<String>,
    /// The member `//`.
    #[truto(query, rename = "//")]
    pub field_7: Option<String>,
    /// The member `''`.
    #[truto(query, rename = "''")]
    pub field_8: Option<String>,
    /// The member `r#type`.
    #[truto(query, rename = "r#type")]
    pub r_type: Option<String>,
    /// The member `unknown`.
    #[truto(query)]
    pub unknown: Option<String>,
    /// The member `clone`.
    #[truto(query)]
    pub clone: Option<String>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        query,
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Option<String>,
    /// The member `with space`.
    #[truto(rename = "with space")]
    pub with_space_2: Option<String>,
    /// The member `padded`.
    #[truto(rename = "  padded  ")]
    pub padded_2: Option<String>,
    /// The member `kebab-case`.
    #[truto(rename = "kebab-case")]
    pub kebab_case_2: Option<String>,
    /// The member `$dollar`.
    #[truto(rename = "$dollar")]
    pub dollar_2: Option<String>,
    /// The member `#hash`.
    #[truto(rename = "#hash")]
    pub hash_2: Option<String>,
    /// The member `1st_line`.
    #[truto(rename = "1st_line")]
    pub field_1st_line_2: Option<String>,
    /// The member `2fa`.
    #[truto(rename = "2fa")]
    pub field_2fa_2: Option<String>,
    /// The member `100`.
    #[truto(rename = "100")]
    pub field_100_2: Option<String>,
    /// The member `-`.
    #[truto(rename = "-")]
    pub field_9: Option<String>,
    /// The member `___`.
    #[truto(rename = "___")]
    pub field_10: Option<String>,
    /// The member `🚀`.
    #[truto(rename = "🚀")]
    pub field_11: Option<String>,
    /// The member `straße`.
    #[truto(rename = "straße")]
    pub stra_e_2: Option<String>,
    /// The member `日本語`.
    #[truto(rename = "日本語")]
    pub field_12: Option<String>,
    /// The member `über-cool`.
    #[truto(rename = "über-cool")]
    pub ber_cool_2: Option<String>,
    /// The member `a"quote`.
    #[truto(rename = "a\"quote")]
    pub a_quote_2: Option<String>,
    /// The member `back\slash`.
    #[truto(rename = "back\\slash")]
    pub back_slash_2: Option<String>,
    /// The member `a{b}`.
    #[truto(rename = "a{b}")]
    pub a_b_3: Option<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `<script>`.
    #[truto(rename = "<script>")]
    pub script_2: Option<String>,
    /// The member `'tick'`.
    #[truto(rename = "`tick`")]
    pub tick_2: Option<String>,
    /// The member `*/`.
    #[truto(rename = "*/")]
    pub field_13: Option<String>,
    /// The member `//`.
    #[truto(rename = "//")]
    pub field_14: Option<String>,
    /// The member `''`.
    #[truto(rename = "''")]
    pub field_15: Option<String>,
    /// The member `r#type`.
    #[truto(rename = "r#type")]
    pub r_type_2: Option<String>,
    /// The member `unknown`.
    #[truto(rename = "unknown")]
    pub unknown_2: Option<String>,
    /// The member `clone`.
    #[truto(rename = "clone")]
    pub clone_2: Option<String>,
    /// The member `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.
    #[truto(
        rename = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    )]
    pub xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_2: Option<String>,
}
