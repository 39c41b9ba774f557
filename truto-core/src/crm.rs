//! The CRM model, declared with the macros of this crate
//! (<https://www.truto.one/docs/api-reference/unified-crm-api>). [`CreateAssociation`] has an example.

mod associations;

pub use associations::{
    Association, AssociationLinks, CreateAssociation, CreateAssociationBuilder, CrmEntity,
    create_association_builder_traits, crm_entity,
};
