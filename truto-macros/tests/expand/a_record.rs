/// A person.
#[derive(Clone, Default, PartialEq, UnifiedRecord)]
#[truto(setters)]
#[non_exhaustive]
pub struct Contact {
    /// Id of the record.
    pub id: Id<Contact>,
    /// Kind of the contact.
    #[truto(rename = "type")]
    pub kind: Option<Open<Kind>>,
    #[truto(secret)]
    pub token: Option<String>,
    pub email_addresses: Vec<EmailAddress>,
    #[truto(unknown)]
    pub unknown: Unknown,
}
