//! One rule, one file; rules about the same thing share theirs.

mod always_never;
mod boundary_breached;
mod broken_link;
mod client_mismatch;
mod client_notes;
mod date_in_future;
mod duplicate_flag;
mod duplicate_id;
mod duplicate_invoice;
mod exhibits;
mod faulty_screening;
mod incomplete_boundary;
mod lesson_overdue;
mod mind_reading;
mod misplaced_flag;
mod needs_our_part;
mod nothing_observed;
mod outside_client;
mod plan_steps;
mod review_overdue;
mod screening_answers;
mod settings_names;
mod twin_name;
mod unknown_cited;
mod unknown_flag;
mod wording;

use super::{Rule, Surroundings};
use crate::note::{Fault, Note};

pub(crate) use date_in_future::LEEWAY as FUTURE_LEEWAY;
pub(crate) use duplicate_flag::find_among as duplicate_flags;
pub(crate) use exhibits::exhibited_files;

/// The rules beyond those of reading, sorted by code.
pub(super) const RULES_OF_NOTES: [Rule; 34] = [
    always_never::RULE,
    boundary_breached::RULE,
    broken_link::RULE,
    client_mismatch::RULE,
    date_in_future::RULE,
    duplicate_flag::RULE,
    duplicate_id::RULE,
    duplicate_invoice::RULE,
    exhibits::CHANGED,
    faulty_screening::RULE,
    incomplete_boundary::RULE,
    lesson_overdue::RULE,
    mind_reading::RULE,
    client_notes::MISPLACED,
    misplaced_flag::RULE,
    client_notes::MISSING,
    exhibits::MISSING,
    needs_our_part::RULE,
    nothing_observed::RULE,
    outside_client::RULE,
    review_overdue::RULE,
    client_notes::SECOND,
    plan_steps::TOO_EARLY,
    twin_name::RULE,
    screening_answers::ANSWER,
    unknown_cited::INCIDENT,
    client_mismatch::UNKNOWN,
    unknown_cited::DECISION,
    unknown_flag::RULE,
    settings_names::FLAG,
    settings_names::IGNORE,
    screening_answers::QUESTION,
    plan_steps::UNKNOWN,
    exhibits::UNLISTED,
];

/// Looks at a note that lies outside the clients' folders.
pub(crate) fn check_stray(
    note: &Note<'_>,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    outside_client::find_in(note, faults);
    misplaced_flag::find_in(note, faults);
    faulty_screening::find_in(note, faults);
    broken_link::find_links(note, surroundings, faults);
}
