//! Provider rules: the part of an endpoint that each provider supports.

/// The part of an endpoint that a provider supports.
///
/// ```
/// use truto_core::Endpoint;
/// use truto_core::crm::CreateAssociation;
///
/// let contract = CreateAssociation::CONTRACT;
/// let close = contract.support_of("close").unwrap();
/// let names = close.entities().unwrap().iter().filter_map(|id| contract.entity_wire_name(*id));
/// assert_eq!(names.collect::<Vec<_>>(), ["opportunities", "contacts"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    provider: &'static str,
    entities: Option<&'static [usize]>,
}

impl Support {
    /// A provider that supports every entity of the endpoint.
    #[must_use]
    pub const fn all(provider: &'static str) -> Self {
        Self { provider, entities: None }
    }

    /// A provider that supports these entities ([`UnifiedEntity::id`]).
    ///
    /// [`UnifiedEntity::id`]: crate::UnifiedEntity::id
    #[must_use]
    pub const fn only(provider: &'static str, entities: &'static [usize]) -> Self {
        Self { provider, entities: Some(entities) }
    }

    getters! {
        /// Name of the provider.
        provider -> &'static str = provider;
        /// The supported entities; `None` if all are.
        entities -> Option<&'static [usize]> = entities;
    }

    /// Returns `true` if this entity is supported.
    #[must_use]
    pub fn includes(&self, entity: usize) -> bool {
        self.entities.is_none_or(|entities| entities.contains(&entity))
    }
}
