//! See `casefile::fuzzing::chat`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::chat(bytes));
