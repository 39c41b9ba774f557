//! Private declarations, and declarations that are visible in a parent module.
//! Generated items have the same visibility.

mod inner {
    use truto_core::{UnifiedEntity, unified_endpoint};

    #[derive(UnifiedEntity)]
    pub(super) enum Kind {
        Accounts,
    }

    #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
    pub(super) struct Note(pub(super) String);

    #[unified_endpoint(POST, "/unified/crm/notes", response = Note)]
    pub(super) struct CreateNote {
        #[truto(entity)]
        pub(super) entity: Kind,
        #[truto(only_for(Accounts))]
        note: Option<Note>,
        notes: Vec<Note>,
    }

    impl CreateNote {
        pub(super) fn text(&self) -> Option<&str> {
            self.note.as_ref().or(self.notes.first()).map(|note| note.0.as_str())
        }
    }
}

use inner::{CreateNote, Kind, Note, kind};

#[test]
fn the_builder_reaches_private_fields() {
    assert_eq!(CreateNote::builder().entity(kind::Accounts).note(Note("x".to_owned())).build().text(), Some("x"));
    assert_eq!(CreateNote::builder().entity(Kind::Accounts).notes([] as [Note; 0]).build().unwrap().text(), None);
}
