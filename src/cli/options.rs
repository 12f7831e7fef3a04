//! Options that several commands take.

use std::path::PathBuf;

use clap::Args;

/// Options of every command.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Global {
    /// Use the vault in this folder, or in the nearest one above it.
    #[arg(short = 'C', long = "vault", value_name = "DIR", global = true, env = "CASEFILE_VAULT")]
    pub(super) vault: Option<PathBuf>,
    /// Take this for now: 2026-11-20 or 2026-11-20T09:00, on the vault's clock.
    #[arg(long, value_name = "MOMENT", global = true, env = "CASEFILE_NOW")]
    pub(super) now: Option<String>,
    /// Speak this language: en or fr; otherwise the vault's, else the system's.
    #[arg(long, value_name = "CODE", global = true, env = "CASEFILE_LANGUAGE")]
    pub(super) speak: Option<String>,
}

/// Options of commands that write notes.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(super) struct Writing {
    /// Show the note and the commit message; write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Write the note and leave committing to you.
    #[arg(long)]
    pub(super) no_commit: bool,
}
