#![doc = include_str!("faults.md")]

#[doc = include_str!("faults/compared.md")]
pub mod compared {}
