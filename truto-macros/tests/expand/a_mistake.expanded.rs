// The expansion of a_mistake.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct CreateNote {
    pub title: Option<String>,
}
use ::truto_core as crate_of_truto_core_of_CreateNote;
use crate_of_truto_core_of_CreateNote::generated as truto_core_of_CreateNote;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Endpoint for CreateNote {
    type Response = truto_core_of_CreateNote::Json;
    type Scope = truto_core_of_CreateNote::AccountScope;
    const CONTRACT: &'static truto_core_of_CreateNote::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_CreateNote::Unshaped as _;
        &truto_core_of_CreateNote::Contract::new(
            "CreateNote",
            truto_core_of_CreateNote::Method::Post,
            "/unified/crm/notes",
            &[
                truto_core_of_CreateNote::Field::optional(
                        "title",
                        truto_core_of_CreateNote::Kind::String,
                    )
                    .within(&["note"]),
            ],
        )
    };
    fn member(
        &self,
        index: truto_core_of_CreateNote::usize,
    ) -> truto_core_of_CreateNote::Option<truto_core_of_CreateNote::Member<'_>> {
        let access = CreateNoteBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.title),
            _ => truto_core_of_CreateNote::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_CreateNote::RequestReader,
    ) -> truto_core_of_CreateNote::Option<Self> {
        let access = CreateNoteBuilderOptional::ACCESS;
        match (access.0.take(reader, 0),) {
            (truto_core_of_CreateNote::Some(field_0),) => {
                truto_core_of_CreateNote::Some(Self { title: field_0 })
            }
            _ => truto_core_of_CreateNote::None,
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Writes for CreateNote {}
#[allow(deprecated)]
impl CreateNoteBuilderOptional {
    const ACCESS: &'static (truto_core_of_CreateNote::Access<Option<String>>,) = &(
        truto_core_of_CreateNote::optional(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Clone for CreateNote {
    fn clone(&self) -> Self {
        let access = CreateNoteBuilderOptional::ACCESS;
        Self {
            title: access.0.copy(&self.title),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Debug for CreateNote {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_CreateNote::Formatter<'_>,
    ) -> truto_core_of_CreateNote::FmtResult {
        truto_core_of_CreateNote::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Serialize for CreateNote {
    fn serialize<SomeValue: truto_core_of_CreateNote::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_CreateNote::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_CreateNote::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_CreateNote::Deserialize<'de> for CreateNote {
    fn deserialize<SomeValue: truto_core_of_CreateNote::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_CreateNote::Result<Self, SomeValue::Error> {
        truto_core_of_CreateNote::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl CreateNote {
    /// Starts a [`CreateNote`].
    pub fn builder() -> CreateNoteBuilder {
        CreateNoteBuilder {
            optional: CreateNoteBuilderOptional {
                title: truto_core_of_CreateNote::None,
            },
            common: truto_core_of_CreateNote::Default::default(),
        }
    }
}
/// Builds a [`CreateNote`]: `POST /unified/crm/notes`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct CreateNoteBuilder {
    optional: CreateNoteBuilderOptional,
    common: truto_core_of_CreateNote::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct CreateNoteBuilderOptional {
    title: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Clone for CreateNoteBuilder {
    fn clone(&self) -> Self {
        let access = CreateNoteBuilderOptional::ACCESS;
        CreateNoteBuilder {
            optional: CreateNoteBuilderOptional {
                title: access.0.copy(&self.optional.title),
            },
            common: truto_core_of_CreateNote::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_CreateNote::Debug for CreateNoteBuilder {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_CreateNote::Formatter<'_>,
    ) -> truto_core_of_CreateNote::FmtResult {
        formatter.debug_struct("CreateNoteBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl CreateNoteBuilder {
    /** Sets `title`.

 Sent in the body as `note.title`; omitted unless set. Another call replaces the value.*/
    pub fn title(
        mut self,
        value: impl truto_core_of_CreateNote::OptionalTextOf<String>,
    ) -> Self {
        self.optional.title = truto_core_of_CreateNote::Some(
            truto_core_of_CreateNote::Into::into(value),
        );
        self
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    pub fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_CreateNote::Option<SomeValue>,
        set: impl truto_core_of_CreateNote::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_CreateNote::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_CreateNote::TextListOf<
            truto_core_of_CreateNote::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(mut self, value: truto_core_of_CreateNote::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_CreateNote::TextOf<truto_core_of_CreateNote::String>,
        value: impl truto_core_of_CreateNote::JsonOf<truto_core_of_CreateNote::Json>,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.
    pub fn remote_data(
        mut self,
        value: impl truto_core_of_CreateNote::OptionalJsonOf<
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
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    pub fn send(
        self,
        account: &impl truto_core_of_CreateNote::AccountHandle,
    ) -> truto_core_of_CreateNote::Sending<truto_core_of_CreateNote::Json> {
        truto_core_of_CreateNote::Call::send(&self.call(), account)
    }
}
::core::compile_error! {
    "unknown key `withn`\ndid you mean `within`? [truto::E05]"
}
