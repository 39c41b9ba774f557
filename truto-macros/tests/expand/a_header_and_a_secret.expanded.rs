// The expansion of a_header_and_a_secret.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

struct DeleteContact {
    id: String,
    reason: Option<String>,
}
use ::truto_core as truto_core_of_DeleteContact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Endpoint for DeleteContact {
    type Response = truto_core_of_DeleteContact::Json;
    type Scope = truto_core_of_DeleteContact::scope::AccountScope;
    const CONTRACT: &'static truto_core_of_DeleteContact::contract::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_DeleteContact::generated::Unshaped as _;
        &truto_core_of_DeleteContact::contract::Contract::new(
            "DeleteContact",
            truto_core_of_DeleteContact::contract::Method::Delete,
            "/unified/crm/contacts/{id}",
            &[
                truto_core_of_DeleteContact::contract::Field::required(
                        "id",
                        truto_core_of_DeleteContact::contract::Kind::String,
                    )
                    .path()
                    .encoding_slash(),
                truto_core_of_DeleteContact::contract::Field::optional(
                        "reason",
                        truto_core_of_DeleteContact::contract::Kind::String,
                    )
                    .header("X-Reason")
                    .secret(),
            ],
        )
    };
    fn field_ref(
        &self,
        index: ::core::primitive::usize,
    ) -> truto_core_of_DeleteContact::generated::FieldRef<'_> {
        match index {
            0 => DeleteContactBuilderOptional::ACCESS.0.field_ref(&self.id),
            1 => DeleteContactBuilderOptional::ACCESS.1.field_ref(&self.reason),
            _ => truto_core_of_DeleteContact::generated::FieldRef::Absent,
        }
    }
    fn decode(
        reader: &mut truto_core_of_DeleteContact::generated::RequestReader,
    ) -> ::core::option::Option<Self> {
        let field_0 = DeleteContactBuilderOptional::ACCESS.0.take(reader, 0);
        let field_1 = DeleteContactBuilderOptional::ACCESS.1.take(reader, 1);
        ::core::option::Option::Some(Self {
            id: field_0?,
            reason: field_1?,
        })
    }
}
#[allow(deprecated)]
impl DeleteContactBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_DeleteContact::generated::Access<String>,
        truto_core_of_DeleteContact::generated::Access<Option<String>>,
    ) = &(
        truto_core_of_DeleteContact::generated::required(),
        truto_core_of_DeleteContact::generated::optional(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for DeleteContact {
    fn clone(&self) -> Self {
        Self {
            id: DeleteContactBuilderOptional::ACCESS.0.copy(&self.id),
            reason: DeleteContactBuilderOptional::ACCESS.1.copy(&self.reason),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for DeleteContact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("DeleteContact")
            .field("id", DeleteContactBuilderOptional::ACCESS.0.debug(&self.id))
            .field("reason", &truto_core_of_DeleteContact::generated::Hidden)
            .finish()
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::serde::Serialize for DeleteContact {
    fn serialize<SomeValue: truto_core_of_DeleteContact::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<
        <SomeValue as truto_core_of_DeleteContact::serde::Serializer>::Ok,
        <SomeValue as truto_core_of_DeleteContact::serde::Serializer>::Error,
    > {
        truto_core_of_DeleteContact::generated::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_DeleteContact::serde::Deserialize<'de> for DeleteContact {
    fn deserialize<SomeValue: truto_core_of_DeleteContact::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<
        Self,
        <SomeValue as truto_core_of_DeleteContact::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_DeleteContact::generated::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl DeleteContact {
    /// Starts a [`DeleteContact`].
    fn builder() -> DeleteContactBuilder {
        DeleteContactBuilder {
            id: (),
            optional: DeleteContactBuilderOptional {
                reason: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
/// Builds a [`DeleteContact`]: `DELETE /unified/crm/contacts/{id}`.
///
/// Required: `id`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
struct DeleteContactBuilder<
    IdState: truto_core_of_DeleteContact::builder::State
        = truto_core_of_DeleteContact::builder::Missing,
> {
    id: <IdState as truto_core_of_DeleteContact::builder::State>::Of<String>,
    optional: DeleteContactBuilderOptional,
    common: truto_core_of_DeleteContact::generated::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct DeleteContactBuilderOptional {
    reason: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_DeleteContact::builder::State> ::core::clone::Clone
for DeleteContactBuilder<IdState> {
    fn clone(&self) -> Self {
        DeleteContactBuilder {
            id: <IdState as truto_core_of_DeleteContact::builder::State>::copy(
                &self.id,
                DeleteContactBuilderOptional::ACCESS.0.copier(),
            ),
            optional: DeleteContactBuilderOptional {
                reason: DeleteContactBuilderOptional::ACCESS
                    .1
                    .copy(&self.optional.reason),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_DeleteContact::builder::State> ::core::fmt::Debug
for DeleteContactBuilder<IdState> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("DeleteContactBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<
    IdState: truto_core_of_DeleteContact::builder::State,
> DeleteContactBuilder<IdState> {
    /// Sets `id`.
    ///
    /// Sent in the path as `{id}`; required. Another call replaces the value.
    fn id(
        self,
        value: impl truto_core_of_DeleteContact::builder::TextOf<String>,
    ) -> DeleteContactBuilder<truto_core_of_DeleteContact::builder::Given> {
        DeleteContactBuilder {
            id: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /// Sets `reason`.
    ///
    /// Sent in the header `X-Reason`; omitted unless set. Another call replaces the value.
    fn reason(
        mut self,
        value: impl truto_core_of_DeleteContact::builder::OptionalTextOf<String>,
    ) -> Self {
        self.optional.reason = ::core::option::Option::Some(
            ::core::convert::Into::into(value),
        );
        self
    }
    /// Calls `set` with the value, if there is one:
    /// `.maybe_with(name, |builder, name| builder.name(name))`.
    fn maybe_with<SomeValue>(
        self,
        value: ::core::option::Option<SomeValue>,
        set: impl ::core::ops::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_DeleteContact::generated::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    fn exclude_fields(
        mut self,
        value: impl truto_core_of_DeleteContact::builder::TextListOf<
            ::std::string::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    fn ignore_remote_data(mut self, value: ::core::primitive::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    fn remote_query(
        mut self,
        name: impl truto_core_of_DeleteContact::builder::TextOf<::std::string::String>,
        value: impl truto_core_of_DeleteContact::builder::JsonOf<
            truto_core_of_DeleteContact::Json,
        >,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// The request as a [`DeleteContact`], without its common parameters: these stay with `call`.
    #[must_use]
    fn build(self) -> DeleteContact
    where
        Self: delete_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_DeleteContact::Call<DeleteContact>,
        >,
    {
        truto_core_of_DeleteContact::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    fn call(self) -> truto_core_of_DeleteContact::Call<DeleteContact>
    where
        Self: delete_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_DeleteContact::Call<DeleteContact>,
        >,
    {
        delete_contact_builder_traits::Complete::call(self)
    }
    /// Sends the request. The response is the unified record.
    ///
    /// Before it is awaited, the future takes another response format and the options of the call.
    fn send(
        self,
        account: &impl truto_core_of_DeleteContact::scope::AccountHandle,
    ) -> truto_core_of_DeleteContact::Sending<truto_core_of_DeleteContact::Json>
    where
        Self: delete_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_DeleteContact::Call<DeleteContact>,
        >,
    {
        truto_core_of_DeleteContact::Call::send(&self.call(), account)
    }
}
/// Conditions for sending a [`DeleteContact`](super::DeleteContactBuilder).
mod delete_contact_builder_traits {
    /// Implemented if every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`DeleteContact` is missing required fields",
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
impl delete_contact_builder_traits::Complete<truto_core_of_DeleteContact::builder::Given>
for DeleteContactBuilder<truto_core_of_DeleteContact::builder::Given> {
    type Call = truto_core_of_DeleteContact::Call<DeleteContact>;
    fn call(self) -> Self::Call {
        truto_core_of_DeleteContact::Call::with_common(
            DeleteContact {
                id: self.id,
                reason: self.optional.reason,
            },
            self.common,
        )
    }
}
