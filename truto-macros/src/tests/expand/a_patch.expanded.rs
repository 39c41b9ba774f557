// The expansion of a_patch.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct UpdateContact {
    pub id: String,
    /// Title in the organization.
    pub title: Patch<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for UpdateContact {
    type Response = ::truto_core::Json;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
            "UpdateContact",
            ::truto_core::contract::Method::Patch,
            "/unified/crm/contacts/{id}",
            &[
                ::truto_core::contract::Field::required(
                        "id",
                        ::truto_core::contract::Kind::String,
                    )
                    .path(),
                ::truto_core::contract::Field::patch(
                    "title",
                    ::truto_core::contract::Kind::String,
                ),
            ],
        )
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => UpdateContactOptional::ACCESS.0.slot(&self.id),
            1 => UpdateContactOptional::ACCESS.1.slot(&self.title),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = UpdateContactOptional::ACCESS.0.take(fields, 0);
        let field_1 = UpdateContactOptional::ACCESS.1.take(fields, 1);
        ::core::option::Option::Some(Self {
            id: field_0?,
            title: field_1?,
        })
    }
}
impl UpdateContactOptional {
    const ACCESS: &'static (
        ::truto_core::access::Access<String>,
        ::truto_core::access::Access<Patch<String>>,
    ) = &(::truto_core::access::required(), ::truto_core::access::patch());
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for UpdateContact {
    fn clone(&self) -> Self {
        Self {
            id: UpdateContactOptional::ACCESS.0.copy(&self.id),
            title: UpdateContactOptional::ACCESS.1.copy(&self.title),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for UpdateContact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("UpdateContact")
            .field("id", UpdateContactOptional::ACCESS.0.debug(&self.id))
            .field("title", UpdateContactOptional::ACCESS.1.debug(&self.title))
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for UpdateContact {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for UpdateContact {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl UpdateContact {
    ///Starts a [`UpdateContact`].
    pub fn builder() -> UpdateContactBuilder {
        UpdateContactBuilder {
            id: (),
            optional: UpdateContactOptional {
                title: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`UpdateContact`]: `PATCH /unified/crm/contacts/{id}`.
///
///Required: `id`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct UpdateContactBuilder<Id: ::truto_core::State = ::truto_core::Missing> {
    id: Id::Of<String>,
    optional: UpdateContactOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct UpdateContactOptional {
    title: Patch<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<Id: ::truto_core::State> ::core::clone::Clone for UpdateContactBuilder<Id> {
    fn clone(&self) -> Self {
        UpdateContactBuilder {
            id: <Id as ::truto_core::State>::copy(
                &self.id,
                UpdateContactOptional::ACCESS.0.copier(),
            ),
            optional: UpdateContactOptional {
                title: UpdateContactOptional::ACCESS.1.copy(&self.optional.title),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl<Id: ::truto_core::State> ::core::fmt::Debug for UpdateContactBuilder<Id> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("UpdateContactBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl<Id: ::truto_core::State> UpdateContactBuilder<Id> {
    ///Sets `id`.
    ///
    ///Stands in the path as `{id}`; required.
    pub fn id(
        self,
        value: impl ::core::convert::Into<String>,
    ) -> UpdateContactBuilder<::truto_core::Given> {
        UpdateContactBuilder {
            id: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /// Title in the organization.
    ///
    ///Sent in the body as `title`; left out unless it is set.
    pub fn title(mut self, value: impl ::core::convert::Into<String>) -> Self {
        self.optional.title = ::truto_core::Patch::Set(
            ::core::convert::Into::into(value),
        );
        self
    }
    ///Clears `title`: sends `null`.
    pub fn clear_title(mut self) -> Self {
        self.optional.title = ::truto_core::Patch::Clear;
        self
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
    /// Data for the provider, passed on as it is (`remote_data` of the body).
    pub fn remote_data(
        mut self,
        value: impl ::core::convert::Into<::truto_core::Json>,
    ) -> Self {
        self.common.remote_data(value);
        self
    }
    ///The request as a [`UpdateContact`], without its common parameters: those stay with `call`.
    #[must_use]
    pub fn build(self) -> UpdateContact
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> ::truto_core::Call<UpdateContact>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        update_contact_builder::Complete::call(self)
    }
    ///Sends the request; the answer is the unified record.
    pub fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    pub fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<::truto_core::Json>>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    pub fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    pub fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value>
    where
        Self: update_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<UpdateContact>,
        >,
    {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
///What a [`UpdateContact`](super::UpdateContactBuilder) has to be before it can be sent.
pub mod update_contact_builder {
    /// Holds once every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`UpdateContact` is missing required fields",
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
impl update_contact_builder::Complete<::truto_core::Given>
for UpdateContactBuilder<::truto_core::Given> {
    type Call = ::truto_core::Call<UpdateContact>;
    fn call(self) -> Self::Call {
        ::truto_core::Call::with_common(
            UpdateContact {
                id: self.id,
                title: self.optional.title,
            },
            self.common,
        )
    }
}
