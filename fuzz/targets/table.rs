//! See `casefile::fuzzing::table`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::table(bytes));
