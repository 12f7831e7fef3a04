//! A note's text becomes structure: front matter as a tree with byte spans, typed values, body.
//!
//! Owns: splitting, YAML, Markdown, typed reading of every note type, edits of single values.
//! The only user of `gray_matter`, of the YAML parser and of `pulldown_cmark`. Must not: touch
//! files or know the day. A bad note is never an error: what could be read is returned, with
//! faults.

pub mod body;
mod columns;
pub mod compose;
pub mod edit;
pub mod explode;
mod fault;
mod fields;
mod french;
mod kind;
mod pitfalls;
mod place;
mod read;
mod split;
mod steps;
mod table;
mod tree;
mod value;
mod yaml;

pub use columns::{COLUMNS, Column};
pub use fault::Fault;
pub use fields::Fields;
pub(crate) use fields::nearest;
pub(crate) use french::meant;
pub use kind::{KINDS, Kind};
pub use place::{PlacedFault, place, place_at_start};
pub(crate) use read::parse_half_life;
pub use read::{
    Note, Record, Recorded, read_client, read_flag_note, read_question_set, read_table_rows,
};
pub use split::{Parts, split};
pub use steps::{PlacedStep, read_steps};
pub use table::{TABLES, read_table};
pub use tree::{Node, Tree};
pub use value::{parse_moment, parse_money, typed_moment, typed_money};
pub use yaml::parse_front_matter;
