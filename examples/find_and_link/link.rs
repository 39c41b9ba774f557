//! Linking a contact to a company: by an association, or by a change of the contact if the provider does not associate contacts.

use core::fmt;

use truto_core::contract::Support;
use truto_core::crm::{self, Contact, CreateAssociation, GetContact, UpdateContact, crm_entity};
use truto_core::{Account, Endpoint, Error};

/// How the link came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The contact had it already.
    Known,
    /// By `POST /unified/crm/associations`.
    Association,
    /// By `PATCH /unified/crm/contacts/{id}`.
    Update,
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Known => "linked already",
            Self::Association => "linked by an association",
            Self::Update => "linked by a change of the contact",
        })
    }
}

/// Links the contact to the company, and returns the contact as the provider holds it afterwards.
pub(crate) async fn link(
    account: &Account,
    contact: Contact,
    company: &crm::Account,
) -> Result<(Link, Contact), Error> {
    if is_linked(&contact, company) {
        return Ok((Link::Known, contact));
    }
    let link = if associates_contacts(account).await? {
        let start = CreateAssociation::builder().entity_id(contact.id.as_str()).entity(crm_entity::Contacts);
        start.accounts([&company.id]).send(account).await?;
        Link::Association
    } else {
        UpdateContact::builder().id(&contact.id).account(&company.id).send(account).await?;
        Link::Update
    };
    let contact = GetContact::builder().id(contact.id).send(account).await?;
    Ok((link, contact))
}

/// Whether the contact belongs to the company.
pub(crate) fn is_linked(contact: &Contact, company: &crm::Account) -> bool {
    contact.account.as_ref().and_then(|account| account.id.as_ref()) == Some(&company.id)
}

/// Whether the account has the endpoint of associations, and its provider associates contacts. What nobody tells is tried.
async fn associates_contacts(account: &Account) -> Result<bool, Error> {
    if account.supports::<CreateAssociation>().await?.is_missing() {
        return Ok(false);
    }
    let contract = CreateAssociation::CONTRACT;
    let provider = account.capabilities().await?.integration.slug.clone().unwrap_or_default();
    let entities = contract.support_of(&provider).and_then(Support::entities);
    Ok(entities.is_none_or(|ids| ids.iter().any(|id| contract.entity_wire_name(*id) == Some("contacts"))))
}
