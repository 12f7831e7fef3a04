//! New notes: what they are called, and the editor that opens them.

use std::collections::HashSet;
use std::process::Command;

use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::model::Moment;
use crate::note::compose::slug;
use crate::phrase::Phrase;
use crate::vault::{Vault, files};

/// A path for a dated note that is not taken: `<folder>/<day>-<slug>.md`.
pub(super) fn free_path(
    vault: &Vault,
    folder: &str,
    moment: Moment,
    said: &str,
    otherwise: &str,
) -> String {
    let first_line = said.lines().next().unwrap_or_default();
    let slug = Some(slug(first_line)).filter(|slug| !slug.is_empty());
    let slug = slug.unwrap_or_else(|| otherwise.to_owned());
    free(vault, &format!("{folder}/{}-{slug}", moment.day), &HashSet::new())
}

/// `<stem>.md`, with a number where that is on the disk, or among the names that are taken.
pub(super) fn free(vault: &Vault, stem: &str, taken: &HashSet<String>) -> String {
    let is_taken =
        |path: &String| taken.contains(path) || vault.root().join(path).symlink_metadata().is_ok();
    let numbered = (2_usize..).map(|number| format!("{stem}-{number}.md"));
    let mut paths = std::iter::once(format!("{stem}.md")).chain(numbered);
    paths.find(|path| !is_taken(path)).unwrap_or_default()
}

/// A note as the user's editor leaves it; `None` where it was left as it was, and `Some` of the
/// text itself where there is no terminal or no editor.
///
/// The editor works on a copy: nothing is in the vault before the user has written something.
pub(super) fn edited(session: &Session, name: &str, text: &str) -> Result<Option<String>, Failure> {
    let Some(editor) = session.editor().filter(|_| session.ui.can_ask()) else {
        session.ui.remark(&Phrase::new("write-it-up"));
        return Ok(Some(text.to_owned()));
    };
    let failed = || {
        Failure::new(FailureKind::Files, Phrase::new("editor-failed").with("editor", &*editor))
            .hint(Phrase::new("editor-failed-hint"))
    };
    let folder = tempfile::tempdir().map_err(|error| failed().because(error))?;
    let draft = folder.path().join(name);
    files::create_new(&draft, text.as_bytes())?;
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    match Command::new(program).args(words).arg(&draft).status() {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(failed().because(status)),
        Err(error) => return Err(failed().because(error)),
    }
    let bytes = files::read(&draft)?.unwrap_or_default();
    let written = String::from_utf8(bytes).map_err(|error| failed().because(error))?;
    Ok((written != text && !written.trim().is_empty()).then_some(written))
}
