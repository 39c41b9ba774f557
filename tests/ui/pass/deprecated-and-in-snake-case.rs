//! Generated code does not trigger lints that the user has allowed, such as `deprecated` and naming lints.

#![deny(warnings)]
#![allow(dead_code)]

pub mod entities {
    use truto_core::UnifiedEntity;

    #[derive(UnifiedEntity)]
    pub enum CrmEntity {
        Accounts,
        #[deprecated(note = "gone")]
        Leads,
    }

    #[deprecated]
    #[derive(UnifiedEntity)]
    pub enum OldEntity {
        Accounts,
        Leads,
    }

    #[derive(UnifiedEntity)]
    #[allow(non_camel_case_types)]
    pub enum kinds {
        accounts,
        leads,
    }
}

pub mod above {
    use truto_core::unified_endpoint;

    #[deprecated(note = "use another")]
    #[unified_endpoint(GET, "/unified/crm/notes")]
    pub struct ListNotes {
        pub limit: Option<u32>,
    }
}

pub mod below {
    use super::entities::CrmEntity;
    use truto_core::{provider::Attio, unified_endpoint};

    #[unified_endpoint(POST, "/unified/crm/{id}/notes", providers(Attio(Leads)))]
    #[deprecated]
    pub struct CreateNote {
        pub id: String,
        #[truto(entity)]
        pub entity: CrmEntity,
        #[truto(only_for(Leads))]
        pub text: Option<String>,
        #[truto(default)]
        #[deprecated]
        pub pinned: bool,
    }

    #[unified_endpoint(GET, "/unified/crm/notes", paginated)]
    #[deprecated]
    pub struct ListNotes {
        #[cfg(not(any()))]
        pub limit: Option<u32>,
    }
}

pub mod in_snake_case {
    use super::entities::kinds;
    use truto_core::unified_endpoint;

    #[unified_endpoint(POST, "/unified/crm/notes")]
    #[allow(non_camel_case_types)]
    pub struct create_note {
        #[truto(entity)]
        pub kind: kinds,
        #[truto(only_for(leads))]
        pub text: Option<String>,
    }
}

#[test]
fn they_work() {
    use entities::kinds_;
    let note = in_snake_case::create_note::builder().kind(kinds_::leads).text("t").build();
    assert_eq!(note.text.as_deref(), Some("t"));
}
