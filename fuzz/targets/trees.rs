//! See `casefile::fuzzing::trees`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::trees(bytes));
