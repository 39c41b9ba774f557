// The expansion of a_mistake.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct CreateNote {
    pub title: Option<String>,
}
use ::truto_core as truto_core_of_CreateNote;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Endpoint for CreateNote {
    type Response = truto_core_of_CreateNote::Json;
    type Scope = truto_core_of_CreateNote::scope::AccountScope;
    const CONTRACT: &'static truto_core_of_CreateNote::contract::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_CreateNote::generated::Unshaped as _;
        &truto_core_of_CreateNote::contract::Contract::new(
            "CreateNote",
            truto_core_of_CreateNote::contract::Method::Post,
            "/unified/crm/notes",
            &[
                truto_core_of_CreateNote::contract::Field::optional(
                        "title",
                        truto_core_of_CreateNote::contract::Kind::String,
                    )
                    .within(&["note"]),
            ],
        )
    };
    fn field_ref(
        &self,
        index: ::core::primitive::usize,
    ) -> truto_core_of_CreateNote::generated::FieldRef<'_> {
        match index {
            0 => CreateNoteBuilderOptional::ACCESS.0.field_ref(&self.title),
            _ => truto_core_of_CreateNote::generated::FieldRef::Absent,
        }
    }
    fn decode(
        reader: &mut truto_core_of_CreateNote::generated::RequestReader,
    ) -> ::core::option::Option<Self> {
        let field_0 = CreateNoteBuilderOptional::ACCESS.0.take(reader, 0);
        ::core::option::Option::Some(Self { title: field_0? })
    }
}
#[allow(deprecated)]
impl CreateNoteBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_CreateNote::generated::Access<Option<String>>,
    ) = &(truto_core_of_CreateNote::generated::optional(),);
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for CreateNote {
    fn clone(&self) -> Self {
        Self {
            title: CreateNoteBuilderOptional::ACCESS.0.copy(&self.title),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for CreateNote {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateNote")
            .field("title", CreateNoteBuilderOptional::ACCESS.0.debug(&self.title))
            .finish()
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::serde::Serialize for CreateNote {
    fn serialize<SomeValue: truto_core_of_CreateNote::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<
        <SomeValue as truto_core_of_CreateNote::serde::Serializer>::Ok,
        <SomeValue as truto_core_of_CreateNote::serde::Serializer>::Error,
    > {
        truto_core_of_CreateNote::generated::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_CreateNote::serde::Deserialize<'de> for CreateNote {
    fn deserialize<SomeValue: truto_core_of_CreateNote::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<
        Self,
        <SomeValue as truto_core_of_CreateNote::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_CreateNote::generated::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl CreateNote {
    /// Starts a [`CreateNote`].
    pub fn builder() -> CreateNoteBuilder {
        CreateNoteBuilder {
            optional: CreateNoteBuilderOptional {
                title: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
/// Builds a [`CreateNote`]: `POST /unified/crm/notes`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct CreateNoteBuilder {
    optional: CreateNoteBuilderOptional,
    common: truto_core_of_CreateNote::generated::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct CreateNoteBuilderOptional {
    title: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for CreateNoteBuilder {
    fn clone(&self) -> Self {
        CreateNoteBuilder {
            optional: CreateNoteBuilderOptional {
                title: CreateNoteBuilderOptional::ACCESS.0.copy(&self.optional.title),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for CreateNoteBuilder {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("CreateNoteBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl CreateNoteBuilder {
    /// Sets `title`.
    ///
    /// Sent in the body as `note.title`; omitted unless set. Another call replaces the value.
    pub fn title(
        mut self,
        value: impl truto_core_of_CreateNote::builder::OptionalTextOf<String>,
    ) -> Self {
        self.optional.title = ::core::option::Option::Some(
            ::core::convert::Into::into(value),
        );
        self
    }
    /// Calls `set` with the value, if there is one:
    /// `.maybe_with(name, |builder, name| builder.name(name))`.
    pub fn maybe_with<SomeValue>(
        self,
        value: ::core::option::Option<SomeValue>,
        set: impl ::core::ops::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_CreateNote::generated::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_CreateNote::builder::TextListOf<::std::string::String>,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(mut self, value: ::core::primitive::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_CreateNote::builder::TextOf<::std::string::String>,
        value: impl truto_core_of_CreateNote::builder::JsonOf<
            truto_core_of_CreateNote::Json,
        >,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.
    pub fn remote_data(
        mut self,
        value: impl truto_core_of_CreateNote::builder::OptionalJsonOf<
            truto_core_of_CreateNote::Json,
        >,
    ) -> Self {
        self.common.remote_data(value);
        self
    }
    /// The request as a [`CreateNote`], without its common parameters: these stay with `call`.
    #[must_use]
    pub fn build(self) -> CreateNote {
        truto_core_of_CreateNote::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> truto_core_of_CreateNote::Call<CreateNote> {
        truto_core_of_CreateNote::Call::with_common(
            CreateNote {
                title: self.optional.title,
            },
            self.common,
        )
    }
    /// Sends the request. The response is the unified record.
    ///
    /// Before it is awaited, the future takes another response format and the options of the call.
    pub fn send(
        self,
        account: &impl truto_core_of_CreateNote::scope::AccountHandle,
    ) -> truto_core_of_CreateNote::Sending<truto_core_of_CreateNote::Json> {
        truto_core_of_CreateNote::Call::send(&self.call(), account)
    }
}
::core::compile_error! {
    "unknown key `withn`\ndid you mean `within`? [truto::E05]"
}
