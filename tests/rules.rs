//! Lists the rules of the associations page once, and checks each place that implements them: the cases of `ui/`, the
//! contract, builders and struct values at run time, and JSON.
//!
//! `TRYBUILD=overwrite` writes the cases of `ui/rules` and `ui/allowed` from the list.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use truto_core::contract::Field;
use truto_core::crm::{CreateAssociation, CrmEntity};
use truto_core::error::{Error, InvalidRequest, Problem};
use truto_core::{Endpoint, UnifiedEntity};

/// Entities that may have links of each key
/// (<https://www.truto.one/docs/api-reference/unified-crm-api/associations/create>). The page has no rule for `acocunts`.
const RULES: [(&str, &[&str]); 6] = [
    ("accounts", &["leads", "contacts"]),
    ("contacts", &["leads"]),
    ("leads", &["opportunities", "contacts"]),
    ("opportunities", &["accounts", "contacts"]),
    ("organizations", &["opportunities", "contacts"]),
    ("acocunts", &["accounts", "opportunities", "contacts", "leads"]),
];

const ENTITIES: [CrmEntity; 4] = [CrmEntity::Accounts, CrmEntity::Opportunities, CrmEntity::Contacts, CrmEntity::Leads];

/// A pair of key and entity.
struct Pair {
    key: &'static str,
    entity: CrmEntity,
    allowed: &'static [&'static str],
}

impl Pair {
    fn setter(&self) -> &'static str {
        setter(self.key)
    }

    fn is_allowed(&self) -> bool {
        self.allowed.contains(&self.entity.wire_name())
    }

    fn json(&self) -> String {
        let (key, entity) = (self.key, self.entity);
        format!(r#"{{"entity_id": "1", "entity": "{entity}", "associations": {{"{key}": [{{"id": "2"}}]}}}}"#)
    }

    /// Returns a struct value. Its fields are public, so they can break the rule.
    fn value(&self) -> CreateAssociation {
        let mut value = CreateAssociation::builder().entity_id("1").entity(self.entity).build().unwrap();
        match self.key {
            "accounts" => value.accounts.push("2".into()),
            "contacts" => value.contacts.push("2".into()),
            "leads" => value.leads.push("2".into()),
            "opportunities" => value.opportunities.push("2".into()),
            "organizations" => value.organizations.push("2".into()),
            "acocunts" => value.misspelt_accounts.push("2".into()),
            other => panic!("the struct has no `{other}`"),
        }
        value
    }

    /// Returns a builder whose entity is known only at run time.
    fn built(&self) -> Result<CreateAssociation, Error> {
        let builder = CreateAssociation::builder().entity_id("1").entity(self.entity);
        let builder = match self.key {
            "accounts" => builder.accounts(["2"]),
            "contacts" => builder.contacts(["2"]),
            "leads" => builder.leads(["2"]),
            "opportunities" => builder.opportunities(["2"]),
            "organizations" => builder.organizations(["2"]),
            "acocunts" => builder.misspelt_accounts(["2"]),
            other => panic!("the builder has no `{other}`"),
        };
        builder.build()
    }

    /// Asserts that `result` agrees with the table, and that an error states the rule.
    fn assert(&self, what: &str, result: Result<(), Error>) {
        let what = format!("{} of {}, {what}", self.key, self.entity);
        match result {
            Ok(()) => assert!(self.is_allowed(), "{what}: a forbidden link was accepted"),
            Err(Error::Invalid(invalid)) => {
                assert!(!self.is_allowed(), "{what}: an allowed link was refused: {invalid}");
                self.assert_facts(&what, &invalid);
            }
            Err(other) => panic!("{what}: another error: {other}"),
        }
    }

    fn assert_facts(&self, what: &str, invalid: &InvalidRequest) {
        let [failure] = invalid.failures() else { panic!("{what}: expected one failure, found {invalid}") };
        assert_eq!(failure.path(), format!("associations.{}", self.key), "{what}");
        let rule = Problem::Rule { entity: self.entity.wire_name(), allowed: self.allowed.to_vec() };
        assert_eq!(failure.problem(), &rule, "{what}");
    }
}

/// The field and setter of the misspelt key have a name that nobody types by accident.
fn setter(key: &'static str) -> &'static str {
    if key == "acocunts" { "misspelt_accounts" } else { key }
}

fn pairs() -> impl Iterator<Item = Pair> {
    RULES.iter().flat_map(|(key, allowed)| ENTITIES.map(|entity| Pair { key, entity, allowed }))
}

#[test]
fn the_contract_matches_the_table() {
    let contract = CreateAssociation::CONTRACT;
    let known: Vec<&str> = contract.entity_names().iter().map(|entity| entity.wire).collect();
    assert_eq!(known, ENTITIES.map(UnifiedEntity::wire_name));
    let links: Vec<&str> =
        contract.fields().iter().filter(|field| !field.objects().is_empty()).map(Field::name).collect();
    assert_eq!(links, RULES.map(|(key, _)| setter(key)));
    for (key, allowed) in RULES {
        let field = contract.field(setter(key)).unwrap();
        assert_eq!(field.wire_name(), key);
        match field.allowed_entities() {
            Some(_) => assert_eq!(contract.allowed_wire_names(field), allowed, "{key}"),
            None => assert_eq!(allowed.len(), known.len(), "{key} has no rule"),
        }
    }
}

#[test]
fn a_run_time_entity_matches_the_table() {
    for pair in pairs() {
        pair.assert("built", pair.built().map(drop));
    }
}

#[test]
fn a_struct_value_matches_the_table() {
    for pair in pairs() {
        pair.assert("checked", pair.value().check());
    }
}

#[test]
fn json_matches_the_table() {
    for pair in pairs() {
        pair.assert("from JSON", CreateAssociation::from_json(pair.json().as_bytes()).map(drop));
    }
}

#[test]
fn deserialize_matches_the_table() {
    for pair in pairs() {
        let read: Result<CreateAssociation, _> = serde_json::from_str(&pair.json());
        let what = format!("{} of {}", pair.key, pair.entity);
        match read {
            Ok(request) => {
                assert!(pair.is_allowed(), "{what}: a forbidden link was accepted");
                let sent: serde_json::Value = serde_json::from_str(&pair.json()).unwrap();
                assert_eq!(serde_json::to_value(request).unwrap(), sent, "{what}");
            }
            Err(error) => {
                let expected =
                    format!("`associations.{}` is not allowed when the entity is `{}`", pair.key, pair.entity);
                assert!(!pair.is_allowed() && error.to_string().starts_with(&expected), "{what}: {error}");
            }
        }
    }
}

#[test]
fn the_cases_of_the_compiler_match_the_table() {
    let ui = Path::new("ui");
    for (group, allowed) in [("rules", false), ("allowed", true)] {
        let directory = ui.join(group);
        let expected: BTreeMap<String, String> =
            pairs().filter(|pair| pair.is_allowed() == allowed).map(|pair| (file_name(&pair), case(&pair))).collect();
        if env::var_os("TRYBUILD").is_some_and(|order| order == "overwrite") {
            fs::create_dir_all(&directory).unwrap();
            for (name, text) in &expected {
                fs::write(directory.join(name), text).unwrap();
            }
        }
        let found: BTreeMap<String, String> = fs::read_dir(&directory)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
            .collect();
        assert_eq!(found, expected, "ui/{group}");
    }
}

/// `contacts-of-an-opportunity.rs`
fn file_name(pair: &Pair) -> String {
    format!("{}-of-{}.rs", pair.key, one(pair.entity).replace(' ', "-"))
}

/// Returns the source of the case of a pair.
fn case(pair: &Pair) -> String {
    let (key, marker, one) = (pair.key, format!("{:?}", pair.entity), one(pair.entity));
    let owners: Vec<String> = pair.allowed.iter().map(|entity| format!("`{entity}`")).collect();
    let owners = owners.join(" and ");
    let setter = pair.setter();
    let chain = format!(r#"CreateAssociation::builder().entity_id("1").entity(crm_entity::{marker}).{setter}(["2"])"#);
    if !pair.is_allowed() {
        return format!(
            "// errors: 1
//! The page allows `{key}` for {owners}.
//! {one} cannot have them, and the message shows which entities can.

use truto_core::crm::{{CreateAssociation, crm_entity}};

fn main() {{
    let _ = {chain}.build();
}}
",
            one = capital(one)
        );
    }
    format!(
        r#"//! The page allows `{key}` for {owners}.
//! So the setter compiles for {one}, and the link is sent.

use truto_core::crm::{{CreateAssociation, crm_entity}};

#[test]
fn the_link_is_sent() {{
    let links = {chain};
    let sent = serde_json::to_value(links.build()).unwrap();
    assert_eq!(sent["associations"], serde_json::json!({{"{key}": [{{"id": "2"}}]}}));
}}
"#
    )
}

fn one(entity: CrmEntity) -> &'static str {
    match entity {
        CrmEntity::Accounts => "an account",
        CrmEntity::Opportunities => "an opportunity",
        CrmEntity::Contacts => "a contact",
        CrmEntity::Leads => "a lead",
    }
}

fn capital(text: &str) -> String {
    text.replacen('a', "A", 1)
}
