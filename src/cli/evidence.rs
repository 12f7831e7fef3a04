//! An original becomes an exhibit: its bytes, exactly, and a note with their digest.

use std::collections::HashMap;
use std::path::Path;

use super::recording::NewFile;
use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::model::{Client, Digest, Moment, Store};
use crate::note::Kind;
use crate::note::compose::{FrontMatter, slug};
use crate::phrase::Phrase;
use crate::vault::{Fingerprint, Vault, files, fingerprint};

/// An exhibit to be written.
pub(super) struct NewExhibit {
    /// The file's name; links to it find it by this.
    pub(super) name: String,
    /// The original and its note; nothing where the same bytes are on file already.
    pub(super) files: Vec<NewFile>,
}

/// From this size on an original weighs on a repository, in bytes.
const LARGE: usize = 10 * 1024 * 1024;

/// How many digits of its digest stand in the name of an exhibit.
const DIGITS: usize = 6;

/// Reads an original once: digest and copy are of the same bytes.
pub(super) fn exhibit(
    session: &Session,
    vault: &Vault,
    client: &Client,
    original: &Path,
    seen: Moment,
) -> Result<NewExhibit, Failure> {
    let bytes = files::read(original)?.ok_or_else(|| missing(original))?;
    let print = Fingerprint {
        digest: Digest::of(&bytes),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    let new = New {
        session,
        vault,
        client,
        original,
        name: file_name(original, print, &seen.day.to_string()),
    };
    if new.is_there(&new.name) {
        return Ok(new.already());
    }
    let note = new.note(print).with_body("");
    let (path, note_path) = (new.path(""), new.path(".md"));
    let files = vec![NewFile::new(path, bytes), NewFile::new(note_path, note)];
    Ok(NewExhibit { name: new.name, files })
}

/// Where the bytes of a message come from.
#[derive(Clone, Copy)]
pub(super) struct Original<'o> {
    /// The file that it was in.
    pub(super) path: &'o Path,
    /// What it is called in the vault, such as `mail.eml`.
    pub(super) kind: &'o str,
}

/// Names that were given to exhibits and may not be on the disk yet, with the digests.
pub(super) type Names = HashMap<String, Digest>;

/// The bytes of one message; of its two files those that are not there yet.
pub(super) fn of_message(
    session: &Session,
    vault: &Vault,
    client: &Client,
    original: Original<'_>,
    bytes: &[u8],
    sent: Option<Moment>,
    names: &mut Names,
) -> NewExhibit {
    let print = Fingerprint {
        digest: Digest::of(bytes),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    let day = sent.map_or_else(|| "undated".to_owned(), |sent| sent.day.to_string());
    let kind = Path::new(original.kind);
    let mut new = New { session, vault, client, original: original.path, name: String::new() };
    // Two messages of a day whose digests begin alike are told apart by more of them.
    for digits in [DIGITS, 2 * DIGITS, 4 * DIGITS, print.digest.to_hex().len()] {
        new.name = file_name_with(kind, print, &day, digits);
        let is_free = names.get(&new.name).is_none_or(|digest| *digest == print.digest);
        if is_free && new.digest_there().is_none_or(|digest| digest == print.digest) {
            break;
        }
    }
    names.insert(new.name.clone(), print.digest);
    let mut files = Vec::new();
    if !new.is_there(&new.name) {
        files.push(NewFile::new(new.path(""), bytes.to_vec()));
    }
    if !new.is_there(&format!("{}.md", new.name)) {
        files.push(NewFile::new(new.path(".md"), new.note(print).with_body("")));
    }
    NewExhibit { name: new.name, files }
}

/// Reads an original once and leaves it where it is: a note with its digest alone.
pub(super) fn detached(
    session: &Session,
    vault: &Vault,
    client: &Client,
    original: &Path,
    seen: Moment,
) -> Result<NewExhibit, Failure> {
    let print = fingerprint(original)?.ok_or_else(|| missing(original))?;
    let new = New {
        session,
        vault,
        client,
        original,
        name: file_name(original, print, &seen.day.to_string()),
    };
    if new.is_there(&new.name) || new.is_there(&format!("{}.md", new.name)) {
        return Ok(new.already());
    }
    let place = vault.place_of(original).map_err(|error| missing(original).because(error))?;
    let note = new
        .note(print)
        .bare("store", Store::Detached.as_str())
        .text("kept-at", &place)
        .with_body("");
    session.ui.remark(&Phrase::new("exhibit-detached").with("path", place));
    let files = vec![NewFile::new(new.path(".md"), note)];
    Ok(NewExhibit { name: new.name, files })
}

/// Says which originals git would carry for ever, and what to do instead.
pub(super) fn remark_large(session: &Session, new: &[NewFile]) {
    for file in new.iter().filter(|file| file.bytes.len() >= LARGE) {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        session.ui.remark(
            &Phrase::new("exhibit-large")
                .with("name", name)
                .with("megabytes", file.bytes.len() / (1024 * 1024)),
        );
    }
}

/// An exhibit being made.
struct New<'n> {
    session: &'n Session,
    vault: &'n Vault,
    client: &'n Client,
    original: &'n Path,
    name: String,
}

impl New<'_> {
    /// The path of the file, or of what is beside it.
    fn path(&self, ending: &str) -> String {
        format!("clients/{}/evidence/{}{ending}", self.client.id, self.name)
    }

    fn is_there(&self, name: &str) -> bool {
        let folder = format!("clients/{}/evidence", self.client.id);
        self.vault.root().join(folder).join(name).exists()
    }

    /// The digest of the file of this name that is there.
    fn digest_there(&self) -> Option<Digest> {
        let bytes = files::read(&self.vault.root().join(self.path(""))).ok().flatten()?;
        Some(Digest::of(&bytes))
    }

    /// The same bytes are on file.
    fn already(self) -> NewExhibit {
        self.session.ui.remark(&Phrase::new("exhibit-there").with("name", &*self.name));
        NewExhibit { name: self.name, files: Vec::new() }
    }

    /// What every exhibit note says.
    fn note(&self, print: Fingerprint) -> FrontMatter {
        let zone = &self.client.zone;
        let acquired = Moment::at_instant(self.session.now(zone), zone);
        let origin = self.original.file_name().unwrap_or_default().to_string_lossy();
        FrontMatter::new(Kind::Exhibit)
            .bare("date", &acquired.day.to_string())
            .text("file", &self.name)
            .bare("sha256", &print.digest.to_hex())
            .bare("size", &print.size.to_string())
            .text_if("media-type", media_type(&self.name))
            .text("origin", &origin)
            .text_if("acquired-by", self.vault.settings().author.as_deref())
    }
}

fn missing(original: &Path) -> Failure {
    let shown = original.display().to_string();
    Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", shown))
        .hint(Phrase::new("path-missing-hint"))
}

/// `2026-04-11-mail-3f9c2a.eml`: the day, the original's name, the first digits of its digest.
fn file_name(original: &Path, print: Fingerprint, day: &str) -> String {
    file_name_with(original, print, day, DIGITS)
}

/// The same with so many digits of the digest.
fn file_name_with(original: &Path, print: Fingerprint, day: &str, digits: usize) -> String {
    let stem = original.file_stem().unwrap_or_default().to_string_lossy();
    let stem = Some(slug(&stem)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "file".into());
    let extension = original.extension().unwrap_or_default().to_string_lossy();
    let extension = slug(&extension);
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{day}-{stem}-{}{dot}{extension}", &print.digest.to_hex()[..digits])
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
