// The expansion of a_record.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as truto_core_of_Contact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::record::Record for Contact {
    const RECORD: &'static truto_core_of_Contact::record::RecordContract = {
        #[allow(unused_imports)]
        use truto_core_of_Contact::generated::Unshaped as _;
        static RECORD: truto_core_of_Contact::record::RecordContract = truto_core_of_Contact::record::RecordContract::new(
                "Contact",
                "",
                &[
                    truto_core_of_Contact::record::RecordField::new(
                            "id",
                            "id",
                            "Id of the record.",
                            <truto_core_of_Contact::generated::Probe<Id<Contact>>>::SHAPE,
                        )
                        .required(),
                    truto_core_of_Contact::record::RecordField::new(
                        "kind",
                        "type",
                        "Kind of the contact.",
                        <truto_core_of_Contact::generated::Probe<Open<Kind>>>::SHAPE,
                    ),
                    truto_core_of_Contact::record::RecordField::new(
                            "token",
                            "token",
                            "",
                            <truto_core_of_Contact::generated::Probe<String>>::SHAPE,
                        )
                        .secret(),
                    truto_core_of_Contact::record::RecordField::new(
                        "email_addresses",
                        "email_addresses",
                        "",
                        <truto_core_of_Contact::generated::Probe<
                            Vec<EmailAddress>,
                        >>::SHAPE,
                    ),
                ],
            )
            .keeping_unknown_in("unknown");
        &RECORD
    };
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::shape::Shaped for Contact {
    const SHAPE: truto_core_of_Contact::shape::Shape = truto_core_of_Contact::shape::Shape::Record(
        truto_core_of_Contact::record::RecordRef::of::<Self>(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl ::core::fmt::Debug for Contact {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        truto_core_of_Contact::generated::debug_record(
            formatter,
            <Self as truto_core_of_Contact::record::Record>::RECORD,
            &[&self.id, &self.kind, &self.token, &self.email_addresses, &self.unknown],
        )
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::generated::ReadRecord for Contact {
    fn number(name: &::core::primitive::str) -> ::core::primitive::usize {
        match name {
            "id" => 0,
            "type" => 1,
            "token" => 2,
            "email_addresses" => 3,
            _ => truto_core_of_Contact::generated::UNKNOWN,
        }
    }
    fn read<'de, SomeValue: truto_core_of_Contact::serde::de::MapAccess<'de>>(
        mut members: truto_core_of_Contact::generated::Members<
            SomeValue,
            SomeValue::Error,
        >,
    ) -> ::core::result::Result<Self, SomeValue::Error> {
        let mut field_0: ::core::option::Option<Id<Contact>> = ::core::option::Option::None;
        let mut field_1: ::core::option::Option<Option<Open<Kind>>> = ::core::option::Option::None;
        let mut field_2: ::core::option::Option<Option<String>> = ::core::option::Option::None;
        let mut field_3: ::core::option::Option<Vec<EmailAddress>> = ::core::option::Option::None;
        while let ::core::option::Option::Some(number) = members.next_field() {
            match number {
                0 => members.value(&mut field_0),
                1 => members.value(&mut field_1),
                2 => members.value(&mut field_2),
                3 => members.list(&mut field_3),
                _ => {}
            }
        }
        let unknown = members.end()?;
        ::core::result::Result::Ok(Self {
            id: truto_core_of_Contact::generated::given(field_0, "id")?,
            kind: field_1.unwrap_or_default(),
            token: field_2.unwrap_or_default(),
            email_addresses: field_3.unwrap_or_default(),
            unknown: unknown,
        })
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Contact::serde::Deserialize<'de> for Contact {
    fn deserialize<SomeValue: truto_core_of_Contact::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<Self, SomeValue::Error> {
        truto_core_of_Contact::generated::deserialize_record(deserializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::serde::Serialize for Contact {
    fn serialize<SomeValue: truto_core_of_Contact::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<SomeValue::Ok, SomeValue::Error> {
        let mut members = truto_core_of_Contact::generated::serialize_record(serializer);
        members.required("id", &self.id);
        members.optional("type", &self.kind);
        members.optional("token", &self.token);
        members.list("email_addresses", &self.email_addresses);
        members.unknown(&self.unknown);
        members.end()
    }
}
#[allow(deprecated)]
impl Contact {
    /// Id of the record.
    #[must_use]
    pub fn id(mut self, value: impl ::core::convert::Into<Id<Contact>>) -> Self {
        self.id = ::core::convert::Into::into(value);
        self
    }
    /// Kind of the contact.
    #[must_use]
    pub fn kind(mut self, value: impl ::core::convert::Into<Open<Kind>>) -> Self {
        self.kind = ::core::option::Option::Some(::core::convert::Into::into(value));
        self
    }
    /// Sets `token`.
    #[must_use]
    pub fn token(mut self, value: impl ::core::convert::Into<String>) -> Self {
        self.token = ::core::option::Option::Some(::core::convert::Into::into(value));
        self
    }
    /// Sets `email_addresses`.
    #[must_use]
    pub fn email_addresses(
        mut self,
        value: impl ::core::iter::IntoIterator<Item: ::core::convert::Into<EmailAddress>>,
    ) -> Self {
        truto_core_of_Contact::generated::extend(&mut self.email_addresses, value);
        self
    }
}
