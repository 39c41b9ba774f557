//! One request in each of the four response formats: unified, normalized, raw, and as a stream of bytes.
//!
//! ```text
//! cargo run --example four_formats
//! ```

mod common;

use serde::Deserialize;
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{Endpoint, Json};
use truto_sandbox::Sandbox;

/// As much of the normalized record as this program cares for.
#[derive(Debug, Deserialize)]
struct Linked {
    entity: String,
    entity_id: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (account, _sandbox) = common::connect(Sandbox::builder()).await?;
    let request = CreateAssociation::builder()
        .entity_id("001Ux000003GhNt")
        .entity(crm_entity::Accounts)
        .opportunities(["006Ux0000041Wxy", "006Ux000002KdPq"])
        .build();

    // Unified: the record in the shape that is the same for every provider.
    let link = request.clone().send(&account).await?;
    println!("send            {:?}", link.associations.opportunities);

    // The same, with the head of the answer.
    let response = request.clone().send(&account).with_meta().await?;
    println!("with_meta       {} as request {:?}", response.meta.status(), response.meta.request_id());

    // Normalized: the same type, or one of yours.
    let link = request.clone().send(&account).normalized().await?;
    println!("normalized      {:?}", link.associations.opportunities);
    let linked = request.clone().send(&account).normalized().decode_as::<Linked>().await?;
    println!("decode_as       {} {}", linked.entity, linked.entity_id);

    // Raw: what the provider said, in its own words.
    let raw = request.clone().send(&account).raw().await?;
    println!(
        "raw             {} with {} bytes: {}",
        raw.status(),
        raw.bytes().len(),
        raw.json::<Json>()?["attributes"]
    );

    // Stream: bytes as they arrive, for answers that no memory should hold.
    let mut stream = request.send(&account).stream().await?;
    while let Some(piece) = stream.try_next().await? {
        println!("stream          a piece of {} bytes", piece.len());
    }
    println!("stream          {} bytes in all", stream.received());
    Ok(())
}
