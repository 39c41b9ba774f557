//! Measures the cost of each feature of the macro in `cargo check`, with endpoints of eight fields that differ in one thing.
//!
//! `cargo run --release -p truto-benches --bin macro_features [ROUNDS]`

mod crates;

use std::fmt::Write as _;
use std::io;

use crates::Peer;

const DEPENDENCIES: &str = "truto-core = { path = \"@core@\", default-features = false, features = [\"macros\"] }";
const PRELUDE: &str = "#![allow(unused_imports)]\n\
    use truto_core::{Patch, UnifiedEntity, unified_endpoint};\n\
    use truto_core::provider::{Attio, Close, Pipedrive, Salesforce};\n\
    #[derive(UnifiedEntity)] pub enum Kind { Accounts, Opportunities, Contacts, Leads }\n";

/// Returns an endpoint of eight fields: the first fields as given, the others with this attribute and type.
fn endpoint(number: u32, method: &str, arguments: &str, first: &[&str], attribute: &str, ty: &str) -> String {
    let mut code =
        format!("#[unified_endpoint({method}, \"/unified/crm/notes{number}\"{arguments})] pub struct Note{number} {{ ");
    for field in first {
        let _ = write!(code, "{field}, ");
    }
    for field in first.len()..8 {
        let _ = write!(code, "{attribute} pub field_{field}: {ty}, ");
    }
    code + "}\n"
}

const fn variant(name: &'static str, declare: fn(u32) -> String) -> Peer {
    Peer { name, dependencies: DEPENDENCIES, prelude: PRELUDE, declare }
}

const ENTITY: &str = "#[truto(entity)] pub kind: Kind";
const PROVIDERS: &str =
    ", providers(Attio(Accounts, Contacts), Close(Contacts), Pipedrive(Leads), Salesforce(Accounts))";

const VARIANTS: [Peer; 12] = [
    variant("eight Option", |n| endpoint(n, "POST", "", &[], "", "Option<String>")),
    variant("one of them cfg", |n| {
        endpoint(n, "POST", "", &["#[cfg(not(windows))] pub a: Option<String>"], "", "Option<String>")
    }),
    variant("one required", |n| endpoint(n, "POST", "", &["pub id: String"], "", "Option<String>")),
    variant("two required", |n| endpoint(n, "POST", "", &["pub id: String", "pub of: String"], "", "Option<String>")),
    variant("an entity", |n| endpoint(n, "POST", "", &[ENTITY], "", "Option<String>")),
    variant("entity, one rule", |n| {
        endpoint(n, "POST", "", &[ENTITY, "#[truto(only_for(Leads))] pub a: Option<String>"], "", "Option<String>")
    }),
    variant("entity, seven rules", |n| {
        endpoint(n, "POST", "", &[ENTITY], "#[truto(only_for(Leads, Contacts))]", "Option<String>")
    }),
    variant("entity, providers", |n| endpoint(n, "POST", PROVIDERS, &[ENTITY], "", "Option<String>")),
    variant("eight Patch", |n| endpoint(n, "PATCH", "", &[], "", "Patch<String>")),
    variant("eight Vec", |n| endpoint(n, "POST", "", &[], "", "Vec<String>")),
    variant("eight in a query", |n| endpoint(n, "GET", "", &[], "", "Option<String>")),
    variant("eight two deep", |n| endpoint(n, "POST", "", &[], "#[truto(within = \"a.b\")]", "Option<String>")),
];

fn main() -> io::Result<()> {
    let slopes = crates::slopes(&VARIANTS, &[50, 250])?;
    println!("ms a declaration more than the first");
    for (variant, slope) in VARIANTS.iter().zip(&slopes).skip(1) {
        println!("{:<20}{:>8.2}", variant.name, slope - slopes[0]);
    }
    Ok(())
}
