// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `names_by_case` of the model `fixtures`.
//!
//! Sources of [`NamesByCase`] and its methods: <https://docs.example/fixtures>.

use truto_core::types::{Deleted, Id, Unknown};
use truto_core::{Filter, Json, Patch, UnifiedRecord, unified_endpoint};

/// A \*fixture\*. \`\`\` not code.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct NamesByCase {
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name: Option<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `NAME`.
    #[truto(rename = "NAME")]
    pub name_3: Option<i64>,
    /// The member `firstName`.
    #[truto(rename = "firstName")]
    pub first_name: Option<String>,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_2: Option<String>,
    /// The member `FirstName`.
    #[truto(rename = "FirstName")]
    pub first_name_3: Option<String>,
    /// The member `first-name`.
    #[truto(rename = "first-name")]
    pub first_name_4: Option<String>,
    /// The member `first name`.
    #[truto(rename = "first name")]
    pub first_name_5: Option<String>,
    /// The member `first.name`.
    #[truto(rename = "first.name")]
    pub first_name_6: Option<String>,
    /// The member `account`.
    pub account: Option<Account>,
    /// The member `Account`.
    #[truto(rename = "Account")]
    pub account_2: Option<Account>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// A value of `Account`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Account {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `ID`.
    #[truto(rename = "ID")]
    pub id_2: Option<String>,
    /// The member `Id`.
    #[truto(rename = "Id")]
    pub id_3: Option<String>,
    /// The member `number`.
    pub number: Option<i64>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// Lists names by case.
///
/// `GET /unified/fixtures/names_by_case` returns pages of [`NamesByCase`].
#[unified_endpoint(GET, "/unified/fixtures/names_by_case", response = NamesByCase, paginated)]
pub struct ListNamesByCase {
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name: Option<Filter<String>>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<Filter<String>>,
    /// The member `NAME`.
    #[truto(rename = "NAME")]
    pub name_3: Option<Filter<i64>>,
    /// The member `firstName`.
    #[truto(rename = "firstName")]
    pub first_name: Option<Filter<String>>,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_2: Option<Filter<String>>,
    /// The member `FirstName`.
    #[truto(rename = "FirstName")]
    pub first_name_3: Option<Filter<String>>,
    /// The member `first-name`.
    #[truto(rename = "first-name")]
    pub first_name_4: Option<Filter<String>>,
    /// The member `first name`.
    #[truto(rename = "first name")]
    pub first_name_5: Option<Filter<String>>,
    /// The member `first.name`.
    #[truto(rename = "first.name")]
    pub first_name_6: Option<Filter<String>>,
    /// The member `account[id]`.
    #[truto(rename = "account[id]")]
    pub account_id: Option<Filter<String>>,
    /// The member `account[ID]`.
    #[truto(rename = "account[ID]")]
    pub account_id_2: Option<Filter<String>>,
    /// The member `account[Id]`.
    #[truto(rename = "account[Id]")]
    pub account_id_3: Option<Filter<String>>,
    /// The member `Account[number]`.
    #[truto(rename = "Account[number]")]
    pub account_number: Option<Filter<i64>>,
}

/// Reads a names by case.
///
/// `GET /unified/fixtures/names_by_case/{id}` returns the [`NamesByCase`].
#[unified_endpoint(GET, "/unified/fixtures/names_by_case/{id}", response = NamesByCase)]
pub struct GetNamesByCase {
    /// Id of the names by case.
    pub id: Id<NamesByCase>,
}

/// Creates a names by case. What is not declared here is for `remote_data`.
///
/// `POST /unified/fixtures/names_by_case` returns the [`NamesByCase`].
///
/// Members whose names cannot be declared: "first.name".
#[unified_endpoint(POST, "/unified/fixtures/names_by_case", response = NamesByCase)]
pub struct CreateNamesByCase {
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name: Option<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Option<String>,
    /// The member `NAME`.
    #[truto(rename = "NAME")]
    pub name_3: Option<i64>,
    /// The member `firstName`.
    #[truto(rename = "firstName")]
    pub first_name: Option<String>,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_2: Option<String>,
    /// The member `FirstName`.
    #[truto(rename = "FirstName")]
    pub first_name_3: Option<String>,
    /// The member `first-name`.
    #[truto(rename = "first-name")]
    pub first_name_4: Option<String>,
    /// The member `first name`.
    #[truto(rename = "first name")]
    pub first_name_5: Option<String>,
    /// The member `account`.
    pub account: Option<Account>,
    /// The member `Account`.
    #[truto(rename = "Account")]
    pub account_2: Option<Account>,
}

/// Changes a names by case. What is not set stays as it is.
///
/// `PATCH /unified/fixtures/names_by_case/{id}` returns the [`NamesByCase`].
///
/// Members whose names cannot be declared: "first.name".
#[unified_endpoint(PATCH, "/unified/fixtures/names_by_case/{id}", response = NamesByCase)]
pub struct UpdateNamesByCase {
    /// Id of the names by case.
    pub id: Id<NamesByCase>,
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name: Patch<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_2: Patch<String>,
    /// The member `NAME`.
    #[truto(rename = "NAME")]
    pub name_3: Patch<i64>,
    /// The member `firstName`.
    #[truto(rename = "firstName")]
    pub first_name: Patch<String>,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_2: Patch<String>,
    /// The member `FirstName`.
    #[truto(rename = "FirstName")]
    pub first_name_3: Patch<String>,
    /// The member `first-name`.
    #[truto(rename = "first-name")]
    pub first_name_4: Patch<String>,
    /// The member `first name`.
    #[truto(rename = "first name")]
    pub first_name_5: Patch<String>,
    /// The member `account`.
    pub account: Patch<Account>,
    /// The member `Account`.
    #[truto(rename = "Account")]
    pub account_2: Patch<Account>,
}

/// Deletes a names by case.
///
/// `DELETE /unified/fixtures/names_by_case/{id}` returns the id of the deleted record, if the provider tells it.
#[unified_endpoint(DELETE, "/unified/fixtures/names_by_case/{id}", response = Deleted)]
pub struct DeleteNamesByCase {
    /// Id of the names by case.
    pub id: Id<NamesByCase>,
}

/// Calls the method `move-stage` of [`NamesByCase`], and unwraps the `result` of its answer.
///
/// `POST /unified/fixtures/names_by_case/move-stage` returns any JSON, or nothing, because the API's pages do not agree
/// on the answer.
///
/// Members whose names cannot be declared: "first.name".
#[unified_endpoint(POST, "/unified/fixtures/names_by_case/move-stage", response = Option<Json>)]
pub struct MoveStageNamesByCase {
    /// The member `Name`.
    #[truto(query, rename = "Name")]
    pub name: Option<String>,
    /// The member `name`.
    #[truto(query, rename = "name")]
    pub name_2: Option<String>,
    /// The member `NAME`.
    #[truto(query, rename = "NAME")]
    pub name_3: Option<i64>,
    /// The member `firstName`.
    #[truto(query, rename = "firstName")]
    pub first_name: Option<String>,
    /// The member `first_name`.
    #[truto(query, rename = "first_name")]
    pub first_name_2: Option<String>,
    /// The member `FirstName`.
    #[truto(query, rename = "FirstName")]
    pub first_name_3: Option<String>,
    /// The member `first-name`.
    #[truto(query, rename = "first-name")]
    pub first_name_4: Option<String>,
    /// The member `first name`.
    #[truto(query, rename = "first name")]
    pub first_name_5: Option<String>,
    /// The member `first.name`.
    #[truto(query, rename = "first.name")]
    pub first_name_6: Option<String>,
    /// The member `account[id]`.
    #[truto(query, rename = "account[id]")]
    pub account_id: Option<String>,
    /// The member `account[ID]`.
    #[truto(query, rename = "account[ID]")]
    pub account_id_2: Option<String>,
    /// The member `account[Id]`.
    #[truto(query, rename = "account[Id]")]
    pub account_id_3: Option<String>,
    /// The member `Account[number]`.
    #[truto(query, rename = "Account[number]")]
    pub account_number: Option<i64>,
    /// The member `Name`.
    #[truto(rename = "Name")]
    pub name_4: Option<String>,
    /// The member `name`.
    #[truto(rename = "name")]
    pub name_5: Option<String>,
    /// The member `NAME`.
    #[truto(rename = "NAME")]
    pub name_6: Option<i64>,
    /// The member `firstName`.
    #[truto(rename = "firstName")]
    pub first_name_7: Option<String>,
    /// The member `first_name`.
    #[truto(rename = "first_name")]
    pub first_name_8: Option<String>,
    /// The member `FirstName`.
    #[truto(rename = "FirstName")]
    pub first_name_9: Option<String>,
    /// The member `first-name`.
    #[truto(rename = "first-name")]
    pub first_name_10: Option<String>,
    /// The member `first name`.
    #[truto(rename = "first name")]
    pub first_name_11: Option<String>,
    /// The member `account`.
    pub account: Option<Account>,
    /// The member `Account`.
    #[truto(rename = "Account")]
    pub account_2: Option<Account>,
}
