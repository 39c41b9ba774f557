//! A builder is a value: it can be stored in a struct, cloned, finished twice, and passed to functions.

use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, CrmEntity, crm_entity};
use truto_core::builder::{Given, Missing, State};
use truto_core::unified_endpoint;

struct Template {
    link: CreateAssociationBuilder<Missing, Given<crm_entity::Leads>>,
}

fn for_a_lead<Id: State>(
    link: CreateAssociationBuilder<Id, Missing>,
) -> CreateAssociationBuilder<Id, Given<crm_entity::Leads>> {
    link.entity(crm_entity::Leads)
}

#[unified_endpoint(GET, "/unified/crm/notes")]
pub struct ListNotes {
    pub limit: Option<u32>,
}

#[test]
fn each_copy_is_finished_by_itself() {
    let link = for_a_lead(CreateAssociation::builder()).contacts(["0031"]).exclude_fields(["remote_data"]);
    let template = Template { link };
    let links = ["00Q1", "00Q2"].map(|id| template.link.clone().entity_id(id).build());
    assert_eq!(links.each_ref().map(|link| link.entity_id.as_str()), ["00Q1", "00Q2"]);
    assert!(links.iter().all(|link| link.contacts[0].id == "0031" && link.entity == CrmEntity::Leads));
    let list = ListNotes::builder().limit(5);
    assert_eq!((list.clone().limit(6).build().limit, list.build().limit), (Some(6), Some(5)));
}
