//! See `casefile::fuzzing::note`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::note(bytes));
