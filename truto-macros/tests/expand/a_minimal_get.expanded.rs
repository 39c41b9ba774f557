// The expansion of a_minimal_get.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct GetContact {
    /// Identifier of the contact.
    pub id: String,
}
use ::truto_core as truto_core_of_GetContact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::Endpoint for GetContact {
    type Response = Contact;
    type Scope = truto_core_of_GetContact::scope::AccountScope;
    const CONTRACT: &'static truto_core_of_GetContact::contract::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_GetContact::generated::Unshaped as _;
        &truto_core_of_GetContact::contract::Contract::new(
                "GetContact",
                truto_core_of_GetContact::contract::Method::Get,
                "/unified/crm/contacts/{id}",
                &[
                    truto_core_of_GetContact::contract::Field::required(
                            "id",
                            truto_core_of_GetContact::contract::Kind::String,
                        )
                        .path(),
                ],
            )
            .answering(<truto_core_of_GetContact::generated::Probe<Contact>>::SHAPE)
    };
    fn field_ref(
        &self,
        index: ::core::primitive::usize,
    ) -> truto_core_of_GetContact::generated::FieldRef<'_> {
        match index {
            0 => GetContactBuilderOptional::ACCESS.0.field_ref(&self.id),
            _ => truto_core_of_GetContact::generated::FieldRef::Absent,
        }
    }
    fn decode(
        reader: &mut truto_core_of_GetContact::generated::RequestReader,
    ) -> ::core::option::Option<Self> {
        let field_0 = GetContactBuilderOptional::ACCESS.0.take(reader, 0);
        ::core::option::Option::Some(Self { id: field_0? })
    }
}
#[allow(deprecated)]
impl GetContactBuilderOptional {
    const ACCESS: &'static (truto_core_of_GetContact::generated::Access<String>,) = &(
        truto_core_of_GetContact::generated::required(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for GetContact {
    fn clone(&self) -> Self {
        Self {
            id: GetContactBuilderOptional::ACCESS.0.copy(&self.id),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for GetContact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("GetContact")
            .field("id", GetContactBuilderOptional::ACCESS.0.debug(&self.id))
            .finish()
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::serde::Serialize for GetContact {
    fn serialize<SomeValue: truto_core_of_GetContact::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<
        <SomeValue as truto_core_of_GetContact::serde::Serializer>::Ok,
        <SomeValue as truto_core_of_GetContact::serde::Serializer>::Error,
    > {
        truto_core_of_GetContact::generated::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_GetContact::serde::Deserialize<'de> for GetContact {
    fn deserialize<SomeValue: truto_core_of_GetContact::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<
        Self,
        <SomeValue as truto_core_of_GetContact::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_GetContact::generated::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl GetContact {
    /// Starts a [`GetContact`].
    pub fn builder() -> GetContactBuilder {
        GetContactBuilder {
            id: (),
            optional: GetContactBuilderOptional {},
            common: ::core::default::Default::default(),
        }
    }
}
/// Builds a [`GetContact`]: `GET /unified/crm/contacts/{id}`.
///
/// Required: `id`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct GetContactBuilder<
    IdState: truto_core_of_GetContact::builder::State
        = truto_core_of_GetContact::builder::Missing,
> {
    id: <IdState as truto_core_of_GetContact::builder::State>::Of<String>,
    optional: GetContactBuilderOptional,
    common: truto_core_of_GetContact::generated::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct GetContactBuilderOptional {}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_GetContact::builder::State> ::core::clone::Clone
for GetContactBuilder<IdState> {
    fn clone(&self) -> Self {
        GetContactBuilder {
            id: <IdState as truto_core_of_GetContact::builder::State>::copy(
                &self.id,
                GetContactBuilderOptional::ACCESS.0.copier(),
            ),
            optional: GetContactBuilderOptional {},
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_GetContact::builder::State> ::core::fmt::Debug
for GetContactBuilder<IdState> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("GetContactBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<IdState: truto_core_of_GetContact::builder::State> GetContactBuilder<IdState> {
    /// Identifier of the contact.
    ///
    /// Sent in the path as `{id}`; required. Another call replaces the value.
    pub fn id(
        self,
        value: impl truto_core_of_GetContact::builder::TextOf<String>,
    ) -> GetContactBuilder<truto_core_of_GetContact::builder::Given> {
        GetContactBuilder {
            id: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /// Calls `set` with the value, if there is one:
    /// `.maybe_with(name, |builder, name| builder.name(name))`.
    pub fn maybe_with<SomeValue>(
        self,
        value: ::core::option::Option<SomeValue>,
        set: impl ::core::ops::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_GetContact::generated::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_GetContact::builder::TextListOf<::std::string::String>,
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
        name: impl truto_core_of_GetContact::builder::TextOf<::std::string::String>,
        value: impl truto_core_of_GetContact::builder::JsonOf<
            truto_core_of_GetContact::Json,
        >,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// The request as a [`GetContact`], without its common parameters: these stay with `call`.
    #[must_use]
    pub fn build(self) -> GetContact
    where
        Self: get_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_GetContact::Call<GetContact>,
        >,
    {
        truto_core_of_GetContact::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> truto_core_of_GetContact::Call<GetContact>
    where
        Self: get_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_GetContact::Call<GetContact>,
        >,
    {
        get_contact_builder_traits::Complete::call(self)
    }
    /// Sends the request. The response is the unified record.
    ///
    /// Before it is awaited, the future takes another response format and the options of the call.
    pub fn send(
        self,
        account: &impl truto_core_of_GetContact::scope::AccountHandle,
    ) -> truto_core_of_GetContact::Sending<Contact>
    where
        Self: get_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_GetContact::Call<GetContact>,
        >,
    {
        truto_core_of_GetContact::Call::send(&self.call(), account)
    }
}
/// Conditions for sending a [`GetContact`](super::GetContactBuilder).
pub mod get_contact_builder_traits {
    /// Implemented if every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`GetContact` is missing required fields",
        label = "id: {IdState}",
        note = "call the setter of every field that is `Missing`"
    )]
    pub trait Complete<IdState> {
        /// The request with its common parameters.
        type Call;
        /// Finishes the builder.
        fn call(self) -> Self::Call;
    }
}
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl get_contact_builder_traits::Complete<truto_core_of_GetContact::builder::Given>
for GetContactBuilder<truto_core_of_GetContact::builder::Given> {
    type Call = truto_core_of_GetContact::Call<GetContact>;
    fn call(self) -> Self::Call {
        truto_core_of_GetContact::Call::with_common(
            GetContact { id: self.id },
            self.common,
        )
    }
}
