//! See `casefile::fuzzing::ots`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::ots(bytes));
