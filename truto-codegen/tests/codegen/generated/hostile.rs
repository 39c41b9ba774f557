// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The model `hostile`: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`mod@resource_3d`] | [`Record3d`] | [`list`](List3d) |
//! | [`mod@options`] | [`OptionRecord`] | [`list`](ListOptions), [`create`](CreateOptionRecord) |
//! | [`mod@strings`] | [`StringRecord`] | [`get`](GetStringRecord), [`update`](UpdateStringRecord), [`delete`](DeleteStringRecord) |
//! | [`mod@contacts`] | [`Contact`] | [`get`](GetContact) |
//! | [`mod@deleteds`] | [`DeletedRecord`] | [`get`](GetDeletedRecord) |
//! | [`mod@options_2`] | [`OptionRecord2`] | [`list`](ListOptions2), [`get`](GetOptionRecord2) |
//! | [`mod@results`] | [`ResultRecord`] | [`list`](ListResults) |
//! | [`mod@type_resource`] | [`Type`] | [`list`](ListType), [`get`](GetType), [`create`](CreateType), [`update`](UpdateType), [`delete`](DeleteType), [`3d`](Endpoint3dType), [`move-stage`](MoveStageType) |
//! | [`mod@values_resource`] | [`Value`] | [`list`](ListValues), [`merge`](MergeValues) |
//!
//! Every request also takes the parameters that all endpoints have, such as `exclude_fields`,
//! `remote_query` and, where it has a body, `remote_data`. Fields are optional where the API does
//! not promise them, and a value that an enum does not know is kept.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::enum_variant_names,
    clippy::struct_field_names,
    clippy::upper_case_acronyms,
    reason = "a program uses some of it, and the names are the API's"
)]

pub mod contacts;
pub mod deleteds;
pub mod options;
pub mod options_2;
pub mod resource_3d;
pub mod results;
pub mod strings;
pub mod type_resource;
pub mod values;
pub mod values_resource;

#[doc(inline)]
pub use self::contacts::{Contact, GetContact};
#[doc(inline)]
pub use self::deleteds::{DeletedRecord, GetDeletedRecord};
#[doc(inline)]
pub use self::options::{CreateOptionRecord, ListOptions, OptionRecord};
#[doc(inline)]
pub use self::options_2::{GetOptionRecord2, ListOptions2, OptionRecord2};
#[doc(inline)]
pub use self::resource_3d::{List3d, Record3d};
#[doc(inline)]
pub use self::results::{ListResults, ResultRecord};
#[doc(inline)]
pub use self::strings::{DeleteStringRecord, GetStringRecord, StringRecord, UpdateStringRecord};
#[doc(inline)]
pub use self::type_resource::{
    CreateType, DeleteType, Endpoint3dType, GetType, ListType, MoveStageType, Type, UpdateType,
};
#[doc(inline)]
pub use self::values_resource::{ListValues, MergeValues, Value};

/// Every endpoint of the model, for a server such as the sandbox.
#[must_use]
pub const fn endpoints() -> truto_core::Registry {
    truto_core::endpoints![
        List3d,
        ListOptions,
        CreateOptionRecord,
        GetStringRecord,
        UpdateStringRecord,
        DeleteStringRecord,
        GetContact,
        GetDeletedRecord,
        ListOptions2,
        GetOptionRecord2,
        ListResults,
        ListType,
        GetType,
        CreateType,
        UpdateType,
        DeleteType,
        Endpoint3dType,
        MoveStageType,
        ListValues,
        MergeValues,
    ]
}
