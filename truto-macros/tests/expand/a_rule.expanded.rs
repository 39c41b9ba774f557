// The expansion of a_rule.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct Link {
    pub entity: CrmEntity,
    pub accounts: Vec<Reference>,
}
use ::truto_core as crate_of_truto_core_of_Link;
use crate_of_truto_core_of_Link::generated as truto_core_of_Link;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Endpoint for Link {
    type Response = truto_core_of_Link::Json;
    type Scope = truto_core_of_Link::AccountScope;
    const CONTRACT: &'static truto_core_of_Link::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_Link::Unshaped as _;
        &truto_core_of_Link::Contract::new(
                "Link",
                truto_core_of_Link::Method::Post,
                "/unified/crm/links",
                &[
                    truto_core_of_Link::Field::required(
                        "entity",
                        truto_core_of_Link::Kind::Entity,
                    ),
                    truto_core_of_Link::Field::list(
                            "accounts",
                            truto_core_of_Link::Kind::Any,
                        )
                        .shaped(<truto_core_of_Link::Probe<Reference>>::SHAPE)
                        .only_for(&[542244980, 3366850832]),
                ],
            )
            .entities(LinkBuilderOptional::ACCESS.2.names())
    };
    fn member(
        &self,
        index: truto_core_of_Link::usize,
    ) -> truto_core_of_Link::Option<truto_core_of_Link::Member<'_>> {
        let access = LinkBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.entity),
            1 => access.1.member(&self.accounts),
            _ => truto_core_of_Link::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_Link::RequestReader,
    ) -> truto_core_of_Link::Option<Self> {
        let access = LinkBuilderOptional::ACCESS;
        match (access.0.take(reader, 0), access.1.take(reader, 1)) {
            (truto_core_of_Link::Some(field_0), truto_core_of_Link::Some(field_1)) => {
                truto_core_of_Link::Some(Self {
                    entity: field_0,
                    accounts: field_1,
                })
            }
            _ => truto_core_of_Link::None,
        }
    }
    fn entity_id(&self) -> truto_core_of_Link::Option<truto_core_of_Link::usize> {
        truto_core_of_Link::Some(LinkBuilderOptional::ACCESS.2.id(&self.entity))
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Writes for Link {}
#[allow(deprecated)]
impl LinkBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_Link::Access<CrmEntity>,
        truto_core_of_Link::Access<Vec<Reference>>,
        truto_core_of_Link::Identity<CrmEntity>,
    ) = &(
        truto_core_of_Link::entity(),
        truto_core_of_Link::list(),
        truto_core_of_Link::identity(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Clone for Link {
    fn clone(&self) -> Self {
        let access = LinkBuilderOptional::ACCESS;
        Self {
            entity: access.0.copy(&self.entity),
            accounts: access.1.copy(&self.accounts),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Debug for Link {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_Link::Formatter<'_>,
    ) -> truto_core_of_Link::FmtResult {
        truto_core_of_Link::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Link::Serialize for Link {
    fn serialize<SomeValue: truto_core_of_Link::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_Link::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_Link::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Link::Deserialize<'de> for Link {
    fn deserialize<SomeValue: truto_core_of_Link::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_Link::Result<Self, SomeValue::Error> {
        truto_core_of_Link::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl Link {
    /// Starts a [`Link`].
    pub fn builder() -> LinkBuilder {
        LinkBuilder {
            entity: (),
            optional: LinkBuilderOptional {
                accounts: truto_core_of_Link::Vec::new(),
            },
            common: truto_core_of_Link::Default::default(),
        }
    }
}
/** Builds a [`Link`]: `POST /unified/crm/links`.

 Required: `entity`.*/
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct LinkBuilder<
    EntityState: truto_core_of_Link::State = truto_core_of_Link::Missing,
> {
    entity: <EntityState as truto_core_of_Link::State>::Of<CrmEntity>,
    optional: LinkBuilderOptional,
    common: truto_core_of_Link::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct LinkBuilderOptional {
    accounts: Vec<Reference>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<EntityState: truto_core_of_Link::State> truto_core_of_Link::Clone
for LinkBuilder<EntityState> {
    fn clone(&self) -> Self {
        let access = LinkBuilderOptional::ACCESS;
        LinkBuilder {
            entity: <EntityState as truto_core_of_Link::State>::copy(
                &self.entity,
                access.0.copier(),
            ),
            optional: LinkBuilderOptional {
                accounts: access.1.copy(&self.optional.accounts),
            },
            common: truto_core_of_Link::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<EntityState: truto_core_of_Link::State> truto_core_of_Link::Debug
for LinkBuilder<EntityState> {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_Link::Formatter<'_>,
    ) -> truto_core_of_Link::FmtResult {
        formatter.debug_struct("LinkBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl<EntityState: truto_core_of_Link::State> LinkBuilder<EntityState> {
    /** Sets `entity`.

 Sent in the body as `entity`; required. Set it once, before the fields that depend on it.*/
    pub fn entity<SomeValue: truto_core_of_Link::EntityChoice<CrmEntity>>(
        self,
        value: SomeValue,
    ) -> LinkBuilder<SomeValue::State>
    where
        EntityState: truto_core_of_Link::EntityUnset,
    {
        LinkBuilder {
            entity: truto_core_of_Link::EntityChoice::entity(value),
            optional: self.optional,
            common: self.common,
        }
    }
    /** Sets `accounts`.

 Sent in the body as `accounts`; omitted unless set. Another call adds to it.

 Allowed only for `Leads` and `Contacts`.*/
    pub fn accounts(
        mut self,
        value: impl truto_core_of_Link::TextListOf<Reference>,
    ) -> Self
    where
        EntityState: truto_core_of_Link::EntityGiven
            + truto_core_of_Link::EntityInfo<
                Id: link_builder_traits::AllowsAccounts<EntityState::Choice>,
            >,
    {
        truto_core_of_Link::extend_texts(&mut self.optional.accounts, value);
        self
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    pub fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_Link::Option<SomeValue>,
        set: impl truto_core_of_Link::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_Link::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_Link::TextListOf<truto_core_of_Link::String>,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(mut self, value: truto_core_of_Link::bool) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_Link::TextOf<truto_core_of_Link::String>,
        value: impl truto_core_of_Link::JsonOf<truto_core_of_Link::Json>,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// Data for the provider, passed on unchanged (`remote_data` in the body). Another call replaces the value.
    pub fn remote_data(
        mut self,
        value: impl truto_core_of_Link::OptionalJsonOf<truto_core_of_Link::Json>,
    ) -> Self {
        self.common.remote_data(value);
        self
    }
    /** The request as a [`Link`], without its common parameters: these stay with `call`.

 Returns a `Result` if the entity is known only at run time: then the rules are checked here.*/
    #[must_use]
    pub fn build(self) -> EntityState::Built<Link>
    where
        Self: link_builder_traits::Complete<
            EntityState,
            Call = truto_core_of_Link::Call<Link>,
        >,
        EntityState: truto_core_of_Link::EntityInfo,
    {
        <EntityState as truto_core_of_Link::EntityInfo>::built(
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
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    pub fn send(
        self,
        account: &impl truto_core_of_Link::AccountHandle,
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
    const fn entity(id: truto_core_of_Link::usize) -> truto_core_of_Link::usize {
        let _: fn(&CrmEntity) = |entity| {
            if let CrmEntity::Leads { .. } | CrmEntity::Contacts { .. } = entity {}
        };
        id
    }
}
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl<EntityState> link_builder_traits::Complete<truto_core_of_Link::Given<EntityState>>
for LinkBuilder<truto_core_of_Link::Given<EntityState>> {
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
for truto_core_of_Link::AnyEntity {}
#[diagnostic::do_not_recommend]
impl<SomeValue> link_builder_traits::AllowsAccounts<SomeValue>
for truto_core_of_Link::EntityId<{ LinkBuilderOptional::entity(542244980) }> {}
#[diagnostic::do_not_recommend]
impl<SomeValue> link_builder_traits::AllowsAccounts<SomeValue>
for truto_core_of_Link::EntityId<3366850832> {}
