//! The soak.
fn main() {}
