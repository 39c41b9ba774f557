//! Measures the size of a stripped program with one create call, compared with the same call by hand with reqwest and serde.
//!
//! `cargo run --release -p truto-benches --bin program_size`. Both have TLS, HTTP/2, and the proxies of the system.

mod crates;

use std::error::Error;
use std::fs;
use std::path::Path;

const OURS: &str = r#"
use truto_core::crm::{CreateAssociation, crm_entity};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let account = truto_core::Client::from_env()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    let link = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
    let link = link.accounts(["001Ux000003GhNt"]).send(&account).await?;
    println!("{:?}", link.associations.accounts);
    Ok(())
}
"#;

const BY_HAND: &str = r#"
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Create { entity_id: &'static str, entity: &'static str, associations: Links }
#[derive(Debug, Serialize, Deserialize)]
struct Links { accounts: Vec<Reference> }
#[derive(Debug, Serialize, Deserialize)]
struct Reference { id: String }
#[derive(Deserialize)]
struct Link { associations: Links }

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (url, token) = (std::env::var("TRUTO_BASE_URL")?, std::env::var("TRUTO_API_TOKEN")?);
    let accounts = vec![Reference { id: "001Ux000003GhNt".into() }];
    let create = Create { entity_id: "003Ux000004TbQd", entity: "contacts", associations: Links { accounts } };
    let link: Link = reqwest::Client::new()
        .post(format!("{url}/unified/crm/associations"))
        .query(&[("integrated_account_id", "62f44730-dd91-461e-bd6a-aedd9e0ad79d")])
        .bearer_auth(token)
        .header("idempotency-key", uuid::Uuid::new_v4().to_string())
        .json(&create)
        .send().await?.error_for_status()?.json().await?;
    println!("{:?}", link.associations.accounts);
    Ok(())
}
"#;

fn main() -> Result<(), Box<dyn Error>> {
    // The folder of the bench of the models, whose programs have the same dependencies.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/model_cost");
    let ours = size(&root, "one-call-ours", crates::OURS, OURS)?;
    let by_hand = size(
        &root,
        "one-call-by-hand",
        &format!("{}\n{}", crates::BY_HAND, "uuid = { version = \"1\", features = [\"v4\"] }"),
        BY_HAND,
    )?;
    println!("{:<40}{:>12}", "one create call, stripped", "bytes");
    println!("{:<40}{ours:>12}", "truto-core");
    println!("{:<40}{by_hand:>12}", "reqwest and serde");
    println!("size against reqwest by hand: {:.3} (goal 1.05)", f64::from(ours) / f64::from(by_hand));
    Ok(())
}

/// Builds the program and returns its size.
fn size(root: &Path, name: &str, dependencies: &str, source: &str) -> Result<u32, Box<dyn Error>> {
    let folder = crates::write(root, name, dependencies, "main.rs", source)?;
    crates::cargo("build", root, &folder, &["--release"])?;
    Ok(fs::metadata(root.join("target/release").join(name))?.len().try_into()?)
}
