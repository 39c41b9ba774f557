// The expansion of a_rule.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct Link {
    pub entity: CrmEntity,
    pub accounts: Vec<Reference>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for Link {
    type Response = ::truto_core::Json;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
                "Link",
                ::truto_core::contract::Method::Post,
                "/unified/crm/links",
                &[
                    ::truto_core::contract::Field::required(
                        "entity",
                        ::truto_core::contract::Kind::Entity,
                    ),
                    ::truto_core::contract::Field::list(
                            "accounts",
                            ::truto_core::contract::Kind::Any,
                        )
                        .shaped(<::truto_core::shape::Probe<Reference>>::SHAPE)
                        .only_for(&[542244980, 3366850832]),
                ],
            )
            .entities(LinkOptional::ACCESS.2.names())
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => LinkOptional::ACCESS.0.slot(&self.entity),
            1 => LinkOptional::ACCESS.1.slot(&self.accounts),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = LinkOptional::ACCESS.0.take(fields, 0);
        let field_1 = LinkOptional::ACCESS.1.take(fields, 1);
        ::core::option::Option::Some(Self {
            entity: field_0?,
            accounts: field_1?,
        })
    }
    fn entity_id(&self) -> ::core::option::Option<::core::primitive::usize> {
        ::core::option::Option::Some(LinkOptional::ACCESS.2.id(&self.entity))
    }
}
impl LinkOptional {
    const ACCESS: &'static (
        ::truto_core::access::Access<CrmEntity>,
        ::truto_core::access::Access<Vec<Reference>>,
        ::truto_core::access::Identity<CrmEntity>,
    ) = &(
        ::truto_core::access::entity(),
        ::truto_core::access::list(),
        ::truto_core::access::identity(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for Link {
    fn clone(&self) -> Self {
        Self {
            entity: LinkOptional::ACCESS.0.copy(&self.entity),
            accounts: LinkOptional::ACCESS.1.copy(&self.accounts),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for Link {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("Link")
            .field("entity", LinkOptional::ACCESS.0.debug(&self.entity))
            .field("accounts", LinkOptional::ACCESS.1.debug(&self.accounts))
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for Link {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for Link {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl Link {
    ///Starts a [`Link`].
    pub fn builder() -> LinkBuilder {
        LinkBuilder {
            entity: (),
            optional: LinkOptional {
                accounts: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`Link`]: `POST /unified/crm/links`.
///
///Required: `entity`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct LinkBuilder<Entity: ::truto_core::State = ::truto_core::Missing> {
    entity: Entity::Of<CrmEntity>,
    optional: LinkOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct LinkOptional {
    accounts: Vec<Reference>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<Entity: ::truto_core::State> ::core::clone::Clone for LinkBuilder<Entity> {
    fn clone(&self) -> Self {
        LinkBuilder {
            entity: <Entity as ::truto_core::State>::copy(
                &self.entity,
                LinkOptional::ACCESS.0.copier(),
            ),
            optional: LinkOptional {
                accounts: LinkOptional::ACCESS.1.copy(&self.optional.accounts),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl<Entity: ::truto_core::State> ::core::fmt::Debug for LinkBuilder<Entity> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("LinkBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl<Entity: ::truto_core::State> LinkBuilder<Entity> {
    ///Sets `entity`.
    ///
    ///Sent in the body as `entity`; required, set once and before any field that depends on it.
    pub fn entity<Value: ::truto_core::EntityChoice<CrmEntity>>(
        self,
        value: Value,
    ) -> LinkBuilder<<Value as ::truto_core::EntityChoice<CrmEntity>>::State>
    where
        Entity: ::truto_core::entity::EntityUnset,
    {
        LinkBuilder {
            entity: ::truto_core::EntityChoice::entity(value),
            optional: self.optional,
            common: self.common,
        }
    }
    ///Sets `accounts`.
    ///
    ///Sent in the body as `accounts`; left out unless it is set.
    ///
    ///Only for `Leads` and `Contacts`.
    pub fn accounts(mut self, value: impl ::truto_core::ListOf<Reference>) -> Self
    where
        Entity: ::truto_core::entity::EntityGiven
            + ::truto_core::entity::EntityState<
                Id: link_builder::AllowsAccounts<Entity::Choice>,
            >,
    {
        self.optional.accounts = ::truto_core::collect(value);
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
    ///The request as a [`Link`], without its common parameters: those stay with `call`.
    ///
    /// A `Result` when the entity is known only at run time: the rules are checked now.
    #[must_use]
    pub fn build(self) -> Entity::Built<Link>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
        Entity: ::truto_core::entity::EntityState,
    {
        <Entity as ::truto_core::entity::EntityState>::built(
            ::truto_core::Call::into_request(self.call()),
            <Link as ::truto_core::Endpoint>::check,
        )
    }
    /// The request with its common parameters.
    pub fn call(self) -> ::truto_core::Call<Link>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        link_builder::Complete::call(self)
    }
    ///Sends the request; the answer is the unified record.
    pub fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    pub fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<::truto_core::Json>>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    pub fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    pub fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value>
    where
        Self: link_builder::Complete<Entity, Call = ::truto_core::Call<Link>>,
    {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
///What a [`Link`](super::LinkBuilder) has to be before it can be sent.
pub mod link_builder {
    /// Holds once every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`Link` is missing required fields",
        label = "entity: {Entity}",
        note = "call the setter of every field that is `Missing`"
    )]
    pub trait Complete<Entity> {
        /// The request with its common parameters.
        type Call;
        /// Ends the builder.
        fn call(self) -> Self::Call;
    }
    ///An entity that `accounts` is allowed for: `Leads` and `Contacts`.
    #[diagnostic::on_unimplemented(
        message = "`accounts` is not allowed when the entity is `{Entity}`",
        label = "not allowed for this entity",
        note = "`accounts` is allowed only for `Leads` and `Contacts`"
    )]
    pub trait AllowsAccounts<Entity> {}
}
#[allow(deprecated, irrefutable_let_patterns, unreachable_patterns)]
const _: fn(&CrmEntity) = |entity| {
    if let CrmEntity::Leads { .. } | CrmEntity::Contacts { .. } = entity {}
};
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl<Entity> link_builder::Complete<::truto_core::Given<Entity>>
for LinkBuilder<::truto_core::Given<Entity>> {
    type Call = ::truto_core::Call<Link>;
    fn call(self) -> Self::Call {
        ::truto_core::Call::with_common(
            Link {
                entity: self.entity,
                accounts: self.optional.accounts,
            },
            self.common,
        )
    }
}
#[diagnostic::do_not_recommend]
impl<Value> link_builder::AllowsAccounts<Value> for ::truto_core::entity::AnyEntity {}
#[diagnostic::do_not_recommend]
impl<Value> link_builder::AllowsAccounts<Value>
for ::truto_core::entity::EntityId<542244980> {}
#[diagnostic::do_not_recommend]
impl<Value> link_builder::AllowsAccounts<Value>
for ::truto_core::entity::EntityId<3366850832> {}
