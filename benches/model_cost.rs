//! Measures what a model of the API costs a program, the CRM and the platform: the CPU seconds of `cargo check` against plain serde
//! structs with the same fields, and the size of a program that uses three endpoints against the same program on reqwest by hand.
//!
//! `cargo run --release -p truto-benches --bin model_cost [ROUNDS] [crm|platform]`, which measures both without a name.

mod crates;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// A model, and two programs that read a record, go through a list, and create a record for each item.
struct Model {
    /// The feature of `truto-core`, and the folder of its declarations.
    name: &'static str,
    ours: &'static str,
    by_hand: &'static str,
    /// Paths of the three endpoints that the programs use, and of others that they do not use.
    paths: &'static [&'static str],
}

const MODELS: [Model; 2] = [
    Model {
        name: "crm",
        ours: OURS_CRM,
        by_hand: CRM_BY_HAND,
        paths: &[
            "/unified/crm/contacts",
            "/unified/crm/accounts",
            "/unified/crm/associations",
            "/unified/crm/opportunities",
            "/unified/crm/engagements",
            "/unified/crm/field_groups",
            "/unified/crm/tasks",
            "/unified/crm/users",
        ],
    },
    Model {
        name: "platform",
        ours: OURS_PLATFORM,
        by_hand: PLATFORM_BY_HAND,
        paths: &[
            "/integrated-account",
            "/environment-integration/{id}",
            "/link-token",
            "/webhook",
            "/sync-job",
            "/sync-job-run",
            "/daemon",
            "/unified-model",
            "/static-gate",
            "/notification-destination",
        ],
    },
];

const OURS_CRM: &str = r#"
use truto_core::crm::{CreateAssociation, GetAccount, ListContacts, crm_entity};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let account = truto_core::Client::from_env()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    let company = GetAccount::builder().id("1").send(&account).await?;
    let mut contacts = ListContacts::builder().limit(100).items(&account);
    while let Some(contact) = contacts.try_next().await? {
        println!("{:?} {:?} {:?}", contact.id, contact.name, contact.email_addresses.first());
        let link = CreateAssociation::builder().entity_id(contact.id.as_str()).entity(crm_entity::Contacts);
        let link = link.accounts([&company.id]).send(&account).await?;
        println!("{:?}", link.associations.accounts);
    }
    Ok(())
}
"#;

const CRM_BY_HAND: &str = r#"
const ACCOUNT: (&str, &str) = ("integrated_account_id", "62f44730-dd91-461e-bd6a-aedd9e0ad79d");

#[derive(Debug, Deserialize)]
pub struct Page<T> { result: Vec<T>, next_cursor: Option<String> }
#[derive(Debug, Serialize, Deserialize)]
pub struct Links { accounts: Vec<Reference> }
#[derive(Debug, Serialize, Deserialize)]
pub struct Link { entity_id: String, entity: String, associations: Links }

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (url, token) = (std::env::var("TRUTO_BASE_URL")?, std::env::var("TRUTO_API_TOKEN")?);
    let client = reqwest::Client::new();
    let company: Account = client.get(format!("{url}/unified/crm/accounts/1")).query(&[ACCOUNT]).bearer_auth(&token)
        .send().await?.error_for_status()?.json().await?;
    let mut cursor: Option<String> = None;
    loop {
        let mut query = vec![ACCOUNT, ("limit", "100")];
        query.extend(cursor.as_deref().map(|cursor| ("next_cursor", cursor)));
        let page: Page<Contact> = client.get(format!("{url}/unified/crm/contacts")).query(&query).bearer_auth(&token)
            .send().await?.error_for_status()?.json().await?;
        for contact in &page.result {
            println!("{:?} {:?} {:?}", contact.id, contact.name, contact.email_addresses.first());
            let link = Link {
                entity_id: contact.id.clone(),
                entity: "contacts".into(),
                associations: Links { accounts: vec![Reference { id: company.id.clone() }] },
            };
            let link: Link = client.post(format!("{url}/unified/crm/associations")).query(&[ACCOUNT])
                .bearer_auth(&token).json(&link).send().await?.error_for_status()?.json().await?;
            println!("{:?}", link.associations.accounts);
        }
        cursor = page.next_cursor;
        if cursor.is_none() { return Ok(()); }
    }
}
"#;

const OURS_PLATFORM: &str = r#"
use truto_core::platform::{CreateLinkToken, GetEnvironmentIntegration, ListIntegratedAccounts};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = truto_core::Client::from_env()?;
    let installed = GetEnvironmentIntegration::builder().id("1").send(&client).await?;
    println!("{:?}", installed.id);
    let mut accounts = ListIntegratedAccounts::builder().limit(100).items(&client);
    while let Some(account) = accounts.try_next().await? {
        println!("{:?} {:?} {:?}", account.id, account.tenant_id, account.status);
        let link = CreateLinkToken::builder().integrated_account_id(account.id.as_str()).send(&client).await?;
        println!("{:?}", link.link_token);
    }
    Ok(())
}
"#;

const PLATFORM_BY_HAND: &str = r#"
#[derive(Debug, Deserialize)]
pub struct Page<T> { result: Vec<T>, next_cursor: Option<String> }
#[derive(Debug, Serialize)]
pub struct Link { integrated_account_id: String }

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (url, token) = (std::env::var("TRUTO_BASE_URL")?, std::env::var("TRUTO_API_TOKEN")?);
    let client = reqwest::Client::new();
    let installed: EnvironmentIntegration = client.get(format!("{url}/environment-integration/1")).bearer_auth(&token)
        .send().await?.error_for_status()?.json().await?;
    println!("{:?}", installed.id);
    let mut cursor: Option<String> = None;
    loop {
        let mut query = vec![("limit", "100")];
        query.extend(cursor.as_deref().map(|cursor| ("next_cursor", cursor)));
        let page: Page<IntegratedAccount> = client.get(format!("{url}/integrated-account")).query(&query)
            .bearer_auth(&token).send().await?.error_for_status()?.json().await?;
        for account in &page.result {
            println!("{:?} {:?} {:?}", account.id, account.tenant_id, account.status);
            let link = Link { integrated_account_id: account.id.clone() };
            let link: LinkToken = client.post(format!("{url}/link-token")).bearer_auth(&token).json(&link)
                .send().await?.error_for_status()?.json().await?;
            println!("{:?}", link.link_token);
        }
        cursor = page.next_cursor;
        if cursor.is_none() { return Ok(()); }
    }
}
"#;

fn main() -> io::Result<()> {
    let mut rounds = 5;
    let mut wanted = None;
    for argument in env::args().skip(1) {
        match argument.parse() {
            Ok(number) if number > 0 => rounds = number,
            _ => wanted = Some(argument),
        }
    }
    let models = || MODELS.iter().filter(|model| wanted.as_deref().is_none_or(|wanted| wanted == model.name));
    if models().next().is_none() {
        return Err(io::Error::other("expected `crm` or `platform`"));
    }
    let benches = Path::new(env!("CARGO_MANIFEST_DIR"));
    let core = benches.join("../truto-core");
    let root = benches.join("../target/model_cost");
    for model in models() {
        let structs = plain_structs(&core.join("src").join(model.name))?;
        check_times(model, &core, &root, &structs, rounds)?;
        sizes(model, &root, &structs)?;
    }
    Ok(())
}

/// Compares what the model adds to the check of `truto-core` with what the plain structs add to the check of an empty crate.
fn check_times(model: &Model, core: &Path, root: &Path, structs: &str, rounds: usize) -> io::Result<()> {
    let serde = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"";
    let plain = crates::write(root, &format!("{}-plain", model.name), serde, "lib.rs", structs)?;
    let empty = crates::write(root, "empty", serde, "lib.rs", "")?;
    let features = format!("macros,{}", model.name);
    let with_model = ["--no-default-features", "--features", features.as_str()];
    let without = ["--no-default-features", "--features", "macros"];
    let subjects: [(&Path, &[&str]); 4] = [(core, &with_model), (core, &without), (&plain, &[]), (&empty, &[])];
    let mut seconds = [const { Vec::new() }; 4];
    // The first round builds the dependencies.
    for round in 0..=rounds {
        eprintln!("{}: round {round} of {rounds}", model.name);
        for (all, (folder, arguments)) in seconds.iter_mut().zip(subjects) {
            let timed = crates::check(root, folder, arguments)?;
            all.extend((round > 0).then_some(timed));
        }
    }
    println!("{}: seconds of CPU of `cargo check`, {rounds} rounds in turn", model.name);
    // The fastest round is what it takes on a machine with nothing else to do.
    for (name, pick) in [("median", crates::median as fn(&[f64]) -> f64), ("fastest", crates::fastest)] {
        let [with_model, without, plain, empty] = seconds.each_ref().map(|all| pick(all));
        let ratio = (with_model - without) / (plain - empty);
        println!(
            "{name:<8} truto-core with `{}` {with_model:.2}, without {without:.2}; \
             plain structs {plain:.2}, an empty crate {empty:.2}; what is added: {ratio:.2} (budget 1.50)",
            model.name,
        );
    }
    Ok(())
}

/// Compares the sizes of the two programs, and looks in ours for endpoints that it does not use.
fn sizes(model: &Model, root: &Path, structs: &str) -> io::Result<()> {
    // The feature is on beside the default features, as in most programs.
    let dependencies = crates::OURS.replace("@core@\"", &format!("@core@\", features = [\"{}\"]", model.name));
    let by_hand = format!("#![allow(dead_code)]\n{structs}\n{}", model.by_hand);
    let programs = [("ours", dependencies.as_str(), model.ours), ("by-hand", crates::BY_HAND, by_hand.as_str())];
    let mut sizes = Vec::new();
    for (kind, dependencies, source) in programs {
        let name = format!("{}-{kind}", model.name);
        let folder = crates::write(root, &name, dependencies, "main.rs", source)?;
        crates::cargo("build", root, &folder, &["--release"])?;
        let program = fs::read(root.join("target/release").join(&name))?;
        let found: Vec<_> = model.paths.iter().filter(|path| holds(&program, path)).collect();
        println!("{name}: {} KiB stripped; paths in it: {found:?}", program.len() >> 10);
        sizes.push(u32::try_from(program.len()).map_err(io::Error::other)?);
    }
    println!("{}: size against reqwest by hand: {:.2}", model.name, f64::from(sizes[0]) / f64::from(sizes[1]));
    Ok(())
}

fn holds(program: &[u8], path: &str) -> bool {
    program.windows(path.len()).any(|bytes| bytes == path.as_bytes())
}

/// Returns the structs and enums of the model with serde's derives, without builders, contracts, documentation and the
/// members that a struct does not know.
fn plain_structs(folder: &Path) -> io::Result<String> {
    let mut code = "use serde::{Deserialize, Serialize};\n\
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]\npub struct Reference { id: String }\n"
        .to_owned();
    let mut files = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    for file in files {
        let text = fs::read_to_string(file)?;
        let mut lines = text.lines();
        let mut is_record = false;
        while let Some(line) = lines.next() {
            is_record |= line.contains("UnifiedRecord)]");
            let derives = match line.strip_prefix("pub ") {
                Some(rest) if rest.starts_with("enum ") => "Clone, Debug, PartialEq, Serialize, Deserialize",
                Some(rest) if !rest.starts_with("struct ") => continue,
                Some(_) if is_record => "Clone, Debug, Default, PartialEq, Serialize, Deserialize",
                Some(_) => "Clone, Debug, Serialize, Deserialize",
                None => continue,
            };
            is_record = false;
            // The wire name of a variant of ours is in snake_case.
            let names = if line.starts_with("pub enum ") { "#[serde(rename_all = \"snake_case\")]\n" } else { "" };
            let _ = writeln!(code, "#[derive({derives})]\n{names}{line}");
            if line.ends_with(['}', ';']) {
                continue;
            }
            for member in lines.by_ref().map(str::trim).take_while(|line| *line != "}") {
                match member.split_once("rename = ") {
                    // A field of the query may have the name of a field of the body. By hand it is in a struct of its own.
                    Some((before, _)) if before.contains("query") => {}
                    Some((_, rest)) => {
                        let name = rest.split('"').nth(1).unwrap_or_default();
                        let _ = writeln!(code, "    #[serde(rename = \"{name}\")]");
                    }
                    None if member.starts_with(['#', '/']) || member.ends_with(": Unknown,") => {}
                    None => {
                        let _ = match member.trim_end_matches(',').split_once(": ") {
                            Some((name, kind)) => writeln!(code, "    {name}: {},", plain(kind)),
                            None => writeln!(code, "    {member}"),
                        };
                    }
                }
            }
            code.push_str("}\n");
        }
    }
    Ok(code)
}

/// Returns the type that a program without `truto-core` has in the place of this one.
fn plain(kind: &str) -> String {
    match kind.strip_suffix('>').and_then(|kind| kind.split_once('<')) {
        Some(("Id", _)) => "String".to_owned(),
        Some(("ReferenceTo", _)) => "Reference".to_owned(),
        Some(("Open" | "Filter", inner)) => plain(inner),
        Some(("Patch", inner)) => format!("Option<{}>", plain(inner)),
        Some((outer, inner)) => format!("{outer}<{}>", plain(inner)),
        None => match kind {
            "DateFilter" | "File" | "SortBy" | "Timestamp" => "String".to_owned(),
            "Json" | "RawJson" => "serde_json::Value".to_owned(),
            other => other.to_owned(),
        },
    }
}
