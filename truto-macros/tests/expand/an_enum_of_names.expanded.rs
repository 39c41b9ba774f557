// The expansion of an_enum_of_names.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as crate_of_truto_core_of_Kind;
use crate_of_truto_core_of_Kind::generated as truto_core_of_Kind;
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::UnifiedEnum for Kind {
    const VALUES: &'static [&'static truto_core_of_Kind::str] = &["work", "at home"];
    fn as_str(&self) -> &'static truto_core_of_Kind::str {
        match self {
            Self::Work => "work",
            Self::Home => "at home",
        }
    }
    fn from_name(name: &truto_core_of_Kind::str) -> truto_core_of_Kind::Option<Self> {
        truto_core_of_Kind::Some(
            match name {
                "work" => Self::Work,
                "at home" => Self::Home,
                _ => return truto_core_of_Kind::None,
            },
        )
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::Shaped for Kind {
    const SHAPE: truto_core_of_Kind::Shape = truto_core_of_Kind::Shape::Choice(
        <Self as truto_core_of_Kind::UnifiedEnum>::VALUES,
    );
}
#[automatically_derived]
#[allow(deprecated)]
impl truto_core_of_Kind::Serialize for Kind {
    fn serialize<SomeValue: truto_core_of_Kind::Serializer>(
        &self,
        serializer: SomeValue,
    ) -> truto_core_of_Kind::Result<SomeValue::Ok, SomeValue::Error> {
        serializer.serialize_str(truto_core_of_Kind::UnifiedEnum::as_str(self))
    }
}
#[automatically_derived]
#[allow(deprecated)]
impl<'de> truto_core_of_Kind::Deserialize<'de> for Kind {
    fn deserialize<SomeValue: truto_core_of_Kind::Deserializer<'de>>(
        deserializer: SomeValue,
    ) -> truto_core_of_Kind::Result<Self, SomeValue::Error> {
        truto_core_of_Kind::deserialize_enum(deserializer)
    }
}
