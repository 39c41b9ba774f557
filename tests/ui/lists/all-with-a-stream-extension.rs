// errors: 2
//! `StreamExt` has its own `all`, which rustc chooses.
//! The page on rustc's messages says how to call ours.

use futures_util::StreamExt;
use truto_core::{Account, unified_endpoint};

#[unified_endpoint(GET, "/unified/crm/contacts", response = u32, paginated)]
pub struct ListContacts {}

async fn example(account: &Account) {
    let mut items = ListContacts::builder().items(account);
    let _ = items.all(10_000).await;
}

fn main() {}
