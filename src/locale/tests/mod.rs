//! Tests of the phrase book against the source, and of dates, numbers and money.

mod book;
mod coverage;
mod goldens;
mod source;
