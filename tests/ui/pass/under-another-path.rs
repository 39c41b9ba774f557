//! The crate has another path, as in a crate that re-exports it.
//! Both macros take the path.

mod api {
    pub(super) use truto_core as core_of_ours;
}

#[derive(api::core_of_ours::UnifiedEntity)]
#[truto(crate = api::core_of_ours)]
pub enum CrmEntity {
    Accounts,
}

#[api::core_of_ours::unified_endpoint(POST, "/unified/crm/notes")]
#[truto(crate = api::core_of_ours)]
pub struct CreateNote {
    pub title: String,
    #[truto(entity)]
    pub entity: CrmEntity,
    #[truto(only_for(Accounts))]
    pub note: Option<String>,
}

#[test]
fn the_request_is_built() {
    let note = CreateNote::builder().title("x").entity(crm_entity::Accounts).note("n").build();
    assert_eq!(note.note.as_deref(), Some("n"));
}
