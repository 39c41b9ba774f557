//! The declarations of the CRM, sent to the sandbox.

use truto_core::crm::values::{EmailAddress, PhoneNumber, PhoneNumberKind};
use truto_core::crm::{self, CreateContact, DeleteContact, GetContact, ListContacts, UpdateContact};
use truto_core::types::Open;
use truto_sandbox::Sandbox;

#[tokio::test]
async fn a_contact_is_created_found_changed_and_deleted() {
    let sandbox = Sandbox::builder().endpoints(crm::endpoints()).in_process();
    let id = sandbox.all_accounts().next().unwrap().id().to_owned();
    let account = sandbox.client().build().unwrap().account(&id).unwrap();

    let created = CreateContact::builder()
        .first_name("Ada")
        .account("001Ux000003GhNt")
        .email_addresses([EmailAddress::default().email("ada@example.com")])
        .phone_numbers([PhoneNumber::default().number("555").kind(PhoneNumberKind::Mobile)])
        .send(&account)
        .await
        .unwrap();
    assert_eq!(created.account.unwrap().id.unwrap(), "001Ux000003GhNt");
    assert_eq!(created.phone_numbers[0].kind, Some(Open::Known(PhoneNumberKind::Mobile)));

    let mut found = ListContacts::builder().first_name("Ada").items(&account);
    assert_eq!(found.try_next().await.unwrap().unwrap().id, created.id);
    assert!(found.try_next().await.unwrap().is_none());

    let changed = UpdateContact::builder().id(&created.id).clear_first_name().last_name("Lovelace").send(&account);
    let changed = changed.await.unwrap();
    assert_eq!((changed.first_name.as_deref(), changed.last_name.as_deref()), (None, Some("Lovelace")));

    let deleted = DeleteContact::builder().id(&created.id).send(&account).await.unwrap();
    assert_eq!(deleted.id.as_deref(), Some(created.id.as_str()));
    assert!(GetContact::builder().id(&created.id).send(&account).await.unwrap_err().is_not_found());
}
