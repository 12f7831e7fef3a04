//! See `casefile::fuzzing::token`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::token(bytes));
