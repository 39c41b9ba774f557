// The expansion of a_list_in_the_query.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct ListContacts {
    pub limit: Option<u32>,
    pub tags: Option<Vec<String>>,
}
use ::truto_core as crate_of_truto_core_of_ListContacts;
use crate_of_truto_core_of_ListContacts::generated as truto_core_of_ListContacts;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Endpoint for ListContacts {
    type Response = Page;
    type Scope = truto_core_of_ListContacts::AccountScope;
    const CONTRACT: &'static truto_core_of_ListContacts::Contract = {
        #[allow(unused_imports)]
        use truto_core_of_ListContacts::Unshaped as _;
        &truto_core_of_ListContacts::Contract::new(
                "ListContacts",
                truto_core_of_ListContacts::Method::Get,
                "/unified/crm/contacts",
                &[
                    truto_core_of_ListContacts::Field::optional(
                            "limit",
                            truto_core_of_ListContacts::Kind::Integer,
                        )
                        .shaped(<truto_core_of_ListContacts::Probe<u32>>::SHAPE)
                        .query(),
                    truto_core_of_ListContacts::Field::optional(
                            "tags",
                            truto_core_of_ListContacts::Kind::Any,
                        )
                        .shaped(<truto_core_of_ListContacts::Probe<[String]>>::SHAPE)
                        .query()
                        .style(truto_core_of_ListContacts::Style::Comma),
                ],
            )
            .answering(<truto_core_of_ListContacts::Probe<Page>>::SHAPE)
    };
    fn member(
        &self,
        index: truto_core_of_ListContacts::usize,
    ) -> truto_core_of_ListContacts::Option<truto_core_of_ListContacts::Member<'_>> {
        let access = ListContactsBuilderOptional::ACCESS;
        match index {
            0 => access.0.member(&self.limit),
            1 => access.1.member(&self.tags),
            _ => truto_core_of_ListContacts::None,
        }
    }
    fn decode(
        reader: &mut truto_core_of_ListContacts::RequestReader,
    ) -> truto_core_of_ListContacts::Option<Self> {
        let access = ListContactsBuilderOptional::ACCESS;
        match (access.0.take(reader, 0), access.1.take(reader, 1)) {
            (
                truto_core_of_ListContacts::Some(field_0),
                truto_core_of_ListContacts::Some(field_1),
            ) => {
                truto_core_of_ListContacts::Some(Self {
                    limit: field_0,
                    tags: field_1,
                })
            }
            _ => truto_core_of_ListContacts::None,
        }
    }
}
#[allow(deprecated)]
impl ListContactsBuilderOptional {
    const ACCESS: &'static (
        truto_core_of_ListContacts::Access<Option<u32>>,
        truto_core_of_ListContacts::Access<Option<Vec<String>>>,
    ) = &(
        truto_core_of_ListContacts::optional(),
        truto_core_of_ListContacts::optional(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Clone for ListContacts {
    fn clone(&self) -> Self {
        let access = ListContactsBuilderOptional::ACCESS;
        Self {
            limit: access.0.copy(&self.limit),
            tags: access.1.copy(&self.tags),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Debug for ListContacts {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_ListContacts::Formatter<'_>,
    ) -> truto_core_of_ListContacts::FmtResult {
        truto_core_of_ListContacts::debug_request(self, formatter)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Serialize for ListContacts {
    fn serialize<SomeValue: truto_core_of_ListContacts::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_ListContacts::Result<SomeValue::Ok, SomeValue::Error> {
        truto_core_of_ListContacts::serialize_request(self, serializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_ListContacts::Deserialize<'de> for ListContacts {
    fn deserialize<SomeValue: truto_core_of_ListContacts::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_ListContacts::Result<Self, SomeValue::Error> {
        truto_core_of_ListContacts::deserialize_request(deserializer)
    }
}
#[allow(deprecated)]
impl ListContacts {
    /// Starts a [`ListContacts`].
    pub fn builder() -> ListContactsBuilder {
        ListContactsBuilder {
            optional: ListContactsBuilderOptional {
                limit: truto_core_of_ListContacts::None,
                tags: truto_core_of_ListContacts::None,
            },
            common: truto_core_of_ListContacts::Default::default(),
        }
    }
}
/// Builds a [`ListContacts`]: `GET /unified/crm/contacts`.
#[allow(deprecated)]
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct ListContactsBuilder {
    optional: ListContactsBuilderOptional,
    common: truto_core_of_ListContacts::Common,
}
#[allow(deprecated)]
#[allow(non_snake_case)]
struct ListContactsBuilderOptional {
    limit: Option<u32>,
    tags: Option<Vec<String>>,
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Clone for ListContactsBuilder {
    fn clone(&self) -> Self {
        let access = ListContactsBuilderOptional::ACCESS;
        ListContactsBuilder {
            optional: ListContactsBuilderOptional {
                limit: access.0.copy(&self.optional.limit),
                tags: access.1.copy(&self.optional.tags),
            },
            common: truto_core_of_ListContacts::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_ListContacts::Debug for ListContactsBuilder {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_ListContacts::Formatter<'_>,
    ) -> truto_core_of_ListContacts::FmtResult {
        formatter.debug_struct("ListContactsBuilder").finish_non_exhaustive()
    }
}
#[allow(deprecated)]
#[allow(dead_code, non_snake_case, private_bounds, private_interfaces)]
impl ListContactsBuilder {
    /** Sets `limit`.

 Sent in the query as `limit`; omitted unless set. Another call replaces the value.*/
    pub fn limit(mut self, value: u32) -> Self {
        self.optional.limit = truto_core_of_ListContacts::Some(value);
        self
    }
    /** Sets `tags`.

 Sent in the query as `tags`; omitted unless set. Another call adds to it.*/
    pub fn tags(
        mut self,
        value: impl truto_core_of_ListContacts::TextListOf<String>,
    ) -> Self {
        truto_core_of_ListContacts::extend_texts(
            self.optional.tags.get_or_insert_default(),
            value,
        );
        self
    }
    /** Calls `set` with the value, if there is one:
 `.maybe_with(name, |builder, name| builder.name(name))`.*/
    pub fn maybe_with<SomeValue>(
        self,
        value: truto_core_of_ListContacts::Option<SomeValue>,
        set: impl truto_core_of_ListContacts::FnOnce(Self, SomeValue) -> Self,
    ) -> Self {
        truto_core_of_ListContacts::maybe(self, value, set)
    }
    /// Fields that the response omits (`truto_exclude_fields[]`). Another call adds to them.
    pub fn exclude_fields(
        mut self,
        value: impl truto_core_of_ListContacts::TextListOf<
            truto_core_of_ListContacts::String,
        >,
    ) -> Self {
        self.common.exclude_fields(value);
        self
    }
    /// Whether the response omits `remote_data` (`truto_ignore_remote_data`). Another call replaces the value.
    pub fn ignore_remote_data(
        mut self,
        value: truto_core_of_ListContacts::bool,
    ) -> Self {
        self.common.ignore_remote_data(value);
        self
    }
    /// Adds a query parameter for the provider (`remote_query[name]`). Another call with this name replaces its value.
    pub fn remote_query(
        mut self,
        name: impl truto_core_of_ListContacts::TextOf<
            truto_core_of_ListContacts::String,
        >,
        value: impl truto_core_of_ListContacts::JsonOf<truto_core_of_ListContacts::Json>,
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
    /** Sends the request. The response is the unified record.

 Before it is awaited, the future takes another response format and the options of the call.*/
    pub fn send(
        self,
        account: &impl truto_core_of_ListContacts::AccountHandle,
    ) -> truto_core_of_ListContacts::Sending<Page> {
        truto_core_of_ListContacts::Call::send(&self.call(), account)
    }
}
#[doc(hidden)]
#[allow(deprecated)]
#[allow(dead_code, non_snake_case)]
impl ListContactsBuilder
where
    for<'never> Self: truto_core_of_ListContacts::PagesOf<ListContacts>,
{
    pub fn pages(self) {}
    pub fn items(self) {}
    pub fn next_cursor(self) {}
    pub fn key_by(self) {}
    pub fn ignore_limit(self) {}
}
