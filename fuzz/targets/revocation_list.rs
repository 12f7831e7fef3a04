//! See `casefile::fuzzing::revocation_list`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::revocation_list(bytes));
