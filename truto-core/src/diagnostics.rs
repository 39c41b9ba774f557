#![doc = include_str!("diagnostics.md")]
#![doc = include_str!("diagnostics/codes.md")]

#[doc = include_str!("diagnostics/rustc.md")]
pub mod rustc {}
