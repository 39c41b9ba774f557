//! The code of the README compiles, and its assertions hold.

#[allow(
    warnings,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "the README shows what users write"
)]
mod blocks {
    include!(concat!(env!("OUT_DIR"), "/readme.rs"));
}

#[tokio::test]
async fn the_assertions_of_the_readme_hold() {
    assert_eq!(blocks::asserted().await.unwrap(), 2, "blocks with an assertion");
}
