// The expansion of a_patch.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct UpdateContact {
    pub id: String,
    /// Title in the organization.
    pub title: Patch<String>,
}
use ::truto_core as crate_of_truto_core_of_UpdateContact;
use crate_of_truto_core_of_UpdateContact::generated as truto_core_of_UpdateContact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_UpdateContact::Endpoint for UpdateContact {
    type Response = truto_core_of_UpdateContact::Json;
    type Scope = truto_core_of_UpdateContact::AccountScope;
    const CONTRACT: &'static truto_core_of_UpdateContact::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_UpdateContact::Unshaped as _;
        &truto_core_of_UpdateContact::Contract::new(
            "UpdateContact",
            truto_core_of_UpdateContact::Method::Patch,
            "/unified/crm/contacts/{id}",
            &[
                truto_core_of_UpdateContact::Field::required(
                        "id",
                        truto_core_of_UpdateContact::Kind::String,
                    )
                    .path(),
                truto_core_of_UpdateContact::Field::patch(
                    "title",
                    truto_core_of_UpdateContact::Kind::String,
                ),
            ],
        )
    };
    fn member(
        &self,
        index: truto_core_of_UpdateContact::usize,
    ) -> truto_core_of_UpdateContact::Option<truto_core_of_UpdateContact::Member<'_>> {
        let access = UpdateContactBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.id),
            1 => access.1.member(&self.title),
            _ => truto_core_of_UpdateContact::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_UpdateContact::RequestReader,
    ) -> truto_core_of_UpdateContact::Option<Self> {
        let access = UpdateContactBuilderOptional::ACCESS;
        match (access.0.take(reader, 0), access.1.take(reader, 1)) {
            (
                truto_core_of_UpdateContact::Some(field_0),
                truto_core_of_UpdateContact::Some(field_1),
            ) => {
                truto_core_of_UpdateContact::Some(Self {
                    id: field_0,
                    title: field_1,
                })
            }
            _ => truto_core_of_UpdateContact::None,
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_UpdateContact::Writes for UpdateContact {}
#[allow(deprecated)]
impl UpdateContactBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_UpdateContact::Access<String>,
        truto_core_of_UpdateContact::Access<Patch<String>>,
    ) = &(truto_core_of_UpdateContact::required(), truto_core_of_UpdateContact::patch());
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_UpdateContact::Clone for UpdateContact {
    fn clone(&self) -> Self {
        let access = UpdateContactBuilderOptional::ACCESS;
        Self {
            id: access.0.copy(&self.id),
            title: access.1.copy(&self.title),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_UpdateContact::Debug for UpdateContact {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_UpdateContact::Formatter<'_>,
    ) -> truto_core_of_UpdateContact::FmtResult {
        truto_core_of_UpdateContact::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_UpdateContact::Serialize for UpdateContact {
    fn serialize<SomeValue: truto_core_of_UpdateContact::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_UpdateContact::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_UpdateContact::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_UpdateContact::Deserialize<'de> for UpdateContact {
    fn deserialize<SomeValue: truto_core_of_UpdateContact::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_UpdateContact::Result<Self, SomeValue::Error> {
        truto_core_of_UpdateContact::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl UpdateContact {
    /// Starts a [`UpdateContact`].
    pub fn builder() -> UpdateContactBuilder {
        UpdateContactBuilder {
            id: (),
            optional: UpdateContactBuilderOptional {
                title: truto_core_of_UpdateContact::Patch::Leave,
            },
            common: truto_core_of_UpdateContact::Default::default(),
        }
    }
}
/** Builds a [`UpdateContact`]: `PATCH /unified/crm/contacts/{id}`.

 Required: `id`.*/
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct UpdateContactBuilder<
    IdState: truto_core_of_UpdateContact::State = truto_core_of_UpdateContact::Missing,
> {
    id: <IdState as truto_core_of_UpdateContact::State>::Of<String>,
    optional: UpdateContactBuilderOptional,
    common: truto_core_of_UpdateContact::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct UpdateContactBuilderOptional {
    title: Patch<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_UpdateContact::State> truto_core_of_UpdateContact::Clone
for UpdateContactBuilder<IdState> {
    fn clone(&self) -> Self {
        let access = UpdateContactBuilderOptional::ACCESS;
        UpdateContactBuilder {
            id: <IdState as truto_core_of_UpdateContact::State>::copy(
                &self.id,
                access.0.copier(),
            ),
            optional: UpdateContactBuilderOptional {
                title: access.1.copy(&self.optional.title),
            },
            common: truto_core_of_UpdateContact::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<IdState: truto_core_of_UpdateContact::State> truto_core_of_UpdateContact::Debug
for UpdateContactBuilder<IdState> {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_UpdateContact::Formatter<'_>,
    ) -> truto_core_of_UpdateContact::FmtResult {
        formatter.debug_struct("UpdateContactBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<IdState: truto_core_of_UpdateContact::State> UpdateContactBuilder<IdState> {
    /** Sets `id`.

 Sent in the path as `{id}`; required. Another call replaces the value.*/
    pub fn id(
        self,
        value: impl truto_core_of_UpdateContact::TextOf<String>,
    ) -> UpdateContactBuilder<truto_core_of_UpdateContact::Given> {
        UpdateContactBuilder {
            id: truto_core_of_UpdateContact::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /** Title in the organization.

 Sent in the body as `title`; omitted unless set. Another call replaces the value.*/
    pub fn title(
        mut self,
        value: impl truto_core_of_UpdateContact::PatchTextOf<String>,
    ) -> Self {
        self.optional.title = truto_core_of_UpdateContact::Patch::Set(
            truto_core_of_UpdateContact::Into::into(value),
        );
        self
    }
    /// Clears `title`: sends `null`. Replaces a value that was set.
    pub fn clear_title(mut self) -> Self {
        self.optional.title = truto_core_of_UpdateContact::Patch::Clear;
        self
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    pub fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_UpdateContact::Option<SomeValue>,
        set: impl truto_core_of_UpdateContact::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_UpdateContact::maybe(self, value, set)
    }
    /** Applies a `Patch`: calls `set` with its value, or `clear`, or neither if it leaves the field:
 `.patch_with(name, |builder, name| builder.name(name), |builder| builder.clear_name())`.*/
    pub fn patch_with<SomeValue>(
        self,
        value: truto_core_of_UpdateContact::Patch<SomeValue>,
        set: impl truto_core_of_UpdateContact::FnOnce(Self, SomeValue) -> Self,
        clear: impl truto_core_of_UpdateContact::FnOnce(Self) -> Self,
    ) -> Self {
        value.apply(self, set, clear)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_UpdateContact::TextListOf<
            truto_core_of_UpdateContact::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(
        mut self,
        value: truto_core_of_UpdateContact::bool,
    ) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_UpdateContact::TextOf<
            truto_core_of_UpdateContact::String,
        >,
        value: impl truto_core_of_UpdateContact::JsonOf<
            truto_core_of_UpdateContact::Json,
        >,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.
    pub fn remote_data(
        mut self,
        value: impl truto_core_of_UpdateContact::OptionalJsonOf<
            truto_core_of_UpdateContact::Json,
        >,
    ) -> Self {
        self.common.remote_data(value);
        self
    }
    /// The request as a [`UpdateContact`], without its common parameters: these stay with `call`.
    #[must_use]
    pub fn build(self) -> UpdateContact
    where
        Self: update_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_UpdateContact::Call<UpdateContact>,
        >,
    {
        truto_core_of_UpdateContact::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> truto_core_of_UpdateContact::Call<UpdateContact>
    where
        Self: update_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_UpdateContact::Call<UpdateContact>,
        >,
    {
        update_contact_builder_traits::Complete::call(self)
    }
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    pub fn send(
        self,
        account: &impl truto_core_of_UpdateContact::AccountHandle,
    ) -> truto_core_of_UpdateContact::Sending<truto_core_of_UpdateContact::Json>
    where
        Self: update_contact_builder_traits::Complete<
            IdState,
            Call = truto_core_of_UpdateContact::Call<UpdateContact>,
        >,
    {
        truto_core_of_UpdateContact::Call::send(&self.call(), account)
    }
}
/// Conditions for sending a [`UpdateContact`](super::UpdateContactBuilder).
pub mod update_contact_builder_traits {
    /// Implemented if every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`UpdateContact` is missing required fields",
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
impl update_contact_builder_traits::Complete<truto_core_of_UpdateContact::Given>
for UpdateContactBuilder<truto_core_of_UpdateContact::Given> {
    type Call = truto_core_of_UpdateContact::Call<UpdateContact>;
    fn call(self) -> Self::Call {
        truto_core_of_UpdateContact::Call::with_common(
            UpdateContact {
                id: self.id,
                title: self.optional.title,
            },
            self.common,
        )
    }
}
