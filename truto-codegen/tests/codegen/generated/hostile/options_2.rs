// Written by truto-codegen from a test.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The resource `options` of the model `hostile`.

use truto_core::types::{Id, Unknown};
use truto_core::{UnifiedRecord, unified_endpoint};

use super::contacts::Contact;
use super::type_resource::Type;

/// A record of `options`.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[non_exhaustive]
pub struct OptionRecord2 {
    /// The member `id`.
    pub id: Option<Id<OptionRecord2>>,
    /// The member `contact`.
    pub contact: Option<ContactRef>,
    /// The member `type`.
    pub r#type: Option<TypeRef>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

/// The contact of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct ContactRef {
    /// Id of the contact.
    pub id: Option<Id<Contact>>,
    /// Name of the contact. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Contact>>> From<T> for ContactRef {
    fn from(id: T) -> Self {
        let id: Id<Contact> = id.into();
        Self::default().id(id)
    }
}

/// The type of another record: its id, and its name if the provider tells it.
///
/// Setters of requests take an id in its place.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct TypeRef {
    /// Id of the type.
    pub id: Option<Id<Type>>,
    /// Name of the type. A request does not need it.
    pub name: Option<String>,
    /// Members that this version does not know, unparsed.
    #[truto(unknown)]
    pub unknown: Unknown,
}

impl<T: Into<Id<Type>>> From<T> for TypeRef {
    fn from(id: T) -> Self {
        let id: Id<Type> = id.into();
        Self::default().id(id)
    }
}

/// Lists options.
///
/// `GET /unified/hostile/options` returns pages of [`OptionRecord2`].
#[unified_endpoint(GET, "/unified/hostile/options", response = OptionRecord2, paginated)]
pub struct ListOptions2 {}

/// Reads an option record2.
///
/// `GET /unified/hostile/options/{id}` returns the [`OptionRecord2`].
///
/// The account does not describe this method: status 404.
#[unified_endpoint(GET, "/unified/hostile/options/{id}", response = OptionRecord2)]
pub struct GetOptionRecord2 {
    /// Id of the option record2.
    pub id: Id<OptionRecord2>,
}
