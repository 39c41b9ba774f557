// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `results` of the model `hostile`.
//!
//! Members whose names cannot be declared: "", "a\\nb",
//! "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".

use std::collections::BTreeMap;

use truto_core::record::UnifiedEnum;
use truto_core::types::{Id, Open, Unknown};
use truto_core::{Filter, Json, UnifiedRecord, unified_endpoint};

use super::values::{Children, Map};

/// A record of `results`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct ResultRecord {
    /// \*/ } pub fn `evil()` { `std::process::exit(1`) } \`\`\`rust `panic!()` \`\`\`
    /// `[click](javascript:alert(1))` \<img src=x onerror=alert(1)\> gnp.exe `http://evil.example/`
    /// `HubSpot` `snake_case` \#\[allow\] \& \$x \| y.
    pub id: Id<ResultRecord>,
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
    pub status_2: Option<Open<ResultRecordStatus>>,
    /// The member `option`.
    pub option: Option<ResultRecordOption>,
    /// The member `Option`.
    #[truto(rename = "Option")]
    pub option_2: Option<ResultRecordOption2>,
    /// The member `children`.
    pub children: Vec<Children>,
    /// The member `map`.
    pub map: Option<BTreeMap<String, Map>>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown_2: Unknown,
}

/// Values of `ResultRecordStatus`.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum ResultRecordStatus {
    /// `other`.
    Other,
}

/// A value of `ResultRecordOption`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ResultRecordOption {
    /// The member `id`.
    pub id: Option<i64>,
    /// The member `vec`.
    pub vec: Option<ResultRecordOptionVec>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `ResultRecordOptionVec`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ResultRecordOptionVec {
    /// The member `string`.
    pub string: Option<String>,
    /// The member `secret`.
    #[truto(secret)]
    pub secret: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `ResultRecordOption2`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ResultRecordOption2 {
    /// The member `id`.
    pub id: Vec<bool>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `ResultRecordTag`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ResultRecordTag {
    /// The member `id`.
    pub id: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists results.
///
/// `GET /unified/hostile/results` returns pages of [`ResultRecord`].
///
/// Members whose names cannot be declared: "", "a\\nb",
/// "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".
#[unified_endpoint(GET, "/unified/hostile/results", response = ResultRecord, paginated)]
pub struct ListResults {
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
    pub tags: Option<Vec<ResultRecordTag>>,
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
