// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `type` of the model `hostile`.
//!
//! Members whose names cannot be declared: "", "a\\nb",
//! "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
//! "", "a\\nb",
//! "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…

use std::collections::BTreeMap;

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

use super::values::{Children, Map};

/// A record of `type`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct Type {
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub id: Id<Type>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub r#type: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Type")]
    pub type_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "self")]
    pub self_field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Self")]
    pub self_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "crate")]
    pub crate_field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "super")]
    pub super_field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "_")]
    pub field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub send: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub limit: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub build: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub builder: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub pages: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub name: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Name")]
    pub name_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub unknown: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "1st")]
    pub field_1st: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a.b")]
    pub a_b: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a b")]
    pub a_b_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "日本")]
    pub field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub remote_data: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub integrated_account_id: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub truto_exclude_fields: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "default")]
    pub default_field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clone")]
    pub clone_field: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub r#fn: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub r#async: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub r#gen: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "r#raw")]
    pub r_raw: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "{id}")]
    pub id_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub r#true: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y. The schema lists 11 values.
    pub status: Option<String>,
    /// The member `Status`.
    #[truto(rename = "Status")]
    pub status_2: Option<Open<TypeStatus>>,
    /// The member `option`.
    pub option: Option<TypeOption>,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<TypeOption2>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown_2: Unknown,
}

/// Values of `TypeStatus`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TypeStatus {
    /// `other`.
    Other,
}

/// A value of `TypeOption`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption {
    /// The member `id`.
    pub id: Option<i64>,
    /// The member `vec`.
    pub vec: Option<TypeOptionVec>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeOptionVec`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOptionVec {
    /// The member `string`.
    pub string: Option<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeOption2`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption2 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeTag`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeTag {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `TypeOwnerType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum TypeOwnerType {
    /// `x`.
    X,
    /// `y`.
    Y,
}

/// A value of `TypeOption3`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption3 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeOption4`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption4 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeOption5`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption5 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `TypeOption6`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeOption6 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists type.
///
/// `GET /unified/hostile/type` returns pages of [`Type`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(GET, "/unified/hostile/type", response = Type, paginated)]
pub struct ListType {
    /// The member `id`.
    pub id: Option<Filter<String>>,
    /// The member `type`.
    pub r#type: Option<Filter<String>>,
    /// The member `Type`.
    #[truto(rename = "Type")]
    pub type_2: Option<Filter<String>>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<Filter<String>>,
    /// The member `Self`.
    #[truto(rename = "Self")]
    pub self_field_2: Option<Filter<String>>,
    /// The member `crate`.
    #[truto(rename = "crate")]
    pub crate_field: Option<Filter<String>>,
    /// The member `super`.
    #[truto(rename = "super")]
    pub super_field: Option<Filter<String>>,
    /// The member `_`.
    #[truto(rename = "_")]
    pub field: Option<Filter<String>>,
    /// The member `send`.
    #[truto(rename = "send")]
    pub send_field: Option<Filter<String>>,
    /// The member `build`.
    #[truto(rename = "build")]
    pub build_field: Option<Filter<String>>,
    /// The member `builder`.
    #[truto(rename = "builder")]
    pub builder_field: Option<Filter<String>>,
    /// The member `pages`.
    #[truto(rename = "pages")]
    pub pages_field: Option<Filter<String>>,
    /// The member `name`. Required by the API.
    pub name: Option<Filter<String>>,
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name_2: Option<Filter<String>>,
    /// The member `clear_name`.
    #[truto(rename = "clear_name")]
    pub field_clear_name: Option<Filter<String>>,
    /// The member `unknown`.
    pub unknown: Option<Filter<String>>,
    /// The member `1st`.
    #[truto(rename = "1st")]
    pub field_1st: Option<Filter<String>>,
    /// The member `a.b`.
    #[truto(rename = "a.b")]
    pub a_b: Option<Filter<String>>,
    /// The member `a b`.
    #[truto(rename = "a b")]
    pub a_b_2: Option<Filter<String>>,
    /// The member `a[b]`.
    #[truto(rename = "a[b]")]
    pub a_b_3: Option<Filter<String>>,
    /// The member `a"b`.
    #[truto(rename = "a\"b")]
    pub a_b_4: Option<Filter<String>>,
    /// The member `a\b`.
    #[truto(rename = "a\\b")]
    pub a_b_5: Option<Filter<String>>,
    /// The member `日本`.
    #[truto(rename = "日本")]
    pub field_2: Option<Filter<String>>,
    /// The member `default`.
    pub default: Option<Filter<String>>,
    /// The member `clone`.
    pub clone: Option<Filter<String>>,
    /// The member `fn`.
    pub r#fn: Option<Filter<String>>,
    /// The member `async`.
    pub r#async: Option<Filter<String>>,
    /// The member `gen`.
    pub r#gen: Option<Filter<String>>,
    /// The member `r#raw`.
    #[truto(rename = "r#raw")]
    pub r_raw: Option<Filter<String>>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id_2: Option<Filter<String>>,
    /// The member `true`.
    pub r#true: Option<Filter<String>>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<Filter<String>>,
    /// The member `owner[type]`. Values: `x`, `y`.
    #[truto(rename = "owner[type]")]
    pub owner_type: Option<Filter<String>>,
    /// The member `sort_by`.
    pub sort_by: Option<Json>,
    /// The member `tags`.
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    pub grid: Option<Json>,
    /// The member `m`.
    pub m: Option<Json>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `n`.
    pub n: Option<Filter<i64>>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    pub list: Option<Vec<String>>,
}

/// Reads a type.
///
/// `GET /unified/hostile/type/{id}` returns the [`Type`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(GET, "/unified/hostile/type/{id}", response = Type)]
pub struct GetType {
    /// Id of the type.
    pub id: Id<Type>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    pub name: String,
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    pub default: Option<String>,
    /// The member `clone`.
    pub clone: Option<String>,
    /// The member `fn`.
    pub r#fn: Option<String>,
    /// The member `async`.
    pub r#async: Option<String>,
    /// The member `gen`.
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    pub sort_by: Option<Json>,
    /// The member `tags`.
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    pub grid: Option<Json>,
    /// The member `m`.
    pub m: Option<Json>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `n`.
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    pub list: Option<Vec<String>>,
}

/// Creates a type. What is not declared here is for `remote_data`.
///
/// `POST /unified/hostile/type` returns the [`Type`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
/// "a.b", "a\[b\]". Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(POST, "/unified/hostile/type", response = Type)]
pub struct CreateType {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `type`.
    #[truto(query)]
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(query, rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(query, rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(query, rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(query, rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(query, rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(query, rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(query, rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(query, rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(query, rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(query, rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: String,
    /// The member `Name`.
    #[truto(query, rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(query, rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    #[truto(query)]
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(query, rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(query, rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(query, rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(query, rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(query, rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(query, rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(query, rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    #[truto(query)]
    pub default: Option<String>,
    /// The member `clone`.
    #[truto(query)]
    pub clone: Option<String>,
    /// The member `fn`.
    #[truto(query)]
    pub r#fn: Option<String>,
    /// The member `async`.
    #[truto(query)]
    pub r#async: Option<String>,
    /// The member `gen`.
    #[truto(query)]
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(query, rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(query, rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    #[truto(query)]
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(query, rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    #[truto(query)]
    pub sort_by: Option<Json>,
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `m`.
    #[truto(query)]
    pub m: Option<Json>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `n`.
    #[truto(query)]
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    #[truto(query)]
    pub list: Option<Vec<String>>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "id")]
    pub id_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "type")]
    pub type_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Type")]
    pub type_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "self")]
    pub self_field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Self")]
    pub self_field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "crate")]
    pub crate_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "super")]
    pub super_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "_")]
    pub field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "send")]
    pub send_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "build")]
    pub build_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "builder")]
    pub builder_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "pages")]
    pub pages_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "name")]
    pub name_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Name")]
    pub name_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clear_name")]
    pub field_clear_name_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "unknown")]
    pub unknown_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "1st")]
    pub field_1st_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a b")]
    pub a_b_6: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\"b")]
    pub a_b_7: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\\b")]
    pub a_b_8: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "日本")]
    pub field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "default")]
    pub default_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clone")]
    pub clone_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "fn")]
    pub fn_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "async")]
    pub async_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "gen")]
    pub gen_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "r#raw")]
    pub r_raw_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "{id}")]
    pub id_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "true")]
    pub true_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y. The schema lists 11 values.
    pub status: String,
    /// The member `Status`.
    #[truto(rename = "Status")]
    pub status_2: Option<Open<TypeStatus>>,
    /// The member `option`.
    pub option: TypeOption,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<TypeOption3>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
}

/// Changes a type. What is not set stays as it is.
///
/// `PATCH /unified/hostile/type/{id}` returns the [`Type`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
/// "a.b", "a\[b\]". Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(PATCH, "/unified/hostile/type/{id}", response = Type)]
pub struct UpdateType {
    /// Id of the type.
    pub id: Id<Type>,
    /// The member `type`.
    #[truto(query)]
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(query, rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(query, rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(query, rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(query, rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(query, rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(query, rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(query, rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(query, rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(query, rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(query, rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: String,
    /// The member `Name`.
    #[truto(query, rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(query, rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    #[truto(query)]
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(query, rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(query, rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(query, rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(query, rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(query, rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(query, rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(query, rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    #[truto(query)]
    pub default: Option<String>,
    /// The member `clone`.
    #[truto(query)]
    pub clone: Option<String>,
    /// The member `fn`.
    #[truto(query)]
    pub r#fn: Option<String>,
    /// The member `async`.
    #[truto(query)]
    pub r#async: Option<String>,
    /// The member `gen`.
    #[truto(query)]
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(query, rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(query, rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    #[truto(query)]
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(query, rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    #[truto(query)]
    pub sort_by: Option<Json>,
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `m`.
    #[truto(query)]
    pub m: Option<Json>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `n`.
    #[truto(query)]
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    #[truto(query)]
    pub list: Option<Vec<String>>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "type")]
    pub type_3: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Type")]
    pub type_4: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "self")]
    pub self_field_3: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Self")]
    pub self_field_4: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "crate")]
    pub crate_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "super")]
    pub super_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "_")]
    pub field_3: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "send")]
    pub send_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "build")]
    pub build_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "builder")]
    pub builder_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "pages")]
    pub pages_field_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "name")]
    pub name_3: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Name")]
    pub name_4: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clear_name")]
    pub field_clear_name_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "unknown")]
    pub unknown_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "1st")]
    pub field_1st_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a b")]
    pub a_b_6: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\"b")]
    pub a_b_7: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\\b")]
    pub a_b_8: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "日本")]
    pub field_4: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "default")]
    pub default_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clone")]
    pub clone_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "fn")]
    pub fn_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "async")]
    pub async_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "gen")]
    pub gen_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "r#raw")]
    pub r_raw_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "{id}")]
    pub id_3: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "true")]
    pub true_2: Patch<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y. The schema lists 11 values.
    pub status: Patch<String>,
    /// The member `Status`.
    #[truto(rename = "Status")]
    pub status_2: Patch<Open<TypeStatus>>,
    /// The member `option`.
    pub option: Patch<TypeOption>,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Patch<TypeOption4>,
    /// The member `children`.
    pub children: Option<Vec<Children>>,
    /// The member `map`.
    pub map: Patch<BTreeMap<String, Map>>,
}

/// Deletes a type.
///
/// `DELETE /unified/hostile/type/{id}` returns the id of the deleted record, if the provider tells
/// it.
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(DELETE, "/unified/hostile/type/{id}", response = Deleted)]
pub struct DeleteType {
    /// Id of the type.
    pub id: Id<Type>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    pub name: String,
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    pub default: Option<String>,
    /// The member `clone`.
    pub clone: Option<String>,
    /// The member `fn`.
    pub r#fn: Option<String>,
    /// The member `async`.
    pub r#async: Option<String>,
    /// The member `gen`.
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    pub sort_by: Option<Json>,
    /// The member `tags`.
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    pub grid: Option<Json>,
    /// The member `m`.
    pub m: Option<Json>,
    /// The member `flag`.
    pub flag: Option<bool>,
    /// The member `n`.
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    pub list: Option<Vec<String>>,
}

/// Calls the method `3d` of [`Type`], and unwraps the `result` of its answer.
///
/// `POST /unified/hostile/type/3d` returns any JSON, or nothing, because the API's pages do not
/// agree on the answer.
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
/// "a.b", "a\[b\]". Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(POST, "/unified/hostile/type/3d", response = Option<Json>)]
pub struct Endpoint3dType {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `type`.
    #[truto(query)]
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(query, rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(query, rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(query, rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(query, rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(query, rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(query, rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(query, rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(query, rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(query, rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(query, rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: String,
    /// The member `Name`.
    #[truto(query, rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(query, rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    #[truto(query)]
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(query, rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(query, rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(query, rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(query, rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(query, rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(query, rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(query, rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    #[truto(query)]
    pub default: Option<String>,
    /// The member `clone`.
    #[truto(query)]
    pub clone: Option<String>,
    /// The member `fn`.
    #[truto(query)]
    pub r#fn: Option<String>,
    /// The member `async`.
    #[truto(query)]
    pub r#async: Option<String>,
    /// The member `gen`.
    #[truto(query)]
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(query, rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(query, rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    #[truto(query)]
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(query, rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    #[truto(query)]
    pub sort_by: Option<Json>,
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `m`.
    #[truto(query)]
    pub m: Option<Json>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `n`.
    #[truto(query)]
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    #[truto(query)]
    pub list: Option<Vec<String>>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "id")]
    pub id_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "type")]
    pub type_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Type")]
    pub type_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "self")]
    pub self_field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Self")]
    pub self_field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "crate")]
    pub crate_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "super")]
    pub super_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "_")]
    pub field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "send")]
    pub send_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "build")]
    pub build_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "builder")]
    pub builder_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "pages")]
    pub pages_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "name")]
    pub name_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Name")]
    pub name_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clear_name")]
    pub field_clear_name_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "unknown")]
    pub unknown_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "1st")]
    pub field_1st_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a b")]
    pub a_b_6: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\"b")]
    pub a_b_7: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\\b")]
    pub a_b_8: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "日本")]
    pub field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "default")]
    pub default_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clone")]
    pub clone_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "fn")]
    pub fn_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "async")]
    pub async_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "gen")]
    pub gen_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "r#raw")]
    pub r_raw_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "{id}")]
    pub id_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "true")]
    pub true_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y. The schema lists 11 values.
    pub status: String,
    /// The member `Status`.
    #[truto(rename = "Status")]
    pub status_2: Option<Open<TypeStatus>>,
    /// The member `option`.
    pub option: TypeOption,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<TypeOption5>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
}

/// Calls the method `move-stage` of [`Type`], and unwraps the `result` of its answer.
///
/// `POST /unified/hostile/type/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
/// "a.b", "a\[b\]". Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(POST, "/unified/hostile/type/move-stage", response = Option<Json>)]
pub struct MoveStageType {
    /// The member `id`.
    #[truto(query)]
    pub id: Option<String>,
    /// The member `type`.
    #[truto(query)]
    pub r#type: Option<String>,
    /// The member `Type`.
    #[truto(query, rename = "Type")]
    pub type_2: Option<String>,
    /// The member `self`.
    #[truto(query, rename = "self")]
    pub self_field: Option<String>,
    /// The member `Self`.
    #[truto(query, rename = "Self")]
    pub self_field_2: Option<String>,
    /// The member `crate`.
    #[truto(query, rename = "crate")]
    pub crate_field: Option<String>,
    /// The member `super`.
    #[truto(query, rename = "super")]
    pub super_field: Option<String>,
    /// The member `_`.
    #[truto(query, rename = "_")]
    pub field: Option<String>,
    /// The member `send`.
    #[truto(query, rename = "send")]
    pub send_field: Option<String>,
    /// The member `build`.
    #[truto(query, rename = "build")]
    pub build_field: Option<String>,
    /// The member `builder`.
    #[truto(query, rename = "builder")]
    pub builder_field: Option<String>,
    /// The member `pages`.
    #[truto(query, rename = "pages")]
    pub pages_field: Option<String>,
    /// The member `name`.
    #[truto(query)]
    pub name: String,
    /// The member `Name`.
    #[truto(query, rename = "Name")]
    pub name_2: Option<String>,
    /// The member `clear_name`.
    #[truto(query, rename = "clear_name")]
    pub field_clear_name: Option<String>,
    /// The member `unknown`.
    #[truto(query)]
    pub unknown: Option<String>,
    /// The member `1st`.
    #[truto(query, rename = "1st")]
    pub field_1st: Option<String>,
    /// The member `a.b`.
    #[truto(query, rename = "a.b")]
    pub a_b: Option<String>,
    /// The member `a b`.
    #[truto(query, rename = "a b")]
    pub a_b_2: Option<String>,
    /// The member `a[b]`.
    #[truto(query, rename = "a[b]")]
    pub a_b_3: Option<String>,
    /// The member `a"b`.
    #[truto(query, rename = "a\"b")]
    pub a_b_4: Option<String>,
    /// The member `a\b`.
    #[truto(query, rename = "a\\b")]
    pub a_b_5: Option<String>,
    /// The member `日本`.
    #[truto(query, rename = "日本")]
    pub field_2: Option<String>,
    /// The member `default`.
    #[truto(query)]
    pub default: Option<String>,
    /// The member `clone`.
    #[truto(query)]
    pub clone: Option<String>,
    /// The member `fn`.
    #[truto(query)]
    pub r#fn: Option<String>,
    /// The member `async`.
    #[truto(query)]
    pub r#async: Option<String>,
    /// The member `gen`.
    #[truto(query)]
    pub r#gen: Option<String>,
    /// The member `r#raw`.
    #[truto(query, rename = "r#raw")]
    pub r_raw: Option<String>,
    /// The member `{id}`.
    #[truto(query, rename = "{id}")]
    pub id_2: Option<String>,
    /// The member `true`.
    #[truto(query)]
    pub r#true: Option<String>,
    /// The member `owner[id]`.
    #[truto(query, rename = "owner[id]")]
    pub owner_id: Option<String>,
    /// The member `owner[type]`.
    #[truto(query, rename = "owner[type]")]
    pub owner_type: Option<Open<TypeOwnerType>>,
    /// The member `sort_by`.
    #[truto(query)]
    pub sort_by: Option<Json>,
    /// The member `tags`.
    #[truto(query)]
    pub tags: Option<Vec<TypeTag>>,
    /// The member `grid`.
    #[truto(query)]
    pub grid: Option<Json>,
    /// The member `m`.
    #[truto(query)]
    pub m: Option<Json>,
    /// The member `flag`.
    #[truto(query)]
    pub flag: Option<bool>,
    /// The member `n`.
    #[truto(query)]
    pub n: Option<i64>,
    /// The member `any`. Any JSON, because the schema does not say what it is.
    #[truto(query)]
    pub any: Option<Json>,
    /// The member `list`. Required by the API.
    #[truto(query)]
    pub list: Option<Vec<String>>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "id")]
    pub id_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "type")]
    pub type_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Type")]
    pub type_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "self")]
    pub self_field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Self")]
    pub self_field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "crate")]
    pub crate_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "super")]
    pub super_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "_")]
    pub field_3: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "send")]
    pub send_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "build")]
    pub build_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "builder")]
    pub builder_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "pages")]
    pub pages_field_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "name")]
    pub name_3: String,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "Name")]
    pub name_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clear_name")]
    pub field_clear_name_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "unknown")]
    pub unknown_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "1st")]
    pub field_1st_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a b")]
    pub a_b_6: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\"b")]
    pub a_b_7: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "a\\b")]
    pub a_b_8: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "日本")]
    pub field_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "default")]
    pub default_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "clone")]
    pub clone_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "fn")]
    pub fn_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "async")]
    pub async_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "gen")]
    pub gen_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "r#raw")]
    pub r_raw_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "{id}")]
    pub id_4: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    #[truto(rename = "true")]
    pub true_2: Option<String>,
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y. The schema lists 11 values.
    pub status: String,
    /// The member `Status`.
    #[truto(rename = "Status")]
    pub status_2: Option<Open<TypeStatus>>,
    /// The member `option`.
    pub option: TypeOption,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<TypeOption6>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
}
