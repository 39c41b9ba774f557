// The expansion of a_minimal_get.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct GetContact {
    /// Identifier of the contact.
    pub id: String,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for GetContact {
    type Response = Contact;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
            "GetContact",
            ::truto_core::contract::Method::Get,
            "/unified/crm/contacts/{id}",
            &[
                ::truto_core::contract::Field::required(
                        "id",
                        ::truto_core::contract::Kind::String,
                    )
                    .path(),
            ],
        )
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => GetContactOptional::ACCESS.0.slot(&self.id),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = GetContactOptional::ACCESS.0.take(fields, 0);
        ::core::option::Option::Some(Self { id: field_0? })
    }
}
impl GetContactOptional {
    const ACCESS: &'static (::truto_core::access::Access<String>,) = &(
        ::truto_core::access::required(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for GetContact {
    fn clone(&self) -> Self {
        Self {
            id: GetContactOptional::ACCESS.0.copy(&self.id),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for GetContact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("GetContact")
            .field("id", GetContactOptional::ACCESS.0.debug(&self.id))
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for GetContact {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for GetContact {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl GetContact {
    ///Starts a [`GetContact`].
    pub fn builder() -> GetContactBuilder {
        GetContactBuilder {
            id: (),
            optional: GetContactOptional {},
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`GetContact`]: `GET /unified/crm/contacts/{id}`.
///
///Required: `id`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct GetContactBuilder<Id: ::truto_core::State = ::truto_core::Missing> {
    id: Id::Of<String>,
    optional: GetContactOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct GetContactOptional {}
#[automatically_derived]
#[allow(deprecated)]
impl<Id: ::truto_core::State> ::core::clone::Clone for GetContactBuilder<Id> {
    fn clone(&self) -> Self {
        GetContactBuilder {
            id: <Id as ::truto_core::State>::copy(
                &self.id,
                GetContactOptional::ACCESS.0.copier(),
            ),
            optional: GetContactOptional {},
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl<Id: ::truto_core::State> ::core::fmt::Debug for GetContactBuilder<Id> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("GetContactBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl<Id: ::truto_core::State> GetContactBuilder<Id> {
    /// Identifier of the contact.
    ///
    ///Stands in the path as `{id}`; required.
    pub fn id(
        self,
        value: impl ::core::convert::Into<String>,
    ) -> GetContactBuilder<::truto_core::Given> {
        GetContactBuilder {
            id: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /// Names of fields that the answer shall leave out (`truto_exclude_fields[]`).
    pub fn exclude_fields(
        mut self,
        value: impl ::truto_core::ListOf<::std::string::String>,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the answer shall leave out `remote_data` (`truto_ignore_remote_data`).
    pub fn ignore_remote_data(mut self, value: ::core::primitive::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`).
    pub fn remote_query(
        mut self,
        name: impl ::core::convert::Into<::std::string::String>,
        value: impl ::core::convert::Into<::truto_core::Json>,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    ///The request as a [`GetContact`], without its common parameters: those stay with `call`.
    #[must_use]
    pub fn build(self) -> GetContact
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> ::truto_core::Call<GetContact>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        get_contact_builder::Complete::call(self)
    }
    ///Sends the request; the answer is the unified record.
    pub fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Contact>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    pub fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<Contact>>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Contact>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    pub fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    pub fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value>
    where
        Self: get_contact_builder::Complete<Id, Call = ::truto_core::Call<GetContact>>,
    {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
///What a [`GetContact`](super::GetContactBuilder) has to be before it can be sent.
pub mod get_contact_builder {
    /// Holds once every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`GetContact` is missing required fields",
        label = "id: {Id}",
        note = "call the setter of every field that is `Missing`"
    )]
    pub trait Complete<Id> {
        /// The request with its common parameters.
        type Call;
        /// Ends the builder.
        fn call(self) -> Self::Call;
    }
}
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl get_contact_builder::Complete<::truto_core::Given>
for GetContactBuilder<::truto_core::Given> {
    type Call = ::truto_core::Call<GetContact>;
    fn call(self) -> Self::Call {
        ::truto_core::Call::with_common(GetContact { id: self.id }, self.common)
    }
}
