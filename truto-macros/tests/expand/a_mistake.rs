#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    #[truto(withn = "note")]
    pub title: Option<String>,
}
