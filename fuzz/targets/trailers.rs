//! See `casefile::fuzzing::trailers`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| casefile::fuzzing::trailers(bytes));
