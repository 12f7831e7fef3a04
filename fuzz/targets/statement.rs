//! See `casefile::fuzzing::statement`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::statement(bytes));
