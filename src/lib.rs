//! casefile: notes on clients in, red-flag reports, postmortems and a git audit trail out.
//!
//! Data flows one way: files → notes → case → assessment → documents → files and git.
//!
//! | module | what it owns |
//! |---|---|
//! | [`model`] | the words of the field as types |
//! | [`note`] | text into structure, with bytes |
//! | [`vault`] | files and folders |
//! | [`check`] | rules and what they find |
//! | [`assess`] | score, standing, boundaries, stage |
//! | [`decide`] | decisions being taken |
//! | [`learn`] | what closed cases teach |
//! | [`anchor`] | what outside witnesses say |
//! | [`dkim`] | what a mail server signed |
//! | [`exit`] | what is owed, and leaving in order |
//! | [`letter`] | which letters there are, and which fits |
//! | [`bundle`] | evidence handed over |
//! | [`mail`] | messages from mail, mailboxes and chats |
//! | [`signal`] | phrases that suggest a red flag, and that should not go out |
//! | [`query`] | questions about notes |
//! | [`survey`] | the vault looked at as a whole |
//! | [`ledger`] | git |
//! | [`recall`] | what was on file on a day |
//! | [`report`] | views |
//! | [`render`] | documents in every format |
//! | [`locale`] | English and French |
//! | [`cli`] | commands |

pub mod anchor;
pub mod assess;
pub mod bundle;
pub mod check;
pub mod cli;
pub mod clock;
pub mod decide;
pub mod dkim;
pub mod exit;
pub mod failure;
pub mod finding;
#[doc(hidden)]
pub mod fuzzing;
pub mod learn;
pub mod ledger;
pub mod letter;
pub mod locale;
pub mod mail;
pub mod model;
pub mod note;
pub mod phrase;
mod pubkey;
pub mod query;
pub mod recall;
pub mod render;
pub mod report;
pub mod signal;
pub mod survey;
pub mod ui;
pub mod vault;

use std::process::ExitCode;

/// Parses the command line, runs the command and says how it went.
pub fn run() -> ExitCode {
    cli::run(std::env::args_os())
}
