//! New notes: what they are called, and the editor that opens them.

use std::path::Path;
use std::process::Command;

use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::model::Moment;
use crate::note::compose::slug;
use crate::phrase::Phrase;
use crate::vault::Vault;

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
    let stem = format!("{folder}/{}-{slug}", moment.day);
    let taken = |path: &String| vault.root().join(path).exists();
    std::iter::once(format!("{stem}.md"))
        .chain((2..).map(|number| format!("{stem}-{number}.md")))
        .find(|path| !taken(path))
        .unwrap_or(stem)
}

/// Opens the user's editor on a note; without a terminal, or without an editor, the path that
/// was answered is enough.
pub(super) fn open_editor(session: &Session, note: &Path) -> Result<(), Failure> {
    let Some(editor) = session.editor().filter(|_| session.ui.can_ask()) else {
        session.ui.remark(&Phrase::new("write-it-up"));
        return Ok(());
    };
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let failed = || {
        Failure::new(FailureKind::Files, Phrase::new("editor-failed").with("editor", &*editor))
            .hint(Phrase::new("editor-failed-hint").with("path", note.display().to_string()))
    };
    let status = Command::new(program).args(words).arg(note).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed().because(status)),
        Err(error) => Err(failed().because(error)),
    }
}
