#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[truto(within = "author.name")]
    pub first: Option<String>,
}
