//! What is fuzzed: `bodies`, one function a target, which `tests/fuzz.rs` of dateline calls as well.

pub mod bodies;

/// A program that hands what libFuzzer thinks of to the body of that name.
#[macro_export]
macro_rules! target {
    ($body:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::bodies::$body(bytes));
    };
}
