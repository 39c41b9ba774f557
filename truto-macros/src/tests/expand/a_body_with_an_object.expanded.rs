// The expansion of a_body_with_an_object.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

pub struct CreateNote {
    pub title: String,
    pub first: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl ::truto_core::Endpoint for CreateNote {
    type Response = ::truto_core::Json;
    const CONTRACT: &'static ::truto_core::contract::Contract = {
        #[allow(unused_imports)]
        use ::truto_core::shape::Unshaped as _;
        &::truto_core::contract::Contract::new(
            "CreateNote",
            ::truto_core::contract::Method::Post,
            "/unified/crm/notes",
            &[
                ::truto_core::contract::Field::required(
                    "title",
                    ::truto_core::contract::Kind::String,
                ),
                ::truto_core::contract::Field::optional(
                        "first",
                        ::truto_core::contract::Kind::String,
                    )
                    .within(&["author", "name"]),
            ],
        )
    };
    fn slot(&self, index: ::core::primitive::usize) -> ::truto_core::Slot<'_> {
        match index {
            0 => CreateNoteOptional::ACCESS.0.slot(&self.title),
            1 => CreateNoteOptional::ACCESS.1.slot(&self.first),
            _ => ::truto_core::Slot::Absent,
        }
    }
    fn decode(fields: &mut ::truto_core::Fields) -> ::core::option::Option<Self> {
        let field_0 = CreateNoteOptional::ACCESS.0.take(fields, 0);
        let field_1 = CreateNoteOptional::ACCESS.1.take(fields, 1);
        ::core::option::Option::Some(Self {
            title: field_0?,
            first: field_1?,
        })
    }
}
impl CreateNoteOptional {
    const ACCESS: &'static (
        ::truto_core::access::Access<String>,
        ::truto_core::access::Access<Option<String>>,
    ) = &(::truto_core::access::required(), ::truto_core::access::optional());
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::clone::Clone for CreateNote {
    fn clone(&self) -> Self {
        Self {
            title: CreateNoteOptional::ACCESS.0.copy(&self.title),
            first: CreateNoteOptional::ACCESS.1.copy(&self.first),
        }
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for CreateNote {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateNote")
            .field("title", CreateNoteOptional::ACCESS.0.debug(&self.title))
            .field("first", CreateNoteOptional::ACCESS.1.debug(&self.first))
            .finish()
    }
}
#[automatically_derived]
impl ::truto_core::serde::Serialize for CreateNote {
    fn serialize<Value: ::truto_core::serde::Serializer>(
        &self,
        serializer: Value,
    ) -> ::core::result::Result<Value::Ok, Value::Error> {
        ::truto_core::endpoint::serialize(self, serializer)
    }
}
#[automatically_derived]
impl<'de> ::truto_core::serde::Deserialize<'de> for CreateNote {
    fn deserialize<Value: ::truto_core::serde::Deserializer<'de>>(
        deserializer: Value,
    ) -> ::core::result::Result<Self, Value::Error> {
        ::truto_core::endpoint::deserialize(deserializer)
    }
}
#[allow(deprecated)]
impl CreateNote {
    ///Starts a [`CreateNote`].
    pub fn builder() -> CreateNoteBuilder {
        CreateNoteBuilder {
            title: (),
            optional: CreateNoteOptional {
                first: ::core::default::Default::default(),
            },
            common: ::core::default::Default::default(),
        }
    }
}
///Builds a [`CreateNote`]: `POST /unified/crm/notes`.
///
///Required: `title`.
#[allow(non_snake_case)]
#[must_use = "a builder does nothing until it is sent or built"]
pub struct CreateNoteBuilder<Title: ::truto_core::State = ::truto_core::Missing> {
    title: Title::Of<String>,
    optional: CreateNoteOptional,
    common: ::truto_core::Common,
}
#[allow(non_snake_case)]
struct CreateNoteOptional {
    first: Option<String>,
}
#[automatically_derived]
#[allow(deprecated)]
impl<Title: ::truto_core::State> ::core::clone::Clone for CreateNoteBuilder<Title> {
    fn clone(&self) -> Self {
        CreateNoteBuilder {
            title: <Title as ::truto_core::State>::copy(
                &self.title,
                CreateNoteOptional::ACCESS.0.copier(),
            ),
            optional: CreateNoteOptional {
                first: CreateNoteOptional::ACCESS.1.copy(&self.optional.first),
            },
            common: ::core::clone::Clone::clone(&self.common),
        }
    }
}
#[automatically_derived]
impl<Title: ::truto_core::State> ::core::fmt::Debug for CreateNoteBuilder<Title> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.debug_struct("CreateNoteBuilder").finish_non_exhaustive()
    }
}
#[allow(dead_code, deprecated, non_snake_case, private_bounds, private_interfaces)]
impl<Title: ::truto_core::State> CreateNoteBuilder<Title> {
    ///Sets `title`.
    ///
    ///Sent in the body as `title`; required.
    pub fn title(
        self,
        value: impl ::core::convert::Into<String>,
    ) -> CreateNoteBuilder<::truto_core::Given> {
        CreateNoteBuilder {
            title: ::core::convert::Into::into(value),
            optional: self.optional,
            common: self.common,
        }
    }
    ///Sets `first`.
    ///
    ///Sent in the body as `author.name.first`; left out unless it is set.
    pub fn first(mut self, value: impl ::core::convert::Into<String>) -> Self {
        self.optional.first = ::core::option::Option::Some(
            ::core::convert::Into::into(value),
        );
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
    ///The request as a [`CreateNote`], without its common parameters: those stay with `call`.
    #[must_use]
    pub fn build(self) -> CreateNote
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::into_request(self.call())
    }
    /// The request with its common parameters.
    pub fn call(self) -> ::truto_core::Call<CreateNote>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        create_note_builder::Complete::call(self)
    }
    ///Sends the request; the answer is the unified record.
    pub fn send(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::send(&self.call(), account)
    }
    ///Like `send`, with status, headers, request id and rate-limit state beside the record.
    pub fn send_with_meta(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Response<::truto_core::Json>>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::send_with_meta(&self.call(), account)
    }
    ///Sends the request; the answer is the normalized record (`truto_response_format=normalized`).
    pub fn normalized(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::Json>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::normalized(&self.call(), account)
    }
    ///Sends the request; the answer is what the provider said (`truto_response_format=raw`).
    pub fn raw(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::RawResponse>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::raw(&self.call(), account)
    }
    ///Sends the request; the answer's bytes come as they arrive (`truto_response_format=stream`).
    pub fn stream(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<::truto_core::ByteStream>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::stream(&self.call(), account)
    }
    /// Like `normalized`, decoded into a type of the caller's.
    pub fn normalized_as<Value: ::truto_core::ResponseValue>(
        self,
        account: &::truto_core::Account<impl ::core::marker::Sized>,
    ) -> ::truto_core::Sending<Value>
    where
        Self: create_note_builder::Complete<
            Title,
            Call = ::truto_core::Call<CreateNote>,
        >,
    {
        ::truto_core::Call::normalized_as(&self.call(), account)
    }
}
///What a [`CreateNote`](super::CreateNoteBuilder) has to be before it can be sent.
pub mod create_note_builder {
    /// Holds once every required field is given.
    #[diagnostic::on_unimplemented(
        message = "`CreateNote` is missing required fields",
        label = "title: {Title}",
        note = "call the setter of every field that is `Missing`"
    )]
    pub trait Complete<Title> {
        /// The request with its common parameters.
        type Call;
        /// Ends the builder.
        fn call(self) -> Self::Call;
    }
}
#[diagnostic::do_not_recommend]
#[automatically_derived]
#[allow(deprecated)]
impl create_note_builder::Complete<::truto_core::Given>
for CreateNoteBuilder<::truto_core::Given> {
    type Call = ::truto_core::Call<CreateNote>;
    fn call(self) -> Self::Call {
        ::truto_core::Call::with_common(
            CreateNote {
                title: self.title,
                first: self.optional.first,
            },
            self.common,
        )
    }
}
