// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The model `odd`: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`all_of`] | [`AllOf`] | [`list`](ListAllOf), [`get`](GetAllOf), [`create`](CreateAllOf), [`update`](UpdateAllOf) |
//! | [`all_of_single`] | [`AllOfSingle`] | [`list`](ListAllOfSingle), [`get`](GetAllOfSingle), [`create`](CreateAllOfSingle), [`update`](UpdateAllOfSingle) |
//! | [`arrays`] | [`Array`] | [`list`](ListArrays), [`get`](GetArray), [`create`](CreateArray), [`update`](UpdateArray) |
//! | [`bare_list`] | [`BareList`] | [`list`](ListBareList), [`get`](GetBareList), [`create`](CreateBareList), [`update`](UpdateBareList) |
//! | [`booleans_as_schemas`] | [`BooleansAsSchema`] | [`list`](ListBooleansAsSchemas), [`get`](GetBooleansAsSchema), [`create`](CreateBooleansAsSchema), [`update`](UpdateBooleansAsSchema) |
//! | [`enum_with_null`] | [`EnumWithNull`] | [`list`](ListEnumWithNull), [`get`](GetEnumWithNull), [`create`](CreateEnumWithNull), [`update`](UpdateEnumWithNull) |
//! | [`filters`] | [`FilterRecord`] | [`list`](ListFilters), [`get`](GetFilterRecord), [`create`](CreateFilterRecord), [`update`](UpdateFilterRecord) |
//! | [`half_a_schema`] | [`HalfASchema`] | [`list`](ListHalfASchema), [`get`](GetHalfASchema), [`create`](CreateHalfASchema), [`update`](UpdateHalfASchema) |
//! | [`local_ref`] | [`LocalRef`] | [`list`](ListLocalRef), [`get`](GetLocalRef), [`create`](CreateLocalRef), [`update`](UpdateLocalRef) |
//! | [`maps`] | [`Map`] | [`list`](ListMaps), [`get`](GetMap), [`create`](CreateMap), [`update`](UpdateMap) |
//! | [`no_type`] | [`NoType`] | [`list`](ListNoType), [`get`](GetNoType), [`create`](CreateNoType), [`update`](UpdateNoType) |
//! | [`one_of_null`] | [`OneOfNull`] | [`list`](ListOneOfNull), [`get`](GetOneOfNull), [`create`](CreateOneOfNull), [`update`](UpdateOneOfNull) |
//! | [`one_of_objects`] | [`OneOfObject`] | [`list`](ListOneOfObjects), [`get`](GetOneOfObject), [`create`](CreateOneOfObject), [`update`](UpdateOneOfObject) |
//! | [`one_of_shapes`] | [`OneOfShape`] | [`list`](ListOneOfShapes), [`get`](GetOneOfShape), [`create`](CreateOneOfShape), [`update`](UpdateOneOfShape) |
//! | [`open_enum`] | [`OpenEnum`] | [`list`](ListOpenEnum), [`get`](GetOpenEnum), [`create`](CreateOpenEnum), [`update`](UpdateOpenEnum) |
//! | [`openapi_nullable`] | [`OpenapiNullable`] | [`list`](ListOpenapiNullable), [`get`](GetOpenapiNullable), [`create`](CreateOpenapiNullable), [`update`](UpdateOpenapiNullable) |
//! | [`page`] | [`Page`] | [`list`](ListPage), [`get`](GetPage), [`create`](CreatePage), [`update`](UpdatePage) |
//! | [`recursive_ref`] | [`RecursiveRef`] | [`list`](ListRecursiveRef), [`get`](GetRecursiveRef), [`create`](CreateRecursiveRef), [`update`](UpdateRecursiveRef) |
//! | [`references`] | [`Reference`] | [`list`](ListReferences), [`get`](GetReference), [`create`](CreateReference), [`update`](UpdateReference) |
//! | [`remote_ref`] | [`RemoteRef`] | [`list`](ListRemoteRef), [`get`](GetRemoteRef), [`create`](CreateRemoteRef), [`update`](UpdateRemoteRef) |
//! | [`secrets`] | [`Secret`] | [`list`](ListSecrets), [`get`](GetSecret), [`create`](CreateSecret), [`update`](UpdateSecret) |
//! | [`too_deep`] | [`TooDeep`] | [`list`](ListTooDeep), [`get`](GetTooDeep), [`create`](CreateTooDeep), [`update`](UpdateTooDeep) |
//! | [`type_lists`] | [`TypeList`] | [`list`](ListTypeLists), [`get`](GetTypeList), [`create`](CreateTypeList), [`update`](UpdateTypeList) |
//! | [`upper_case_types`] | [`UpperCaseType`] | [`list`](ListUpperCaseTypes), [`get`](GetUpperCaseType), [`create`](CreateUpperCaseType), [`update`](UpdateUpperCaseType) |
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

pub mod all_of;
pub mod all_of_single;
pub mod arrays;
pub mod bare_list;
pub mod booleans_as_schemas;
pub mod enum_with_null;
pub mod filters;
pub mod half_a_schema;
pub mod local_ref;
pub mod maps;
pub mod no_type;
pub mod one_of_null;
pub mod one_of_objects;
pub mod one_of_shapes;
pub mod open_enum;
pub mod openapi_nullable;
pub mod page;
pub mod recursive_ref;
pub mod references;
pub mod remote_ref;
pub mod secrets;
pub mod too_deep;
pub mod type_lists;
pub mod upper_case_types;

#[doc(inline)]
pub use self::all_of::{AllOf, CreateAllOf, GetAllOf, ListAllOf, UpdateAllOf};
#[doc(inline)]
pub use self::all_of_single::{AllOfSingle, CreateAllOfSingle, GetAllOfSingle, ListAllOfSingle, UpdateAllOfSingle};
#[doc(inline)]
pub use self::arrays::{Array, CreateArray, GetArray, ListArrays, UpdateArray};
#[doc(inline)]
pub use self::bare_list::{BareList, CreateBareList, GetBareList, ListBareList, UpdateBareList};
#[doc(inline)]
pub use self::booleans_as_schemas::{
    BooleansAsSchema, CreateBooleansAsSchema, GetBooleansAsSchema, ListBooleansAsSchemas, UpdateBooleansAsSchema,
};
#[doc(inline)]
pub use self::enum_with_null::{
    CreateEnumWithNull, EnumWithNull, GetEnumWithNull, ListEnumWithNull, UpdateEnumWithNull,
};
#[doc(inline)]
pub use self::filters::{CreateFilterRecord, FilterRecord, GetFilterRecord, ListFilters, UpdateFilterRecord};
#[doc(inline)]
pub use self::half_a_schema::{CreateHalfASchema, GetHalfASchema, HalfASchema, ListHalfASchema, UpdateHalfASchema};
#[doc(inline)]
pub use self::local_ref::{CreateLocalRef, GetLocalRef, ListLocalRef, LocalRef, UpdateLocalRef};
#[doc(inline)]
pub use self::maps::{CreateMap, GetMap, ListMaps, Map, UpdateMap};
#[doc(inline)]
pub use self::no_type::{CreateNoType, GetNoType, ListNoType, NoType, UpdateNoType};
#[doc(inline)]
pub use self::one_of_null::{CreateOneOfNull, GetOneOfNull, ListOneOfNull, OneOfNull, UpdateOneOfNull};
#[doc(inline)]
pub use self::one_of_objects::{CreateOneOfObject, GetOneOfObject, ListOneOfObjects, OneOfObject, UpdateOneOfObject};
#[doc(inline)]
pub use self::one_of_shapes::{CreateOneOfShape, GetOneOfShape, ListOneOfShapes, OneOfShape, UpdateOneOfShape};
#[doc(inline)]
pub use self::open_enum::{CreateOpenEnum, GetOpenEnum, ListOpenEnum, OpenEnum, UpdateOpenEnum};
#[doc(inline)]
pub use self::openapi_nullable::{
    CreateOpenapiNullable, GetOpenapiNullable, ListOpenapiNullable, OpenapiNullable, UpdateOpenapiNullable,
};
#[doc(inline)]
pub use self::page::{CreatePage, GetPage, ListPage, Page, UpdatePage};
#[doc(inline)]
pub use self::recursive_ref::{
    CreateRecursiveRef, GetRecursiveRef, ListRecursiveRef, RecursiveRef, UpdateRecursiveRef,
};
#[doc(inline)]
pub use self::references::{CreateReference, GetReference, ListReferences, Reference, UpdateReference};
#[doc(inline)]
pub use self::remote_ref::{CreateRemoteRef, GetRemoteRef, ListRemoteRef, RemoteRef, UpdateRemoteRef};
#[doc(inline)]
pub use self::secrets::{CreateSecret, GetSecret, ListSecrets, Secret, UpdateSecret};
#[doc(inline)]
pub use self::too_deep::{CreateTooDeep, GetTooDeep, ListTooDeep, TooDeep, UpdateTooDeep};
#[doc(inline)]
pub use self::type_lists::{CreateTypeList, GetTypeList, ListTypeLists, TypeList, UpdateTypeList};
#[doc(inline)]
pub use self::upper_case_types::{
    CreateUpperCaseType, GetUpperCaseType, ListUpperCaseTypes, UpdateUpperCaseType, UpperCaseType,
};

/// Every endpoint of the model, for a server such as the sandbox.
#[must_use]
pub const fn endpoints() -> truto_core::Registry {
    truto_core::endpoints![
        ListAllOf,
        GetAllOf,
        CreateAllOf,
        UpdateAllOf,
        ListAllOfSingle,
        GetAllOfSingle,
        CreateAllOfSingle,
        UpdateAllOfSingle,
        ListArrays,
        GetArray,
        CreateArray,
        UpdateArray,
        ListBareList,
        GetBareList,
        CreateBareList,
        UpdateBareList,
        ListBooleansAsSchemas,
        GetBooleansAsSchema,
        CreateBooleansAsSchema,
        UpdateBooleansAsSchema,
        ListEnumWithNull,
        GetEnumWithNull,
        CreateEnumWithNull,
        UpdateEnumWithNull,
        ListFilters,
        GetFilterRecord,
        CreateFilterRecord,
        UpdateFilterRecord,
        ListHalfASchema,
        GetHalfASchema,
        CreateHalfASchema,
        UpdateHalfASchema,
        ListLocalRef,
        GetLocalRef,
        CreateLocalRef,
        UpdateLocalRef,
        ListMaps,
        GetMap,
        CreateMap,
        UpdateMap,
        ListNoType,
        GetNoType,
        CreateNoType,
        UpdateNoType,
        ListOneOfNull,
        GetOneOfNull,
        CreateOneOfNull,
        UpdateOneOfNull,
        ListOneOfObjects,
        GetOneOfObject,
        CreateOneOfObject,
        UpdateOneOfObject,
        ListOneOfShapes,
        GetOneOfShape,
        CreateOneOfShape,
        UpdateOneOfShape,
        ListOpenEnum,
        GetOpenEnum,
        CreateOpenEnum,
        UpdateOpenEnum,
        ListOpenapiNullable,
        GetOpenapiNullable,
        CreateOpenapiNullable,
        UpdateOpenapiNullable,
        ListPage,
        GetPage,
        CreatePage,
        UpdatePage,
        ListRecursiveRef,
        GetRecursiveRef,
        CreateRecursiveRef,
        UpdateRecursiveRef,
        ListReferences,
        GetReference,
        CreateReference,
        UpdateReference,
        ListRemoteRef,
        GetRemoteRef,
        CreateRemoteRef,
        UpdateRemoteRef,
        ListSecrets,
        GetSecret,
        CreateSecret,
        UpdateSecret,
        ListTooDeep,
        GetTooDeep,
        CreateTooDeep,
        UpdateTooDeep,
        ListTypeLists,
        GetTypeList,
        CreateTypeList,
        UpdateTypeList,
        ListUpperCaseTypes,
        GetUpperCaseType,
        CreateUpperCaseType,
        UpdateUpperCaseType,
    ]
}
