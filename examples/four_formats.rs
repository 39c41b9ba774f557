//! Sends one request in each of the four response formats: unified, normalized, raw, and stream.
//!
//! ```text
//! cargo run --example four_formats
//! ```

mod common;

use serde::Deserialize;
use truto_core::crm::{CreateAssociation, crm_entity};
use truto_core::{Endpoint, Json};
use truto_sandbox::Sandbox;

/// The part of the normalized record that this program reads.
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

    // Unified: the record in the shape that all providers share.
    let link = request.clone().send(&account).await?;
    println!("send            {:?}", link.associations.opportunities);

    // The same with the status and headers of the response.
    let response = request.clone().send(&account).with_meta().await?;
    println!("with_meta       {} as request {:?}", response.meta.status(), response.meta.request_id());

    // Normalized: decoded into the same type, or into your own.
    let link = request.clone().send(&account).normalized().await?;
    println!("normalized      {:?}", link.associations.opportunities);
    let linked = request.clone().send(&account).normalized().decode_as::<Linked>().await?;
    println!("decode_as       {} {}", linked.entity, linked.entity_id);

    // Raw: the response as the provider sent it.
    let raw = request.clone().send(&account).raw().await?;
    println!(
        "raw             {} with {} bytes: {}",
        raw.status(),
        raw.bytes().len(),
        raw.json::<Json>()?["attributes"]
    );

    // Stream: bytes as they arrive, for responses that are too large for memory.
    let mut stream = request.send(&account).stream().await?;
    while let Some(piece) = stream.try_next().await? {
        println!("stream          a piece of {} bytes", piece.len());
    }
    println!("stream          {} bytes in all", stream.received());
    Ok(())
}
