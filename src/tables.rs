//! The tables of the languages, as `build.rs` made them of their files.

/// English.
pub(crate) const ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.tables"));
