// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `hostile_descriptions` of the model `fixtures`.
//!
//! Sources of [`HostileDescription`] and its methods: <https://docs.example/fixtures>.

use truto_core::record::UnifiedEnum;
use truto_core::types::{Deleted, Id, Open, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

use super::values::Nested;

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct HostileDescription {
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    pub field_0: Option<String>,
    /// First line pub fn `evil()` {} last line.
    pub field_1: Option<String>,
    /// Ends with a backslash \\.
    pub field_2: Option<String>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    pub field_3: Option<String>,
    /// Indented code(block).
    pub field_4: Option<String>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    pub field_5: Option<String>,
    /// "\] pub struct Evil; \#\[doc = ".
    pub field_6: Option<String>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    pub field_7: Option<String>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    pub field_8: Option<String>,
    /// `http://bare.example.com/a?b=c`.
    pub field_9: Option<String>,
    /// Right to left.
    pub field_10: Option<String>,
    /// Nul bell esc \[31m.
    pub field_11: Option<String>,
    /// Carriage return line paragraph next.
    pub field_12: Option<String>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    pub field_13: Option<String>,
    /// The member `field_14`.
    pub field_14: Option<String>,
    /// The member `field_15`.
    pub field_15: Option<String>,
    /// /// more.
    pub field_16: Option<String>,
    /// //! inner.
    pub field_17: Option<String>,
    /// \<keep\>.
    pub field_18: Option<String>,
    /// // \</keep\>.
    pub field_19: Option<String>,
    /// \| a \| b \| \|---\|.
    pub field_20: Option<String>,
    /// \- a - b - c 1. d.
    pub field_21: Option<String>,
    /// \# Heading \#\# More.
    pub field_22: Option<String>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    pub field_23: Option<String>,
    /// Unfinished \`tick.
    pub field_24: Option<String>,
    /// R\#"raw"\# "\#\#.
    pub field_25: Option<String>,
    /// \*/ \] \`\`\` fn `main()` {}.
    pub choice: Option<Open<HostileDescriptionChoice>>,
    /// \`\`\` bad.
    pub nested: Option<Nested>,
    /// The member `wrong_type`.
    pub wrong_type: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// \*/ \] \`\`\` fn `main()` {}.
///
/// A value that is not among them [is kept](truto_core::types::Open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, UnifiedEnum)]
#[non_exhaustive]
pub enum HostileDescriptionChoice {
    /// `a`.
    A,
    /// `b`.
    B,
}

/// Lists hostile descriptions.
///
/// `GET /unified/fixtures/hostile_descriptions` returns pages of [`HostileDescription`].
#[unified_endpoint(GET, "/unified/fixtures/hostile_descriptions", response = HostileDescription, paginated)]
pub struct ListHostileDescriptions {
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    pub field_0: Option<Filter<String>>,
    /// First line pub fn `evil()` {} last line.
    pub field_1: Option<Filter<String>>,
    /// Ends with a backslash \\.
    pub field_2: Option<Filter<String>>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    pub field_3: Option<Filter<String>>,
    /// Indented code(block).
    pub field_4: Option<Filter<String>>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    pub field_5: Option<Filter<String>>,
    /// "\] pub struct Evil; \#\[doc = ".
    pub field_6: Option<Filter<String>>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    pub field_7: Option<Filter<String>>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    pub field_8: Option<Filter<String>>,
    /// `http://bare.example.com/a?b=c`.
    pub field_9: Option<Filter<String>>,
    /// Right to left.
    pub field_10: Option<Filter<String>>,
    /// Nul bell esc \[31m.
    pub field_11: Option<Filter<String>>,
    /// Carriage return line paragraph next.
    pub field_12: Option<Filter<String>>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    pub field_13: Option<Filter<String>>,
    /// The member `field_14`.
    pub field_14: Option<Filter<String>>,
    /// The member `field_15`.
    pub field_15: Option<Filter<String>>,
    /// /// more.
    pub field_16: Option<Filter<String>>,
    /// //! inner.
    pub field_17: Option<Filter<String>>,
    /// \<keep\>.
    pub field_18: Option<Filter<String>>,
    /// // \</keep\>.
    pub field_19: Option<Filter<String>>,
    /// \| a \| b \| \|---\|.
    pub field_20: Option<Filter<String>>,
    /// \- a - b - c 1. d.
    pub field_21: Option<Filter<String>>,
    /// \# Heading \#\# More.
    pub field_22: Option<Filter<String>>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    pub field_23: Option<Filter<String>>,
    /// Unfinished \`tick.
    pub field_24: Option<Filter<String>>,
    /// R\#"raw"\# "\#\#.
    pub field_25: Option<Filter<String>>,
    /// \*/ \] \`\`\` fn `main()` {}. Values: `a`, `b`.
    pub choice: Option<Filter<String>>,
    /// \[x\]: `http://evil`.
    #[truto(rename = "nested[x]")]
    pub nested_x: Option<Filter<String>>,
    /// The member `wrong_type`.
    pub wrong_type: Option<Filter<String>>,
}

/// Reads a hostile description.
///
/// `GET /unified/fixtures/hostile_descriptions/{id}` returns the [`HostileDescription`].
#[unified_endpoint(GET, "/unified/fixtures/hostile_descriptions/{id}", response = HostileDescription)]
pub struct GetHostileDescription {
    /// Id of the hostile description.
    pub id: Id<HostileDescription>,
}

/// Creates a hostile description. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/hostile_descriptions` returns the [`HostileDescription`].
#[unified_endpoint(POST, "/unified/fixtures/hostile_descriptions", response = HostileDescription)]
pub struct CreateHostileDescription {
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    pub field_0: Option<String>,
    /// First line pub fn `evil()` {} last line.
    pub field_1: Option<String>,
    /// Ends with a backslash \\.
    pub field_2: Option<String>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    pub field_3: Option<String>,
    /// Indented code(block).
    pub field_4: Option<String>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    pub field_5: Option<String>,
    /// "\] pub struct Evil; \#\[doc = ".
    pub field_6: Option<String>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    pub field_7: Option<String>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    pub field_8: Option<String>,
    /// `http://bare.example.com/a?b=c`.
    pub field_9: Option<String>,
    /// Right to left.
    pub field_10: Option<String>,
    /// Nul bell esc \[31m.
    pub field_11: Option<String>,
    /// Carriage return line paragraph next.
    pub field_12: Option<String>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    pub field_13: Option<String>,
    /// The member `field_14`.
    pub field_14: Option<String>,
    /// The member `field_15`.
    pub field_15: Option<String>,
    /// /// more.
    pub field_16: Option<String>,
    /// //! inner.
    pub field_17: Option<String>,
    /// \<keep\>.
    pub field_18: Option<String>,
    /// // \</keep\>.
    pub field_19: Option<String>,
    /// \| a \| b \| \|---\|.
    pub field_20: Option<String>,
    /// \- a - b - c 1. d.
    pub field_21: Option<String>,
    /// \# Heading \#\# More.
    pub field_22: Option<String>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    pub field_23: Option<String>,
    /// Unfinished \`tick.
    pub field_24: Option<String>,
    /// R\#"raw"\# "\#\#.
    pub field_25: Option<String>,
    /// \*/ \] \`\`\` fn `main()` {}.
    pub choice: Option<Open<HostileDescriptionChoice>>,
    /// \`\`\` bad.
    pub nested: Option<Nested>,
    /// The member `wrong_type`.
    pub wrong_type: Option<String>,
}

/// Changes a hostile description. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/hostile_descriptions/{id}` returns the [`HostileDescription`].
#[unified_endpoint(PATCH, "/unified/fixtures/hostile_descriptions/{id}", response = HostileDescription)]
pub struct UpdateHostileDescription {
    /// Id of the hostile description.
    pub id: Id<HostileDescription>,
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    pub field_0: Patch<String>,
    /// First line pub fn `evil()` {} last line.
    pub field_1: Patch<String>,
    /// Ends with a backslash \\.
    pub field_2: Patch<String>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    pub field_3: Patch<String>,
    /// Indented code(block).
    pub field_4: Patch<String>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    pub field_5: Patch<String>,
    /// "\] pub struct Evil; \#\[doc = ".
    pub field_6: Patch<String>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    pub field_7: Patch<String>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    pub field_8: Patch<String>,
    /// `http://bare.example.com/a?b=c`.
    pub field_9: Patch<String>,
    /// Right to left.
    pub field_10: Patch<String>,
    /// Nul bell esc \[31m.
    pub field_11: Patch<String>,
    /// Carriage return line paragraph next.
    pub field_12: Patch<String>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    pub field_13: Patch<String>,
    /// The member `field_14`.
    pub field_14: Patch<String>,
    /// The member `field_15`.
    pub field_15: Patch<String>,
    /// /// more.
    pub field_16: Patch<String>,
    /// //! inner.
    pub field_17: Patch<String>,
    /// \<keep\>.
    pub field_18: Patch<String>,
    /// // \</keep\>.
    pub field_19: Patch<String>,
    /// \| a \| b \| \|---\|.
    pub field_20: Patch<String>,
    /// \- a - b - c 1. d.
    pub field_21: Patch<String>,
    /// \# Heading \#\# More.
    pub field_22: Patch<String>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    pub field_23: Patch<String>,
    /// Unfinished \`tick.
    pub field_24: Patch<String>,
    /// R\#"raw"\# "\#\#.
    pub field_25: Patch<String>,
    /// \*/ \] \`\`\` fn `main()` {}.
    pub choice: Patch<Open<HostileDescriptionChoice>>,
    /// \`\`\` bad.
    pub nested: Patch<Nested>,
    /// The member `wrong_type`.
    pub wrong_type: Patch<String>,
}

/// Deletes a hostile description.
///
/// `DELETE /unified/fixtures/hostile_descriptions/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/hostile_descriptions/{id}", response = Deleted)]
pub struct DeleteHostileDescription {
    /// Id of the hostile description.
    pub id: Id<HostileDescription>,
}

/// Calls the method `move-stage` of [`HostileDescription`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/hostile_descriptions/move-stage` returns any JSON, or nothing, because the API's pages do
/// not agree on the answer.
#[unified_endpoint(POST, "/unified/fixtures/hostile_descriptions/move-stage", response = Option<Json>)]
pub struct MoveStageHostileDescriptions {
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    #[truto(query)]
    pub field_0: Option<String>,
    /// First line pub fn `evil()` {} last line.
    #[truto(query)]
    pub field_1: Option<String>,
    /// Ends with a backslash \\.
    #[truto(query)]
    pub field_2: Option<String>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    #[truto(query)]
    pub field_3: Option<String>,
    /// Indented code(block).
    #[truto(query)]
    pub field_4: Option<String>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    #[truto(query)]
    pub field_5: Option<String>,
    /// "\] pub struct Evil; \#\[doc = ".
    #[truto(query)]
    pub field_6: Option<String>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    #[truto(query)]
    pub field_7: Option<String>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    #[truto(query)]
    pub field_8: Option<String>,
    /// `http://bare.example.com/a?b=c`.
    #[truto(query)]
    pub field_9: Option<String>,
    /// Right to left.
    #[truto(query)]
    pub field_10: Option<String>,
    /// Nul bell esc \[31m.
    #[truto(query)]
    pub field_11: Option<String>,
    /// Carriage return line paragraph next.
    #[truto(query)]
    pub field_12: Option<String>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    #[truto(query)]
    pub field_13: Option<String>,
    /// The member `field_14`.
    #[truto(query)]
    pub field_14: Option<String>,
    /// The member `field_15`.
    #[truto(query)]
    pub field_15: Option<String>,
    /// /// more.
    #[truto(query)]
    pub field_16: Option<String>,
    /// //! inner.
    #[truto(query)]
    pub field_17: Option<String>,
    /// \<keep\>.
    #[truto(query)]
    pub field_18: Option<String>,
    /// // \</keep\>.
    #[truto(query)]
    pub field_19: Option<String>,
    /// \| a \| b \| \|---\|.
    #[truto(query)]
    pub field_20: Option<String>,
    /// \- a - b - c 1. d.
    #[truto(query)]
    pub field_21: Option<String>,
    /// \# Heading \#\# More.
    #[truto(query)]
    pub field_22: Option<String>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    #[truto(query)]
    pub field_23: Option<String>,
    /// Unfinished \`tick.
    #[truto(query)]
    pub field_24: Option<String>,
    /// R\#"raw"\# "\#\#.
    #[truto(query)]
    pub field_25: Option<String>,
    /// \*/ \] \`\`\` fn `main()` {}.
    #[truto(query)]
    pub choice: Option<Open<HostileDescriptionChoice>>,
    /// \[x\]: `http://evil`.
    #[truto(query, rename = "nested[x]")]
    pub nested_x: Option<String>,
    /// The member `wrong_type`.
    #[truto(query)]
    pub wrong_type: Option<String>,
    /// \*/ pub fn `evil()` { `std::process::exit(1`) } /\*.
    #[truto(rename = "field_0")]
    pub field_0_2: Option<String>,
    /// First line pub fn `evil()` {} last line.
    #[truto(rename = "field_1")]
    pub field_1_2: Option<String>,
    /// Ends with a backslash \\.
    #[truto(rename = "field_2")]
    pub field_2_2: Option<String>,
    /// \`\`\`rust `std::process::exit(1`) \`\`\`.
    #[truto(rename = "field_3")]
    pub field_3_2: Option<String>,
    /// Indented code(block).
    #[truto(rename = "field_4")]
    pub field_4_2: Option<String>,
    /// \#\[doc = `include_str!("/etc/passwd`")\].
    #[truto(rename = "field_5")]
    pub field_5_2: Option<String>,
    /// "\] pub struct Evil; \#\[doc = ".
    #[truto(rename = "field_6")]
    pub field_6_2: Option<String>,
    /// \[\`Missing\`\] and \[link\](Missing) and \[other\]\[Missing\] and Vec\<u8\>.
    #[truto(rename = "field_7")]
    pub field_7_2: Option<String>,
    /// \<b\>html\</b\> \<script\>alert(1)\</script\> \<!-- x.
    #[truto(rename = "field_8")]
    pub field_8_2: Option<String>,
    /// `http://bare.example.com/a?b=c`.
    #[truto(rename = "field_9")]
    pub field_9_2: Option<String>,
    /// Right to left.
    #[truto(rename = "field_10")]
    pub field_10_2: Option<String>,
    /// Nul bell esc \[31m.
    #[truto(rename = "field_11")]
    pub field_11_2: Option<String>,
    /// Carriage return line paragraph next.
    #[truto(rename = "field_12")]
    pub field_12_2: Option<String>,
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
    #[truto(rename = "field_13")]
    pub field_13_2: Option<String>,
    /// The member `field_14`.
    #[truto(rename = "field_14")]
    pub field_14_2: Option<String>,
    /// The member `field_15`.
    #[truto(rename = "field_15")]
    pub field_15_2: Option<String>,
    /// /// more.
    #[truto(rename = "field_16")]
    pub field_16_2: Option<String>,
    /// //! inner.
    #[truto(rename = "field_17")]
    pub field_17_2: Option<String>,
    /// \<keep\>.
    #[truto(rename = "field_18")]
    pub field_18_2: Option<String>,
    /// // \</keep\>.
    #[truto(rename = "field_19")]
    pub field_19_2: Option<String>,
    /// \| a \| b \| \|---\|.
    #[truto(rename = "field_20")]
    pub field_20_2: Option<String>,
    /// \- a - b - c 1. d.
    #[truto(rename = "field_21")]
    pub field_21_2: Option<String>,
    /// \# Heading \#\# More.
    #[truto(rename = "field_22")]
    pub field_22_2: Option<String>,
    /// \$(rm -rf /) \`rm -rf /\` \${HOME} {{template}} {0} {}.
    #[truto(rename = "field_23")]
    pub field_23_2: Option<String>,
    /// Unfinished \`tick.
    #[truto(rename = "field_24")]
    pub field_24_2: Option<String>,
    /// R\#"raw"\# "\#\#.
    #[truto(rename = "field_25")]
    pub field_25_2: Option<String>,
    /// \*/ \] \`\`\` fn `main()` {}.
    #[truto(rename = "choice")]
    pub choice_2: Option<Open<HostileDescriptionChoice>>,
    /// \`\`\` bad.
    pub nested: Option<Nested>,
    /// The member `wrong_type`.
    #[truto(rename = "wrong_type")]
    pub wrong_type_2: Option<String>,
}
