//! An original becomes an exhibit: its bytes, exactly, and a note with their digest.

use std::path::Path;

use super::recording::NewFile;
use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::model::{Client, Digest, Moment};
use crate::note::Kind;
use crate::note::compose::{FrontMatter, slug};
use crate::phrase::Phrase;
use crate::vault::{Vault, files};

/// An exhibit to be written.
pub(super) struct NewExhibit {
    /// The file's name; links to it find it by this.
    pub(super) name: String,
    /// The original and its note; nothing where the same bytes are on file already.
    pub(super) files: Vec<NewFile>,
}

/// Reads an original once: digest and copy are of the same bytes.
pub(super) fn exhibit(
    session: &Session,
    vault: &Vault,
    client: &Client,
    original: &Path,
    seen: Moment,
) -> Result<NewExhibit, Failure> {
    let shown = original.display().to_string();
    let bytes = files::read(original)?.ok_or_else(|| {
        Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", &*shown))
            .hint(Phrase::new("path-missing-hint"))
    })?;
    let digest = Digest::of(&bytes);
    let folder = format!("clients/{}/evidence", client.id);
    let name = file_name(original, digest, seen);
    if vault.root().join(&folder).join(&name).exists() {
        session.ui.remark(&Phrase::new("exhibit-there").with("name", &*name));
        return Ok(NewExhibit { name, files: Vec::new() });
    }
    let acquired = Moment::at_instant(session.now(&client.zone), &client.zone);
    let note = FrontMatter::new(Kind::Exhibit)
        .bare("date", &acquired.day.to_string())
        .text("file", &name)
        .bare("sha256", &digest.to_hex())
        .bare("size", &bytes.len().to_string())
        .text_if("media-type", media_type(&name))
        .text("origin", &original.file_name().unwrap_or_default().to_string_lossy())
        .text_if("acquired-by", vault.settings().author.as_deref())
        .with_body("");
    let files = vec![
        NewFile::new(format!("{folder}/{name}"), bytes),
        NewFile::new(format!("{folder}/{name}.md"), note),
    ];
    Ok(NewExhibit { name, files })
}

/// `2026-04-11-mail-3f9c2a.eml`: the day, the original's name, the first digits of its digest.
fn file_name(original: &Path, digest: Digest, seen: Moment) -> String {
    let stem = original.file_stem().unwrap_or_default().to_string_lossy();
    let stem = Some(slug(&stem)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "file".into());
    let extension = original.extension().unwrap_or_default().to_string_lossy();
    let extension = slug(&extension);
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{}-{stem}-{}{dot}{extension}", seen.day, &digest.to_hex()[..6])
}

/// The media type of the files that people keep; `None` for others.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "eml" => "message/rfc822",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "html" => "text/html",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "mbox" => "application/mbox",
        "zip" => "application/zip",
        "json" => "application/json",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        _ => return None,
    })
}
