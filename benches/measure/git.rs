//! Git as the other side of a comparison.

use std::path::Path;
use std::process::Command;

pub(crate) fn git(vault: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(vault).args(["-c", "user.name=Bench", "-c", "user.email=b@b.example"]);
    command
}
