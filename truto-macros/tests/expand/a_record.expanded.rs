// The expansion of a_record.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as crate_of_truto_core_of_Contact;
use crate_of_truto_core_of_Contact::generated as truto_core_of_Contact;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::Record for Contact {
    const RECORD: &'static truto_core_of_Contact::RecordContract = {
        #[allow(unused_imports)]
        use truto_core_of_Contact::Unshaped as _;
        static RECORD: truto_core_of_Contact::RecordContract = truto_core_of_Contact::RecordContract::new(
                "Contact",
                "",
                &[
                    truto_core_of_Contact::RecordField::new(
                            "id",
                            "id",
                            "Id of the record.",
                            <truto_core_of_Contact::Probe<Id<Contact>>>::SHAPE,
                        )
                        .required(),
                    truto_core_of_Contact::RecordField::new(
                        "kind",
                        "type",
                        "Kind of the contact.",
                        <truto_core_of_Contact::Probe<Open<Kind>>>::SHAPE,
                    ),
                    truto_core_of_Contact::RecordField::new(
                            "token",
                            "token",
                            "",
                            <truto_core_of_Contact::Probe<String>>::SHAPE,
                        )
                        .secret(),
                    truto_core_of_Contact::RecordField::new(
                        "email_addresses",
                        "email_addresses",
                        "",
                        <truto_core_of_Contact::Probe<Vec<EmailAddress>>>::SHAPE,
                    ),
                ],
            )
            .keeping_unknown_in("unknown");
        &RECORD
    };
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::Shaped for Contact {
    const SHAPE: truto_core_of_Contact::Shape = truto_core_of_Contact::Shape::Record(
        truto_core_of_Contact::RecordRef::of::<Self>(),
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::Debug for Contact {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_Contact::Formatter<'_>,
    ) -> truto_core_of_Contact::FmtResult {
        truto_core_of_Contact::debug_record(
            formatter,
            <Self as truto_core_of_Contact::Record>::RECORD,
            &[&self.id, &self.kind, &self.token, &self.email_addresses, &self.unknown],
        )
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::ReadRecord for Contact {
    fn number(name: &truto_core_of_Contact::str) -> truto_core_of_Contact::usize {
        match name {
            "id" => 0,
            "type" => 1,
            "token" => 2,
            "email_addresses" => 3,
            _ => truto_core_of_Contact::UNKNOWN,
        }
    }
    #[inline]
    fn read<'de, SomeValue: truto_core_of_Contact::MapAccess<'de>>(
        mut members: truto_core_of_Contact::Members<'de, SomeValue, Self>,
    ) -> truto_core_of_Contact::Result<Self, SomeValue::Error> {
        let mut field_0: truto_core_of_Contact::Option<Id<Contact>> = truto_core_of_Contact::None;
        let mut field_1: truto_core_of_Contact::Option<Option<Open<Kind>>> = truto_core_of_Contact::None;
        let mut field_2: truto_core_of_Contact::Option<Option<String>> = truto_core_of_Contact::None;
        let mut field_3: truto_core_of_Contact::Option<Vec<EmailAddress>> = truto_core_of_Contact::None;
        loop {
            match members.next_field() {
                0 => members.value(&mut field_0),
                1 => members.value(&mut field_1),
                2 => members.value(&mut field_2),
                3 => members.list(&mut field_3),
                _ => break,
            }
        }
        let unknown = members.end()?;
        truto_core_of_Contact::Ok(Self {
            id: truto_core_of_Contact::given(field_0, "id")?,
            kind: field_1.unwrap_or_default(),
            token: field_2.unwrap_or_default(),
            email_addresses: field_3.unwrap_or_default(),
            unknown: unknown,
        })
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Contact::Deserialize<'de> for Contact {
    fn deserialize<SomeValue: truto_core_of_Contact::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_Contact::Result<Self, SomeValue::Error> {
        truto_core_of_Contact::deserialize_record(deserializer)
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Contact::Serialize for Contact {
    fn serialize<SomeValue: truto_core_of_Contact::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_Contact::Result<SomeValue::Ok, SomeValue::Error> {
        let mut members = truto_core_of_Contact::serialize_record(serializer);
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
    pub fn id(mut self, value: impl truto_core_of_Contact::Into<Id<Contact>>) -> Self {
        self.id = truto_core_of_Contact::Into::into(value);
        self
    }
    /// Kind of the contact.
    #[must_use]
    pub fn kind(mut self, value: impl truto_core_of_Contact::Into<Open<Kind>>) -> Self {
        self.kind = truto_core_of_Contact::Some(
            truto_core_of_Contact::Into::into(value),
        );
        self
    }
    /// Sets `token`.
    #[must_use]
    pub fn token(mut self, value: impl truto_core_of_Contact::Into<String>) -> Self {
        self.token = truto_core_of_Contact::Some(
            truto_core_of_Contact::Into::into(value),
        );
        self
    }
    /// Sets `email_addresses`.
    #[must_use]
    pub fn email_addresses(
        mut self,
        value: impl truto_core_of_Contact::IntoIterator<
            Item: truto_core_of_Contact::Into<EmailAddress>,
        >,
    ) -> Self {
        truto_core_of_Contact::extend(&mut self.email_addresses, value);
        self
    }
}
