//! The CRM model, declared with the macros of this crate
//! (<https://www.truto.one/docs/api-reference/unified-crm-api>).
//!
//! ```
//! use truto_core::crm::{CreateAssociation, crm_entity};
//!
//! let link = CreateAssociation::builder()
//!     .entity_id("006Ux0000041Wxy")
//!     .entity(crm_entity::Opportunities)
//!     .leads(["00QUx000001AbCd"])
//!     .build();
//! let body = serde_json::to_value(&link).unwrap();
//! assert_eq!(body["associations"], serde_json::json!({"leads": [{"id": "00QUx000001AbCd"}]}));
//! ```

mod associations;

pub use associations::{
    Association, AssociationLinks, CreateAssociation, CreateAssociationBuilder, CrmEntity,
    create_association_builder_traits, crm_entity,
};
