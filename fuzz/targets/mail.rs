//! See `casefile::fuzzing::mail`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::mail(bytes));
