//! Associations: links from one CRM record to others
//! (<https://www.truto.one/docs/api-reference/unified-crm-api/associations/create>).

use std::collections::HashSet;

use serde::Serialize;
use serde::de::{Error as _, IgnoredAny, MapAccess};

use crate::contract::provider::{Attio, Close, Pipedrive, Salesforce};
use crate::crm::{Account, Contact, Lead, Opportunity};
use crate::types::{Id, Open, RawJson, ReferenceTo};
use crate::util::visit::{Key, deserialize_object};
use crate::{UnifiedEntity, unified_endpoint};

/// Kinds of CRM record that can carry associations.
///
/// [`crm_entity`] has a marker for each. No provider links all kinds: an account with a
/// [provider type](crate::contract::provider) refuses the others, and for any other account the server does.
#[derive(UnifiedEntity)]
pub enum CrmEntity {
    /// Companies.
    Accounts,
    /// Deals.
    Opportunities,
    /// People.
    Contacts,
    /// People and companies that are not qualified yet.
    Leads,
}

/// Links a CRM record to other records.
///
/// `POST /unified/crm/associations` returns an [`Association`]. The entity decides which links are allowed
/// (<https://www.truto.one/docs/api-reference/unified-crm-api/associations/create>):
///
/// | entity | may be linked to |
/// |---|---|
/// | accounts | opportunities |
/// | opportunities | leads, organizations |
/// | contacts | accounts, leads, opportunities, organizations |
/// | leads | accounts, contacts |
///
/// A link takes text, or the id of a record of its kind: `.opportunities([&opportunity.id])`. The id of another kind of record does
/// not compile. Organizations are accounts.
///
/// Each provider supports some entities, which is checked for an account with a [provider type](crate::contract::provider):
///
/// | provider | entities |
/// |---|---|
/// | Attio | accounts, opportunities, contacts |
/// | Close | opportunities, contacts |
/// | Pipedrive | leads, contacts |
/// | Salesforce | accounts, opportunities |
///
/// ```no_run
/// # async fn example(account: &truto_core::Account) -> Result<(), truto_core::Error> {
/// use truto_core::crm::{CreateAssociation, crm_entity};
///
/// let link = CreateAssociation::builder()
///     .entity_id("001Ux000003GhNt")
///     .entity(crm_entity::Accounts) // from here on only what accounts allow compiles
///     .opportunities(["006Ux000002KdPq"])
///     .send(account)
///     .await?;
/// assert_eq!(link.associations.opportunities[0].id, "006Ux000002KdPq");
/// # Ok(()) }
/// ```
#[unified_endpoint(
    POST,
    "/unified/crm/associations",
    response = Association,
    providers(
        Attio(Accounts, Opportunities, Contacts),
        Close(Opportunities, Contacts),
        Pipedrive(Leads, Contacts),
        Salesforce(Accounts, Opportunities)
    )
)]
pub struct CreateAssociation {
    /// Identifier of the record that the links start from.
    pub entity_id: String,
    /// Kind of that record.
    #[truto(entity)]
    pub entity: CrmEntity,
    /// Accounts to link.
    #[truto(within = "associations", only_for(Leads, Contacts))]
    pub accounts: Vec<ReferenceTo<Account>>,
    /// Contacts to link.
    #[truto(within = "associations", only_for(Leads))]
    pub contacts: Vec<ReferenceTo<Contact>>,
    /// Leads to link.
    #[truto(within = "associations", only_for(Opportunities, Contacts))]
    pub leads: Vec<ReferenceTo<Lead>>,
    /// Opportunities to link.
    #[truto(within = "associations", only_for(Accounts, Contacts))]
    pub opportunities: Vec<ReferenceTo<Opportunity>>,
    /// Organizations to link. They are accounts: the CRM has no other resource for them.
    #[truto(within = "associations", only_for(Opportunities, Contacts))]
    pub organizations: Vec<ReferenceTo<Account>>,
    /// Accounts, under the misspelt key that the API documents beside the right one, without a rule.
    #[truto(within = "associations", rename = "acocunts")]
    pub misspelt_accounts: Vec<ReferenceTo<Account>>,
}

/// The links of a CRM record, as the server holds them.
///
/// Any part may be missing, because the API does not require it, and `truto_exclude_fields` leaves parts out. An object with
/// unknown keys only is not an association and is refused.
///
/// ```
/// use truto_core::crm::{Association, CrmEntity};
///
/// let answer = r#"{"entity": "leads", "associations": {"contacts": [{"id": 17}]}}"#;
/// let link: Association = serde_json::from_str(answer).unwrap();
/// assert_eq!(link.entity.unwrap().known(), Some(CrmEntity::Leads));
/// assert_eq!(link.associations.contacts[0].id, "17"); // an id is a string, whatever the provider's is
/// assert_eq!(link.entity_id, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Association {
    /// Identifier of the record that the links start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_id: Option<String>,
    /// Kind of that record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<Open<CrmEntity>>,
    /// The links.
    pub associations: AssociationLinks,
    /// The provider's own record, unparsed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote_data: Option<RawJson>,
}

deserialize_object!(Association, "an association", |members| {
    let mut record = Self::Value::default();
    let (mut known, mut unknown) = (false, false);
    while let Some(Key(key)) = members.next_key()? {
        match &*key {
            "entity_id" => record.entity_id = members.next_value::<Option<Id<Self::Value>>>()?.map(Id::into_string),
            "entity" => record.entity = members.next_value()?,
            "associations" => record.associations = members.next_value::<Option<_>>()?.unwrap_or_default(),
            "remote_data" => record.remote_data = members.next_value()?,
            _ => {
                members.next_value::<IgnoredAny>()?;
                unknown = true;
                continue;
            }
        }
        known = true;
    }
    if unknown && !known {
        return Err(A::Error::custom("expected an association, found an object without any of its keys"));
    }
    Ok(record)
});

/// The links of an [`Association`], by kind.
///
/// A kind that is missing from the answer is empty. Kinds that this version does not know are skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AssociationLinks {
    /// Linked accounts, in the order of the answer and without repeated ids. They are read from `accounts` and from `acocunts`,
    /// the spelling of the API in an answer.
    pub accounts: Vec<ReferenceTo<Account>>,
    /// Linked contacts.
    pub contacts: Vec<ReferenceTo<Contact>>,
    /// Linked leads.
    pub leads: Vec<ReferenceTo<Lead>>,
    /// Linked opportunities.
    pub opportunities: Vec<ReferenceTo<Opportunity>>,
    /// Linked organizations, which are accounts.
    pub organizations: Vec<ReferenceTo<Account>>,
}

deserialize_object!(AssociationLinks, "the links of an association", |members| {
    let mut links = Self::Value::default();
    while let Some(Key(key)) = members.next_key()? {
        match &*key {
            "accounts" | "acocunts" => add(&mut links.accounts, &mut members)?,
            "contacts" => add(&mut links.contacts, &mut members)?,
            "leads" => add(&mut links.leads, &mut members)?,
            "opportunities" => add(&mut links.opportunities, &mut members)?,
            "organizations" => add(&mut links.organizations, &mut members)?,
            _ => drop(members.next_value::<IgnoredAny>()?),
        }
    }
    if links.accounts.len() > 1 {
        let mut seen = HashSet::new();
        links.accounts.retain(|account| seen.insert(account.id.clone()));
    }
    Ok(links)
});

/// Adds the links of a member, which may be `null`.
fn add<'de, R, A: MapAccess<'de>>(links: &mut Vec<ReferenceTo<R>>, members: &mut A) -> Result<(), A::Error> {
    links.extend(members.next_value::<Option<Vec<ReferenceTo<R>>>>()?.into_iter().flatten());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Association {
        serde_json::from_str(json).unwrap()
    }

    fn ids<R>(references: &[ReferenceTo<R>]) -> Vec<&str> {
        references.iter().map(|reference| reference.id.as_str()).collect()
    }

    #[test]
    fn both_spellings_are_read_into_accounts() {
        let both = read(
            r#"{"entity_id": 17, "entity": "contacts", "associations":
                {"acocunts": [{"id": "b"}, {"id": "a"}], "leads": null, "accounts": [{"id": "a"}, {"id": "c"}, {"id": 4}]}}"#,
        );
        assert_eq!(ids(&both.associations.accounts), ["b", "a", "c", "4"]);
        assert_eq!(both.entity_id.as_deref(), Some("17"));
        assert_eq!(both.entity, Some(Open::Known(CrmEntity::Contacts)));
    }

    #[test]
    fn what_the_api_may_add_or_leave_out_does_no_harm() {
        let later = read(r#"{"entity": "deals", "associations": {"tickets": [{"id": "1"}]}, "later": {"x": [1]}}"#);
        assert_eq!(later.entity, Some(Open::Unknown("deals".to_owned())));
        assert_eq!(read("{}"), Association::default());
        assert_eq!(read(r#"{"entity_id": null, "associations": null}"#), Association::default());
    }

    #[test]
    fn another_shape_is_not_an_association() {
        for other in [r#"{"result": []}"#, "[]", "\"ok\"", "null", r#"{"associations": []}"#, r#"{"entity_id": 1.5}"#] {
            assert!(serde_json::from_str::<Association>(other).is_err(), "{other}");
        }
    }

    #[test]
    fn remote_data_stays_as_it_came() {
        let record = read(r#"{"remote_data": {"Id": 1.10, "b": null}}"#);
        assert_eq!(record.remote_data.unwrap().as_str(), r#"{"Id": 1.10, "b": null}"#);
    }
}
