//! The same fields declared by three means: our macro, serde's two derives, and bon with serde.

use std::fmt::Write as _;

use crate::crates::Peer;

const LINKS: [(&str, &str); 6] = [
    ("accounts", "Leads, Contacts"),
    ("contacts", "Leads"),
    ("leads", "Opportunities, Contacts"),
    ("opportunities", "Accounts, Contacts"),
    ("organizations", "Opportunities, Contacts"),
    ("misspelt_accounts", ""),
];

pub(crate) const PEERS: [Peer; 3] = [
    Peer {
        name: "truto",
        dependencies: "truto-core = { path = \"@core@\", default-features = false, features = [\"macros\"] }",
        prelude: "use truto_core::{Reference, UnifiedEntity, unified_endpoint};\n\
            #[derive(UnifiedEntity)] pub enum CrmEntity { Accounts, Opportunities, Contacts, Leads }\n",
        declare: |number| {
            let mut code = format!(
                "#[unified_endpoint(POST, \"/unified/crm/associations{number}\")]\n\
                 pub struct CreateAssociation{number} {{ pub entity_id: String, #[truto(entity)] pub entity: CrmEntity, "
            );
            for (link, allowed) in LINKS {
                let key = match allowed {
                    "" => "rename = \"acocunts\"".to_owned(),
                    entities => format!("only_for({entities})"),
                };
                let _ = write!(code, "#[truto(within = \"associations\", {key})] pub {link}: Vec<Reference>, ");
            }
            code + "}\n"
        },
    },
    Peer {
        name: "serde",
        dependencies: "serde = { version = \"1\", features = [\"derive\"] }",
        prelude: SERDE_PRELUDE,
        declare: |number| plain("#[derive(Serialize, Deserialize)]", number),
    },
    Peer {
        name: "bon + serde",
        dependencies: "serde = { version = \"1\", features = [\"derive\"] }\nbon = \"3\"",
        prelude: SERDE_PRELUDE,
        declare: |number| plain("#[derive(Serialize, Deserialize, bon::Builder)]", number),
    },
];

const SERDE_PRELUDE: &str = "use serde::{Deserialize, Serialize};\n\
    #[derive(Clone, Debug, Serialize, Deserialize)] pub struct Reference { pub id: String }\n\
    #[derive(Serialize, Deserialize)] pub enum CrmEntity { Accounts, Opportunities, Contacts, Leads }\n";

fn plain(derives: &str, number: u32) -> String {
    let mut code =
        format!("{derives} pub struct CreateAssociation{number} {{ pub entity_id: String, pub entity: CrmEntity, ");
    for (link, _) in LINKS {
        let _ = write!(code, "pub {link}: Vec<Reference>, ");
    }
    code + "}\n"
}
