// The expansion of an_entity.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as crate_of_truto_core_of_CrmEntity;
use crate_of_truto_core_of_CrmEntity::generated as truto_core_of_CrmEntity;
/// The entities of `CrmEntity` as types, so that the compiler can check rules.
pub mod crm_entity {
    /// Companies.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Accounts;
    /// `Contacts`.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Contacts;
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::UnifiedEntity for CrmEntity {
    const NAMES: &'static [truto_core_of_CrmEntity::EntityName] = &[
        truto_core_of_CrmEntity::EntityName::new("Accounts", "accounts"),
        truto_core_of_CrmEntity::EntityName::new("Contacts", "people"),
    ];
    fn id(self) -> truto_core_of_CrmEntity::usize {
        match self {
            Self::Accounts => 828892957,
            Self::Contacts => 3366850832,
        }
    }
    fn from_wire_name(
        name: &truto_core_of_CrmEntity::str,
    ) -> truto_core_of_CrmEntity::Option<Self> {
        match name {
            "accounts" => truto_core_of_CrmEntity::Some(Self::Accounts),
            "people" => truto_core_of_CrmEntity::Some(Self::Contacts),
            _ => truto_core_of_CrmEntity::None,
        }
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::UnifiedEnum for CrmEntity {
    const VALUES: &'static [&'static truto_core_of_CrmEntity::str] = &[
        "accounts",
        "people",
    ];
    fn as_str(&self) -> &'static truto_core_of_CrmEntity::str {
        truto_core_of_CrmEntity::UnifiedEntity::wire_name(*self)
    }
    fn from_name(
        name: &truto_core_of_CrmEntity::str,
    ) -> truto_core_of_CrmEntity::Option<Self> {
        <Self as truto_core_of_CrmEntity::UnifiedEntity>::from_wire_name(name)
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Clone for CrmEntity {
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Copy for CrmEntity {}
#[automatically_derived]
impl truto_core_of_CrmEntity::PartialEq for CrmEntity {
    fn eq(&self, other: &Self) -> truto_core_of_CrmEntity::bool {
        *self as truto_core_of_CrmEntity::usize
            == *other as truto_core_of_CrmEntity::usize
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Eq for CrmEntity {}
#[automatically_derived]
impl truto_core_of_CrmEntity::Hash for CrmEntity {
    fn hash<Hasher: truto_core_of_CrmEntity::Hasher>(&self, hasher: &mut Hasher) {
        truto_core_of_CrmEntity::Hash::hash(
            &(*self as truto_core_of_CrmEntity::usize),
            hasher,
        );
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Debug for CrmEntity {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_CrmEntity::Formatter<'_>,
    ) -> truto_core_of_CrmEntity::FmtResult {
        formatter
            .write_str(
                match self {
                    Self::Accounts => "Accounts",
                    Self::Contacts => "Contacts",
                },
            )
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Display for CrmEntity {
    fn fmt(
        &self,
        formatter: &mut truto_core_of_CrmEntity::Formatter<'_>,
    ) -> truto_core_of_CrmEntity::FmtResult {
        formatter.pad(truto_core_of_CrmEntity::UnifiedEntity::wire_name(*self))
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::FromStr for CrmEntity {
    type Err = truto_core_of_CrmEntity::UnknownEntity;
    fn from_str(
        name: &truto_core_of_CrmEntity::str,
    ) -> truto_core_of_CrmEntity::Result<Self, truto_core_of_CrmEntity::UnknownEntity> {
        match truto_core_of_CrmEntity::UnifiedEntity::from_wire_name(name) {
            truto_core_of_CrmEntity::Some(entity) => truto_core_of_CrmEntity::Ok(entity),
            truto_core_of_CrmEntity::None => {
                truto_core_of_CrmEntity::Err(
                    truto_core_of_CrmEntity::UnknownEntity::new(
                        name,
                        <Self as truto_core_of_CrmEntity::UnifiedEntity>::NAMES,
                    ),
                )
            }
        }
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::Serialize for CrmEntity {
    fn serialize<Serializer: truto_core_of_CrmEntity::Serializer>(
        &self,
        serializer: Serializer,
    ) -> truto_core_of_CrmEntity::Result<
        <Serializer as truto_core_of_CrmEntity::Serializer>::Ok,
        <Serializer as truto_core_of_CrmEntity::Serializer>::Error,
    > {
        truto_core_of_CrmEntity::serialize_entity(*self, serializer)
    }
}
#[automatically_derived]
impl<'de> truto_core_of_CrmEntity::Deserialize<'de> for CrmEntity {
    fn deserialize<Deserializer: truto_core_of_CrmEntity::Deserializer<'de>>(
        deserializer: Deserializer,
    ) -> truto_core_of_CrmEntity::Result<
        Self,
        <Deserializer as truto_core_of_CrmEntity::Deserializer<'de>>::Error,
    > {
        truto_core_of_CrmEntity::deserialize_entity(deserializer)
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::EntityChoice<CrmEntity> for crm_entity::Accounts {
    type State = truto_core_of_CrmEntity::Given<Self>;
    fn entity(self) -> CrmEntity {
        CrmEntity::Accounts
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::EntityMarker for crm_entity::Accounts {
    type Id = truto_core_of_CrmEntity::EntityId<828892957>;
}
#[automatically_derived]
impl truto_core_of_CrmEntity::From<crm_entity::Accounts> for CrmEntity {
    fn from(_: crm_entity::Accounts) -> Self {
        CrmEntity::Accounts
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::EntityChoice<CrmEntity> for crm_entity::Contacts {
    type State = truto_core_of_CrmEntity::Given<Self>;
    fn entity(self) -> CrmEntity {
        CrmEntity::Contacts
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::EntityMarker for crm_entity::Contacts {
    type Id = truto_core_of_CrmEntity::EntityId<3366850832>;
}
#[automatically_derived]
impl truto_core_of_CrmEntity::From<crm_entity::Contacts> for CrmEntity {
    fn from(_: crm_entity::Contacts) -> Self {
        CrmEntity::Contacts
    }
}
