//! The folder of notes: finds, walks, reads and writes it.
//!
//! Owns: files, and the only use of `walkdir`. Must not: know what a note means.

pub mod files;
