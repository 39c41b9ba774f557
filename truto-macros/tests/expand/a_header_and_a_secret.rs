#[unified_endpoint(DELETE, "/unified/crm/contacts/{id}")]
struct DeleteContact {
    #[truto(slash = encode)]
    id: String,
    #[truto(header = "X-Reason", secret)]
    reason: Option<String>,
}
