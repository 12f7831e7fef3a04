//! See `casefile::fuzzing::allowed_signers`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::allowed_signers(bytes));
