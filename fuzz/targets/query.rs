//! See `casefile::fuzzing::query`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::query(bytes));
