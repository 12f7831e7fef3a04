//! One rule, one file.

mod duplicate_id;
mod outside_client;
mod unknown_flag;

use super::Rule;

pub(crate) use outside_client::check_stray;

/// The rules beyond those of reading, sorted by code.
pub(super) const RULES_OF_NOTES: [Rule; 3] =
    [duplicate_id::RULE, outside_client::RULE, unknown_flag::RULE];
