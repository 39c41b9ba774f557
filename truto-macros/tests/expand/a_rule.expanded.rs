// The expansion of a_rule.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct Link {
    pub entity: CrmEntity,
    pub accounts: Vec<Reference>,
}
use ::truto_core as truto_core_of_Link;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Endpoint for Link {
    type Response = truto_core_of_Link::Json;
    type Scope = truto_core_of_Link::scope::AccountScope;
    const CONTRACT: &'static truto_core_of_Link::contract::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_Link::generated::Unshaped as _;
        &truto_core_of_Link::contract::Contract::new(
                "Link",
                truto_core_of_Link::contract::Method::Post,
                "/unified/crm/links",
                &[
                    truto_core_of_Link::contract::Field::required(
                        "entity",
                        truto_core_of_Link::contract::Kind::Entity,
                    ),
                    truto_core_of_Link::contract::Field::list(
                            "accounts",
                            truto_core_of_Link::contract::Kind::Any,
                        )
                        .shaped(<truto_core_of_Link::generated::Probe<Reference>>::SHAPE)
                        .only_for(&[542244980, 3366850832]),
                ],
            )
            .entities(LinkBuilderOptional::ACCESS.2.names())
    };
    fn field_ref(
        &self,
        index: ::core::primitive::usize,
    ) -> truto_core_of_Link::generated::FieldRef<'_> {
        match index {
            0 => LinkBuilderOptional::ACCESS.0.field_ref(&self.entity),
            1 => LinkBuilderOptional::ACCESS.1.field_ref(&self.accounts),
            _ => truto_core_of_Link::generated::FieldRef::Absent,
        }
    }
    fn decode(
        reader: &mut truto_core_of_Link::generated::RequestReader,
    ) -> ::core::option::Option<Self> {
        let field_0 = LinkBuilderOptional::ACCESS.0.take(reader, 0);
        let field_1 = LinkBuilderOptional::ACCESS.1.take(reader, 1);
        ::core::option::Option::Some(Self {
            entity: field_0?,
            accounts: field_1?,
        })
    }
    fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
        ::core::option::Option::Some(LinkBuilderOptional::ACCESS.2.id(&self.entity))
    }
}
#[allow(deprecated)]
impl LinkBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_Link::generated::Access<CrmEntity>,
        truto_core_of_Link::generated::Access<Vec<Reference>>,
        truto_core_of_Link::generated::Identity<CrmEntity>,
    ) = &(
        truto_core_of_Link::generated::entity(),
        truto_core_of_Link::generated::list(),
        truto_core_of_Link::generated::identity(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for Link {
    fn clone(&self) -> Self {
        Self {
            entity: LinkBuilderOptional::ACCESS.0.copy(&self.entity),
            accounts: LinkBuilderOptional::ACCESS.1.copy(&self.accounts),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for Link {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("Link")
            .field("entity", LinkBuilderOptional::ACCESS.0.debug(&self.entity))
            .field("accounts", LinkBuilderOptional::ACCESS.1.debug(&self.accounts))
            .finish()
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::serde::Serialize for Link {
    fn serialize<SomeValue: truto_core_of_Link::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<
        <SomeValue as truto_core_of_Link::serde::Serializer>::Ok,
        <SomeValue as truto_core_of_Link::serde::Serializer>::Error,
    > {
        truto_core_of_Link::generated::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Link::serde::Deserialize<'de> for Link {
    fn deserialize<SomeValue: truto_core_of_Link::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<
        Self,
        <SomeValue as truto_core_of_Link::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_Link::generated::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl Link {
    /// Starts a [`Link`].
    pub fn builder() -> LinkBuilder {
        LinkBuilder {
            entity: (),
            optional: LinkBuilderOptional {
                accounts: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
/// Builds a [`Link`]: `POST /unified/crm/links`.
///
/// Required: `entity`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct LinkBuilder<
    EntityState: truto_core_of_Link::builder::State
        = truto_core_of_Link::builder::Missing,
> {
    entity: <EntityState as truto_core_of_Link::builder::State>::Of<CrmEntity>,
    optional: LinkBuilderOptional,
    common: truto_core_of_Link::generated::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct LinkBuilderOptional {
    accounts: Vec<Reference>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<EntityState: truto_core_of_Link::builder::State> ::core::clone::Clone
for LinkBuilder<EntityState> {
    fn clone(&self) -> Self {
        LinkBuilder {
            entity: <EntityState as truto_core_of_Link::builder::State>::copy(
                &self.entity,
                LinkBuilderOptional::ACCESS.0.copier(),
            ),
            optional: LinkBuilderOptional {
                accounts: LinkBuilderOptional::ACCESS.1.copy(&self.optional.accounts),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<EntityState: truto_core_of_Link::builder::State> ::core::fmt::Debug
for LinkBuilder<EntityState> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("LinkBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<EntityState: truto_core_of_Link::builder::State> LinkBuilder<EntityState> {
    /// Sets `entity`.
    ///
    /// Sent in the body as `entity`; required. Set it once, before the fields that depend on it.
    pub fn entity<SomeValue: truto_core_of_Link::entity::EntityChoice<CrmEntity>>(
        self,
        value: SomeValue,
    ) -> LinkBuilder<SomeValue::State>
    where
        EntityState: truto_core_of_Link::entity::EntityUnset,
    {
        LinkBuilder {
            entity: truto_core_of_Link::entity::EntityChoice::entity(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /// Sets `accounts`.
    ///
    /// Sent in the body as `accounts`; omitted unless set. Another call adds to it.
    ///
    /// Allowed only for `Leads` and `Contacts`.
    pub fn accounts(
        mut self,
        value: impl truto_core_of_Link::builder::TextListOf<Reference>,
    ) -> Self
    where
        EntityState: truto_core_of_Link::entity::EntityGiven
            + truto_core_of_Link::entity::EntityInfo<
                Id: link_builder_traits::AllowsAccounts<EntityState::Choice>,
            >,
    {
        truto_core_of_Link::generated::extend(&mut self.optional.accounts, value);
        self
    }
    /// Calls `set` with the value, if there is one:
    /// `.maybe_with(name, |builder, name| builder.name(name))`.
    pub fn maybe_with<SomeValue>(
        self,
        value: ::core::option::Option<SomeValue>,
        set: impl ::core::ops::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_Link::generated::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_Link::builder::TextListOf<::std::string::String>,
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
        name: impl truto_core_of_Link::builder::TextOf<::std::string::String>,
        value: impl truto_core_of_Link::builder::JsonOf<truto_core_of_Link::Json>,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.
    pub fn remote_data(
        mut self,
        value: impl truto_core_of_Link::builder::OptionalJsonOf<truto_core_of_Link::Json>,
    ) -> Self {
        self.common.remote_data(value);
        self
    }
    /// The request as a [`Link`], without its common parameters: these stay with `call`.
    ///
    /// Returns a `Result` if the entity is known only at run time: then the rules are checked here.
    #[must_use]
    pub fn build(self) -> EntityState::Built<Link>
    where
        Self: link_builder_traits::Complete<
            EntityState,
            Call = truto_core_of_Link::Call<Link>,
        >,
        EntityState: truto_core_of_Link::entity::EntityInfo,
    {
        <EntityState as truto_core_of_Link::entity::EntityInfo>::built(
            truto_core_of_Link::Call::into_request(self.call()),
            <Link as truto_core_of_Link::Endpoint>::check,
        )
    }
    /// The request with its common parameters.
    pub fn call(self) -> truto_core_of_Link::Call<Link>
    where
        Self: link_builder_traits::Complete<
            EntityState,
            Call = truto_core_of_Link::Call<Link>,
        >,
    {
        link_builder_traits::Complete::call(self)
    }
    /// Sends the request. The response is the unified record.
    ///
    /// Before it is awaited, the future takes another response format and the options of the call.
    pub fn send(
        self,
        account: &impl truto_core_of_Link::scope::AccountHandle,
    ) -> truto_core_of_Link::Sending<truto_core_of_Link::Json>
    where
        Self: link_builder_traits::Complete<
            EntityState,
            Call = truto_core_of_Link::Call<Link>,
        >,
    {
        truto_core_of_Link::Call::send(&self.call(), account)
    }
}
/// Conditions for sending a [`Link`](super::LinkBuilder).
pub mod link_builder_traits {
    /// Implemented if every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`Link` is missing required fields",
        label = "entity: {EntityState}",
        note = "call the setter of every field that is `Missing`"
    )]
    pub trait Complete<EntityState> {
        /// The request with its common parameters.
        type Call;
        /// Finishes the builder.
        fn call(self) -> Self::Call;
    }
    /// Implemented for the entities that allow `accounts`: `Leads` and `Contacts`.
    #[diagnostic::on_unimplemented(
        message = "`accounts` is not allowed when the entity is `{Entity}`",
        label = "not allowed for this entity",
        note = "`accounts` is allowed only for `Leads` and `Contacts`"
    )]
    pub trait AllowsAccounts<Entity> {}
}
#[allow(deprecated)]
impl LinkBuilderOptional {
    #[allow(irrefutable_let_patterns, unreachable_patterns)]
    const fn entity(id: ::core::primitive::usize) -> ::core::primitive::usize {
        let _: fn(&CrmEntity) = |entity| {
            if let CrmEntity::Leads { .. } | CrmEntity::Contacts { .. } = entity {}
        };
        id
    }
}
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl<
    EntityState,
> link_builder_traits::Complete<truto_core_of_Link::builder::Given<EntityState>>
for LinkBuilder<truto_core_of_Link::builder::Given<EntityState>> {
    type Call = truto_core_of_Link::Call<Link>;
    fn call(self) -> Self::Call {
        truto_core_of_Link::Call::with_common(
            Link {
                entity: self.entity,
                accounts: self.optional.accounts,
            },
            self.common,
        )
    }
}
#[diagnostic::do_not_recommend]
impl<SomeValue> link_builder_traits::AllowsAccounts<SomeValue>
for truto_core_of_Link::entity::AnyEntity {}
#[diagnostic::do_not_recommend]
impl<SomeValue> link_builder_traits::AllowsAccounts<SomeValue>
for truto_core_of_Link::entity::EntityId<{ LinkBuilderOptional::entity(542244980) }> {}
#[diagnostic::do_not_recommend]
impl<SomeValue> link_builder_traits::AllowsAccounts<SomeValue>
for truto_core_of_Link::entity::EntityId<3366850832> {}
