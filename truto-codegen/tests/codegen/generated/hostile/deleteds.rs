// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `deleteds` of the model `hostile`.
//!
//! Members whose names cannot be declared: "", "a\\nb",
//! "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".

use std::collections::BTreeMap;

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, Unknown};
use truto_core::{Json, UnifiedRecord, unified_endpoint};

use super::values::{Children, Map};

/// A record of `deleteds`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct DeletedRecord {
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub id: Id<DeletedRecord>,
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
    pub status_2: Option<Open<DeletedRecordStatus>>,
    /// The member `option`.
    pub option: Option<DeletedRecordOption>,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<DeletedRecordOption2>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown_2: Unknown,
}

/// Values of `DeletedRecordStatus`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DeletedRecordStatus {
    /// `other`.
    Other,
}

/// A value of `DeletedRecordOption`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct DeletedRecordOption {
    /// The member `id`.
    pub id: Option<i64>,
    /// The member `vec`.
    pub vec: Option<DeletedRecordOptionVec>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `DeletedRecordOptionVec`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct DeletedRecordOptionVec {
    /// The member `string`.
    pub string: Option<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `DeletedRecordOption2`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct DeletedRecordOption2 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Values of `DeletedRecordOwnerType`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum DeletedRecordOwnerType {
    /// `x`.
    X,
    /// `y`.
    Y,
}

/// A value of `DeletedRecordTag`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct DeletedRecordTag {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Reads a deleted record.
///
/// `GET /unified/hostile/deleteds/{id}` returns the [`DeletedRecord`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(GET, "/unified/hostile/deleteds/{id}", response = DeletedRecord)]
pub struct GetDeletedRecord {
    /// Id of the deleted record.
    pub id: Id<DeletedRecord>,
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
    pub owner_type: Option<Open<DeletedRecordOwnerType>>,
    /// The member `sort_by`.
    pub sort_by: Option<Json>,
    /// The member `tags`.
    pub tags: Option<Vec<DeletedRecordTag>>,
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
