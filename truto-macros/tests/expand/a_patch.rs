#[unified_endpoint(PATCH, "/unified/crm/contacts/{id}")]
pub struct UpdateContact {
    pub id: String,
    /// Title in the organization.
    pub title: Patch<String>,
}
