// The expansion of a_list_in_the_query.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct ListContacts {
    pub limit: Option<u32>,
    pub tags: Vec<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for ListContacts {
    type Response = Page;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
            "ListContacts",
            ::truto_core::contract::Method::Get,
            "/unified/crm/contacts",
            &[
                ::truto_core::contract::Field::optional(
                        "limit",
                        ::truto_core::contract::Kind::Integer,
                    )
                    .shaped(<::truto_core::shape::Probe<u32>>::SHAPE)
                    .query(),
                ::truto_core::contract::Field::list(
                        "tags",
                        ::truto_core::contract::Kind::String,
                    )
                    .query()
                    .style(::truto_core::contract::Style::Comma),
            ],
        )
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => ListContactsOptional::ACCESS.0.slot(&self.limit),
            1 => ListContactsOptional::ACCESS.1.slot(&self.tags),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = ListContactsOptional::ACCESS.0.take(fields, 0);
        let field_1 = ListContactsOptional::ACCESS.1.take(fields, 1);
        ::core::option::Option::Some(Self {
            limit: field_0?,
            tags: field_1?,
        })
    }
}
impl ListContactsOptional {
    const ACCESS: &'static (
        ::truto_core::access::Access<Option<u32>>,
        ::truto_core::access::Access<Vec<String>>,
    ) = &(::truto_core::access::optional(), ::truto_core::access::list());
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for ListContacts {
    fn clone(&self) -> Self {
        Self {
            limit: ListContactsOptional::ACCESS.0.copy(&self.limit),
            tags: ListContactsOptional::ACCESS.1.copy(&self.tags),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for ListContacts {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("ListContacts")
            .field("limit", ListContactsOptional::ACCESS.0.debug(&self.limit))
            .field("tags", ListContactsOptional::ACCESS.1.debug(&self.tags))
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for ListContacts {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for ListContacts {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl ListContacts {
    ///Starts a [`ListContacts`].
    pub fn builder() -> ListContactsBuilder {
        ListContactsBuilder {
            optional: ListContactsOptional {
                limit: ::core::default::Default::default(),
                tags: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`ListContacts`]: `GET /unified/crm/contacts`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct ListContactsBuilder {
    optional: ListContactsOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct ListContactsOptional {
    limit: Option<u32>,
    tags: Vec<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for ListContactsBuilder {
    fn clone(&self) -> Self {
        ListContactsBuilder {
            optional: ListContactsOptional {
                limit: ListContactsOptional::ACCESS.0.copy(&self.optional.limit),
                tags: ListContactsOptional::ACCESS.1.copy(&self.optional.tags),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl ::core::fmt::Debug for ListContactsBuilder {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("ListContactsBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl ListContactsBuilder {
    ///Sets `limit`.
    ///
    ///Sent in the query as `limit`; left out unless it is set.
    pub fn limit(mut self, value: u32) -> Self {
        self.optional.limit = ::core::option::Option::Some(value);
        self
    }
    ///Sets `tags`.
    ///
    ///Sent in the query as `tags`; left out unless it is set.
    pub fn tags(mut self, value: impl ::truto_core::ListOf<String>) -> Self {
        self.optional.tags = ::truto_core::collect(value);
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
    ///The request as a [`ListContacts`], without its common parameters: those stay with `call`.
    #[must_use]
    pub fn build(self) -> ListContacts {
        ::truto_core::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> ::truto_core::Call<ListContacts> {
        ::truto_core::Call::with_common(
            ListContacts {
                limit: self.optional.limit,
                tags: self.optional.tags,
            },
            self.common,
        )
    }
    ///Sends the request; the answer is the unified record.
    pub fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Page> {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    pub fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<Page>> {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Page> {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse> {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    pub fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream> {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    pub fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value> {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
