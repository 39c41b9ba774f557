// The expansion of a_minimal_get.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct GetContact {
    /// Identifier of the contact.
    pub id: String,
}
use ::truto_core as crate_of_truto_core_of_GetContact;
use crate_of_truto_core_of_GetContact::generated as truto_core_of_GetContact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::Endpoint for GetContact {
    type Response = Contact;
    type Scope = truto_core_of_GetContact::AccountScope;
    const CONTRACT: &'static truto_core_of_GetContact::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_GetContact::Unshaped as _;
        &truto_core_of_GetContact::Contract::new(
                "GetContact",
                truto_core_of_GetContact::Method::Get,
                "/unified/crm/contacts/{id}",
                &[
                    truto_core_of_GetContact::Field::required(
                            "id",
                            truto_core_of_GetContact::Kind::String,
                        )
                        .path(),
                ],
            )
            .answering(<truto_core_of_GetContact::Probe<Contact>>::SHAPE)
    };
    fn member(
        &self,
        index: truto_core_of_GetContact::usize,
    ) -> truto_core_of_GetContact::Option<truto_core_of_GetContact::Member<'_>> {
        let access = GetContactBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.id),
            _ => truto_core_of_GetContact::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_GetContact::RequestReader,
    ) -> truto_core_of_GetContact::Option<Self> {
        let access = GetContactBuilderOptional::ACCESS;
        match (access.0.take(reader, 0),) {
            (truto_core_of_GetContact::Some(field_0),) => {
                truto_core_of_GetContact::Some(Self { id: field_0 })
            }
            _ => truto_core_of_GetContact::None,
        }
    }
}
#[allow(deprecated)]
impl GetContactBuilderOptional {
    const ACCESS: &'static (truto_core_of_GetContact::Access<String>,) = &(
        truto_core_of_GetContact::required(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::Clone for GetContact {
    fn clone(&self) -> Self {
        let access = GetContactBuilderOptional::ACCESS;
        Self {
            id: access.0.copy(&self.id),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::Debug for GetContact {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_GetContact::Formatter<'_>,
    ) -> truto_core_of_GetContact::FmtResult {
        truto_core_of_GetContact::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_GetContact::Serialize for GetContact {
    fn serialize<SomeValue: truto_core_of_GetContact::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_GetContact::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_GetContact::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_GetContact::Deserialize<'de> for GetContact {
    fn deserialize<SomeValue: truto_core_of_GetContact::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_GetContact::Result<Self, SomeValue::Error> {
        truto_core_of_GetContact::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl GetContact {
    /// Starts a [`GetContact`].
    pub fn builder() -> GetContactBuilder {
        GetContactBuilder {
            id: (),
            optional: GetContactBuilderOptional {},
            common: truto_core_of_GetContact::Default::default(),
        }
    }
}
/** Builds a [`GetContact`]: `GET /unified/crm/contacts/{id}`.

 Required: `id`.*/
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct GetContactBuilder<
    IdState: truto_core_of_GetContact::State = truto_core_of_GetContact::Missing,
> {
    id: <IdState as truto_core_of_GetContact::State>::Of<String>,
    optional: GetContactBuilderOptional,
    common: truto_core_of_GetContact::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct GetContactBuilderOptional {}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_GetContact::State> truto_core_of_GetContact::Clone
for GetContactBuilder<IdState> {
    fn clone(&self) -> Self {
        let access = GetContactBuilderOptional::ACCESS;
        GetContactBuilder {
            id: <IdState as truto_core_of_GetContact::State>::copy(
                &self.id,
                access.0.copier(),
            ),
            optional: GetContactBuilderOptional {},
            common: truto_core_of_GetContact::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_GetContact::State> truto_core_of_GetContact::Debug
for GetContactBuilder<IdState> {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_GetContact::Formatter<'_>,
    ) -> truto_core_of_GetContact::FmtResult {
        formatter.debug_struct("GetContactBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<IdState: truto_core_of_GetContact::State> GetContactBuilder<IdState> {
    /** Identifier of the contact.

 Sent in the path as `{id}`; required. Another call replaces the value.*/
    pub fn id(
        self,
        value: impl truto_core_of_GetContact::TextOf<String>,
    ) -> GetContactBuilder<truto_core_of_GetContact::Given> {
        GetContactBuilder {
            id: truto_core_of_GetContact::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    pub fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_GetContact::Option<SomeValue>,
        set: impl truto_core_of_GetContact::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_GetContact::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_GetContact::TextListOf<
            truto_core_of_GetContact::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(mut self, value: truto_core_of_GetContact::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_GetContact::TextOf<truto_core_of_GetContact::String>,
        value: impl truto_core_of_GetContact::JsonOf<truto_core_of_GetContact::Json>,
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
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    pub fn send(
        self,
        account: &impl truto_core_of_GetContact::AccountHandle,
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
impl get_contact_builder_traits::Complete<truto_core_of_GetContact::Given>
for GetContactBuilder<truto_core_of_GetContact::Given> {
    type Call = truto_core_of_GetContact::Call<GetContact>;
    fn call(self) -> Self::Call {
        truto_core_of_GetContact::Call::with_common(
            GetContact { id: self.id },
            self.common,
        )
    }
}
