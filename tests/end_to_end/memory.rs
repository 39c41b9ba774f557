//! A large answer is read piece by piece and never sits in memory whole.

use peak_alloc::PeakAlloc;
use truto_core::crm::{CreateAssociation, CreateAssociationBuilder, crm_entity};
use truto_core::{Client, Given, Json};
use truto_sandbox::Sandbox;

/// Counts what is allocated at a time. The server runs in this process and is counted too.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LARGE: u64 = 256 << 20;
const MIB: usize = 1 << 20;

fn request() -> CreateAssociationBuilder<Given, Given<crm_entity::Contacts>> {
    CreateAssociation::builder().entity_id("cont_1").entity(crm_entity::Contacts)
}

#[tokio::test]
async fn a_stream_of_256_mib_stays_within_8_mib() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.stream_bytes(LARGE);
    let client = Client::builder().token(sandbox.token()).base_url(sandbox.url()).build().unwrap();
    let account = client.account(sandbox.accounts().close).unwrap();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();

    let mut bytes = request().stream(&account).await.unwrap();
    let mut pieces = 0_u64;
    while bytes.try_next().await.unwrap().is_some() {
        pieces += 1;
    }
    assert!(bytes.received() >= LARGE && pieces > 1000, "{} bytes in {pieces} pieces", bytes.received());

    let mut records = request().stream(&account).await.unwrap().records::<Json>();
    while records.try_next().await.unwrap().is_some() {}
    assert!(records.count() > 1000);

    let grown = MEMORY.peak_usage() - before;
    assert!(grown < 8 * MIB, "the peak grew by {} KiB", grown / 1024);
}
