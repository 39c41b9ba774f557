//! Accounts with a provider type: an entity of run time is checked before anything is sent.

use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::provider::{Attio, Close};
use truto_core::{Endpoint, Error, unified_endpoint};

use crate::support::answering_json;

#[unified_endpoint(GET, "/unified/crm/notes", providers(Attio))]
struct ListNotes {}

#[tokio::test]
async fn a_run_time_entity_is_checked_before_anything_is_sent() {
    let (account, log) = answering_json("{}");
    let close = account.provider::<Close>();
    let link = || CreateAssociation::builder().entity_id("1").entity(CrmEntity::Leads);
    let refused = [
        link().send(&close).await.unwrap_err(),
        link().call().send(&close).await.unwrap_err(),
        link().build().unwrap().send(&close).await.unwrap_err(),
    ];
    for error in refused {
        assert!(matches!(error, Error::Invalid(_)), "{error}");
        assert_eq!(
            error.to_string(),
            "POST /unified/crm/associations was not sent: `entity`: `close` does not support the entity `leads`, only \
             `opportunities` or `contacts`"
        );
    }
    let refused = ListNotes {}.send(&close).await.unwrap_err();
    assert_eq!(refused.to_string(), "GET /unified/crm/notes was not sent: `close` does not support this endpoint");
    assert_eq!(log.all().len(), 0);
}

#[tokio::test]
async fn what_the_provider_supports_is_sent() {
    let (account, log) = answering_json(r#"{"entity_id": "1"}"#);
    let close = account.clone().provider::<Close>();
    let link = CreateAssociation::builder().entity_id("1");
    link.entity(crm_entity::Contacts).send(&close).await.unwrap();
    // Without a provider type the client does not refuse anything.
    let link = CreateAssociation::builder().entity_id("1").entity(CrmEntity::Leads).build().unwrap();
    link.send(&account).await.unwrap();
    assert_eq!(log.all().len(), 2);
}
