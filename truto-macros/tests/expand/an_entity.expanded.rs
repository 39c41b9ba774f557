// The expansion of an_entity.rs. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.

use ::truto_core as truto_core_of_CrmEntity;
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
    const NAMES: &'static [truto_core_of_CrmEntity::entity::EntityName] = &[
        truto_core_of_CrmEntity::entity::EntityName::new("Accounts", "accounts"),
        truto_core_of_CrmEntity::entity::EntityName::new("Contacts", "people"),
    ];
    fn id(self) -> ::core::primitive::usize {
        match self {
            Self::Accounts => 828892957,
            Self::Contacts => 3366850832,
        }
    }
    fn from_wire_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
        match name {
            "accounts" => ::core::option::Option::Some(Self::Accounts),
            "people" => ::core::option::Option::Some(Self::Contacts),
            _ => ::core::option::Option::None,
        }
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::record::UnifiedEnum for CrmEntity {
    const VALUES: &'static [&'static ::core::primitive::str] = &["accounts", "people"];
    fn as_str(&self) -> &'static ::core::primitive::str {
        truto_core_of_CrmEntity::UnifiedEntity::wire_name(*self)
    }
    fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
        <Self as truto_core_of_CrmEntity::UnifiedEntity>::from_wire_name(name)
    }
}
#[automatically_derived]
impl ::core::clone::Clone for CrmEntity {
    fn clone(&self) -> Self {
        *self
    }
}
#[automatically_derived]
impl ::core::marker::Copy for CrmEntity {}
#[automatically_derived]
impl ::core::cmp::PartialEq for CrmEntity {
    fn eq(&self, other: &Self) -> ::core::primitive::bool {
        *self as ::core::primitive::usize == *other as ::core::primitive::usize
    }
}
#[automatically_derived]
impl ::core::cmp::Eq for CrmEntity {}
#[automatically_derived]
impl ::core::hash::Hash for CrmEntity {
    fn hash<Hasher: ::core::hash::Hasher>(&self, hasher: &mut Hasher) {
        ::core::hash::Hash::hash(&(*self as ::core::primitive::usize), hasher);
    }
}
#[automatically_derived]
impl ::core::fmt::Debug for CrmEntity {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
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
impl ::core::fmt::Display for CrmEntity {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter.pad(truto_core_of_CrmEntity::UnifiedEntity::wire_name(*self))
    }
}
#[automatically_derived]
impl ::core::str::FromStr for CrmEntity {
    type Err = truto_core_of_CrmEntity::entity::UnknownEntity;
    fn from_str(
        name: &::core::primitive::str,
    ) -> ::core::result::Result<Self, truto_core_of_CrmEntity::entity::UnknownEntity> {
        match truto_core_of_CrmEntity::UnifiedEntity::from_wire_name(name) {
            ::core::option::Option::Some(entity) => ::core::result::Result::Ok(entity),
            ::core::option::Option::None => {
                ::core::result::Result::Err(
                    truto_core_of_CrmEntity::entity::UnknownEntity::new(
                        name,
                        <Self as truto_core_of_CrmEntity::UnifiedEntity>::NAMES,
                    ),
                )
            }
        }
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::serde::Serialize for CrmEntity {
    fn serialize<Serializer: truto_core_of_CrmEntity::serde::Serializer>(
        &self,
        serializer: Serializer,
    ) -> ::core::result::Result<
        <Serializer as truto_core_of_CrmEntity::serde::Serializer>::Ok,
        <Serializer as truto_core_of_CrmEntity::serde::Serializer>::Error,
    > {
        truto_core_of_CrmEntity::generated::serialize_entity(*self, serializer)
    }
}
#[automatically_derived]
impl<'de> truto_core_of_CrmEntity::serde::Deserialize<'de> for CrmEntity {
    fn deserialize<Deserializer: truto_core_of_CrmEntity::serde::Deserializer<'de>>(
        deserializer: Deserializer,
    ) -> ::core::result::Result<
        Self,
        <Deserializer as truto_core_of_CrmEntity::serde::Deserializer<'de>>::Error,
    > {
        truto_core_of_CrmEntity::generated::deserialize_entity(deserializer)
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::entity::EntityChoice<CrmEntity> for crm_entity::Accounts {
    type State = truto_core_of_CrmEntity::builder::Given<Self>;
    fn entity(self) -> CrmEntity {
        CrmEntity::Accounts
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::entity::EntityMarker for crm_entity::Accounts {
    type Id = truto_core_of_CrmEntity::entity::EntityId<828892957>;
}
#[automatically_derived]
impl ::core::convert::From<crm_entity::Accounts> for CrmEntity {
    fn from(_: crm_entity::Accounts) -> Self {
        CrmEntity::Accounts
    }
}
#[automatically_derived]
#[diagnostic::do_not_recommend]
impl truto_core_of_CrmEntity::entity::EntityChoice<CrmEntity> for crm_entity::Contacts {
    type State = truto_core_of_CrmEntity::builder::Given<Self>;
    fn entity(self) -> CrmEntity {
        CrmEntity::Contacts
    }
}
#[automatically_derived]
impl truto_core_of_CrmEntity::entity::EntityMarker for crm_entity::Contacts {
    type Id = truto_core_of_CrmEntity::entity::EntityId<3366850832>;
}
#[automatically_derived]
impl ::core::convert::From<crm_entity::Contacts> for CrmEntity {
    fn from(_: crm_entity::Contacts) -> Self {
        CrmEntity::Contacts
    }
}
