//! User's types with known names and a path, and a type with an alias.
//! Each is the type that it is, and not what its name suggests.

use serde::{Deserialize, Serialize};
use truto_core::contract::{Field, Kind, Presence};
use truto_core::{Endpoint, unified_endpoint};

pub mod store {
    use super::{Deserialize, Serialize};

    #[derive(Clone, Debug, Serialize, Deserialize)]
    pub struct String {
        pub text: u32,
    }

    #[derive(Clone, Debug, Serialize, Deserialize)]
    pub struct Option<T> {
        pub strike: T,
    }

    #[derive(Clone, Debug, Serialize, Deserialize)]
    pub struct Vec<T> {
        pub x: T,
    }

    #[derive(Clone, Debug, Serialize, Deserialize)]
    pub struct File {
        pub id: u32,
    }

    #[derive(Clone, Debug, Serialize, Deserialize)]
    pub struct Duration {
        pub minutes: u32,
    }

    #[derive(Clone, Debug, Serialize, Deserialize)]
    #[serde(transparent)]
    pub struct OffsetDateTime(pub u32);

    /// A number, in the unit that a type of time counts in.
    #[derive(Clone, Debug, Serialize, Deserialize)]
    #[serde(transparent)]
    pub struct In<T>(pub u32, #[serde(skip)] pub std::marker::PhantomData<T>);

    pub type Text = std::string::String;
}

#[unified_endpoint(POST, "/unified/crm/trades", body = multipart)]
pub struct Trade {
    pub name: store::String,
    pub option: store::Option<u32>,
    pub vector: store::Vec<u32>,
    pub file: store::File,
    pub note: store::Text,
    pub title: ::std::string::String,
    pub takes: store::Duration,
    pub due: store::OffsetDateTime,
    pub every: store::In<std::time::Duration>,
}

#[test]
fn each_is_what_it_is() {
    let trade = Trade::builder()
        .name(store::String { text: 1 })
        .option(store::Option { strike: 2 })
        .vector(store::Vec { x: 3 })
        .file(store::File { id: 4 })
        .note("n")
        .title("t")
        .takes(store::Duration { minutes: 5 })
        .due(store::OffsetDateTime(6))
        .every(store::In(7, std::marker::PhantomData))
        .build();
    let sent = serde_json::json!({
        "name": { "text": 1 }, "option": { "strike": 2 }, "vector": { "x": 3 }, "file": { "id": 4 }, "note": "n", "title": "t",
        "takes": { "minutes": 5 }, "due": 6, "every": 7,
    });
    assert_eq!(serde_json::to_value(&trade).unwrap(), sent);
    let fields = Trade::CONTRACT.fields();
    assert!(fields.iter().all(|field| field.presence() == Presence::Required));
    let kinds: Vec<Kind> = fields.iter().map(Field::kind).collect();
    assert_eq!(kinds, [Kind::Any, Kind::Any, Kind::Any, Kind::Any, Kind::Any, Kind::String, Kind::Any, Kind::Any, Kind::Any]);
}
