// The expansion of a_header_and_a_secret.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

struct DeleteContact {
    id: String,
    reason: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for DeleteContact {
    type Response = ::truto_core::Json;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
            "DeleteContact",
            ::truto_core::contract::Method::Delete,
            "/unified/crm/contacts/{id}",
            &[
                ::truto_core::contract::Field::required(
                        "id",
                        ::truto_core::contract::Kind::String,
                    )
                    .path()
                    .encoding_slash(),
                ::truto_core::contract::Field::optional(
                        "reason",
                        ::truto_core::contract::Kind::String,
                    )
                    .header("X-Reason")
                    .secret(),
            ],
        )
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => DeleteContactOptional::ACCESS.0.slot(&self.id),
            1 => DeleteContactOptional::ACCESS.1.slot(&self.reason),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = DeleteContactOptional::ACCESS.0.take(fields, 0);
        let field_1 = DeleteContactOptional::ACCESS.1.take(fields, 1);
        ::core::option::Option::Some(Self {
            id: field_0?,
            reason: field_1?,
        })
    }
}
impl DeleteContactOptional {
    const ACCESS: &'static (
        ::truto_core::access::Access<String>,
        ::truto_core::access::Access<Option<String>>,
    ) = &(::truto_core::access::required(), ::truto_core::access::optional());
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for DeleteContact {
    fn clone(&self) -> Self {
        Self {
            id: DeleteContactOptional::ACCESS.0.copy(&self.id),
            reason: DeleteContactOptional::ACCESS.1.copy(&self.reason),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for DeleteContact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("DeleteContact")
            .field("id", DeleteContactOptional::ACCESS.0.debug(&self.id))
            .field("reason", &::truto_core::error::Hidden)
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for DeleteContact {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for DeleteContact {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl DeleteContact {
    ///Starts a [`DeleteContact`].
    fn builder() -> DeleteContactBuilder {
        DeleteContactBuilder {
            id: (),
            optional: DeleteContactOptional {
                reason: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`DeleteContact`]: `DELETE /unified/crm/contacts/{id}`.
///
///Required: `id`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
struct DeleteContactBuilder<Id: ::truto_core::State = ::truto_core::Missing> {
    id: Id::Of<String>,
    optional: DeleteContactOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct DeleteContactOptional {
    reason: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<Id: ::truto_core::State> ::core::clone::Clone for DeleteContactBuilder<Id> {
    fn clone(&self) -> Self {
        DeleteContactBuilder {
            id: <Id as ::truto_core::State>::copy(
                &self.id,
                DeleteContactOptional::ACCESS.0.copier(),
            ),
            optional: DeleteContactOptional {
                reason: DeleteContactOptional::ACCESS.1.copy(&self.optional.reason),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl<Id: ::truto_core::State> ::core::fmt::Debug for DeleteContactBuilder<Id> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("DeleteContactBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl<Id: ::truto_core::State> DeleteContactBuilder<Id> {
    ///Sets `id`.
    ///
    ///Stands in the path as `{id}`; required.
    fn id(
        self,
        value: impl ::core::convert::Into<String>,
    ) -> DeleteContactBuilder<::truto_core::Given> {
        DeleteContactBuilder {
            id: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    ///Sets `reason`.
    ///
    ///Sent in the header `X-Reason`; left out unless it is set.
    fn reason(mut self, value: impl ::core::convert::Into<String>) -> Self {
        self.optional.reason = ::core::option::Option::Some(
            ::core::convert::Into::into(value),
        );
        self
    }
    /// Names of fields that the answer shall leave out (`truto_exclude_fields[]`).
    fn exclude_fields(
        mut self,
        value: impl ::truto_core::ListOf<::std::string::String>,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the answer shall leave out `remote_data` (`truto_ignore_remote_data`).
    fn ignore_remote_data(mut self, value: ::core::primitive::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`).
    fn remote_query(
        mut self,
        name: impl ::core::convert::Into<::std::string::String>,
        value: impl ::core::convert::Into<::truto_core::Json>,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    ///The request as a [`DeleteContact`], without its common parameters: those stay with `call`.
    #[must_use]
    fn build(self) -> DeleteContact
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    fn call(self) -> ::truto_core::Call<DeleteContact>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        delete_contact_builder::Complete::call(self)
    }
    ///Sends the request; the answer is the unified record.
    fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<::truto_core::Json>>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value>
    where
        Self: delete_contact_builder::Complete<
            Id,
            Call = ::truto_core::Call<DeleteContact>,
        >,
    {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
///What a [`DeleteContact`](super::DeleteContactBuilder) has to be before it can be sent.
mod delete_contact_builder {
    /// Holds once every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`DeleteContact` is missing required fields",
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
impl delete_contact_builder::Complete<::truto_core::Given>
for DeleteContactBuilder<::truto_core::Given> {
    type Call = ::truto_core::Call<DeleteContact>;
    fn call(self) -> Self::Call {
        ::truto_core::Call::with_common(
            DeleteContact {
                id: self.id,
                reason: self.optional.reason,
            },
            self.common,
        )
    }
}
