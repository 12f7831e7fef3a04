//! See `casefile::fuzzing::damage`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::damage(bytes));
