// The expansion of a_header_and_a_secret.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

struct DeleteContact {
    id: String,
    reason: Option<String>,
}
use ::truto_core as crate_of_truto_core_of_DeleteContact;
use crate_of_truto_core_of_DeleteContact::generated as truto_core_of_DeleteContact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Endpoint for DeleteContact {
    type Response = truto_core_of_DeleteContact::Json;
    type Scope = truto_core_of_DeleteContact::AccountScope;
    const CONTRACT: &'static truto_core_of_DeleteContact::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_DeleteContact::Unshaped as _;
        &truto_core_of_DeleteContact::Contract::new(
            "DeleteContact",
            truto_core_of_DeleteContact::Method::Delete,
            "/unified/crm/contacts/{id}",
            &[
                truto_core_of_DeleteContact::Field::required(
                        "id",
                        truto_core_of_DeleteContact::Kind::String,
                    )
                    .path()
                    .encoding_slash(),
                truto_core_of_DeleteContact::Field::optional(
                        "reason",
                        truto_core_of_DeleteContact::Kind::String,
                    )
                    .header("X-Reason")
                    .secret(),
            ],
        )
    };
    fn member(
        &self,
        index: truto_core_of_DeleteContact::usize,
    ) -> truto_core_of_DeleteContact::Option<truto_core_of_DeleteContact::Member<'_>> {
        let access = DeleteContactBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.id),
            1 => access.1.member(&self.reason),
            _ => truto_core_of_DeleteContact::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_DeleteContact::RequestReader,
    ) -> truto_core_of_DeleteContact::Option<Self> {
        let access = DeleteContactBuilderOptional::ACCESS;
        match (access.0.take(reader, 0), access.1.take(reader, 1)) {
            (
                truto_core_of_DeleteContact::Some(field_0),
                truto_core_of_DeleteContact::Some(field_1),
            ) => {
                truto_core_of_DeleteContact::Some(Self {
                    id: field_0,
                    reason: field_1,
                })
            }
            _ => truto_core_of_DeleteContact::None,
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Writes for DeleteContact {}
#[allow(deprecated)]
impl DeleteContactBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_DeleteContact::Access<String>,
        truto_core_of_DeleteContact::Access<Option<String>>,
    ) = &(
        truto_core_of_DeleteContact::required(),
        truto_core_of_DeleteContact::optional(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Clone for DeleteContact {
    fn clone(&self) -> Self {
        let access = DeleteContactBuilderOptional::ACCESS;
        Self {
            id: access.0.copy(&self.id),
            reason: access.1.copy(&self.reason),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Debug for DeleteContact {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_DeleteContact::Formatter<'_>,
    ) -> truto_core_of_DeleteContact::FmtResult {
        truto_core_of_DeleteContact::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_DeleteContact::Serialize for DeleteContact {
    fn serialize<SomeValue: truto_core_of_DeleteContact::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_DeleteContact::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_DeleteContact::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_DeleteContact::Deserialize<'de> for DeleteContact {
    fn deserialize<SomeValue: truto_core_of_DeleteContact::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_DeleteContact::Result<Self, SomeValue::Error> {
        truto_core_of_DeleteContact::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl DeleteContact {
    /// Starts a [`DeleteContact`].
    fn builder() -> DeleteContactBuilder {
        DeleteContactBuilder {
            id: (),
            optional: DeleteContactBuilderOptional {
                reason: truto_core_of_DeleteContact::None,
            },
            common: truto_core_of_DeleteContact::Default::default(),
        }
    }
}
/** Builds a [`DeleteContact`]: `DELETE /unified/crm/contacts/{id}`.

 Required: `id`.*/
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
struct DeleteContactBuilder<
    IdState: truto_core_of_DeleteContact::State = truto_core_of_DeleteContact::Missing,
> {
    id: <IdState as truto_core_of_DeleteContact::State>::Of<String>,
    optional: DeleteContactBuilderOptional,
    common: truto_core_of_DeleteContact::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct DeleteContactBuilderOptional {
    reason: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_DeleteContact::State> truto_core_of_DeleteContact::Clone
for DeleteContactBuilder<IdState> {
    fn clone(&self) -> Self {
        let access = DeleteContactBuilderOptional::ACCESS;
        DeleteContactBuilder {
            id: <IdState as truto_core_of_DeleteContact::State>::copy(
                &self.id,
                access.0.copier(),
            ),
            optional: DeleteContactBuilderOptional {
                reason: access.1.copy(&self.optional.reason),
            },
            common: truto_core_of_DeleteContact::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_DeleteContact::State> truto_core_of_DeleteContact::Debug
for DeleteContactBuilder<IdState> {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_DeleteContact::Formatter<'_>,
    ) -> truto_core_of_DeleteContact::FmtResult {
        formatter.debug_struct("DeleteContactBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<IdState: truto_core_of_DeleteContact::State> DeleteContactBuilder<IdState> {
    /** Sets `id`.

 Sent in the path as `{id}`; required. Another call replaces the value.*/
    fn id(
        self,
        value: impl truto_core_of_DeleteContact::TextOf<String>,
    ) -> DeleteContactBuilder<truto_core_of_DeleteContact::Given> {
        DeleteContactBuilder {
            id: truto_core_of_DeleteContact::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /** Sets `reason`.

 Sent in the header `X-Reason`; omitted unless set. Another call replaces the value.*/
    fn reason(
        mut self,
        value: impl truto_core_of_DeleteContact::OptionalTextOf<String>,
    ) -> Self {
        self.optional.reason = truto_core_of_DeleteContact::Some(
            truto_core_of_DeleteContact::Into::into(value),
        );
        self
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_DeleteContact::Option<SomeValue>,
        set: impl truto_core_of_DeleteContact::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_DeleteContact::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    fn exclude_fields(
        mut self,
        value: impl truto_core_of_DeleteContact::TextListOf<
            truto_core_of_DeleteContact::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    fn ignore_remote_data(mut self, value: truto_core_of_DeleteContact::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    fn remote_query(
        mut self,
        name: impl truto_core_of_DeleteContact::TextOf<
            truto_core_of_DeleteContact::String,
        >,
        value: impl truto_core_of_DeleteContact::JsonOf<
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
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    fn send(
        self,
        account: &impl truto_core_of_DeleteContact::AccountHandle,
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
impl delete_contact_builder_traits::Complete<truto_core_of_DeleteContact::Given>
for DeleteContactBuilder<truto_core_of_DeleteContact::Given> {
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
