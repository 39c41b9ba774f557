// The expansion of a_list_in_the_query.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct ListContacts {
    pub limit: Option<u32>,
    pub tags: Option<Vec<String>>,
}
use ::truto_core as truto_core_of_ListContacts;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Endpoint for ListContacts {
    type Response = Page;
    type Scope = truto_core_of_ListContacts::scope::AccountScope;
    const CONTRACT: &'static truto_core_of_ListContacts::contract::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_ListContacts::generated::Unshaped as _;
        &truto_core_of_ListContacts::contract::Contract::new(
                "ListContacts",
                truto_core_of_ListContacts::contract::Method::Get,
                "/unified/crm/contacts",
                &[
                    truto_core_of_ListContacts::contract::Field::optional(
                            "limit",
                            truto_core_of_ListContacts::contract::Kind::Integer,
                        )
                        .shaped(
                            <truto_core_of_ListContacts::generated::Probe<u32>>::SHAPE,
                        )
                        .query(),
                    truto_core_of_ListContacts::contract::Field::optional(
                            "tags",
                            truto_core_of_ListContacts::contract::Kind::Any,
                        )
                        .shaped(
                            <truto_core_of_ListContacts::generated::Probe<
                                [String],
                            >>::SHAPE,
                        )
                        .query()
                        .style(truto_core_of_ListContacts::contract::Style::Comma),
                ],
            )
            .answering(<truto_core_of_ListContacts::generated::Probe<Page>>::SHAPE)
    };
    fn field_ref(
        &self,
        index: ::core::primitive::usize,
    ) -> truto_core_of_ListContacts::generated::FieldRef<'_> {
        match index {
            0 => ListContactsBuilderOptional::ACCESS.0.field_ref(&self.limit),
            1 => ListContactsBuilderOptional::ACCESS.1.field_ref(&self.tags),
            _ => truto_core_of_ListContacts::generated::FieldRef::Absent,
        }
    }
    fn decode(
        reader: &mut truto_core_of_ListContacts::generated::RequestReader,
    ) -> ::core::option::Option<Self> {
        let field_0 = ListContactsBuilderOptional::ACCESS.0.take(reader, 0);
        let field_1 = ListContactsBuilderOptional::ACCESS.1.take(reader, 1);
        ::core::option::Option::Some(Self {
            limit: field_0?,
            tags: field_1?,
        })
    }
}
#[allow(deprecated)]
impl ListContactsBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_ListContacts::generated::Access<Option<u32>>,
        truto_core_of_ListContacts::generated::Access<Option<Vec<String>>>,
    ) = &(
        truto_core_of_ListContacts::generated::optional(),
        truto_core_of_ListContacts::generated::optional(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for ListContacts {
    fn clone(&self) -> Self {
        Self {
            limit: ListContactsBuilderOptional::ACCESS.0.copy(&self.limit),
            tags: ListContactsBuilderOptional::ACCESS.1.copy(&self.tags),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for ListContacts {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("ListContacts")
            .field("limit", ListContactsBuilderOptional::ACCESS.0.debug(&self.limit))
            .field("tags", ListContactsBuilderOptional::ACCESS.1.debug(&self.tags))
            .finish()
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::serde::Serialize for ListContacts {
    fn serialize<SomeValue: truto_core_of_ListContacts::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<
        <SomeValue as truto_core_of_ListContacts::serde::Serializer>::Ok,
        <SomeValue as truto_core_of_ListContacts::serde::Serializer>::Error,
    > {
        truto_core_of_ListContacts::generated::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_ListContacts::serde::Deserialize<'de> for ListContacts {
    fn deserialize<SomeValue: truto_core_of_ListContacts::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<
        Self,
        <SomeValue as truto_core_of_ListContacts::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_ListContacts::generated::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl ListContacts {
    /// Starts a [`ListContacts`].
    pub fn builder() -> ListContactsBuilder {
        ListContactsBuilder {
            optional: ListContactsBuilderOptional {
                limit: ::core::default::Default::default(),
                tags: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
/// Builds a [`ListContacts`]: `GET /unified/crm/contacts`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct ListContactsBuilder {
    optional: ListContactsBuilderOptional,
    common: truto_core_of_ListContacts::generated::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct ListContactsBuilderOptional {
    limit: Option<u32>,
    tags: Option<Vec<String>>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for ListContactsBuilder {
    fn clone(&self) -> Self {
        ListContactsBuilder {
            optional: ListContactsBuilderOptional {
                limit: ListContactsBuilderOptional::ACCESS.0.copy(&self.optional.limit),
                tags: ListContactsBuilderOptional::ACCESS.1.copy(&self.optional.tags),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for ListContactsBuilder {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("ListContactsBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl ListContactsBuilder {
    /// Sets `limit`.
    ///
    /// Sent in the query as `limit`; omitted unless set. Another call replaces the value.
    pub fn limit(mut self, value: u32) -> Self {
        self.optional.limit = ::core::option::Option::Some(value);
        self
    }
    /// Sets `tags`.
    ///
    /// Sent in the query as `tags`; omitted unless set. Another call adds to it.
    pub fn tags(
        mut self,
        value: impl truto_core_of_ListContacts::builder::TextListOf<String>,
    ) -> Self {
        truto_core_of_ListContacts::generated::extend(
            self.optional.tags.get_or_insert_default(),
            value,
        );
        self
    }
    /// Calls `set` with the value, if there is one:
    /// `.maybe_with(name, |builder, name| builder.name(name))`.
    pub fn maybe_with<SomeValue>(
        self,
        value: ::core::option::Option<SomeValue>,
        set: impl ::core::ops::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_ListContacts::generated::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_ListContacts::builder::TextListOf<
            ::std::string::String,
        >,
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
        name: impl truto_core_of_ListContacts::builder::TextOf<::std::string::String>,
        value: impl truto_core_of_ListContacts::builder::JsonOf<
            truto_core_of_ListContacts::Json,
        >,
    ) -> Self {
        self.common.remote_query(name, value);
        self
    }
    /// The request as a [`ListContacts`], without its common parameters: these stay with `call`.
    #[must_use]
    pub fn build(self) -> ListContacts {
        truto_core_of_ListContacts::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> truto_core_of_ListContacts::Call<ListContacts> {
        truto_core_of_ListContacts::Call::with_common(
            ListContacts {
                limit: self.optional.limit,
                tags: self.optional.tags,
            },
            self.common,
        )
    }
    /// Sends the request. The response is the unified record.
    ///
    /// Before it is awaited, the future takes another response format and the options of the call.
    pub fn send(
        self,
        account: &impl truto_core_of_ListContacts::scope::AccountHandle,
    ) -> truto_core_of_ListContacts::Sending<Page> {
        truto_core_of_ListContacts::Call::send(&self.call(), account)
    }
}
#[doc(hidden)]
#[allow(deprecated)]
#[allow(dead_code, non_snake_case)]
impl ListContactsBuilder
where
    for<'never> Self: truto_core_of_ListContacts::builder::PagesOf<ListContacts>,
{
    pub fn pages(self) {}
    pub fn items(self) {}
    pub fn next_cursor(self) {}
    pub fn key_by(self) {}
    pub fn ignore_limit(self) {}
}
