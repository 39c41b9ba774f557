//! Declarations in function bodies, two of them with the same name.
//! Generated code does not look for them outside the function.

fn first() -> String {
    use truto_core::{UnifiedEntity, unified_endpoint};

    #[derive(UnifiedEntity)]
    enum Kind {
        Accounts,
        Contacts,
    }

    #[unified_endpoint(POST, "/unified/crm/notes")]
    struct CreateNote {
        title: String,
        #[truto(entity)]
        kind: Kind,
        #[truto(only_for(Contacts))]
        note: Option<String>,
    }

    let note = CreateNote::builder().title("first").kind(kind::Contacts).note("n").build();
    serde_json::to_string(&note).unwrap()
}

fn second() -> String {
    use truto_core::unified_endpoint;

    #[unified_endpoint(POST, "/unified/crm/notes")]
    struct CreateNote {
        body: String,
    }

    serde_json::to_string(&CreateNote::builder().body("second").build()).unwrap()
}

#[test]
fn both_are_what_they_say() {
    assert_eq!(first(), r#"{"title":"first","kind":"contacts","note":"n"}"#);
    assert_eq!(second(), r#"{"body":"second"}"#);
}
