// Written by truto-codegen from a description.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The model `fixtures`: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`mod@additional_properties`] | [`AdditionalProperty`]: a \*fixture\*. \`\`\` not code | [`list`](ListAdditionalProperties), [`get`](GetAdditionalProperty), [`create`](CreateAdditionalProperty), [`update`](UpdateAdditionalProperty), [`delete`](DeleteAdditionalProperty), [`move-stage`](MoveStageAdditionalProperties) |
//! | [`mod@all_of_inheritance`] | [`AllOfInheritance`]: a \*fixture\*. \`\`\` not code | [`list`](ListAllOfInheritance), [`get`](GetAllOfInheritance), [`create`](CreateAllOfInheritance), [`update`](UpdateAllOfInheritance), [`delete`](DeleteAllOfInheritance), [`move-stage`](MoveStageAllOfInheritance) |
//! | [`mod@all_of_that_contradicts`] | [`AllOfThatContradict`]: a \*fixture\*. \`\`\` not code | [`list`](ListAllOfThatContradicts), [`get`](GetAllOfThatContradict), [`create`](CreateAllOfThatContradict), [`update`](UpdateAllOfThatContradict), [`delete`](DeleteAllOfThatContradict), [`move-stage`](MoveStageAllOfThatContradicts) |
//! | [`mod@any_of_nullable_pydantic`] | [`AnyOfNullablePydantic`]: a \*fixture\*. \`\`\` not code | [`list`](ListAnyOfNullablePydantic), [`get`](GetAnyOfNullablePydantic), [`create`](CreateAnyOfNullablePydantic), [`update`](UpdateAnyOfNullablePydantic), [`delete`](DeleteAnyOfNullablePydantic), [`move-stage`](MoveStageAnyOfNullablePydantic) |
//! | [`mod@array_at_the_root`] | [`ArrayAtTheRoot`]: a \*fixture\*. \`\`\` not code | [`list`](ListArrayAtTheRoot), [`get`](GetArrayAtTheRoot), [`create`](CreateArrayAtTheRoot), [`update`](UpdateArrayAtTheRoot), [`delete`](DeleteArrayAtTheRoot), [`move-stage`](MoveStageArrayAtTheRoot) |
//! | [`mod@arrays_nested`] | [`ArraysNested`]: a \*fixture\*. \`\`\` not code | [`list`](ListArraysNested), [`get`](GetArraysNested), [`create`](CreateArraysNested), [`update`](UpdateArraysNested), [`delete`](DeleteArraysNested), [`move-stage`](MoveStageArraysNested) |
//! | [`mod@cycle_of_refs`] | [`CycleOfRef`]: a \*fixture\*. \`\`\` not code | [`list`](ListCycleOfRefs), [`get`](GetCycleOfRef), [`create`](CreateCycleOfRef), [`update`](UpdateCycleOfRef), [`delete`](DeleteCycleOfRef), [`move-stage`](MoveStageCycleOfRefs) |
//! | [`mod@deep_objects`] | [`DeepObject`]: a \*fixture\*. \`\`\` not code | [`list`](ListDeepObjects), [`get`](GetDeepObject), [`create`](CreateDeepObject), [`update`](UpdateDeepObject), [`delete`](DeleteDeepObject), [`move-stage`](MoveStageDeepObjects) |
//! | [`mod@draft_3_and_4`] | [`Draft3And4`]: a \*fixture\*. \`\`\` not code | [`list`](ListDraft3And4), [`get`](GetDraft3And4), [`create`](CreateDraft3And4), [`update`](UpdateDraft3And4), [`delete`](DeleteDraft3And4), [`move-stage`](MoveStageDraft3And4) |
//! | [`mod@enum_awkward_values`] | [`EnumAwkwardValue`]: a \*fixture\*. \`\`\` not code | [`list`](ListEnumAwkwardValues), [`get`](GetEnumAwkwardValue), [`create`](CreateEnumAwkwardValue), [`update`](UpdateEnumAwkwardValue), [`delete`](DeleteEnumAwkwardValue), [`move-stage`](MoveStageEnumAwkwardValues) |
//! | [`mod@enum_mixed`] | [`EnumMixed`]: a \*fixture\*. \`\`\` not code | [`list`](ListEnumMixed), [`get`](GetEnumMixed), [`create`](CreateEnumMixed), [`update`](UpdateEnumMixed), [`delete`](DeleteEnumMixed), [`move-stage`](MoveStageEnumMixed) |
//! | [`mod@enum_with_null`] | [`EnumWithNull`]: a \*fixture\*. \`\`\` not code | [`list`](ListEnumWithNull), [`get`](GetEnumWithNull), [`create`](CreateEnumWithNull), [`update`](UpdateEnumWithNull), [`delete`](DeleteEnumWithNull), [`move-stage`](MoveStageEnumWithNull) |
//! | [`mod@envelope_of_a_list`] | [`EnvelopeOfAList`]: a \*fixture\*. \`\`\` not code | [`list`](ListEnvelopeOfAList), [`get`](GetEnvelopeOfAList), [`create`](CreateEnvelopeOfAList), [`update`](UpdateEnvelopeOfAList), [`delete`](DeleteEnvelopeOfAList), [`move-stage`](MoveStageEnvelopeOfAList) |
//! | [`mod@formats`] | [`Format`]: a \*fixture\*. \`\`\` not code | [`list`](ListFormats), [`get`](GetFormat), [`create`](CreateFormat), [`update`](UpdateFormat), [`delete`](DeleteFormat), [`move-stage`](MoveStageFormats) |
//! | [`mod@github_like`] | [`GithubLike`]: a \*fixture\*. \`\`\` not code | [`list`](ListGithubLike), [`get`](GetGithubLike), [`create`](CreateGithubLike), [`update`](UpdateGithubLike), [`delete`](DeleteGithubLike), [`move-stage`](MoveStageGithubLike) |
//! | [`mod@hostile_descriptions`] | [`HostileDescription`]: a \*fixture\*. \`\`\` not code | [`list`](ListHostileDescriptions), [`get`](GetHostileDescription), [`create`](CreateHostileDescription), [`update`](UpdateHostileDescription), [`delete`](DeleteHostileDescription), [`move-stage`](MoveStageHostileDescriptions) |
//! | [`mod@json_schema_3_1_type_lists`] | [`JsonSchema31TypeList`]: a \*fixture\*. \`\`\` not code | [`list`](ListJsonSchema31TypeLists), [`get`](GetJsonSchema31TypeList), [`create`](CreateJsonSchema31TypeList), [`update`](UpdateJsonSchema31TypeList), [`delete`](DeleteJsonSchema31TypeList), [`move-stage`](MoveStageJsonSchema31TypeLists) |
//! | [`mod@keywords`] | [`Keyword`]: a \*fixture\*. \`\`\` not code | [`list`](ListKeywords), [`get`](GetKeyword), [`create`](CreateKeyword), [`update`](UpdateKeyword), [`delete`](DeleteKeyword), [`move-stage`](MoveStageKeywords) |
//! | [`mod@keywords_of_wrong_types`] | [`KeywordsOfWrongType`]: a \*fixture\*. \`\`\` not code | [`list`](ListKeywordsOfWrongTypes), [`get`](GetKeywordsOfWrongType), [`create`](CreateKeywordsOfWrongType), [`update`](UpdateKeywordsOfWrongType), [`delete`](DeleteKeywordsOfWrongType), [`move-stage`](MoveStageKeywordsOfWrongTypes) |
//! | [`mod@names_awkward`] | [`NamesAwkward`]: a \*fixture\*. \`\`\` not code | [`list`](ListNamesAwkward), [`get`](GetNamesAwkward), [`create`](CreateNamesAwkward), [`update`](UpdateNamesAwkward), [`delete`](DeleteNamesAwkward), [`move-stage`](MoveStageNamesAwkward) |
//! | [`mod@names_by_case`] | [`NamesByCase`]: a \*fixture\*. \`\`\` not code | [`list`](ListNamesByCase), [`get`](GetNamesByCase), [`create`](CreateNamesByCase), [`update`](UpdateNamesByCase), [`delete`](DeleteNamesByCase), [`move-stage`](MoveStageNamesByCase) |
//! | [`mod@names_of_our_types`] | [`NamesOfOurType`]: a \*fixture\*. \`\`\` not code | [`list`](ListNamesOfOurTypes), [`get`](GetNamesOfOurType), [`create`](CreateNamesOfOurType), [`update`](UpdateNamesOfOurType), [`delete`](DeleteNamesOfOurType), [`move-stage`](MoveStageNamesOfOurTypes) |
//! | [`mod@no_type_at_all`] | [`NoTypeAtAll`]: a \*fixture\*. \`\`\` not code | [`list`](ListNoTypeAtAll), [`get`](GetNoTypeAtAll), [`create`](CreateNoTypeAtAll), [`update`](UpdateNoTypeAtAll), [`delete`](DeleteNoTypeAtAll), [`move-stage`](MoveStageNoTypeAtAll) |
//! | [`mod@objects_empty`] | [`ObjectsEmpty`]: a \*fixture\*. \`\`\` not code | [`list`](ListObjectsEmpty), [`get`](GetObjectsEmpty), [`create`](CreateObjectsEmpty), [`update`](UpdateObjectsEmpty), [`delete`](DeleteObjectsEmpty), [`move-stage`](MoveStageObjectsEmpty) |
//! | [`mod@one_of_variants`] | [`OneOfVariant`]: a \*fixture\*. \`\`\` not code | [`list`](ListOneOfVariants), [`get`](GetOneOfVariant), [`create`](CreateOneOfVariant), [`update`](UpdateOneOfVariant), [`delete`](DeleteOneOfVariant), [`move-stage`](MoveStageOneOfVariants) |
//! | [`mod@openapi_3_0_nullable`] | [`Openapi30Nullable`]: a \*fixture\*. \`\`\` not code | [`list`](ListOpenapi30Nullable), [`get`](GetOpenapi30Nullable), [`create`](CreateOpenapi30Nullable), [`update`](UpdateOpenapi30Nullable), [`delete`](DeleteOpenapi30Nullable), [`move-stage`](MoveStageOpenapi30Nullable) |
//! | [`mod@properties_without_the_object`] | [`PropertiesWithoutTheObject`]: a \*fixture\*. \`\`\` not code | [`list`](ListPropertiesWithoutTheObject), [`get`](GetPropertiesWithoutTheObject), [`create`](CreatePropertiesWithoutTheObject), [`update`](UpdatePropertiesWithoutTheObject), [`delete`](DeletePropertiesWithoutTheObject), [`move-stage`](MoveStagePropertiesWithoutTheObject) |
//! | [`mod@recursion`] | [`Recursion`]: a \*fixture\*. \`\`\` not code | [`list`](ListRecursion), [`get`](GetRecursion), [`create`](CreateRecursion), [`update`](UpdateRecursion), [`delete`](DeleteRecursion), [`move-stage`](MoveStageRecursion) |
//! | [`mod@recursion_to_root`] | [`RecursionToRoot`]: a \*fixture\*. \`\`\` not code | [`list`](ListRecursionToRoot), [`get`](GetRecursionToRoot), [`create`](CreateRecursionToRoot), [`update`](UpdateRecursionToRoot), [`delete`](DeleteRecursionToRoot), [`move-stage`](MoveStageRecursionToRoot) |
//! | [`mod@refs_into_components`] | [`RefsIntoComponent`]: a \*fixture\*. \`\`\` not code | [`list`](ListRefsIntoComponents), [`get`](GetRefsIntoComponent), [`create`](CreateRefsIntoComponent), [`update`](UpdateRefsIntoComponent), [`delete`](DeleteRefsIntoComponent), [`move-stage`](MoveStageRefsIntoComponents) |
//! | [`mod@refs_into_definitions`] | [`RefsIntoDefinition`]: a \*fixture\*. \`\`\` not code | [`list`](ListRefsIntoDefinitions), [`get`](GetRefsIntoDefinition), [`create`](CreateRefsIntoDefinition), [`update`](UpdateRefsIntoDefinition), [`delete`](DeleteRefsIntoDefinition), [`move-stage`](MoveStageRefsIntoDefinitions) |
//! | [`mod@refs_into_defs_with_siblings`] | [`RefsIntoDefsWithSibling`]: a \*fixture\*. \`\`\` not code | [`list`](ListRefsIntoDefsWithSiblings), [`get`](GetRefsIntoDefsWithSibling), [`create`](CreateRefsIntoDefsWithSibling), [`update`](UpdateRefsIntoDefsWithSibling), [`delete`](DeleteRefsIntoDefsWithSibling), [`move-stage`](MoveStageRefsIntoDefsWithSiblings) |
//! | [`mod@refs_to_nowhere`] | [`RefsToNowhere`]: a \*fixture\*. \`\`\` not code | [`list`](ListRefsToNowhere), [`get`](GetRefsToNowhere), [`create`](CreateRefsToNowhere), [`update`](UpdateRefsToNowhere), [`delete`](DeleteRefsToNowhere), [`move-stage`](MoveStageRefsToNowhere) |
//! | [`mod@salesforce_like`] | [`SalesforceLike`]: a \*fixture\*. \`\`\` not code | [`list`](ListSalesforceLike), [`get`](GetSalesforceLike), [`create`](CreateSalesforceLike), [`update`](UpdateSalesforceLike), [`delete`](DeleteSalesforceLike), [`move-stage`](MoveStageSalesforceLike) |
//! | [`mod@stripe_like`] | [`StripeLike`]: a \*fixture\*. \`\`\` not code | [`list`](ListStripeLike), [`get`](GetStripeLike), [`create`](CreateStripeLike), [`update`](UpdateStripeLike), [`delete`](DeleteStripeLike), [`move-stage`](MoveStageStripeLike) |
//! | [`mod@truto_ticketing_like`] | [`TrutoTicketingLike`]: a \*fixture\*. \`\`\` not code | [`list`](ListTrutoTicketingLike), [`get`](GetTrutoTicketingLike), [`create`](CreateTrutoTicketingLike), [`update`](UpdateTrutoTicketingLike), [`delete`](DeleteTrutoTicketingLike), [`move-stage`](MoveStageTrutoTicketingLike) |
//! | [`mod@tuples`] | [`Tuple`]: a \*fixture\*. \`\`\` not code | [`list`](ListTuples), [`get`](GetTuple), [`create`](CreateTuple), [`update`](UpdateTuple), [`delete`](DeleteTuple), [`move-stage`](MoveStageTuples) |
//!
//! Every request also takes the parameters that all endpoints have, such as `exclude_fields`, `remote_query` and, where
//! it has a body, `remote_data`. Fields are optional where the API does not promise them, and a value that an enum does
//! not know is kept.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::enum_variant_names,
    clippy::struct_field_names,
    clippy::upper_case_acronyms,
    reason = "a program uses some of it, and the names are the API's"
)]

pub mod additional_properties;
pub mod all_of_inheritance;
pub mod all_of_that_contradicts;
pub mod any_of_nullable_pydantic;
pub mod array_at_the_root;
pub mod arrays_nested;
pub mod cycle_of_refs;
pub mod deep_objects;
pub mod draft_3_and_4;
pub mod enum_awkward_values;
pub mod enum_mixed;
pub mod enum_with_null;
pub mod envelope_of_a_list;
pub mod formats;
pub mod github_like;
pub mod hostile_descriptions;
pub mod json_schema_3_1_type_lists;
pub mod keywords;
pub mod keywords_of_wrong_types;
pub mod names_awkward;
pub mod names_by_case;
pub mod names_of_our_types;
pub mod no_type_at_all;
pub mod objects_empty;
pub mod one_of_variants;
pub mod openapi_3_0_nullable;
pub mod properties_without_the_object;
pub mod recursion;
pub mod recursion_to_root;
pub mod refs_into_components;
pub mod refs_into_definitions;
pub mod refs_into_defs_with_siblings;
pub mod refs_to_nowhere;
pub mod salesforce_like;
pub mod stripe_like;
pub mod truto_ticketing_like;
pub mod tuples;
pub mod values;

#[doc(inline)]
pub use self::additional_properties::{
    AdditionalProperty, CreateAdditionalProperty, DeleteAdditionalProperty, GetAdditionalProperty,
    ListAdditionalProperties, MoveStageAdditionalProperties, UpdateAdditionalProperty,
};
#[doc(inline)]
pub use self::all_of_inheritance::{
    AllOfInheritance, CreateAllOfInheritance, DeleteAllOfInheritance, GetAllOfInheritance, ListAllOfInheritance,
    MoveStageAllOfInheritance, UpdateAllOfInheritance,
};
#[doc(inline)]
pub use self::all_of_that_contradicts::{
    AllOfThatContradict, CreateAllOfThatContradict, DeleteAllOfThatContradict, GetAllOfThatContradict,
    ListAllOfThatContradicts, MoveStageAllOfThatContradicts, UpdateAllOfThatContradict,
};
#[doc(inline)]
pub use self::any_of_nullable_pydantic::{
    AnyOfNullablePydantic, CreateAnyOfNullablePydantic, DeleteAnyOfNullablePydantic, GetAnyOfNullablePydantic,
    ListAnyOfNullablePydantic, MoveStageAnyOfNullablePydantic, UpdateAnyOfNullablePydantic,
};
#[doc(inline)]
pub use self::array_at_the_root::{
    ArrayAtTheRoot, CreateArrayAtTheRoot, DeleteArrayAtTheRoot, GetArrayAtTheRoot, ListArrayAtTheRoot,
    MoveStageArrayAtTheRoot, UpdateArrayAtTheRoot,
};
#[doc(inline)]
pub use self::arrays_nested::{
    ArraysNested, CreateArraysNested, DeleteArraysNested, GetArraysNested, ListArraysNested, MoveStageArraysNested,
    UpdateArraysNested,
};
#[doc(inline)]
pub use self::cycle_of_refs::{
    CreateCycleOfRef, CycleOfRef, DeleteCycleOfRef, GetCycleOfRef, ListCycleOfRefs, MoveStageCycleOfRefs,
    UpdateCycleOfRef,
};
#[doc(inline)]
pub use self::deep_objects::{
    CreateDeepObject, DeepObject, DeleteDeepObject, GetDeepObject, ListDeepObjects, MoveStageDeepObjects,
    UpdateDeepObject,
};
#[doc(inline)]
pub use self::draft_3_and_4::{
    CreateDraft3And4, DeleteDraft3And4, Draft3And4, GetDraft3And4, ListDraft3And4, MoveStageDraft3And4,
    UpdateDraft3And4,
};
#[doc(inline)]
pub use self::enum_awkward_values::{
    CreateEnumAwkwardValue, DeleteEnumAwkwardValue, EnumAwkwardValue, GetEnumAwkwardValue, ListEnumAwkwardValues,
    MoveStageEnumAwkwardValues, UpdateEnumAwkwardValue,
};
#[doc(inline)]
pub use self::enum_mixed::{
    CreateEnumMixed, DeleteEnumMixed, EnumMixed, GetEnumMixed, ListEnumMixed, MoveStageEnumMixed, UpdateEnumMixed,
};
#[doc(inline)]
pub use self::enum_with_null::{
    CreateEnumWithNull, DeleteEnumWithNull, EnumWithNull, GetEnumWithNull, ListEnumWithNull, MoveStageEnumWithNull,
    UpdateEnumWithNull,
};
#[doc(inline)]
pub use self::envelope_of_a_list::{
    CreateEnvelopeOfAList, DeleteEnvelopeOfAList, EnvelopeOfAList, GetEnvelopeOfAList, ListEnvelopeOfAList,
    MoveStageEnvelopeOfAList, UpdateEnvelopeOfAList,
};
#[doc(inline)]
pub use self::formats::{CreateFormat, DeleteFormat, Format, GetFormat, ListFormats, MoveStageFormats, UpdateFormat};
#[doc(inline)]
pub use self::github_like::{
    CreateGithubLike, DeleteGithubLike, GetGithubLike, GithubLike, ListGithubLike, MoveStageGithubLike,
    UpdateGithubLike,
};
#[doc(inline)]
pub use self::hostile_descriptions::{
    CreateHostileDescription, DeleteHostileDescription, GetHostileDescription, HostileDescription,
    ListHostileDescriptions, MoveStageHostileDescriptions, UpdateHostileDescription,
};
#[doc(inline)]
pub use self::json_schema_3_1_type_lists::{
    CreateJsonSchema31TypeList, DeleteJsonSchema31TypeList, GetJsonSchema31TypeList, JsonSchema31TypeList,
    ListJsonSchema31TypeLists, MoveStageJsonSchema31TypeLists, UpdateJsonSchema31TypeList,
};
#[doc(inline)]
pub use self::keywords::{
    CreateKeyword, DeleteKeyword, GetKeyword, Keyword, ListKeywords, MoveStageKeywords, UpdateKeyword,
};
#[doc(inline)]
pub use self::keywords_of_wrong_types::{
    CreateKeywordsOfWrongType, DeleteKeywordsOfWrongType, GetKeywordsOfWrongType, KeywordsOfWrongType,
    ListKeywordsOfWrongTypes, MoveStageKeywordsOfWrongTypes, UpdateKeywordsOfWrongType,
};
#[doc(inline)]
pub use self::names_awkward::{
    CreateNamesAwkward, DeleteNamesAwkward, GetNamesAwkward, ListNamesAwkward, MoveStageNamesAwkward, NamesAwkward,
    UpdateNamesAwkward,
};
#[doc(inline)]
pub use self::names_by_case::{
    CreateNamesByCase, DeleteNamesByCase, GetNamesByCase, ListNamesByCase, MoveStageNamesByCase, NamesByCase,
    UpdateNamesByCase,
};
#[doc(inline)]
pub use self::names_of_our_types::{
    CreateNamesOfOurType, DeleteNamesOfOurType, GetNamesOfOurType, ListNamesOfOurTypes, MoveStageNamesOfOurTypes,
    NamesOfOurType, UpdateNamesOfOurType,
};
#[doc(inline)]
pub use self::no_type_at_all::{
    CreateNoTypeAtAll, DeleteNoTypeAtAll, GetNoTypeAtAll, ListNoTypeAtAll, MoveStageNoTypeAtAll, NoTypeAtAll,
    UpdateNoTypeAtAll,
};
#[doc(inline)]
pub use self::objects_empty::{
    CreateObjectsEmpty, DeleteObjectsEmpty, GetObjectsEmpty, ListObjectsEmpty, MoveStageObjectsEmpty, ObjectsEmpty,
    UpdateObjectsEmpty,
};
#[doc(inline)]
pub use self::one_of_variants::{
    CreateOneOfVariant, DeleteOneOfVariant, GetOneOfVariant, ListOneOfVariants, MoveStageOneOfVariants, OneOfVariant,
    UpdateOneOfVariant,
};
#[doc(inline)]
pub use self::openapi_3_0_nullable::{
    CreateOpenapi30Nullable, DeleteOpenapi30Nullable, GetOpenapi30Nullable, ListOpenapi30Nullable,
    MoveStageOpenapi30Nullable, Openapi30Nullable, UpdateOpenapi30Nullable,
};
#[doc(inline)]
pub use self::properties_without_the_object::{
    CreatePropertiesWithoutTheObject, DeletePropertiesWithoutTheObject, GetPropertiesWithoutTheObject,
    ListPropertiesWithoutTheObject, MoveStagePropertiesWithoutTheObject, PropertiesWithoutTheObject,
    UpdatePropertiesWithoutTheObject,
};
#[doc(inline)]
pub use self::recursion::{
    CreateRecursion, DeleteRecursion, GetRecursion, ListRecursion, MoveStageRecursion, Recursion, UpdateRecursion,
};
#[doc(inline)]
pub use self::recursion_to_root::{
    CreateRecursionToRoot, DeleteRecursionToRoot, GetRecursionToRoot, ListRecursionToRoot, MoveStageRecursionToRoot,
    RecursionToRoot, UpdateRecursionToRoot,
};
#[doc(inline)]
pub use self::refs_into_components::{
    CreateRefsIntoComponent, DeleteRefsIntoComponent, GetRefsIntoComponent, ListRefsIntoComponents,
    MoveStageRefsIntoComponents, RefsIntoComponent, UpdateRefsIntoComponent,
};
#[doc(inline)]
pub use self::refs_into_definitions::{
    CreateRefsIntoDefinition, DeleteRefsIntoDefinition, GetRefsIntoDefinition, ListRefsIntoDefinitions,
    MoveStageRefsIntoDefinitions, RefsIntoDefinition, UpdateRefsIntoDefinition,
};
#[doc(inline)]
pub use self::refs_into_defs_with_siblings::{
    CreateRefsIntoDefsWithSibling, DeleteRefsIntoDefsWithSibling, GetRefsIntoDefsWithSibling,
    ListRefsIntoDefsWithSiblings, MoveStageRefsIntoDefsWithSiblings, RefsIntoDefsWithSibling,
    UpdateRefsIntoDefsWithSibling,
};
#[doc(inline)]
pub use self::refs_to_nowhere::{
    CreateRefsToNowhere, DeleteRefsToNowhere, GetRefsToNowhere, ListRefsToNowhere, MoveStageRefsToNowhere,
    RefsToNowhere, UpdateRefsToNowhere,
};
#[doc(inline)]
pub use self::salesforce_like::{
    CreateSalesforceLike, DeleteSalesforceLike, GetSalesforceLike, ListSalesforceLike, MoveStageSalesforceLike,
    SalesforceLike, UpdateSalesforceLike,
};
#[doc(inline)]
pub use self::stripe_like::{
    CreateStripeLike, DeleteStripeLike, GetStripeLike, ListStripeLike, MoveStageStripeLike, StripeLike,
    UpdateStripeLike,
};
#[doc(inline)]
pub use self::truto_ticketing_like::{
    CreateTrutoTicketingLike, DeleteTrutoTicketingLike, GetTrutoTicketingLike, ListTrutoTicketingLike,
    MoveStageTrutoTicketingLike, TrutoTicketingLike, UpdateTrutoTicketingLike,
};
#[doc(inline)]
pub use self::tuples::{CreateTuple, DeleteTuple, GetTuple, ListTuples, MoveStageTuples, Tuple, UpdateTuple};
