// The expansion of an_enum_of_names.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as truto_core_of_Kind;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::record::UnifiedEnum for Kind {
    const VALUES: &'static [&'static ::core::primitive::str] = &["work", "at home"];
    fn as_str(&self) -> &'static ::core::primitive::str {
        match self {
            Self::Work => "work",
            Self::Home => "at home",
        }
    }
    fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
        ::core::option::Option::Some(
            match name {
                "work" => Self::Work,
                "at home" => Self::Home,
                _ => return ::core::option::Option::None,
            },
        )
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::shape::Shaped for Kind {
    const SHAPE: truto_core_of_Kind::shape::Shape = truto_core_of_Kind::shape::Shape::Choice(
        <Self as truto_core_of_Kind::record::UnifiedEnum>::VALUES,
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::serde::Serialize for Kind {
    fn serialize<SomeValue: truto_core_of_Kind::serde::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> ::core::result::Result<SomeValue::Ok, SomeValue::Error> {
        serializer.serialize_str(truto_core_of_Kind::record::UnifiedEnum::as_str(self))
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Kind::serde::Deserialize<'de> for Kind {
    fn deserialize<SomeValue: truto_core_of_Kind::serde::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> ::core::result::Result<Self, SomeValue::Error> {
        truto_core_of_Kind::generated::deserialize_enum(deserializer)
    }
}
